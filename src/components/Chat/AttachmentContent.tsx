"use client";
import type { ReactElement } from "react";
import { altOf } from "../../client/fileNotes.js";
import { isolateName } from "../../client/isolateName.js";
import { isRetriable, type Attachment } from "../../hooks/useAttachments.js";
import type { SentImage } from "../../hooks/useSentImages.js";
import { Icon } from "../icons.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** Props of `AttachmentContent`. */
export interface AttachmentContentProps {
  attachment: Attachment;
  /** What the model will get of an image; `undefined` while that is not known. */
  sent: SentImage | undefined;
}

/** What an attachment is, or how far it is, or why it cannot be sent. */
export function AttachmentContent({ attachment, sent }: AttachmentContentProps): ReactElement {
  const { labels } = useChatContext();
  const { name, size, part, preview, width = 0, height = 0, isFirstFrame, refusal } = attachment;
  if (refusal) return <Refused attachment={attachment} />;
  if (!part) return <Unfinished attachment={attachment} />;
  return (
    <>
      {preview ? (
        <img src={preview} alt={altOf(part) ?? name} draggable={false} />
      ) : (
        <span data-pl-tile="">
          <Icon name="file" />
        </span>
      )}
      <div data-pl-caption="">
        {/* The picture is called so. */}
        <bdi aria-hidden={preview ? "true" : undefined}>{name}</bdi>
        <span>
          {preview
            ? labels.attachmentOutcome({ bytes: size, width, height, isFirstFrame, sent })
            : labels.attachmentFile(part.mediaType, size)}
        </span>
      </div>
    </>
  );
}

function Refused({ attachment }: Pick<AttachmentContentProps, "attachment">): ReactElement {
  const { labels, focusInput } = useChatContext();
  const { attachments } = useDraftContext();
  const { id, name, refusal } = attachment;
  return (
    <div data-pl-refusal="">
      <p role="alert">
        <Icon name="alert" />
        <span>
          <Isolated name={name} words={labels.attachmentRefused(name, refusal!)} />
        </span>
      </p>
      {isRetriable(attachment) ? (
        <button
          type="button"
          data-pl-button=""
          onClick={() => {
            attachments.retry(id);
            focusInput();
          }}
        >
          {labels.retry}
        </button>
      ) : null}
    </div>
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

function Unfinished({ attachment }: Pick<AttachmentContentProps, "attachment">): ReactElement {
  const { labels } = useChatContext();
  const { name, state, progress, preview } = attachment;
  const isolated = isolateName(name);
  const words = {
    reading: labels.attachmentReading,
    processing: labels.attachmentProcessing,
    uploading: labels.attachmentUploading,
  }[state as "reading" | "processing" | "uploading"](isolated);
  return (
    <>
      {preview ? <img src={preview} alt="" draggable={false} /> : <span data-pl-skeleton="" />}
      <div data-pl-caption="">
        <bdi aria-hidden="true">{name}</bdi>
        <progress aria-label={words} value={state === "reading" ? undefined : progress} />
      </div>
    </>
  );
}
