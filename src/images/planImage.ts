import type { ImageTarget } from "./imageTarget.js";

/** An image that is about to be sent, as far as it is known. */
export interface SourceImage {
  /** IANA media type, told from the bytes. */
  readonly mediaType: string;
  /** Bytes of the file. */
  readonly bytes: number;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly isTransparent: boolean;
  /** Whether the file holds one picture and nothing else. */
  readonly isBare: boolean;
}

/** What is done to an image. */
export interface ImagePlan {
  /** Whether the file is taken as it is. */
  readonly keeps: boolean;
  /** Pixels afterwards. */
  readonly width: number;
  readonly height: number;
  /** How to write it, the best first: the first that is small enough is taken. */
  readonly formats: readonly ImageFormat[];
}

/** A type that browsers write. */
export type ImageFormat = "image/png" | "image/jpeg" | "image/webp";

/** A PNG that needs less than this for a pixel is a drawing, a screenshot or a scan: as JPEG its edges would blur. */
const flatBytesPerPixel = 1;

/** Decides what is done to an image for a target. Pure. */
export function planImage(image: SourceImage, target: ImageTarget): ImagePlan {
  const { width, height } = fitSize(image, target);
  const { mediaTypes, maxBytes = Infinity } = target;
  const keeps =
    image.isBare &&
    mediaTypes.includes(image.mediaType) &&
    width === image.width &&
    height === image.height &&
    image.bytes <= maxBytes;
  const formats = formatsFor(image).filter((format) => mediaTypes.includes(format));
  return { keeps, width, height, formats };
}

/** The largest size of the same shape that a target takes, at least one pixel each way. */
export function fitSize(
  { width, height }: Pick<SourceImage, "width" | "height">,
  { maxSidePx, maxPixels = Infinity }: Pick<ImageTarget, "maxSidePx" | "maxPixels">,
): { width: number; height: number } {
  const scale = Math.min(
    1,
    maxSidePx / Math.max(width, height),
    Math.sqrt(maxPixels / (width * height)),
  );
  // A little more than nothing, because 4000 * (1568 / 4000) may fall short of 1568.
  const scaled = (side: number): number => Math.max(1, Math.floor(side * scale + 1e-6));
  return { width: scaled(width), height: scaled(height) };
}

function formatsFor({
  mediaType,
  bytes,
  width,
  height,
  isTransparent,
}: SourceImage): ImageFormat[] {
  const isExact = mediaType === "image/png" || mediaType === "image/gif";
  if (isExact && bytes < width * height * flatBytesPerPixel) {
    return ["image/png", "image/webp", "image/jpeg"];
  }
  if (isTransparent) return ["image/webp", "image/png", "image/jpeg"];
  return ["image/jpeg", "image/webp", "image/png"];
}
