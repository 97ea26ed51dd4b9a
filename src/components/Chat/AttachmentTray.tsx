"use client";
import { useMemo, type ReactElement } from "react";
import { isolateName } from "../../client/isolateName.js";
import { useSentImages } from "../../hooks/useSentImages.js";
import { IconButton } from "../IconButton.js";
import { AttachmentContent } from "./AttachmentContent.js";
import { AttachmentMenu } from "./AttachmentMenu.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { useAttachmentOrder } from "./useAttachmentOrder.js";

/** Props of `AttachmentTray`. */
export interface AttachmentTrayProps {
  /** Images of the whole request. Default: those of the tray. */
  imageCount?: number | undefined;
}

/**
 * What is about to be sent with the message, and why some of it cannot be; nothing without attachments. The order is changed
 * by dragging with the mouse, with Alt and the arrow keys, or in the menu of each. Inside `Chat.Root`.
 */
export function AttachmentTray({ imageCount }: AttachmentTrayProps): ReactElement | null {
  const { labels, focusInput } = useChatContext();
  const { attachments, modelInfo: model, workerUrl } = useDraftContext();
  const all = attachments.attachments;
  const parts = useMemo(
    () => all.flatMap(({ part }) => (part?.mediaType.startsWith("image/") ? part : [])),
    [all],
  );
  const sentOf = useSentImages({
    parts,
    model,
    imageCount: imageCount ?? parts.length,
    workerUrl,
  });
  const order = useAttachmentOrder();
  if (all.length === 0) return null;
  return (
    <>
      <ul data-pl-tray="" aria-label={labels.attachments} {...order.listHandlers}>
        {all.map((one) => (
          <li
            key={one.id}
            data-pl-attachment=""
            data-state={one.state}
            data-dragged={order.dragged === one.id ? "" : undefined}
            {...order.handlersOf(one.id)}
          >
            <AttachmentContent attachment={one} sent={one.part && sentOf(one.part)} />
            {one.state === "ready" ? (
              <AttachmentMenu attachment={one} moveBy={order.moveBy} />
            ) : null}
            <IconButton
              icon="x"
              label={labels.removeAttachment(isolateName(one.name))}
              data-pl-remove=""
              onClick={() => {
                attachments.remove(one.id);
                focusInput();
              }}
            />
          </li>
        ))}
      </ul>
      <span role="status" data-pl-hidden="">
        {order.announcement}
      </span>
    </>
  );
}
