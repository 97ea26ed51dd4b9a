import type { AttachedImage } from "./attachedImage.js";

/** The image types that every supported browser decodes, by IANA media type. */
export const decodedTypes: readonly string[] = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/bmp",
  "image/avif",
];

/** Characters of base64 in which an image still shows something, however little room there is. */
const leastLength = 40_000;

/** Whether an image can be made into what a provider takes: it is here, and of a type that is decoded. */
export function isFittable({ part, mediaType }: AttachedImage): boolean {
  return part.url.startsWith("data:") && decodedTypes.includes(mediaType);
}

/** By how many characters of base64 images can be made smaller together. */
export function sparedLength(images: readonly AttachedImage[]): number {
  return images
    .filter(isFittable)
    .reduce((sum, { part }) => sum + Math.max(0, part.url.length - leastLength), 0);
}
