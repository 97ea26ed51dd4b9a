import { imageRules } from "../limits/images.js";
import type { FilePart } from "../messages.js";
import type { Target } from "../protocol.js";
import { base64Of, mediaTypeOf, refusedFile, wrappedTextOf } from "./attachedFiles.js";
import type { GeminiRules } from "../limits/geminiGenerate.js";

/** A file as Gemini takes it: its bytes, or an address it fetches itself. */
export type GeminiFile =
  | { inlineData: { mimeType: string; data: string } }
  | { fileData: { mimeType: string; fileUri: string } }
  | { text: string };

/**
 * Writes one file.
 *
 * @throws ChatError `image_rejected` or `bad_request` for one the target does not take.
 */
export function toFileData(file: FilePart, target: Target, rules: GeminiRules): GeminiFile {
  const mimeType = mediaTypeOf(file);
  const isImage = mimeType.startsWith("image/");
  const { mediaTypes, remote } = imageRules(target.provider);
  if (!isImage && !rules.files.some((prefix) => mimeType.startsWith(prefix))) {
    const text = wrappedTextOf(file);
    if (text !== undefined) return { text };
    throw refusedFile(file, target, "Remove it, or choose another model.");
  }
  // "image/*" is what an address without a known type is called.
  if (isImage && mimeType !== "image/*" && !mediaTypes.includes(mimeType)) {
    throw refusedFile(file, target, "Send it as PNG or JPEG.");
  }
  const data = base64Of(file);
  if (data !== undefined) return { inlineData: { mimeType, data } };
  const takesAddress = remote && /^(?:https?|gs):/.test(file.url);
  if (!takesAddress && !rules.fileURLs.test(file.url)) {
    throw refusedFile(file, target, "Attach the file itself instead of its address.");
  }
  // An address needs a type, and most images have this one.
  const type = mimeType === "image/*" ? "image/jpeg" : mimeType;
  return { fileData: { mimeType: type, fileUri: file.url } };
}

/** Whether it is an image that is here as bytes and of a type the target reads. */
export function isOwnedImage(file: FilePart, target: Target): boolean {
  const { mediaTypes } = imageRules(target.provider);
  return base64Of(file) !== undefined && mediaTypes.includes(mediaTypeOf(file));
}
