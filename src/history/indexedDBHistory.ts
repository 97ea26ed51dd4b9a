import { toHistoryError } from "../client/historyError.js";
import { loadPart } from "../client/loadPart.js";
import type { ChatPersistence, ThreadChange } from "../client/threads.js";
import type { ThreadDatabase } from "./threadDatabase.js";

/** Options of `indexedDBHistory`. */
export interface IndexedDBHistoryOptions {
  /** The name of the database. Default: "polylogue". */
  name?: string | undefined;
}

const histories = new Map<string, ChatPersistence>();

/**
 * Keeps conversations in the browser's IndexedDB, which has room for gigabytes. Files of messages stand there as bytes and come
 * back as the same `data:` URLs. Tabs of one site tell each other what they save. What it needs is loaded when it is first
 * used. Every fault is a `HistoryError`.
 *
 * @returns The same object for the same name.
 */
export function indexedDBHistory({
  name = "polylogue",
}: IndexedDBHistoryOptions = {}): ChatPersistence {
  const history = histories.get(name) ?? createHistory(name);
  histories.set(name, history);
  return history;
}

/** The same, but another object each time, as another tab has it. */
export function createHistory(name: string): ChatPersistence {
  let database: ThreadDatabase | undefined;
  let channel: BroadcastChannel | undefined;
  const listeners = new Set<(change: ThreadChange) => void>();

  /** Without a pause once it is loaded, so that a page that goes has begun to save. */
  async function run<T>(act: (database: ThreadDatabase) => Promise<T>): Promise<T> {
    try {
      if (!database) {
        const { threadDatabase } = await loadPart(() => import("./threadDatabase.js"));
        database ??= threadDatabase(name);
      }
      return await act(database);
    } catch (error) {
      throw toHistoryError(error);
    }
  }

  /** Tells other tabs. */
  function tell(change: ThreadChange): void {
    const target = channel ?? openChannel(name);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    target?.postMessage(change);
    if (target !== channel) target?.close();
  }

  return {
    load: (id) => run((threads) => threads.load(id)),
    async save(id, thread) {
      await run((threads) => threads.save(id, thread));
      tell({ id });
    },
    list: () => run((threads) => threads.list()),
    search: (query) => run((threads) => threads.search(query)),
    async remove(id) {
      await run((threads) => threads.remove(id));
      tell({ id, isRemoved: true });
    },
    subscribe(listener) {
      channel ??= openChannel(name);
      channel?.addEventListener("message", onMessage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        channel?.close();
        channel = undefined;
      };
    },
  };

  function onMessage({ data }: MessageEvent<ThreadChange>): void {
    for (const listener of listeners) listener(data);
  }
}

/** A sandboxed page has none, or none that may be opened. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`polylogue:${name}`);
  } catch {
    return undefined;
  }
}
