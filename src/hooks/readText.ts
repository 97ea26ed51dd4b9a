/** How much of a file is looked at to tell what it is, in bytes. */
export const headBytes = 4096;

const typesByEnding: Readonly<Record<string, string>> = {
  md: "text/markdown",
  markdown: "text/markdown",
  csv: "text/csv",
  html: "text/html",
  htm: "text/html",
  json: "application/json",
};

/** The media type of a text file: one that providers know, `text/plain` for all others. */
export function textTypeOf(name: string): string {
  return typesByEnding[/\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? ""] ?? "text/plain";
}

/** Whether the beginning of a file is text: in UTF-8, in UTF-16 that says so, or in what it calls itself. */
export function isText(head: Uint8Array, mediaType: string): boolean {
  if (isUTF16(head)) return true;
  if (head.includes(0)) return false;
  return mediaType.startsWith("text/") || decode(head, "utf-8", { stream: true }) !== undefined;
}

/** The text of a file that `isText`. What is neither UTF-8 nor UTF-16 is read as Windows-1252, as old spreadsheets write. */
export async function readText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isUTF16(bytes))
    return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  return decode(bytes, "utf-8") ?? new TextDecoder("windows-1252").decode(bytes);
}

function isUTF16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function decode(
  bytes: Uint8Array,
  encoding: string,
  options?: TextDecodeOptions,
): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, options);
  } catch {
    return undefined;
  }
}
