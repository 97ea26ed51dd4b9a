import type { FilePart } from "../client/messages.js";

const originals = new WeakMap<FilePart, Blob>();

/** Remembers the file an image was made from, as long as the image is there. */
export function keepOriginal(part: FilePart, file: Blob): void {
  originals.set(part, file);
}

/**
 * The untouched file that an image of this session was made from, for a full view of it; `undefined` for an image that was
 * loaded with its conversation. It never leaves the browser. A URL made for it is yours to revoke.
 */
export function originalOf(part: FilePart): Blob | undefined {
  return originals.get(part);
}
