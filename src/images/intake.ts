import type { AttachmentRefusal } from "../client/attachmentRefusal.js";
import { decodedTypes } from "../client/fittableImage.js";
import type { FileFacts } from "./fileFacts.js";

/** The most pixels that are decoded: at four bytes each, what a browser can be asked to hold. */
export const maxImagePixels = 100_000_000;

/** How many times as long as the short side the long one may be: beyond that, shrinking leaves nothing to see. */
export const maxAspectRatio = 100;

/** Other images are refused by name. Safari alone decodes HEIC; elsewhere that fails, and is said. */
const taken: ReadonlySet<string> = new Set([...decodedTypes, "image/heic"]);

/**
 * Why a file is not even decoded; `undefined` for one that may be. A drawing (SVG) is refused: what it shows depends on
 * fonts, scripts and addresses, and it has no pixels of its own. So are TIFF and icons, which hardly any browser decodes.
 *
 * @param facts `undefined` for what is no image.
 */
export function refuseFile(
  facts: FileFacts | undefined,
  bytes: number,
): AttachmentRefusal | undefined {
  if (bytes === 0) return { reason: "empty" };
  if (!facts) return { reason: "not_an_image" };
  const { mediaType, width = 0, height = 0 } = facts;
  if (!taken.has(mediaType)) return { reason: "unsupported_type", mediaType };
  if (width <= 0 || height <= 0) return { reason: "unreadable" };
  if (width * height > maxImagePixels) {
    return { reason: "too_many_pixels", width, height, maxPixels: maxImagePixels };
  }
  if (Math.max(width, height) > Math.min(width, height) * maxAspectRatio) {
    return { reason: "aspect_ratio", width, height, maxRatio: maxAspectRatio };
  }
  return undefined;
}
