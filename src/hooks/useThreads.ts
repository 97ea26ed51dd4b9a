"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { toHistoryError, type HistoryError } from "../client/historyError.js";
import type { ChatPersistence, Thread, ThreadChange, ThreadSummary } from "../client/threads.js";
import { generateId } from "../internal/generateId.js";
import { inTab } from "../internal/inTab.js";
import { isSameJSON } from "../internal/isSameJSON.js";
import { onThreadChange, tellThreadChange } from "../store/threadChanges.js";
import { renameThread } from "../store/renameThread.js";
import { useLatest } from "./useLatest.js";
import { useTextMatches } from "./useTextMatches.js";

/** Options of `useThreads`. */
export interface UseThreadsOptions {
  /** Where the threads are kept: the same as for the chat. */
  persistence: ChatPersistence;
  /** What the open thread is kept under in this tab, so that a reload opens it again. Default: "polylogue:thread". */
  persistKey?: string | undefined;
}

/** A thread of the list. */
export interface ListedThread extends ThreadSummary {
  /** While something is searched for: the words around it in the texts of the conversation, if it is there. */
  excerpt?: string | undefined;
}

/** What `useThreads` returns. Nothing in it rejects: what goes wrong is `error`. */
export interface UseThreadsResult {
  /** The threads that the search leaves, the one changed last first. One without a message is not among them yet. */
  readonly threads: readonly ListedThread[];
  /** How many there are without the search. */
  readonly count: number;
  readonly isLoading: boolean;
  /** What went wrong last, for people. */
  readonly error: HistoryError | undefined;
  clearError: () => void;
  /** The open thread, for the chat's `id`. It may be a new one. */
  readonly activeId: string;
  /** Opens a new thread. */
  create: () => void;
  select: (id: string) => void;
  /** Calls a thread something else; an empty title is that of its first question again. */
  rename: (id: string, title: string) => Promise<void>;
  /** Removes a thread at once. Where it was the open one, a new one is opened. */
  remove: (id: string) => Promise<void>;
  /** What was removed last and can be brought back, while it is not forgotten. */
  readonly removed: ThreadSummary | undefined;
  /** Brings it back, and opens it where it was open. */
  undoRemove: () => Promise<void>;
  forgetRemoved: () => void;
  /** What is searched for: in the titles, and in the texts where the persistence has a `search`. */
  readonly search: string;
  /** Whether the texts are still being searched. */
  readonly isSearching: boolean;
  setSearch: (text: string) => void;
}

interface Removed {
  summary: ThreadSummary;
  thread: Thread;
  wasActive: boolean;
}

/** The conversations that are kept, which of them is open, and what can be done with them. */
export function useThreads({
  persistence,
  persistKey = "polylogue:thread",
}: UseThreadsOptions): UseThreadsResult {
  const latest = useLatest(persistence);
  const [all, setAll] = useState<readonly ThreadSummary[]>();
  const [error, setError] = useState<HistoryError>();
  const [removed, setRemoved] = useState<Removed>();
  const [search, setSearch] = useState("");
  const [activeId, setActiveId] = useState(
    () => inTab((tab) => tab.getItem(persistKey)) ?? generateId(),
  );
  useEffect(() => {
    inTab((tab) => tab.setItem(persistKey, activeId));
  }, [persistKey, activeId]);

  const refresh = useCallback(async () => {
    try {
      const found = (await latest().list()).toSorted((a, b) => b.updatedAt - a.updatedAt);
      setAll((before) => (isSameJSON(before, found) ? before : found));
    } catch (thrown) {
      setAll((before) => before ?? []);
      setError(toHistoryError(thrown));
    }
  }, [latest]);
  const onChange = useCallback((_change: ThreadChange) => void refresh(), [refresh]);
  useEffect(() => {
    let isHere = true;
    // Once for a component that StrictMode mounts twice.
    queueMicrotask(() => isHere && void refresh());
    const stop = onThreadChange(persistence, onChange);
    return () => {
      isHere = false;
      stop();
    };
  }, [persistence, onChange, refresh]);

  /** Does it, says what went wrong, and shows what there is then. */
  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      setError(toHistoryError(thrown));
    }
    await refresh();
  }

  function create(): void {
    setActiveId(generateId());
  }

  function rename(id: string, title: string): Promise<void> {
    return attempt(async () => {
      await renameThread(persistence, id, title);
      tellThreadChange({ id }, onChange);
    });
  }

  function remove(id: string): Promise<void> {
    const summary = all?.find((one) => one.id === id);
    const wasActive = id === activeId;
    setAll((before) => before?.filter((one) => one.id !== id));
    setRemoved(undefined);
    if (wasActive) create();
    return attempt(async () => {
      // What cannot be read can be removed nevertheless, but not be brought back.
      const thread = await persistence.load(id).catch(() => undefined);
      // Told before, so that a chat that shows it does not save it again.
      tellThreadChange({ id, isRemoved: true }, onChange);
      await persistence.remove(id);
      if (summary && thread) setRemoved({ summary, thread, wasActive });
    });
  }

  async function undoRemove(): Promise<void> {
    if (!removed) return;
    const { summary, thread, wasActive } = removed;
    const { id } = summary;
    await attempt(async () => {
      await persistence.save(id, { ...thread, revision: 1 });
      tellThreadChange({ id }, onChange);
      setRemoved(undefined);
      if (wasActive) setActiveId(id);
    });
  }

  const wanted = search.trim().toLocaleLowerCase();
  const { excerpts, isSearching } = useTextMatches(persistence, wanted);
  const threads = useMemo(
    () =>
      (all ?? []).flatMap((thread): ListedThread[] => {
        const excerpt = excerpts.get(thread.id);
        if (excerpt !== undefined) return [{ ...thread, excerpt }];
        return thread.title.toLocaleLowerCase().includes(wanted) ? [thread] : [];
      }),
    [all, wanted, excerpts],
  );

  return {
    threads,
    count: all?.length ?? 0,
    isLoading: all === undefined,
    error,
    clearError: () => setError(undefined),
    activeId,
    create,
    select: setActiveId,
    rename,
    remove,
    removed: removed?.summary,
    undoRemove,
    forgetRemoved: () => setRemoved(undefined),
    search,
    isSearching,
    setSearch,
  };
}
