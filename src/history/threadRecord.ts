import { HistoryError } from "../client/historyError.js";
import type { Thread } from "../client/threads.js";

/** The version of what is kept. What has none is a bare `Conversation`, as an app may have kept it before. */
export const threadSchema = 1;

/** A thread as it is kept. */
export interface ThreadRecord extends Thread {
  schema: typeof threadSchema;
}

/**
 * Reads what was kept, whoever kept it.
 * @throws HistoryError `newer` for a later schema, `unreadable` for what is no thread.
 */
export function readThread(value: unknown): Thread {
  const found = (typeof value === "object" ? value : undefined) as Partial<ThreadRecord> | null;
  const schema: unknown = found?.schema ?? 0;
  if (typeof schema === "number" && schema > threadSchema) throw new HistoryError("newer");
  if (!found || !Array.isArray(found.messages)) throw new HistoryError("unreadable");
  const { title, createdAt, updatedAt, revision, messages, branches } = found;
  return {
    title: typeof title === "string" ? title : "",
    createdAt: numberOf(createdAt),
    updatedAt: numberOf(updatedAt),
    revision: numberOf(revision),
    messages,
    ...(Array.isArray(branches) && { branches }),
  };
}

/** Refuses a save that is not based on the revision that is kept, 0 for nothing. */
export function checkRevision(kept: number, { revision }: Thread): void {
  if (kept !== revision - 1) throw new HistoryError("conflict");
}

function numberOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
