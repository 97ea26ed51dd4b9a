import { HistoryError, type ChatPersistence, type Thread } from "../../src/client/index.js";

/** Threads in memory, as JSON, with what was asked of them. */
export interface MemoryHistory extends ChatPersistence {
  readonly threads: Map<string, string>;
  readonly calls: string[];
  /** Thrown by what is asked next, while there is one. */
  fault: Error | undefined;
  thread: (id: string) => Thread | undefined;
}

/** Keeps threads as a storage does that looks at revisions. */
export function memoryHistory(): MemoryHistory {
  const threads = new Map<string, string>();
  const calls: string[] = [];
  const read = (id: string): Thread | undefined => {
    const text = threads.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as Thread);
  };
  const history: MemoryHistory = {
    threads,
    calls,
    fault: undefined,
    thread: read,
    async load(id) {
      calls.push(`load ${id}`);
      if (history.fault) throw history.fault;
      return read(id);
    },
    async save(id, thread) {
      calls.push(`save ${id} ${thread.revision}`);
      if (history.fault) throw history.fault;
      if ((read(id)?.revision ?? 0) !== thread.revision - 1) throw new HistoryError("conflict");
      threads.set(id, JSON.stringify(thread));
    },
    async list() {
      if (history.fault) throw history.fault;
      return [...threads.keys()].map((id) => {
        const { title, createdAt, updatedAt } = read(id)!;
        return { id, title, createdAt, updatedAt };
      });
    },
    async remove(id) {
      calls.push(`remove ${id}`);
      threads.delete(id);
    },
  };
  return history;
}
