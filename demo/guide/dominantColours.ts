/** A colour and how much of the picture it covers. */
export interface Colour {
  /** `#rrggbb` in sRGB. */
  hex: string;
  /** Share of the visible pixels, 0 to 1. */
  share: number;
}

/** Less than this is a detail, not a main colour. */
const minShare = 0.05;

/**
 * The commonest colours, largest first: pixels are sorted into 8 × 8 × 8 boxes, and each of the fullest boxes gives the
 * mean of what is in it. Transparent pixels do not count.
 *
 * @param pixels RGBA, one byte each, as in `ImageData.data`.
 */
export function dominantColours(pixels: Uint8ClampedArray, most: number = 4): Colour[] {
  const boxes = new Map<number, { count: number; sum: [number, number, number] }>();
  let visible = 0;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 128) continue;
    visible += 1;
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    const { count, sum } = boxes.get(key) ?? { count: 0, sum: [0, 0, 0] };
    boxes.set(key, { count: count + 1, sum: [sum[0] + red, sum[1] + green, sum[2] + blue] });
  }
  return [...boxes.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ count, sum }) => ({
      hex: toHex(sum.map((total) => total / count)),
      share: count / visible,
    }))
    .filter(({ share }) => share >= minShare);
}

function toHex(channels: readonly number[]): string {
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}
