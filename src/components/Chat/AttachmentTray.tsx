"use client";
import { useMemo, type ReactElement } from "react";
import type { Attachment } from "../../hooks/useAttachments.js";
import { useSentImages, type SentImage } from "../../hooks/useSentImages.js";
import { IconButton } from "../IconButton.js";
import { Icon } from "../icons.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** Props of `AttachmentTray`. */
export interface AttachmentTrayProps {
  /** Images of the whole request. Default: those of the tray. */
  imageCount?: number | undefined;
}

/** What is about to be sent with the message, and why some of it cannot be; nothing without attachments. Inside `Chat.Root`. */
export function AttachmentTray({ imageCount }: AttachmentTrayProps): ReactElement | null {
  const { labels, focusInput } = useChatContext();
  const { attachments, modelInfo: model, workerUrl } = useDraftContext();
  const all = attachments.attachments;
  const parts = useMemo(() => all.flatMap(({ part }) => part ?? []), [all]);
  const sentOf = useSentImages({
    parts,
    model,
    imageCount: imageCount ?? parts.length,
    workerUrl,
  });
  if (all.length === 0) return null;
  return (
    <ul data-pl-tray="" aria-label={labels.attachments}>
      {all.map((one) => (
        <li key={one.id} data-pl-attachment="" data-state={one.state}>
          <Content attachment={one} sent={one.part && sentOf(one.part)} />
          <IconButton
            icon="x"
            label={labels.removeAttachment(one.name)}
            data-pl-remove=""
            onClick={() => {
              attachments.remove(one.id);
              focusInput();
            }}
          />
        </li>
      ))}
    </ul>
  );
}

interface ContentProps {
  attachment: Attachment;
  sent: SentImage | undefined;
}

function Content({ attachment, sent }: ContentProps): ReactElement {
  const { labels } = useChatContext();
  const { name, size, part, width = 0, height = 0, isFirstFrame, refusal } = attachment;
  if (refusal) {
    return (
      <p role="alert">
        <Icon name="alert" />
        <span>
          <Isolated name={name} words={labels.attachmentRefused(name, refusal)} />
        </span>
      </p>
    );
  }
  if (!part) return <Unfinished attachment={attachment} />;
  return (
    <>
      <img src={part.url} alt={name} />
      <div data-pl-caption="">
        {/* The picture is called so. */}
        <bdi aria-hidden="true">{name}</bdi>
        <span>{labels.attachmentOutcome({ bytes: size, width, height, isFirstFrame, sent })}</span>
      </div>
    </>
  );
}

/** Words with a file's name in them, which may turn the text round, but no other than its own. */
function Isolated({ name, words }: { name: string; words: string }): ReactElement {
  const at = words.indexOf(name);
  if (at < 0 || name === "") return <bdi>{words}</bdi>;
  return (
    <>
      {words.slice(0, at)}
      <bdi>{name}</bdi>
      {words.slice(at + name.length)}
    </>
  );
}

function Unfinished({ attachment }: Pick<ContentProps, "attachment">): ReactElement {
  const { labels } = useChatContext();
  const { name, state, progress } = attachment;
  const words =
    state === "reading" ? labels.attachmentReading(name) : labels.attachmentProcessing(name);
  return (
    <>
      <span data-pl-skeleton="" />
      <div data-pl-caption="">
        <bdi aria-hidden="true">{name}</bdi>
        <progress aria-label={words} value={state === "reading" ? undefined : progress} />
      </div>
    </>
  );
}
