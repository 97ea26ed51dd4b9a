import { HistoryError, toHistoryError } from "../client/historyError.js";
import type { ChatPersistence, ThreadChange, ThreadSummary } from "../client/threads.js";
import { excerptOf } from "./excerptOf.js";
import { checkRevision, readThread, threadSchema } from "./threadRecord.js";

/** Options of `localStorageHistory`. */
export interface LocalStorageHistoryOptions {
  /** What the names in the storage begin with. Default: "polylogue". */
  key?: string | undefined;
}

/** What is kept beside each thread, so that a list need not read the conversations. */
interface Summary extends Omit<ThreadSummary, "id"> {
  revision: number;
}

/**
 * Keeps conversations in `localStorage`: for short texts, since all of a site shares about 5 MB there. Images count a third
 * more than their size; `indexedDBHistory` has room for them. Every fault is a `HistoryError`.
 *
 * @see https://developer.mozilla.org/docs/Web/API/Storage_API/Storage_quotas_and_eviction_criteria
 */
export function localStorageHistory({
  key = "polylogue",
}: LocalStorageHistoryOptions = {}): ChatPersistence {
  const threadKey = (id: string): string => `${key}:thread:${id}`;
  const summaryPrefix = `${key}:summary:`;
  const summaryKey = (id: string): string => summaryPrefix + id;

  /** The revision of the thread that is kept as `text`: a damaged summary does not stand in its way. */
  function revisionOf(id: string, text: string): number {
    const { revision } = summaryOf(localStorage.getItem(summaryKey(id))) ?? {};
    return revision || readThread(parse(text)).revision;
  }

  return {
    load: (id) =>
      attempt(() => {
        const text = localStorage.getItem(threadKey(id));
        return text === null ? undefined : readThread(parse(text));
      }),
    save: (id, thread) =>
      attempt(() => {
        const { title, createdAt, updatedAt, revision } = thread;
        const before = localStorage.getItem(threadKey(id));
        checkRevision(before === null ? 0 : revisionOf(id, before), thread);
        const summary: Summary = { title, createdAt, updatedAt, revision };
        localStorage.setItem(threadKey(id), JSON.stringify({ schema: threadSchema, ...thread }));
        try {
          localStorage.setItem(summaryKey(id), JSON.stringify(summary));
        } catch (error) {
          // The two belong together.
          if (before === null) localStorage.removeItem(threadKey(id));
          else localStorage.setItem(threadKey(id), before);
          throw error;
        }
      }),
    list: () =>
      attempt(() =>
        Object.keys(localStorage)
          .filter((name) => name.startsWith(summaryPrefix))
          .flatMap((name) => {
            const id = name.slice(summaryPrefix.length);
            const summary = summaryOf(localStorage.getItem(name));
            if (!summary) return [];
            const { title, createdAt, updatedAt } = summary;
            return [{ id, title, createdAt, updatedAt }];
          }),
      ),
    search: (query) =>
      attempt(() => {
        const wanted = query.toLocaleLowerCase();
        const prefix = threadKey("");
        return Object.keys(localStorage)
          .filter((name) => name.startsWith(prefix))
          .flatMap((name) => {
            const excerpt = excerptIn(localStorage.getItem(name)!, wanted);
            return excerpt === undefined ? [] : [{ id: name.slice(prefix.length), excerpt }];
          });
      }),
    remove: (id) =>
      attempt(() => {
        localStorage.removeItem(threadKey(id));
        localStorage.removeItem(summaryKey(id));
      }),
    subscribe(listener) {
      const onStorage = ({ key: name, newValue }: StorageEvent): void => {
        // The summary is written last: by then both are there.
        if (!name?.startsWith(summaryPrefix)) return;
        const change: ThreadChange = { id: name.slice(summaryPrefix.length) };
        listener({ ...change, isRemoved: newValue === null });
      };
      addEventListener("storage", onStorage);
      return () => removeEventListener("storage", onStorage);
    },
  };
}

/** Done before this returns, so that a page that goes has kept what it had. */
function attempt<T>(act: () => T): Promise<T> {
  try {
    return Promise.resolve(act());
  } catch (error) {
    return Promise.reject(toHistoryError(error));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HistoryError("unreadable", { cause });
  }
}

/** Around the words in a thread that is kept as `text`. Nothing is found in a damaged one. */
function excerptIn(text: string, query: string): string | undefined {
  try {
    const { messages, branches = [] } = readThread(parse(text));
    for (const message of [...messages, ...branches]) {
      const excerpt = excerptOf(message, query);
      if (excerpt !== undefined) return excerpt;
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** A summary as it is kept; of a damaged one only that it is there. */
function summaryOf(text: string | null): Summary | undefined {
  if (text === null) return undefined;
  try {
    return readThread({ ...(JSON.parse(text) as Summary), messages: [] });
  } catch {
    return { title: "", createdAt: 0, updatedAt: 0, revision: 0 };
  }
}
