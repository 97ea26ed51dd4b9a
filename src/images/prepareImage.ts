import type { AttachmentRefusal } from "../client/attachmentRefusal.js";
import type { FilePart } from "../client/messages.js";
import { preparedTarget } from "./imageTarget.js";
import { workshop, type WorkOptions } from "./workshop.js";

/** An image ready to stand in a message. */
export interface PreparedImage {
  /** The copy that the conversation keeps: upright, without metadata, at most 2,576 pixels a side. */
  readonly part: FilePart;
  /** Pixels of the file it was made from, upright. */
  readonly width: number;
  readonly height: number;
  /** Whether the file moves: the copy is its first picture. */
  readonly isFirstFrame: boolean;
}

/** The parts made here: nothing but a picture is in them. */
const prepared = new WeakSet<FilePart>();

/** Whether this part, the very object, was made by `prepareImage`. */
export function isPrepared(part: FilePart): boolean {
  return prepared.has(part);
}

/**
 * Makes the copy of an image file that a conversation keeps, or says why it cannot be taken.
 *
 * @param name The file's name.
 * @throws Error where the browser cannot; the signal's reason when it aborts.
 */
export async function prepareImage(
  file: Blob,
  name: string | undefined,
  options?: WorkOptions,
): Promise<PreparedImage | { readonly refusal: AttachmentRefusal }> {
  const outcome = await workshop.work({ source: file, target: preparedTarget }, options);
  if ("refusal" in outcome) return outcome;
  const { url, mediaType, sourceWidth, sourceHeight, isFirstFrame } = outcome.image;
  const part: FilePart = {
    type: "file",
    mediaType,
    url,
    ...(name !== undefined && { filename: name }),
  };
  prepared.add(part);
  return { part, width: sourceWidth, height: sourceHeight, isFirstFrame };
}
