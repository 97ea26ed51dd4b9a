import type { ImageFacts } from "../../src/client/imageFacts.js";

/** Enough to tell the main colours. */
const side = 64;
/** Decoding takes four bytes a pixel, and nobody waits for a colour. */
const maxPixels = 40_000_000;

/**
 * The picture as RGBA, scaled to 64 × 64. `undefined` where there is no canvas (Node), where the picture is larger than
 * 40 megapixels, and where it does not decode.
 */
export async function readPixels(
  bytes: Uint8Array,
  { mediaType, width = 0, height = 0 }: ImageFacts,
): Promise<Uint8ClampedArray | undefined> {
  if (typeof createImageBitmap === "undefined" || typeof OffscreenCanvas === "undefined") return;
  if (width * height > maxPixels) return;
  try {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mediaType }));
    const context = new OffscreenCanvas(side, side).getContext("2d");
    context?.drawImage(bitmap, 0, 0, side, side);
    bitmap.close();
    return context?.getImageData(0, 0, side, side).data;
  } catch {
    return; // Damaged, or a browser that guards canvases: the measurements stand without colours.
  }
}
