/** Colours of the four corners of a painted image, upright: top left, top right, bottom left, bottom right. */
export const corners = [
  [220, 40, 40],
  [40, 180, 60],
  [50, 70, 220],
  [230, 200, 40],
] as const;

/** Where a stored row and column come from, for each EXIF orientation: whether swapped, and which ends are turned round. */
const orientations: Readonly<Record<number, readonly [swaps: boolean, x: boolean, y: boolean]>> = {
  1: [false, false, false],
  2: [false, true, false],
  3: [false, true, true],
  4: [false, false, true],
  5: [true, false, false],
  6: [true, true, false],
  7: [true, true, true],
  8: [true, false, true],
};

/** An upright picture of 40 × 80 pixels whose quarters have the colours of `corners`, stored as the orientation asks. */
export async function orientedJPEG(orientation: number): Promise<File> {
  const [swaps, turnsX, turnsY] = orientations[orientation]!;
  const [width, height] = swaps ? [80, 40] : [40, 80];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  for (const stored of [0, 1, 2, 3]) {
    const [column, row] = [stored % 2, Math.floor(stored / 2)];
    const x = swaps ? row : column;
    const y = swaps ? column : row;
    const upright = (turnsX ? 1 - x : x) + 2 * (turnsY ? 1 - y : y);
    context.fillStyle = `rgb(${corners[upright]!.join()})`;
    context.fillRect((column * width) / 2, (row * height) / 2, width / 2, height / 2);
  }
  const plain = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
  return new File([await withEXIF(plain, orientation)], `orientation-${orientation}.jpg`, {
    type: "image/jpeg",
  });
}

/** The JPEG with an EXIF segment: an orientation, and a place. */
export async function withEXIF(jpeg: Blob, orientation = 1): Promise<Blob> {
  const word = (value: number): number[] => [value >> 8, value & 255];
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [
    ...word(tag),
    ...word(type),
    ...word(0),
    ...word(count),
    ...value,
  ];
  const orientationEntry = entry(0x0112, 3, 1, [...word(orientation), 0, 0]);
  const placeEntry = entry(0x8825, 4, 1, [0, 0, 0, 38]);
  const directory = [...word(2), ...orientationEntry, ...placeEntry, 0, 0, 0, 0];
  const place = [...word(1), ...entry(1, 2, 2, [78, 0, 0, 0]), 0, 0, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, ...directory, ...place];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const segment = Uint8Array.from([0xff, 0xe1, ...word(exif.length + 2), ...exif]);
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: "image/jpeg" });
}

/** A drawing: few colours, and a PNG of few bytes. */
export function paint(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  corners.forEach((colour, at) => {
    context.fillStyle = `rgb(${colour.join()})`;
    context.fillRect((at % 2) * (width / 2), Math.floor(at / 2) * (height / 2), width, height);
  });
  return canvas.convertToBlob({ type, quality: 1 });
}

/** What compresses as badly as a photo, the same every time. */
export function noise(width: number, height: number, type: string, alpha = 1): Promise<Blob> {
  const data = new ImageData(width, height);
  let state = 1;
  for (let at = 0; at < data.data.length; at += 1) {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    data.data[at] = at % 4 === 3 ? Math.round(alpha * 255) : state >>> 24;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")!.putImageData(data, 0, 0);
  return canvas.convertToBlob({ type, quality: 1 });
}

/** The pixels of an image, scaled to so many. */
export async function pixelsOf(
  url: string,
  width: number,
  height: number,
): Promise<Uint8ClampedArray> {
  const image = await createImageBitmap(await (await fetch(url)).blob());
  const context = new OffscreenCanvas(width, height).getContext("2d")!;
  context.drawImage(image, 0, 0, width, height);
  image.close();
  return context.getImageData(0, 0, width, height).data;
}

/** A GIF of two pictures, each one pixel. */
export function animatedGIF(): Blob {
  const picture = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const palette = [255, 0, 0, 0, 0, 255];
  const head = [...new TextEncoder().encode("GIF89a"), 1, 0, 1, 0, 0x80, 0, 0, ...palette];
  return new Blob([Uint8Array.from([...head, ...picture, ...picture, 0x3b])]);
}
