"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AttachmentRefusal } from "../client/attachmentRefusal.js";
import { withAlt } from "../client/fileNotes.js";
import type { FilePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import {
  attachmentRules,
  isAccepted,
  maxTextBytes,
  type AllowAttachments,
} from "./attachmentRules.js";
import { loadPart } from "../client/loadPart.js";
import type { takeAttachment } from "./takeAttachment.js";
import { useLatest } from "./useLatest.js";
import { useStable } from "./useStable.js";

/** A file on its way into a message. */
export interface Attachment {
  id: string;
  name: string;
  /** Bytes of the file. */
  size: number;
  /**
   * `reading`: it waits, or its first bytes are read. `processing`: the copy of an image is made that will be sent.
   * `uploading`: the host stores it. `ready`: it can be sent. `rejected`: it cannot, and `refusal` says why.
   */
  state: "reading" | "processing" | "uploading" | "ready" | "rejected";
  /** How far the copy, or the upload, is, from 0 to 1. */
  progress: number;
  /** What will be sent, once `ready`: of an image a copy that is upright, without metadata, at most 2,576 pixels a side. */
  part: FilePart | undefined;
  /** The same copy of an image as a `data:` URL, also where the part holds the address of an upload. */
  preview: string | undefined;
  /** Pixels of an image file, upright, once it is read. */
  width: number | undefined;
  height: number | undefined;
  /** Whether the file moves and only its first picture is sent. */
  isFirstFrame: boolean;
  /** The text that was pasted, where it is one: it can be put into the input instead. */
  pastedText: string | undefined;
  /** Why it cannot be sent, for `rejected`. */
  refusal: AttachmentRefusal | undefined;
}

/** Options of `useAttachments`. */
export interface UseAttachmentsOptions {
  /** What can be attached. Default: images, PDFs and text. */
  allowAttachments?: AllowAttachments | undefined;
  /** Where the file of the image worker is. Default: beside the package's own files. */
  workerUrl?: string | URL | undefined;
}

/** What `useAttachments` returns. */
export interface UseAttachmentsResult {
  attachments: readonly Attachment[];
  /** What can be attached, as patterns; empty for nothing. */
  accept: readonly string[];
  /** Whether a long text that is pasted is to become an attachment. */
  longPastes: boolean;
  add: (files: Iterable<File>) => void;
  /** Attaches a text that was pasted, under this name. Whether it could: otherwise it belongs into the input. */
  addText: (text: string, name: string) => boolean;
  /** Takes it away, and aborts its upload. */
  remove: (id: string) => void;
  /** Tries again what failed through no fault of the file. */
  retry: (id: string) => void;
  /** Puts it at another place, counted from 0. */
  move: (id: string, to: number) => void;
  /** Sets the alternative text of an image. */
  describe: (id: string, alt: string) => void;
  /** Takes the ready ones out, to be sent, and leaves the rest. */
  take: () => FilePart[];
}

/** Whether `retry` may help. */
export function isRetriable({ refusal }: Pick<Attachment, "refusal">): boolean {
  return refusal?.reason === "upload_failed" || refusal?.reason === "failed";
}

/** Whether it is still on its way: a message waits for it. */
export function isUnfinished({ state }: Attachment): boolean {
  return state !== "ready" && state !== "rejected";
}

const nothing: readonly string[] = [];

/** What is known of an attachment beside what is shown. */
interface Held {
  file: File;
  controller: AbortController;
}

/**
 * Files chosen, pasted or dropped: each is checked against what can be attached. An image is made upright and small enough to
 * keep, and stripped of its metadata; then the host may store it.
 */
export function useAttachments(options: UseAttachmentsOptions = {}): UseAttachmentsResult {
  const latest = useLatest(options);
  const rules = attachmentRules(options.allowAttachments ?? true);
  const accept = useStable(rules?.accept ?? nothing);
  const longPastes = rules?.longPastes ?? false;
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  // Those that count: not rejected, or to be tried again.
  const held = useRef(new Map<string, Held>());

  useEffect(() => {
    const all = held.current;
    return () => {
      for (const { controller } of all.values()) controller.abort();
      all.clear();
    };
  }, []);

  const change = useCallback((id: string, next: Partial<Attachment>) => {
    setAttachments((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
  }, []);

  const prepare = useCallback(
    async (id: string, file: File): Promise<void> => {
      const { workerUrl, allowAttachments: allow = true } = latest();
      const now = attachmentRules(allow);
      if (!now) return;
      const controller = new AbortController();
      const { signal } = controller;
      held.current.set(id, { file, controller });
      const report = (known: Partial<Attachment>): void => {
        if (!signal.aborted) change(id, known);
      };
      const result = await take(file, now, { workerUrl, signal, report });
      if (signal.aborted) return;
      change(id, { ...result, state: "refusal" in result ? "rejected" : "ready", progress: 1 });
      if ("refusal" in result && !isRetriable(result)) held.current.delete(id);
    },
    [change, latest],
  );

  const begin = useCallback(
    (file: File, pastedText?: string) => {
      const maxFiles = attachmentRules(latest().allowAttachments ?? true)?.maxFiles ?? Infinity;
      const one = beginWith(file, pastedText);
      if (held.current.size >= maxFiles) {
        const refusal: AttachmentRefusal = { reason: "too_many_files", maxFiles };
        return setAttachments((all) => [...all, { ...one, state: "rejected", refusal }]);
      }
      setAttachments((all) => [...all, one]);
      void prepare(one.id, file);
    },
    [prepare, latest],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      if (attachmentRules(latest().allowAttachments ?? true)) for (const file of files) begin(file);
    },
    [begin, latest],
  );

  const addText = useCallback(
    (text: string, name: string) => {
      const now = attachmentRules(latest().allowAttachments ?? true);
      const { accept: types = [], maxFiles = Infinity, maxFileSize = Infinity } = now ?? {};
      const file = new File([text], name, { type: "text/plain" });
      const hasRoom =
        held.current.size < maxFiles && file.size <= Math.min(maxFileSize, maxTextBytes);
      const takes = hasRoom && isAccepted(types, name, [file.type]);
      if (takes) begin(file, text);
      return takes;
    },
    [begin, latest],
  );

  const remove = useCallback((id: string) => {
    held.current.get(id)?.controller.abort();
    held.current.delete(id);
    setAttachments((all) => all.filter((one) => one.id !== id));
  }, []);

  const retry = useCallback(
    (id: string) => {
      const file = held.current.get(id)?.file;
      if (!file) return;
      change(id, { state: "reading", progress: 0, refusal: undefined });
      void prepare(id, file);
    },
    [change, prepare],
  );

  const move = useCallback((id: string, to: number) => {
    setAttachments((all) => {
      const moved = all.find((one) => one.id === id);
      return moved ? all.filter((one) => one !== moved).toSpliced(to, 0, moved) : all;
    });
  }, []);

  const describe = useCallback((id: string, alt: string) => {
    setAttachments((all) =>
      all.map((one) => {
        if (one.id !== id || !one.part) return one;
        return { ...one, part: withAlt(one.part, alt) };
      }),
    );
  }, []);

  const takeOut = useCallback(() => {
    const ready = attachments.filter((one) => one.state === "ready");
    for (const one of ready) remove(one.id);
    return ready.flatMap((one) => one.part ?? []);
  }, [attachments, remove]);

  return useMemo(
    () => ({
      attachments,
      accept,
      longPastes,
      add,
      addText,
      remove,
      retry,
      move,
      describe,
      take: takeOut,
    }),
    [attachments, accept, longPastes, add, addText, remove, retry, move, describe, takeOut],
  );
}

/** What reads files loads with the first one. */
const take: typeof takeAttachment = async (...asked) => {
  try {
    const { takeAttachment: begin } = await loadPart(() => import("./takeAttachment.js"));
    return await begin(...asked);
  } catch {
    return { refusal: { reason: "failed" } };
  }
};

function beginWith({ name, size }: File, pastedText: string | undefined): Attachment {
  return {
    id: generateId(),
    name,
    size,
    state: "reading",
    progress: 0,
    part: undefined,
    preview: undefined,
    width: undefined,
    height: undefined,
    isFirstFrame: false,
    pastedText,
    refusal: undefined,
  };
}
