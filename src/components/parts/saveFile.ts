import type { FilePart } from "../../client/messages.js";
import { mediaTypeOf } from "../../client/protocols/attachedFiles.js";
import { originalOf } from "../../client/originals.js";
import { fileOf } from "../../internal/dataURL.js";

/** Endings of the types whose files open in a programme of their own; the first is put where none of them is. */
const endings: Readonly<Record<string, readonly string[]>> = {
  "image/png": ["png", "apng"],
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/avif": ["avif"],
  "image/bmp": ["bmp", "dib"],
  "application/pdf": ["pdf"],
};

/** Whether a file is in the page, so that nothing is fetched to save it. */
export function canSave({ url }: FilePart): boolean {
  return /^(?:data|blob):/i.test(url);
}

/**
 * Saves a file of a message as the browser does: the untouched original where this session has it, else the copy that the
 * message keeps.
 *
 * @param unnamed What a file without a name is called.
 */
export function saveFile(part: FilePart, unnamed: string): void {
  const original = originalOf(part);
  const name = original instanceof File ? original.name : part.filename;
  const file = original ?? fileOf(part.url);
  const url = file ? URL.createObjectURL(file) : part.url;
  const link = document.createElement("a");
  link.href = url;
  link.download = savedName(name || unnamed, file?.type || mediaTypeOf(part));
  link.click();
  // The browser has taken hold of it by now, but some only in the next task.
  if (file) setTimeout(() => URL.revokeObjectURL(url));
}

/**
 * The name a file is saved under: without what would lead elsewhere, be invisible or turn the text round, and with an ending
 * of its type, so that no picture ends up as a programme.
 */
export function savedName(name: string, mediaType: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/[/\\:*?"<>|]/g, "_")
    .replace(/^[.\s]+/, "")
    .trim();
  const known = endings[mediaType];
  const ending = /\.(\w+)$/.exec(plain)?.[1]?.toLowerCase() ?? "";
  return known && !known.includes(ending) ? `${plain || "file"}.${known[0]}` : plain || "file";
}
