/** Why a file was not taken, or cannot be sent. */
export type AttachmentRefusal =
  /** No bytes; damaged; no image at all. */
  | { reason: "empty" | "unreadable" | "not_an_image" }
  /** Nothing is wrong with it, but the browser cannot do the work. */
  | { reason: "failed" }
  /** An image of a type that this browser does not decode, or that is not safe to. */
  | { reason: "unsupported_type"; mediaType: string }
  /** A file that fits none of the patterns of what can be attached. */
  | { reason: "not_accepted"; mediaType: string; accept: readonly string[] }
  | { reason: "too_many_files"; maxFiles: number }
  /** `message`: what the host said of it. */
  | { reason: "upload_failed"; message: string | undefined }
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
      return `${name} is ${megabytes(refusal.bytes)}; files may be at most ${megabytes(refusal.maxBytes)}.`;
    case "not_accepted":
      return `${name} can't be attached here. Attach ${acceptedNames(refusal.accept)}.`;
    case "too_many_files":
      return `${name} is one too many: a message may have at most ${refusal.maxFiles} ${refusal.maxFiles === 1 ? "file" : "files"}. Remove another one first.`;
    case "upload_failed":
      return ["The upload of", name, "failed.", refusal.message, "Try again."]
        .filter(Boolean)
        .join(" ");
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

const groupNames: Readonly<Record<string, string>> = {
  "image/*": "images",
  "audio/*": "audio",
  "video/*": "videos",
  "text/*": "text files",
  "text/plain": "text files",
  "application/pdf": "PDFs",
  "application/json": "JSON",
};

/** "images, PDFs or text files" */
function acceptedNames(accept: readonly string[]): string {
  const names = accept.map((pattern) => groupNames[pattern] ?? pattern.replace(/^image\//, ""));
  const [last, ...before] = [...new Set(names)].toReversed();
  return [before.toReversed().join(", "), last].filter(Boolean).join(" or ");
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
