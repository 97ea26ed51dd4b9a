import { readImageFacts } from "../client/imageFacts.js";
import { dataURLOf } from "../images/dataURL.js";
import {
  isAccepted,
  maxImageBytes,
  maxTextBytes,
  type AttachmentRules,
} from "./attachmentRules.js";
import {
  prepareAttachment,
  type PreparedAttachment,
  type PrepareOptions,
} from "./prepareAttachment.js";
import { headBytes, isText, readText, textTypeOf } from "./readText.js";

const imageEnding = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|heic|heif|tiff?|ico)$/i;

/**
 * What a message holds of a file, or why it holds nothing. The bytes decide what it is, not its name: images become the copy
 * that is sent, text is read, everything else stays as it is. Never rejects.
 */
export async function readAttachment(
  file: File,
  { accept, maxFileSize = maxImageBytes }: Pick<AttachmentRules, "accept" | "maxFileSize">,
  options: PrepareOptions = {},
): Promise<PreparedAttachment> {
  const { name, size } = file;
  if (size === 0) return { refusal: { reason: "empty" } };
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    const kind = kindOf(file, head);
    const called =
      kind === "text" ? [textTypeOf(name), file.type] : [mediaTypeOf(file, head, kind)];
    const mediaType = called[0]!;
    if (!isAccepted(accept, name, called))
      return { refusal: { reason: "not_accepted", mediaType, accept } };
    const maxBytes = Math.min(maxFileSize, kind === "text" ? maxTextBytes : maxImageBytes);
    if (size > maxBytes) return { refusal: { reason: "too_large", bytes: size, maxBytes } };
    if (kind === "image") return await prepareAttachment(file, options);
    const content = kind === "text" ? [await readText(file)] : [file];
    const url = await dataURLOf(new Blob(content, { type: mediaType }));
    return { part: { type: "file", mediaType, url, filename: name } };
  } catch {
    return { refusal: { reason: "unreadable" } };
  }
}

type FileKind = "image" | "pdf" | "text" | "other";

function kindOf({ name, type }: File, head: Uint8Array): FileKind {
  if (readImageFacts(head) || type.startsWith("image/")) return "image";
  if (String.fromCharCode(...head.subarray(0, 5)) === "%PDF-") return "pdf";
  if (type === "" && imageEnding.test(name)) return "image";
  return isText(head, type) ? "text" : "other";
}

function mediaTypeOf({ type }: File, head: Uint8Array, kind: FileKind): string {
  if (kind === "pdf") return "application/pdf";
  if (kind === "image") return readImageFacts(head)?.mediaType ?? (type || "image/*");
  return type || "application/octet-stream";
}
