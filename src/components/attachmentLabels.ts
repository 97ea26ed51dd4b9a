import { fileKind, imageOutcome } from "./attachmentFigures.js";
import { refusalMessage, type AttachmentRefusal } from "../client/attachmentRefusal.js";
import type { SentImage } from "../hooks/useSentImages.js";

/** The strings of what is attached. */
export interface AttachmentLabels {
  attach: string;
  dropHere: string;
  attachments: string;
  removeAttachment: (name: string) => string;
  attachmentReading: (name: string) => string;
  attachmentRefused: (name: string, refusal: AttachmentRefusal) => string;
  /** While the copy is made that will be sent. */
  attachmentProcessing: (name: string) => string;
  /** What will be sent of an image, in a few words. */
  attachmentOutcome: (image: AttachedImageFacts) => string;
  /** While the host stores it. */
  attachmentUploading: (name: string) => string;
  /** What a file is that is no image, in a few words. */
  attachmentFile: (mediaType: string, bytes: number) => string;
  /** The button that opens what can be done with an attachment. */
  attachmentOptions: (name: string) => string;
  /** The field for what an image shows. */
  altText: string;
  moveEarlier: string;
  moveLater: string;
  /** Said after an attachment was moved; `position` counts from 1. */
  attachmentMoved: (name: string, position: number, count: number) => string;
  /** Puts a pasted text into the input instead. */
  insertAsText: string;
  /** What a long text is called that was pasted, as a file without its ending. */
  pastedText: string;
  /** The button for the camera, where there is touch. */
  takePhoto: string;
  /** Under an image that these models refused. */
  imageRejected: (models: readonly string[]) => string;
}

/** What is known of an attached image that can be sent. */
export interface AttachedImageFacts {
  /** Bytes of the file, and its pixels, upright. */
  bytes: number;
  width: number;
  height: number;
  /** Whether the file moves and only its first picture is sent. */
  isFirstFrame: boolean;
  /** What the chosen model will get; `undefined` while that is not known. */
  sent: SentImage | undefined;
}

/** "4000×3000 → 1568×1176, −92 %, ≈ 1,560 tokens" */
function outcomeInEnglish(image: AttachedImageFacts): string {
  return imageOutcome(image, {
    percent: (share) => `${Math.floor(share * 100)}\u00a0%`,
    tokens: (count) => `${count.toLocaleString("en")}\u00a0tokens`,
    firstFrameOnly: "first frame only",
  }).join(", ");
}

/** "PDF, 1.2 MB" */
function fileInEnglish(mediaType: string, bytes: number): string {
  const size =
    bytes < 1_000_000
      ? `${Math.ceil(bytes / 1000)}\u00a0kB`
      : `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
  return `${fileKind(mediaType, "Text")}, ${size}`;
}

/** English, the default. */
export const englishAttachmentLabels: AttachmentLabels = {
  attach: "Attach files",
  dropHere: "Drop files here",
  attachments: "Attachments",
  removeAttachment: (name) => `Remove ${name}`,
  attachmentReading: (name) => `Reading ${name}`,
  attachmentRefused: refusalMessage,
  attachmentProcessing: (name) => `Preparing ${name}`,
  attachmentOutcome: outcomeInEnglish,
  attachmentUploading: (name) => `Uploading ${name}`,
  attachmentFile: fileInEnglish,
  attachmentOptions: (name) => `Options for ${name}`,
  altText: "Alternative text",
  moveEarlier: "Move earlier",
  moveLater: "Move later",
  attachmentMoved: (name, position, count) => `${name}, ${position} of ${count}`,
  insertAsText: "Insert as text",
  pastedText: "Pasted text",
  takePhoto: "Take a photo",
  imageRejected: (models) =>
    `${models.join(", ")} did not take this image. Later turns go without it.`,
};
