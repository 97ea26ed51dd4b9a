import { readImageFacts, type ImageFacts } from "../client/imageFacts.js";

/** The largest image file that is taken, in bytes. */
export const maxImageBytes: number = 5 * 1024 * 1024;

/** The longest side of an image that is taken, in pixels. */
export const maxImageSide = 8000;

/** Why a file was not taken; the words for it are in `labels`. */
export type AttachmentRefusal =
  | { reason: "empty" | "unreadable" | "not_an_image" }
  | { reason: "too_large"; bytes: number; maxBytes: number }
  | { reason: "too_many_pixels"; width: number; height: number; maxSide: number };

/**
 * Looks at a file before anything decodes it: its true type and size come from its first bytes, not from its name.
 * @see https://platform.claude.com/docs/en/build-with-claude/vision for the limits, the lowest in common use
 */
export async function checkImage(
  file: Blob,
): Promise<{ mediaType: ImageFacts["mediaType"] } | { refusal: AttachmentRefusal }> {
  if (file.size === 0) return { refusal: { reason: "empty" } };
  // Half a megabyte reaches past the metadata that cameras put before the dimensions.
  const facts = readImageFacts(new Uint8Array(await file.slice(0, 512 * 1024).arrayBuffer()));
  if (!facts) return { refusal: { reason: "not_an_image" } };
  const { width, height } = facts;
  if (!width || !height) return { refusal: { reason: "unreadable" } };
  if (Math.max(width, height) > maxImageSide) {
    return { refusal: { reason: "too_many_pixels", width, height, maxSide: maxImageSide } };
  }
  if (file.size > maxImageBytes) {
    return { refusal: { reason: "too_large", bytes: file.size, maxBytes: maxImageBytes } };
  }
  return { mediaType: facts.mediaType };
}

/** The whole file as a `data:` URL of the given type, whatever the file says of itself. */
export function readDataURL(file: Blob, mediaType: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(new Blob([file], { type: mediaType }));
  });
}
