"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { AttachmentRefusal } from "../client/attachmentRefusal.js";
import type { FilePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import { prepareAttachment } from "./prepareAttachment.js";
import { useLatest } from "./useLatest.js";

/** A file on its way into a message. */
export interface Attachment {
  id: string;
  name: string;
  /** Bytes of the file. */
  size: number;
  /**
   * `reading`: it waits, or its first bytes are read. `processing`: the copy is made that will be sent. `ready`: it can be
   * sent. `rejected`: it cannot, and `refusal` says why.
   */
  state: "reading" | "processing" | "ready" | "rejected";
  /** How far the copy is, from 0 to 1. */
  progress: number;
  /** What will be sent, once `ready`: upright, without metadata, at most 2,576 pixels a side. */
  part: FilePart | undefined;
  /** Pixels of the file, upright, once `ready`. */
  width: number | undefined;
  height: number | undefined;
  /** Whether the file moves and only its first picture is sent. */
  isFirstFrame: boolean;
  /** Why it cannot be sent, for `rejected`. */
  refusal: AttachmentRefusal | undefined;
}

/** Options of `useAttachments`. */
export interface UseAttachmentsOptions {
  /** Where the file of the image worker is. Default: beside the package's own files. */
  workerUrl?: string | URL | undefined;
}

/** What `useAttachments` returns. */
export interface UseAttachmentsResult {
  attachments: readonly Attachment[];
  add: (files: Iterable<File>) => void;
  remove: (id: string) => void;
  /** Takes the ready ones out, to be sent, and leaves the rest. */
  take: () => FilePart[];
}

/** Images chosen, pasted or dropped: each is checked, made upright and small enough to keep, and stripped of its metadata. */
export function useAttachments(options: UseAttachmentsOptions = {}): UseAttachmentsResult {
  const latest = useLatest(options);
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  // The work on each attachment that is still there.
  const running = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const held = running.current;
    return () => {
      for (const controller of held.values()) controller.abort();
      held.clear();
    };
  }, []);

  const change = useCallback((id: string, next: Partial<Attachment>) => {
    setAttachments((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
  }, []);

  const prepare = useCallback(
    async (id: string, file: File, signal: AbortSignal) => {
      const { workerUrl } = latest();
      const onProgress = (progress: number): void => change(id, { state: "processing", progress });
      const result = await prepareAttachment(file, { workerUrl, signal, onProgress });
      if (signal.aborted) return;
      running.current.delete(id);
      const isRefused = "refusal" in result;
      change(id, { ...result, state: isRefused ? "rejected" : "ready", progress: 1 });
    },
    [change, latest],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const controller = new AbortController();
        const one = beginWith(file);
        running.current.set(one.id, controller);
        setAttachments((all) => [...all, one]);
        void prepare(one.id, file, controller.signal);
      }
    },
    [prepare],
  );

  const remove = useCallback((id: string) => {
    running.current.get(id)?.abort();
    running.current.delete(id);
    setAttachments((all) => all.filter((one) => one.id !== id));
  }, []);

  const take = useCallback(() => {
    const ready = attachments.filter((one) => one.state === "ready");
    for (const one of ready) remove(one.id);
    return ready.flatMap((one) => one.part ?? []);
  }, [attachments, remove]);

  return { attachments, add, remove, take };
}

function beginWith({ name, size }: File): Attachment {
  return {
    id: generateId(),
    name,
    size,
    state: "reading",
    progress: 0,
    part: undefined,
    width: undefined,
    height: undefined,
    isFirstFrame: false,
    refusal: undefined,
  };
}
