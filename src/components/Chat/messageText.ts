import { snapshotPart, type StoredMessage } from "../../store/storedMessage.js";

/** The text of a message as it was written: Markdown, reasoning left out. Empty for a message of images alone. */
export function messageText(message: StoredMessage): string {
  return message.parts
    .map((part) => snapshotPart(part))
    .map((part) =>
      part.type === "text"
        ? (part as { text: string }).text
        : part.type === "data-node"
          ? "[rich output]"
          : "",
    )
    .filter(Boolean)
    .join("\n\n");
}
