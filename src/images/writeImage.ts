import type { ImageTarget } from "./imageTarget.js";
import { canReadPixels, encode, resize } from "./pixels.js";
import type { ImagePlan } from "./planImage.js";

/** A file and its size in pixels. */
export interface WrittenImage {
  readonly file: Blob;
  readonly width: number;
  readonly height: number;
}

/** For what loses something: the first that makes the file small enough is taken. */
const qualities = [0.9, 0.8, 0.7, 0.55] as const;

/** How often an image is made smaller when no quality is enough, and to what share of each side. */
const rounds = 8;
const roundScale = 0.7;

/**
 * Writes a decoded image as planned, and smaller than planned where its bytes ask for it.
 *
 * @throws Error where the browser cannot write it.
 */
export async function writeImage(
  bitmap: ImageBitmap,
  plan: ImagePlan,
  { maxBytes = Infinity }: ImageTarget,
  signal?: AbortSignal,
): Promise<WrittenImage> {
  if (!canReadPixels()) throw new Error("This browser keeps drawn pictures from being read.");
  let { width, height } = plan;
  for (let round = 0; round < rounds; round += 1) {
    const canvas = resize(bitmap, width, height);
    for (const format of plan.formats) {
      for (const quality of format === "image/png" ? [1] : qualities) {
        signal?.throwIfAborted();
        const file = await encode(canvas, format, quality);
        if (!file) break;
        if (file.size <= maxBytes) return { file, width, height };
      }
    }
    width = Math.max(1, Math.floor(width * roundScale));
    height = Math.max(1, Math.floor(height * roundScale));
  }
  throw new Error(`The image could not be written in ${maxBytes} bytes.`);
}
