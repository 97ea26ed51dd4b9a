import { ChatError } from "../errors.js";
import { type ImageRules, imageRules } from "../limits/images.js";
import { isolateName } from "../isolateName.js";
import type { FilePart } from "../messages.js";
import { textTypes } from "../limits/files.js";
import type { Target } from "../protocol.js";

/** A file's IANA media type, told from its `data:` URL where the part says no more than `image/*`. */
export function mediaTypeOf({ mediaType, url }: FilePart): string {
  const named = mediaType.endsWith("/*")
    ? (/^data:([^;,]+)/.exec(url)?.[1] ?? mediaType)
    : mediaType;
  return named === "image/jpg" ? "image/jpeg" : named;
}

/** The base64 in a file's `data:` URL; `undefined` for any other address. */
export function base64Of({ url }: FilePart): string | undefined {
  return /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1];
}

/** The text of a text file in a `data:` URL; `undefined` for any other file, and for one that is not what it says. */
export function textOf(file: FilePart): string | undefined {
  const [, kind = "", data] = /^data:([^,]*),(.*)$/s.exec(file.url) ?? [];
  if (data === undefined || !isTextType(mediaTypeOf(file))) return undefined;
  try {
    if (!kind.endsWith(";base64")) return decodeURIComponent(data);
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether files of this media type are text. */
export function isTextType(mediaType: string): boolean {
  return textTypes.some((type) => mediaType.startsWith(type));
}

/**
 * A text file as words of a message, under its name: how it is sent where no text documents are taken. `undefined` for any
 * other file.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-engineering/long-context-tips
 */
export function wrappedTextOf(file: FilePart): string | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  const name = (file.filename ?? "file").replace(/["<>\p{Cc}]/gu, "_");
  return `<document name="${name}">\n${text}\n</document>`;
}

/**
 * Makes sure that the target takes an image of this type from this address.
 *
 * @param rules Default: those of the target's provider.
 * @throws ChatError `image_rejected` where it does not.
 */
export function checkImage(
  file: FilePart,
  target: Target,
  { mediaTypes, remote }: ImageRules = imageRules(target.provider),
): void {
  const mediaType = mediaTypeOf(file);
  // "image/*" is what an address without a known type is called.
  if (mediaType !== "image/*" && !mediaTypes.includes(mediaType)) {
    throw refusedFile(file, target, "Send it as PNG or JPEG.");
  }
  if (base64Of(file) === undefined && !(remote && /^https?:/i.test(file.url))) {
    throw refusedFile(file, target, "Attach the image itself instead of its address.");
  }
}

/** The error of a file that the target does not take. `remedy` is a sentence: what to do about it. */
export function refusedFile(
  file: FilePart,
  { provider, model, name = provider }: Target,
  remedy: string,
): ChatError {
  const what = file.filename ? `"${isolateName(file.filename)}"` : "the attached file";
  return new ChatError(
    file.mediaType.startsWith("image/") ? "image_rejected" : "bad_request",
    `${name} does not take ${what} (${file.mediaType}). ${remedy}`,
    { provider, model },
  );
}
