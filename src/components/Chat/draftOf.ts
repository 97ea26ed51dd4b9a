import type { FilePart, UIMessage } from "../../client/messages.js";
import { partsOf } from "../../store/outgoingMessage.js";

/** What would be sent; `undefined` for nothing. */
export function draftOf(text: string, files: readonly FilePart[]): UIMessage | undefined {
  const parts = partsOf({ text, files });
  return parts.length > 0 ? { id: "draft", role: "user", parts } : undefined;
}
