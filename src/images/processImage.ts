import type { AttachmentRefusal } from "../client/attachmentRefusal.js";
import { decodedTypes } from "../client/fittableImage.js";
import { fileOf } from "../internal/dataURL.js";
import { dataURLOf } from "./dataURL.js";
import { readFileFacts } from "./fileFacts.js";
import type { ImageTarget } from "./imageTarget.js";
import { refuseFile } from "./intake.js";
import { isAnimated } from "./isAnimated.js";
import { isBare } from "./isBare.js";
import { decode, isTransparent } from "./pixels.js";
import { planImage } from "./planImage.js";
import { writeImage } from "./writeImage.js";

/** An image to be made into what a target takes. */
export interface ImageJob {
  /** A file, or a `data:` URL in base64. */
  readonly source: Blob | string;
  readonly target: ImageTarget;
}

/** An image that a target takes. */
export interface ProcessedImage {
  /** A `data:` URL, of `bytes` bytes before base64. */
  readonly url: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the source, upright. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  /** Whether the source moved and this is its first picture alone. */
  readonly isFirstFrame: boolean;
}

/** What became of an image. */
export type ImageOutcome =
  | { readonly image: ProcessedImage }
  | { readonly refusal: AttachmentRefusal };

/** How far it is, from 0 to 1. */
export type ReportProgress = (progress: number) => void;

/**
 * Makes an image upright, small enough and free of everything but its picture. Runs in a worker and on the page alike.
 *
 * @param signal Looked at between the steps.
 * @throws Error where the browser cannot do it, though nothing is wrong with the image.
 */
export async function processImage(
  { source, target }: ImageJob,
  report: ReportProgress = () => {},
  signal?: AbortSignal,
): Promise<ImageOutcome> {
  const blob = typeof source === "string" ? fileOf(source) : source;
  if (!blob) return { refusal: { reason: "unreadable" } };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const facts = readFileFacts(bytes);
  const refusal = refuseFile(facts, blob.size);
  if (refusal) return { refusal };
  const { mediaType, mayBeTransparent } = facts!;
  // The bytes decide what it is, whatever the file says of itself.
  const file = blob.slice(0, blob.size, mediaType);
  signal?.throwIfAborted();
  report(0.2);
  const bitmap = await decode(file).catch(() => undefined);
  if (!bitmap) {
    const isDamaged = decodedTypes.includes(mediaType);
    return {
      refusal: isDamaged ? { reason: "unreadable" } : { reason: "unsupported_type", mediaType },
    };
  }
  try {
    signal?.throwIfAborted();
    report(0.6);
    const { width: sourceWidth, height: sourceHeight } = bitmap;
    const plan = planImage(
      {
        mediaType,
        bytes: file.size,
        width: sourceWidth,
        height: sourceHeight,
        isTransparent: mayBeTransparent && isTransparent(bitmap),
        isBare: isBare(bytes, mediaType),
      },
      target,
    );
    const written = plan.keeps
      ? { file, width: sourceWidth, height: sourceHeight }
      : await writeImage(bitmap, plan, target, signal);
    report(0.9);
    return {
      image: {
        url: await dataURLOf(written.file),
        mediaType: written.file.type,
        bytes: written.file.size,
        width: written.width,
        height: written.height,
        sourceWidth,
        sourceHeight,
        isFirstFrame: isAnimated(bytes, mediaType),
      },
    };
  } finally {
    bitmap.close();
  }
}
