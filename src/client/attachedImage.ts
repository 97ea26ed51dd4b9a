import { bytesOf } from "../internal/dataURL.js";
import { readImageFacts } from "./imageFacts.js";
import type { FilePart } from "./messages.js";
import { mediaTypeOf } from "./protocols/attachedFiles.js";

/** An image of a conversation, measured without decoding it. */
export interface AttachedImage {
  readonly part: FilePart;
  /** IANA media type; `image/*` for an address that does not say. */
  readonly mediaType: string;
  /** Bytes before base64; `undefined` for an image that is an address. */
  readonly bytes: number | undefined;
  /** Pixels as stored; `undefined` for an address, and for a header that says nothing. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** How much base64 is decoded to find the size, in characters: the header alone, or what may stand before it. */
const headerLengths = [4_096, 262_144] as const;

const measured = new WeakMap<FilePart, AttachedImage>();

/** Measures an image by the header of its `data:` URL, each object once. Never throws. */
export function measureImage(part: FilePart): AttachedImage {
  const image = measured.get(part) ?? measure(part);
  measured.set(part, image);
  return image;
}

function measure(part: FilePart): AttachedImage {
  const base64At = /^data:[^,]{0,200};base64,/.exec(part.url)?.[0].length;
  let size: { width?: number; height?: number } = {};
  if (base64At !== undefined) {
    for (const length of headerLengths) {
      if (size.width === undefined) size = readSize(part.url.slice(base64At, base64At + length));
    }
  }
  return {
    part,
    mediaType: mediaTypeOf(part),
    bytes: bytesOf(part.url),
    width: size.width,
    height: size.height,
  };
}

function readSize(base64: string): { width?: number; height?: number } {
  try {
    const letters = atob(base64.slice(0, base64.length - (base64.length % 4)));
    return readImageFacts(Uint8Array.from(letters, (letter) => letter.charCodeAt(0))) ?? {};
  } catch {
    // Not base64 after all: the provider will say so.
    return {};
  }
}
