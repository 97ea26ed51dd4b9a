import type { FilePart } from "./messages.js";

const originals = new WeakMap<FilePart, Blob>();

/** Remembers the file an image was made from, as long as the image is there. */
export function keepOriginal(part: FilePart, file: Blob): void {
  originals.set(part, file);
}

const previews = new WeakMap<FilePart, string>();

/** Remembers what an image looks like whose bytes are elsewhere, so that it need not be fetched to be seen. */
export function keepPreview(part: FilePart, url: string): void {
  previews.set(part, url);
}

/** The `data:` URL of an image that was uploaded in this session; `undefined` for any other. */
export function previewOf(part: FilePart): string | undefined {
  return previews.get(part);
}

/** Remembers it for a copy of the part too. */
export function copyOriginal(from: FilePart, to: FilePart): void {
  const file = originals.get(from);
  if (file) originals.set(to, file);
  const preview = previews.get(from);
  if (preview) previews.set(to, preview);
}

/**
 * The untouched file that an image of this session was made from, for a full view of it; `undefined` for an image that was
 * loaded with its conversation. It never leaves the browser. A URL made for it is yours to revoke.
 */
export function originalOf(part: FilePart): Blob | undefined {
  return originals.get(part);
}
