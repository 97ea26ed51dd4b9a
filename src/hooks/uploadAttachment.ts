import type { FilePart } from "../client/messages.js";
import { redact } from "../client/redact.js";
import { fileOf } from "../internal/dataURL.js";
import type { UploadFile, UploadOptions } from "./attachmentRules.js";

import { keepOriginal, keepPreview } from "../client/originals.js";
import type { PreparedAttachment } from "./prepareAttachment.js";

/** Hands a prepared file to the host and puts the address it gives into the part. Never rejects. */
export async function uploadAttachment(
  part: FilePart,
  file: File,
  upload: UploadFile,
  options: UploadOptions,
): Promise<PreparedAttachment> {
  try {
    const isImage = part.mediaType.startsWith("image/");
    // The picture without where it was taken.
    const content = isImage ? fileOf(part.url)! : file;
    const copy = new File([content], file.name, { type: part.mediaType });
    const stored = await upload(copy, options);
    const { url, mediaType = part.mediaType } =
      typeof stored === "string" ? { url: stored } : stored;
    if (typeof url !== "string" || url === "") throw new Error("It was given no address.");
    const uploaded: FilePart = { ...part, url, mediaType };
    keepOriginal(uploaded, file);
    if (isImage) keepPreview(uploaded, part.url);
    return { part: uploaded };
  } catch (thrown) {
    const message = thrown instanceof Error ? redact(thrown.message) : undefined;
    return { refusal: { reason: "upload_failed", message } };
  }
}
