"use client";
import { type ReactElement } from "react";
import type { Attachment } from "../../hooks/useAttachments.js";
import { IconButton } from "../IconButton.js";
import { Icon } from "../icons.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** What is about to be sent with the message, and why some of it cannot be; nothing without attachments. Inside `Chat.Root`. */
export function AttachmentTray(): ReactElement | null {
  const { labels, focusInput } = useChatContext();
  const { attachments } = useDraftContext();
  const all = attachments.attachments;
  if (all.length === 0) return null;
  return (
    <ul data-pl-tray="" aria-label={labels.attachments}>
      {all.map((one) => (
        <li key={one.id} data-pl-attachment="" data-state={one.state}>
          <Preview attachment={one} />
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

function Preview({
  attachment: { name, state, previewUrl, refusal },
}: {
  attachment: Attachment;
}): ReactElement {
  const { labels } = useChatContext();
  if (refusal) {
    return (
      <p role="alert">
        <Icon name="alert" />
        <bdi>{labels.attachmentRefused(name, refusal)}</bdi>
      </p>
    );
  }
  if (state === "reading")
    return <span data-pl-skeleton="" role="img" aria-label={labels.attachmentReading(name)} />;
  return <img src={previewUrl} alt={name} />;
}
