/** Why an image was not taken, or cannot be sent. */
export type AttachmentRefusal =
  /** No bytes; damaged; no image at all. */
  | { reason: "empty" | "unreadable" | "not_an_image" }
  /** Nothing is wrong with it, but the browser cannot do the work. */
  | { reason: "failed" }
  /** An image of a type that this browser does not decode, or that is not safe to. */
  | { reason: "unsupported_type"; mediaType: string }
  | { reason: "too_large"; bytes: number; maxBytes: number }
  | { reason: "too_many_pixels"; width: number; height: number; maxPixels: number }
  /** `maxRatio`: how many times as long as the short side the long one may be. */
  | { reason: "aspect_ratio"; width: number; height: number; maxRatio: number };

/** Why, in English: what happened and what to do. */
export function refusalMessage(name: string, refusal: AttachmentRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return `${name} is empty.`;
    case "unreadable":
      return `${name} could not be read. The file may be damaged.`;
    case "failed":
      return `${name} could not be made ready by this browser. Try again, or attach a smaller JPEG.`;
    case "not_an_image":
      return `${name} is not an image. Attach a PNG, JPEG, GIF or WebP file.`;
    case "unsupported_type":
      return `${name} is ${typeName(refusal.mediaType)}, which can't be read here. Save it as PNG or JPEG and attach that.`;
    case "too_large":
      return `${name} is ${megabytes(refusal.bytes)}; images may be at most ${megabytes(refusal.maxBytes)}.`;
    case "too_many_pixels":
      return `${name} is ${refusal.width} × ${refusal.height} pixels; images may have at most ${Math.floor(refusal.maxPixels / 1e6)} megapixels.`;
    case "aspect_ratio":
      return `${name} is ${refusal.width} × ${refusal.height} pixels; one side may be at most ${refusal.maxRatio} times the other.`;
  }
}

/** Rounded up, so that what is just over a limit does not look equal to it. */
function megabytes(bytes: number): string {
  return `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1)} MB`;
}

const typeNames: Readonly<Record<string, string>> = {
  "image/svg+xml": "an SVG drawing",
  "image/heic": "a HEIC photo",
  "image/avif": "an AVIF image",
  "image/tiff": "a TIFF image",
};

function typeName(mediaType: string): string {
  return typeNames[mediaType] ?? `an image of type ${mediaType}`;
}
