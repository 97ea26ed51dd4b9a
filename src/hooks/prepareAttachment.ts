import type { AttachmentRefusal } from "../client/attachmentRefusal.js";
import type { FilePart } from "../client/messages.js";
import { loadImages } from "./loadImages.js";
import { keepOriginal } from "../client/originals.js";

/** Options of `prepareAttachment`. */
export interface PrepareOptions {
  workerUrl?: string | URL | undefined;
  onProgress?: ((progress: number) => void) | undefined;
  /** Owned by the caller: when it aborts, the result is of no use. */
  signal?: AbortSignal | undefined;
}

/** What a message holds of a file, or why it holds nothing. The pixels are those of an image. */
export type PreparedAttachment =
  | { part: FilePart; width?: number; height?: number; isFirstFrame?: boolean }
  | { refusal: AttachmentRefusal };

/** Makes the copy of an image file that stands in a message, of at most `maxImageBytes`. Never rejects. */
export async function prepareAttachment(
  file: File,
  options: PrepareOptions = {},
): Promise<PreparedAttachment> {
  try {
    const { prepareImage } = await loadImages();
    const result = await prepareImage(file, file.name, options);
    if ("part" in result) keepOriginal(result.part, file);
    return result;
  } catch {
    return { refusal: { reason: "failed" } };
  }
}
