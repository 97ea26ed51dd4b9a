"use client";
import type { ReactElement } from "react";
import type { FilePart, UIMessage } from "../../client/messages.js";
import { useChatState } from "../../hooks/useMessage.js";
import { originalOf } from "../../client/originals.js";
import { IconButton } from "../IconButton.js";
import { useChatContext } from "./ChatContext.js";
import { messageText } from "./messageText.js";

/** Props of `QueuedMessages`. */
export interface QueuedMessagesProps {
  /** Takes a message back into the composer. */
  onEdit: (message: UIMessage) => void;
}

/** The messages that wait until the answer has ended, each with what can be done about it; nothing where none waits. */
export function QueuedMessages({ onEdit }: QueuedMessagesProps): ReactElement | null {
  const { store, labels, ask, focusInput } = useChatContext();
  const queue = useChatState(store, (state) => state.queue);
  if (queue.length === 0) return null;
  return (
    <ul data-pl-queue="" aria-label={labels.queued}>
      {queue.map((message) => {
        const text = messageText(message);
        const files = message.parts.filter(({ type }) => type === "file").length;
        const name = text || labels.queuedFiles(files);
        // The buttons go away with the message.
        const leaveFor = (action: () => unknown) => () => {
          focusInput();
          void action();
        };
        return (
          <li key={message.id} data-pl-queued="">
            <span data-pl-queued-text="" dir="auto">
              {text}
            </span>
            {files > 0 ? <span data-pl-note="">{labels.queuedFiles(files)}</span> : null}
            {isEditable(message) ? (
              <IconButton
                icon="edit"
                label={labels.editQueued(name)}
                onClick={leaveFor(() => onEdit(message))}
              />
            ) : null}
            <IconButton
              icon="send"
              label={labels.sendQueuedNow(name)}
              onClick={leaveFor(() => ask({ type: "queued", messageId: message.id }))}
            />
            <IconButton
              icon="x"
              label={labels.removeQueued(name)}
              onClick={leaveFor(() => store.removeQueuedMessage(message.id))}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** The files of a message as they were attached in this session. */
export function originalFiles({ parts }: UIMessage): File[] {
  return parts.flatMap((part) => {
    const original = part.type === "file" ? originalOf(part) : undefined;
    const { filename = "" } = part as FilePart;
    return original ? new File([original], filename, { type: original.type }) : [];
  });
}

/** Whether all of a message can stand in a composer: its text, and files that were attached in this session. */
export function isEditable({ parts }: UIMessage): boolean {
  return parts.every(
    (part) => part.type === "text" || (part.type === "file" && originalOf(part) !== undefined),
  );
}
