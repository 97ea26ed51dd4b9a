/** Image files that are only headers: enough to be measured, nothing to decode. */

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const big16 = (value: number) => [value >> 8, value & 0xff];
const big32 = (value: number) => [...big16(value >>> 16), ...big16(value & 0xffff)];
const little16 = (value: number) => big16(value).toReversed();
const little24 = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff];
const little32 = (value: number) => big32(value).toReversed();

const noCRC = [0, 0, 0, 0];

const join = (...runs: readonly (readonly number[])[]) => Uint8Array.from(runs.flat());

export function png(width: number, height: number, hasExif = false): Uint8Array {
  return join(
    [0x89, ...ascii("PNG\r\n\x1a\n")],
    [...big32(13), ...ascii("IHDR"), ...big32(width), ...big32(height), 8, 6, 0, 0, 0, ...noCRC],
    hasExif ? [...big32(2), ...ascii("eXIf"), 77, 77, ...noCRC] : [],
    [...big32(0), ...ascii("IEND"), ...noCRC],
  );
}

/** An APP1 segment with EXIF data. */
export const exif: readonly number[] = [0xff, 0xe1, ...big16(10), ...ascii("Exif\0\0"), 77, 77];

/** `before` stands between the JFIF header and the frame; `frame` is the frame's marker. */
export function jpeg(
  width: number,
  height: number,
  before: readonly number[] = [],
  frame = 0xc0,
): Uint8Array {
  return join([0xff, 0xd8, 0xff, 0xe0, ...big16(7), ...ascii("JFIF\0")], before, [
    0xff,
    frame,
    ...big16(11),
    8,
    ...big16(height),
    ...big16(width),
    1,
    1,
    0x11,
    0,
  ]);
}

export function gif(width: number, height: number): Uint8Array {
  return join(ascii("GIF89a"), little16(width), little16(height), [0, 0, 0]);
}

export function webpLossy(width: number, height: number): Uint8Array {
  const scaled = 0x4000; // The two bits above each number are a scale, not part of it.
  const size = [...little16(width | scaled), ...little16(height | scaled)];
  return webp("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, ...size]);
}

export function webpLossless(width: number, height: number): Uint8Array {
  const bits = (width - 1) | ((height - 1) << 14) | (1 << 28);
  return webp("VP8L", [0x2f, ...little32(bits)]);
}

export function webpExtended(width: number, height: number, hasExif = false): Uint8Array {
  const flags = hasExif ? 0x08 : 0;
  return webp("VP8X", [flags, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)]);
}

function webp(chunk: string, data: readonly number[]): Uint8Array {
  const length = little32(12 + data.length);
  const head = [...ascii(chunk), ...little32(data.length)];
  return join(ascii("RIFF"), length, ascii("WEBP"), head, data);
}
