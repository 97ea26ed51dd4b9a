import type { UIMessage, UIMessagePart } from "../../src/client/index.js";

/** A picture, as far as a request cares. */
export const png = "data:image/png;base64,AAAA";

/** What a person says. */
export function user(...parts: UIMessagePart[]): UIMessage {
  return { id: "u", role: "user", parts };
}

/** What a model answers. */
export function assistant(...parts: UIMessagePart[]): UIMessage {
  return { id: "a", role: "assistant", parts };
}

/** A text part. */
export function text(value: string): UIMessagePart {
  return { type: "text", text: value };
}

/** A file part. */
export function file(mediaType: string, url: string = png, filename?: string): UIMessagePart {
  return { type: "file", mediaType, url, ...(filename !== undefined && { filename }) };
}

/** A call of the tool `add`, in whatever state `rest` says. */
export function call(toolCallId: string, rest: object): UIMessagePart {
  return { type: "tool-add", toolCallId, ...rest } as unknown as UIMessagePart;
}
