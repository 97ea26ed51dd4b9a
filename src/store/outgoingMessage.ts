import type { AnyUIMessage, FilePart, UIMessagePart } from "../client/messages.js";

/** What a person sends. An empty one (no text, no files) is not sent. */
export interface OutgoingMessage {
  text?: string | undefined;
  files?: readonly FilePart[] | undefined;
  /** Instead of `text` and `files`: the parts as they are. */
  parts?: AnyUIMessage["parts"] | undefined;
  /** Replaces this user message and drops what followed it. */
  messageId?: string | undefined;
  /** An object; joins what is ours. */
  metadata?: unknown;
  /** Default: a random one, also when the conversation has a message of this id. */
  id?: string | undefined;
  /** Default: "user". */
  role?: AnyUIMessage["role"] | undefined;
}

/** What is sent, as parts; none for an empty message. */
export function partsOf({ parts, text = "", files = [] }: OutgoingMessage): UIMessagePart[] {
  if (parts) return [...parts] as UIMessagePart[];
  return [...files, ...(text.trim() ? [{ type: "text" as const, text }] : [])];
}
