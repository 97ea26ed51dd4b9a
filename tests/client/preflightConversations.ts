import type { FilePart, UIMessage, UIMessagePart } from "../../src/client/index.js";

/** A part that claims to be a PNG of this size: a header, and zeros up to so many bytes. */
export function pngPart(width: number, height: number, bytes = 64, filename?: string): FilePart {
  const png = Buffer.alloc(bytes);
  Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1").copy(png);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  const url = `data:image/png;base64,${png.toString("base64")}`;
  return { type: "file", mediaType: "image/png", url, ...(filename && { filename }) };
}

let made = 0;

/** A message of these parts; a string is a part of text. */
export function message(
  role: UIMessage["role"],
  parts: readonly (string | UIMessagePart)[],
  metadata?: UIMessage["metadata"],
): UIMessage {
  made += 1;
  return {
    id: `m${made}`,
    role,
    parts: parts.map((part) => (typeof part === "string" ? { type: "text", text: part } : part)),
    ...(metadata && { metadata }),
  };
}

/** So many questions and answers of about `tokens` tokens each. */
export function turns(count: number, tokens: number): UIMessage[] {
  const text = "word ".repeat(Math.round(tokens / 1.04)).trim();
  return Array.from({ length: count }, (_, at) => [
    message("user", [`${at} ${text}`]),
    message("assistant", [text]),
  ]).flat();
}
