import type { AttachmentRules } from "./attachmentRules.js";
import type { PreparedAttachment } from "./prepareAttachment.js";
import { readAttachment } from "./readAttachment.js";
import { uploadAttachment } from "./uploadAttachment.js";
import type { Attachment } from "./useAttachments.js";

/** Options of `takeAttachment`. */
export interface TakeOptions {
  workerUrl: string | URL | undefined;
  /** Owned by the caller: when it aborts, the result is of no use. */
  signal: AbortSignal;
  /** Told what is known so far, and how far it is. */
  report: (known: Partial<Attachment>) => void;
}

/** Reads a file and, where the host stores files, uploads it. Never rejects. */
export async function takeAttachment(
  file: File,
  rules: AttachmentRules,
  { workerUrl, signal, report }: TakeOptions,
): Promise<PreparedAttachment & { preview?: string | undefined }> {
  const onProgress = (progress: number): void => report({ state: "processing", progress });
  const read = await readAttachment(file, rules, { workerUrl, signal, onProgress });
  if (signal.aborted || "refusal" in read) return read;
  const { part, ...facts } = read;
  const preview = part.mediaType.startsWith("image/") ? part.url : undefined;
  if (!rules.upload) return { ...read, preview };
  report({ ...facts, preview, state: "uploading", progress: 0 });
  return uploadAttachment(part, file, rules.upload, {
    signal,
    onProgress: (progress) => report({ state: "uploading", progress }),
  });
}
