/** What describes the pixels themselves. All else may say where, when or by whom a picture was made. */
const plainPNG = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST".split(" "),
);
const plainWebP = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"]);

/**
 * Whether a PNG, JPEG or WebP file holds one picture and nothing else: no EXIF, XMP, IPTC or comment, no further frame or
 * picture, no byte behind its end. Only such a file is sent as it is. False for anything else. Never throws.
 */
export function isBare(bytes: Uint8Array, mediaType: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "image/png") return isBarePNG(bytes, view);
  if (mediaType === "image/jpeg") return isBareJPEG(bytes, view);
  return mediaType === "image/webp" && isBareWebP(bytes, view);
}

/** @see https://www.w3.org/TR/png-3/#5Chunk-layout */
function isBarePNG(bytes: Uint8Array, view: DataView): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = nameAt(bytes, at + 4);
    if (!plainPNG.has(name)) return false;
    at += 12 + view.getUint32(at);
    if (name === "IEND") return at === bytes.length;
  }
  return false;
}

/** @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf annex B */
function isBareJPEG(bytes: Uint8Array, view: DataView): boolean {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1]!;
    // Padding, which may stand before any marker.
    if (marker === 0xff) at += 1;
    else {
      if (!isPlainSegment(bytes, at, marker)) return false;
      at += 2 + view.getUint16(at + 2);
      if (marker === 0xda) at = endOfScan(bytes, at);
    }
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2 === bytes.length;
  }
  return false;
}

function isPlainSegment(bytes: Uint8Array, at: number, marker: number): boolean {
  if (marker === 0xe0) return nameAt(bytes, at + 4) === "JFIF";
  if (marker === 0xe2) return nameAt(bytes, at + 4) === "ICC_";
  // Frames, tables, restarts and scans; the rest are comments and application data, such as Adobe's, whose colours may be
  // those of print.
  return marker >= 0xc0 && marker <= 0xdf;
}

/** Where the next marker stands: in the picture's own data a 0xff is followed by a zero or a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && (bytes[at + 1] === 0 || (bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7))) {
    at = bytes.indexOf(0xff, at + 2);
  }
  return at < 0 ? bytes.length : at;
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function isBareWebP(bytes: Uint8Array, view: DataView): boolean {
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (!plainWebP.has(nameAt(bytes, at))) return false;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return at === bytes.length && view.getUint32(4, true) + 8 === bytes.length;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
