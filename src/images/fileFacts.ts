import { readImageFacts } from "../client/imageFacts.js";

/** What the first bytes of an image file say, before anything decodes it. */
export interface FileFacts {
  /** IANA media type, told from the bytes, whatever the file calls itself. */
  mediaType: string;
  /** Pixels as stored, before any EXIF rotation; absent where the header does not say. */
  width?: number | undefined;
  height?: number | undefined;
  /** Whether its pixels may be transparent. */
  mayBeTransparent: boolean;
}

/** How far the sizes that an AVIF or HEIC file names are looked for, in bytes. */
const heifHeader = 512 * 1024;

/**
 * Reads the type and size of an image of any kind that people attach; `undefined` for what is no image. Never throws: what
 * is cut off is missing from the result.
 */
export function readFileFacts(bytes: Uint8Array): FileFacts | undefined {
  const common = readImageFacts(bytes);
  if (common) {
    const { mediaType, width, height } = common;
    return { mediaType, width, height, mayBeTransparent: mediaType !== "image/jpeg" };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = latin1(bytes, 0, 12);
  if (head.startsWith("BM") && bytes.length >= 26) return readBMP(view);
  if (head.slice(4, 8) === "ftyp") return readHEIF(bytes, view);
  if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return bare("image/tiff");
  if (head.startsWith("\0\0\x01\0")) return bare("image/x-icon");
  return isSVG(new TextDecoder().decode(bytes.subarray(0, 4096)))
    ? bare("image/svg+xml")
    : undefined;
}

function isSVG(text: string): boolean {
  return /^\s*</.test(text) && /<svg[\s/>]/i.test(text) && !/<html[\s>]/i.test(text);
}

function bare(mediaType: string): FileFacts {
  return { mediaType, mayBeTransparent: true };
}

/** A negative height only says that the rows go from top to bottom. */
function readBMP(view: DataView): FileFacts {
  const [width, height] = [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
  return { mediaType: "image/bmp", width, height, mayBeTransparent: false };
}

/**
 * AVIF and HEIC: the largest of the sizes they name is that of the picture, for it may be made of tiles.
 *
 * @see https://aomediacodec.github.io/av1-avif/
 */
function readHEIF(bytes: Uint8Array, view: DataView): FileFacts | undefined {
  const brands = latin1(bytes, 8, Math.min(view.getUint32(0), 64) - 8);
  const mediaType = /avi[fs]/.test(brands)
    ? "image/avif"
    : /hei[cxms]|hev[cx]|mif1|msf1/.test(brands)
      ? "image/heic"
      : undefined;
  if (!mediaType) return undefined;
  let [width, height] = [0, 0];
  for (let at = 0; at + 16 <= Math.min(bytes.length, heifHeader); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue; // "ispe"
    const next = [view.getUint32(at + 8), view.getUint32(at + 12)] as const;
    if (next[0] * next[1] > width * height) [width, height] = next;
  }
  return { ...bare(mediaType), ...(width > 0 && { width, height }) };
}

/** Bytes as Latin-1 text: shorter than asked where the file ends. */
function latin1(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.max(0, length)));
}
