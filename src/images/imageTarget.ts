import { imageRules, readSidePx } from "../client/limits.js";
import { providerOf } from "../client/providerOf.js";
import type { ModelInfo } from "../client/types.js";

/** What an image has to be. */
export interface ImageTarget {
  /** IANA media types. */
  readonly mediaTypes: readonly string[];
  /** Most pixels along either side. */
  readonly maxSidePx: number;
  /** Most pixels in all. Default: no limit. */
  readonly maxPixels?: number | undefined;
  /** Most bytes before base64. Default: no limit. */
  readonly maxBytes?: number | undefined;
}

/** What a conversation keeps of an image: as much as any model reads, in bytes that nearly all take. */
export const preparedTarget: ImageTarget = {
  mediaTypes: ["image/png", "image/jpeg", "image/webp"],
  maxSidePx: 2576,
  maxBytes: 3_750_000,
};

/** How much of a request its images may be: the rest is text, tools and what frames them. */
const imageShare = 0.9;

/** Most characters of base64 that the images of one request may be together; `undefined` where no limit is known. */
export function imageBudget(model: ModelInfo): number | undefined {
  const { maxRequestBytes } = imageRules(providerOf(model));
  return maxRequestBytes === undefined ? undefined : Math.floor(maxRequestBytes * imageShare);
}

/**
 * What an image has to be for a model: no larger than its provider takes and than it reads.
 *
 * @param imageCount Images in the request: some providers want them smaller when there are many.
 */
export function imageTarget(model: ModelInfo, imageCount = 1): ImageTarget {
  const rules = imageRules(providerOf(model));
  const { maxSidePx = Infinity, many, mediaTypes, maxPixels } = rules;
  const isMany = many !== undefined && imageCount > many.images;
  const budget = imageBudget(model);
  const sizes = [rules.maxImageBytes ?? Infinity, rawBytes(budget ?? Infinity)];
  const maxBytes = Math.min(...sizes);
  return {
    mediaTypes,
    maxSidePx: Math.min(
      readSidePx(model.upstream ?? model.id),
      maxSidePx,
      isMany ? many.maxSidePx : Infinity,
    ),
    ...(maxPixels !== undefined && { maxPixels }),
    ...(maxBytes < Infinity && { maxBytes }),
  };
}

/** The bytes that so many characters of base64 hold. */
export function rawBytes(base64Length: number): number {
  return Math.floor((base64Length * 3) / 4);
}

/**
 * The most each may be so that all together stay within a budget: the small ones stay as they are, and the large ones share
 * what is left.
 */
export function fairShare(sizes: readonly number[], budget: number): number {
  let left = budget;
  const ascending = sizes.toSorted((a, b) => a - b);
  for (const [index, size] of ascending.entries()) {
    const share = left / (ascending.length - index);
    if (size > share) return Math.floor(share);
    left -= size;
  }
  return Infinity;
}
