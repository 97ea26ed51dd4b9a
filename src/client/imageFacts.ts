/** What the header of an image file says. */
export interface ImageFacts {
  /** Told from the bytes, whatever the file calls itself. */
  mediaType: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  /** Pixels as stored, before any EXIF rotation; absent when the header is cut off. */
  width?: number;
  height?: number;
  /** Whether the file carries EXIF data, which may hold the place and time a photo was taken. */
  hasExif: boolean;
}

type Size = Pick<ImageFacts, "width" | "height">;

/**
 * Reads the header of a PNG, JPEG, GIF or WebP file without decoding the picture; `undefined` for anything else.
 * Never throws: what is cut off is missing from the result.
 */
export function readImageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (textAt(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return readPNG(bytes, view);
  if (textAt(bytes, 0, 3) === "\xff\xd8\xff") return readJPEG(bytes, view);
  if (/^GIF8[79]a$/.test(textAt(bytes, 0, 6))) {
    return { mediaType: "image/gif", ...sizeAt(view, 6, 2, true), hasExif: false };
  }
  if (textAt(bytes, 0, 4) === "RIFF" && textAt(bytes, 8, 4) === "WEBP")
    return readWebP(bytes, view);
  return undefined;
}

/** @see https://www.w3.org/TR/png-3/#5Chunk-layout */
function readPNG(bytes: Uint8Array, view: DataView): ImageFacts {
  let hasExif = false;
  for (let at = 8; at + 8 <= bytes.length && !hasExif; at += 12 + view.getUint32(at)) {
    hasExif = textAt(bytes, at + 4, 4) === "eXIf";
  }
  const size = textAt(bytes, 12, 4) === "IHDR" ? sizeAt(view, 16, 4, false) : {};
  return { mediaType: "image/png", ...size, hasExif };
}

/** @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf table B.1 */
function readJPEG(bytes: Uint8Array, view: DataView): ImageFacts {
  const facts: ImageFacts = { mediaType: "image/jpeg", hasExif: false };
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // A fill byte: any number may precede a marker.
      continue;
    }
    if (marker === 0xe1 && textAt(bytes, at + 4, 6) === "Exif\0\0") facts.hasExif = true;
    if (isFrameHeader(marker)) {
      const { width: height, height: width } = sizeAt(view, at + 5, 2, false);
      return width && height ? { ...facts, width, height } : facts;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return facts;
}

/** SOF0 to SOF15 without the three markers in that range that mean something else. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function readWebP(bytes: Uint8Array, view: DataView): ImageFacts {
  const facts: ImageFacts = { mediaType: "image/webp", hasExif: false };
  const chunk = textAt(bytes, 12, 4);
  if (chunk === "VP8 " && bytes.length >= 30) {
    return {
      ...facts,
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  }
  if (chunk === "VP8L" && bytes.length >= 25) {
    const bits = view.getUint32(21, true);
    return { ...facts, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === "VP8X" && bytes.length >= 30) {
    const hasExif = (view.getUint8(20) & 0x08) !== 0;
    const width = (view.getUint32(24, true) & 0xffffff) + 1;
    const height = (view.getUint32(26, true) >>> 8) + 1;
    return { ...facts, width, height, hasExif };
  }
  return facts;
}

/** Two numbers of `bytesEach` bytes, width first. */
function sizeAt(view: DataView, at: number, bytesEach: 2 | 4, littleEndian: boolean): Size {
  if (at + 2 * bytesEach > view.byteLength) return {};
  const read = (offset: number) =>
    bytesEach === 2 ? view.getUint16(offset, littleEndian) : view.getUint32(offset, littleEndian);
  return { width: read(at), height: read(at + bytesEach) };
}

/** Bytes as Latin-1 text: shorter than asked where the file ends. */
function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
