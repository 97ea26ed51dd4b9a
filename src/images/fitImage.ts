import type { AttachmentRefusal } from "../client/attachmentRefusal.js";
import { measureImage } from "../client/attachedImage.js";
import type { FilePart } from "../client/messages.js";
import { fileOf } from "../internal/dataURL.js";
import type { ImageTarget } from "./imageTarget.js";
import { isBare } from "./isBare.js";
import type { ImageOutcome } from "./processImage.js";
import { isPrepared } from "./prepareImage.js";
import { workshop, type WorkOptions } from "./workshop.js";

/** An image as a target takes it, or why there is none. */
export type FittedImage = { readonly part: FilePart } | { readonly refusal: AttachmentRefusal };

const fitted = new WeakMap<FilePart, Map<string, Promise<FittedImage>>>();

/**
 * The image of a `data:` URL as a target takes it: the same part where it already is so. Each part is made once for a
 * target, and the result is kept as long as the part.
 *
 * @throws Error where the browser cannot make it, though nothing is wrong with the image.
 */
export function fitImage(
  part: FilePart,
  target: ImageTarget,
  options: Pick<WorkOptions, "workerUrl"> = {},
): Promise<FittedImage> {
  const byTarget = fitted.get(part) ?? new Map<string, Promise<FittedImage>>();
  fitted.set(part, byTarget);
  const key = JSON.stringify(target);
  const known = byTarget.get(key);
  if (known) return known;
  const made = fit(part, target, options);
  byTarget.set(key, made);
  // What failed may go better the next time.
  made.catch(() => byTarget.delete(key));
  return made;
}

async function fit(
  part: FilePart,
  target: ImageTarget,
  options: WorkOptions,
): Promise<FittedImage> {
  if (isPrepared(part) && isSmallEnough(part, target)) return { part };
  let outcome: ImageOutcome;
  try {
    outcome = await workshop.work({ source: part.url, target }, options);
  } catch (thrown) {
    // As it is, where that gives nothing away.
    if (isSmallEnough(part, target) && (await isBarePart(part))) return { part };
    throw thrown;
  }
  if ("refusal" in outcome) {
    // What this browser does not read, the provider may.
    const isUnknown = outcome.refusal.reason === "unsupported_type";
    return isUnknown && isSmallEnough(part, target) ? { part } : outcome;
  }
  const { url, mediaType } = outcome.image;
  return { part: url === part.url ? part : { ...part, url, mediaType } };
}

/** By its header. What that does not say counts as small enough. */
function isSmallEnough(
  part: FilePart,
  { mediaTypes, maxSidePx, maxPixels = Infinity, maxBytes = Infinity }: ImageTarget,
): boolean {
  const { mediaType, bytes = 0, width = 0, height = 0 } = measureImage(part);
  return (
    mediaTypes.includes(mediaType) &&
    Math.max(width, height) <= maxSidePx &&
    width * height <= maxPixels &&
    bytes <= maxBytes
  );
}

async function isBarePart(part: FilePart): Promise<boolean> {
  const bytes = await fileOf(part.url)?.arrayBuffer();
  return bytes !== undefined && isBare(new Uint8Array(bytes), measureImage(part).mediaType);
}
