import type { FilePart } from "../messages.js";
import type { Target } from "../protocol.js";
import type { ResponsesRules } from "../limits/openaiResponses.js";
import { base64Of, checkImage, mediaTypeOf, refusedFile, wrappedTextOf } from "./attachedFiles.js";

/** A file in a message's content. */
export type WireInputFile =
  | { type: "input_image"; image_url: string }
  | { type: "input_file"; file_data: string; filename: string }
  | { type: "input_file"; file_url: string }
  | { type: "input_text"; text: string };

/**
 * Writes a file: a `data:` URL as it is, an `https:` address where the provider fetches it itself.
 *
 * @throws ChatError `image_rejected` or `bad_request` for one the target does not take.
 */
export function toInputFile(file: FilePart, target: Target, rules: ResponsesRules): WireInputFile {
  if (file.mediaType.startsWith("image/")) {
    checkImage(file, target);
    return { type: "input_image", image_url: file.url };
  }
  const mediaType = mediaTypeOf(file);
  if (!rules.files.some((prefix) => mediaType.startsWith(prefix))) {
    const text = wrappedTextOf(file);
    if (text !== undefined) return { type: "input_text", text };
    throw refusedFile(file, target, "Remove it, or choose another model.");
  }
  if (isAddress(file.url)) return { type: "input_file", file_url: file.url };
  if (base64Of(file) === undefined) throw refusedFile(file, target, "Attach the file itself.");
  const extension = /(?:pdf|json)$/.exec(mediaType)?.[0] ?? "txt";
  const filename = file.filename ?? `document.${extension}`;
  return { type: "input_file", file_data: file.url, filename };
}

function isAddress(url: string): boolean {
  return /^https?:/i.test(url);
}
