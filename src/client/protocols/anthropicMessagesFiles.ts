import { imageRules } from "../limits/images.js";
import type { FilePart } from "../messages.js";
import type { Target } from "../protocol.js";
import { base64Of, checkImage, mediaTypeOf, refusedFile, textOf } from "./attachedFiles.js";

/** An image or a document of a Messages request. */
export type WireFile =
  | { type: "image"; source: WireSource }
  | { type: "document"; source: WireSource | WireText; title?: string };

type WireSource =
  | { type: "base64"; media_type: string; data: string }
  | { type: "url"; url: string };

interface WireText {
  type: "text";
  media_type: "text/plain";
  data: string;
}

/**
 * Writes a file as a block: images, PDFs and text. What has an `https:` address is sent as that where the target fetches.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file the target does not take.
 * @see https://platform.claude.com/docs/en/build-with-claude/vision
 */
export function toFileBlock(file: FilePart, target: Target): WireFile {
  const mediaType = mediaTypeOf(file);
  const source = sourceOf(file, mediaType);
  if (mediaType.startsWith("image/")) {
    checkImage(file, target);
    if (!source) throw refusedFile(file, target, "Attach the image itself instead of its address.");
    return { type: "image", source };
  }
  const text = textOf(file);
  const isFetched = source?.type !== "url" || imageRules(target.provider).remote;
  const document: WireSource | WireText | undefined =
    text !== undefined
      ? { type: "text", media_type: "text/plain", data: text }
      : mediaType === "application/pdf" && isFetched
        ? source
        : undefined;
  if (!document) throw refusedFile(file, target, "Remove it, or choose another model.");
  return { type: "document", source: document, ...(file.filename && { title: file.filename }) };
}

function sourceOf(file: FilePart, mediaType: string): WireSource | undefined {
  if (/^https:/i.test(file.url)) return { type: "url", url: file.url };
  const data = base64Of(file);
  return data === undefined ? undefined : { type: "base64", media_type: mediaType, data };
}
