import { dataURLOf } from "../images/dataURL.js";
import { fileOf } from "../internal/dataURL.js";
import type { FilePart, UIMessage, UIMessagePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";

/** A file apart from its message: its bytes, and the beginning of its `data:` URL up to the comma. */
export interface StoredFile {
  head: string;
  file: Blob;
}

/** What stands in the place of a file's URL; its key follows. */
const scheme = "polylogue-file:";

/** Under which key the file of a part is kept. A part that goes from one message to another keeps its file. */
const keys = new WeakMap<UIMessagePart, string>();

/** Asked for each file of a message, with its key: whether it is kept apart from the message. */
export type KeepApart = (key: string, part: FilePart) => boolean;

/** Goes through the files of a message. */
export function eachFile(message: UIMessage, act: KeepApart): void {
  for (const part of message.parts) if (isFile(part)) act(keyOf(part), part);
}

/** The bytes of a part's file; `undefined` for a URL that is no base64. */
export function storedFileOf({ url }: FilePart): StoredFile | undefined {
  const file = fileOf(url);
  return file && { head: url.slice(0, url.indexOf(",") + 1), file };
}

/** The message as text, with keys in the place of the files that are kept apart. */
export function writeMessage(message: UIMessage, keepApart: KeepApart): string {
  const parts = message.parts.map((part) => {
    if (!isFile(part)) return part;
    const key = keyOf(part);
    return keepApart(key, part) ? { ...part, url: scheme + key } : part;
  });
  return JSON.stringify({ ...message, parts });
}

/** The message again, with the URLs of its files. A file that is lost leaves its part out. */
export function readMessage(text: string, urls: ReadonlyMap<string, string>): UIMessage {
  const message = JSON.parse(text) as UIMessage;
  const parts = message.parts.flatMap((part): UIMessagePart[] => {
    if (part.type !== "file" || !("url" in part) || !part.url.startsWith(scheme)) return [part];
    const key = part.url.slice(scheme.length);
    const url = urls.get(key);
    if (url === undefined) return [];
    const whole = { ...part, url };
    keys.set(whole, key);
    return [whole];
  });
  return { ...message, parts };
}

/** The `data:` URL of a file, letter by letter as it was. */
export async function urlOf({ head, file }: StoredFile): Promise<string> {
  const url = await dataURLOf(file);
  return head + url.slice(url.indexOf(",") + 1);
}

function keyOf(part: FilePart): string {
  const key = keys.get(part) ?? generateId();
  keys.set(part, key);
  return key;
}

function isFile(part: UIMessagePart): part is FilePart {
  return part.type === "file" && "url" in part && /^data:[^,]*;base64,/.test(part.url);
}
