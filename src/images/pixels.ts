import type { ImageFormat } from "./planImage.js";

/** Something to draw on: off the page where the browser has that, which a worker needs. */
type Canvas = OffscreenCanvas | HTMLCanvasElement;

/** The longest side of a canvas between two steps: a phone's browser has no larger ones. */
const maxStepPx = 4096;

/**
 * Decodes an image, upright. The caller closes it.
 * @throws DOMException for what the browser does not decode.
 */
export function decode(file: Blob): Promise<ImageBitmap> {
  // Without `imageOrientation`: EXIF is followed by default everywhere, and the word for it differs between browsers.
  return createImageBitmap(file);
}

/** Draws an image in another size, halving it step by step, because browsers scale well only down to a half. */
export function resize(image: ImageBitmap | Canvas, width: number, height: number): Canvas {
  let drawn: ImageBitmap | Canvas = image;
  for (;;) {
    const step = Math.min(1, maxStepPx / Math.max(drawn.width, drawn.height));
    const half = Math.min(step, 0.5);
    const next = [
      Math.max(width, Math.ceil(drawn.width * half)),
      Math.max(height, Math.ceil(drawn.height * half)),
    ] as const;
    const isLast = drawn.width * 0.5 <= width || (next[0] === width && next[1] === height);
    drawn = draw(drawn, ...(isLast ? ([width, height] as const) : next));
    if (isLast) return drawn;
  }
}

/**
 * Writes a canvas as a file; `undefined` where the browser does not write this type.
 * @param quality 0 to 1, for what loses something.
 */
export async function encode(
  canvas: Canvas,
  format: ImageFormat,
  quality: number,
): Promise<Blob | undefined> {
  // JPEG knows no transparency and would show black in its place.
  const source =
    format === "image/jpeg" ? draw(canvas, canvas.width, canvas.height, "#fff") : canvas;
  const file = await write(source, format, quality);
  // What a browser cannot write becomes a PNG.
  return file?.type === format ? file : undefined;
}

/** Whether an image shows what is behind it, told from a small copy. */
export function isTransparent(image: ImageBitmap): boolean {
  const { data } = contextOf(draw(image, 64, 64)).getImageData(0, 0, 64, 64);
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) return true;
  return false;
}

/**
 * Whether what is drawn can be read again: a browser that guards against fingerprinting hands out noise instead, which must
 * not be taken for a picture.
 */
export function canReadPixels(): boolean {
  const context = contextOf(createCanvas(2, 1));
  context.fillStyle = "#c86432";
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, , , , , clear] = context.getImageData(0, 0, 2, 1).data;
  return red === 200 && green === 100 && blue === 50 && clear === 0;
}

function draw(
  image: ImageBitmap | Canvas,
  width: number,
  height: number,
  background?: string,
): Canvas {
  const canvas = createCanvas(width, height);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = "high";
  if (background) {
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

function createCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas !== "undefined") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}

function contextOf(canvas: Canvas): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser has no canvas to draw on.");
  return context;
}

function write(canvas: Canvas, type: string, quality: number): Promise<Blob | null> {
  if ("convertToBlob" in canvas) return canvas.convertToBlob({ type, quality });
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, quality);
  });
}
