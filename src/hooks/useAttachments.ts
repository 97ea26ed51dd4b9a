"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { FilePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import { checkImage, readDataURL, type AttachmentRefusal } from "./readAttachment.js";

/** A file on its way into a message. */
export interface Attachment {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  state: "reading" | "ready" | "rejected";
  /** For the preview while the attachment is there; revoked when it is removed. */
  previewUrl: string | undefined;
  /** What will be sent, once `ready`. */
  part: FilePart | undefined;
  /** Why it cannot be sent, for `rejected`. */
  refusal: AttachmentRefusal | undefined;
}

/** What `useAttachments` returns. */
export interface UseAttachmentsResult {
  attachments: readonly Attachment[];
  add: (files: Iterable<File>) => void;
  remove: (id: string) => void;
  /** Takes the ready ones out, to be sent, and leaves the rest. */
  take: () => FilePart[];
}

/** Images chosen, pasted or dropped, read into `data:` URLs and checked before they can be sent. */
export function useAttachments(): UseAttachmentsResult {
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  // The preview of each attachment that is still there, once it has one.
  const previews = useRef(new Map<string, string | undefined>());

  const release = useCallback((id: string) => {
    const url = previews.current.get(id);
    if (url) URL.revokeObjectURL(url);
    previews.current.delete(id);
  }, []);

  useEffect(() => {
    const held = previews.current;
    return () => {
      for (const id of held.keys()) release(id);
    };
  }, [release]);

  const change = useCallback((id: string, next: Partial<Attachment>) => {
    setAttachments((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
  }, []);

  const settle = useCallback(
    async (id: string, file: File) => {
      const result = await read(file);
      // Removed, or the page left, while it was read: nobody would revoke its preview.
      if (!previews.current.has(id)) return;
      if ("refusal" in result) return change(id, { state: "rejected", refusal: result.refusal });
      const previewUrl = URL.createObjectURL(file);
      previews.current.set(id, previewUrl);
      change(id, { state: "ready", previewUrl, part: result.part });
    },
    [change],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const id = generateId();
        const { name, size } = file;
        previews.current.set(id, undefined);
        setAttachments((all) => [
          ...all,
          {
            id,
            name,
            size,
            state: "reading",
            previewUrl: undefined,
            part: undefined,
            refusal: undefined,
          },
        ]);
        void settle(id, file);
      }
    },
    [settle],
  );

  const remove = useCallback(
    (id: string) => {
      release(id);
      setAttachments((all) => all.filter((one) => one.id !== id));
    },
    [release],
  );

  const take = useCallback(() => {
    const ready = attachments.filter((one) => one.state === "ready");
    for (const one of ready) remove(one.id);
    return ready.flatMap((one) => one.part ?? []);
  }, [attachments, remove]);

  return { attachments, add, remove, take };
}

async function read(file: File): Promise<{ part: FilePart } | { refusal: AttachmentRefusal }> {
  try {
    const checked = await checkImage(file);
    if ("refusal" in checked) return checked;
    const url = await readDataURL(file, checked.mediaType);
    return { part: { type: "file", mediaType: checked.mediaType, url, filename: file.name } };
  } catch {
    return { refusal: { reason: "unreadable" } };
  }
}
