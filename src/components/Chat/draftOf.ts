import type { FilePart, UIMessage } from "../../client/messages.js";

/** What would be sent; `undefined` for nothing. */
export function draftOf(text: string, files: readonly FilePart[]): UIMessage | undefined {
  const isEmpty = text.trim() === "";
  if (isEmpty && files.length === 0) return undefined;
  return {
    id: "draft",
    role: "user",
    parts: [...files, ...(isEmpty ? [] : [{ type: "text" as const, text }])],
  };
}
