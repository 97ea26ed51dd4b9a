import type { Conversation } from "./conversation.js";

/** What a list says of a conversation without loading it. */
export interface ThreadSummary {
  /** The id of its chat. */
  id: string;
  /** Its name: what a person called it, else the beginning of their first message. Empty where there is neither. */
  title: string;
  /** Milliseconds since 1970-01-01 UTC. */
  createdAt: number;
  /** When its messages changed last, in milliseconds since 1970-01-01 UTC. */
  updatedAt: number;
}

/** A conversation as it is kept: JSON and nothing else. */
export interface Thread extends Conversation, Omit<ThreadSummary, "id"> {
  /**
   * Counts how often it was saved, from 1. A conversation is based on the revision before its own: where another one is
   * kept by now, somebody else saved in between.
   */
  revision: number;
}

/** A thread that has what was searched for in the texts of its messages. */
export interface ThreadMatch {
  /** The id of its chat. */
  id: string;
  /** Some of the words around it, on one line. */
  excerpt: string;
}

/** Something happened to a thread elsewhere: in another tab, or on another device. */
export interface ThreadChange {
  id: string;
  /** Whether it is gone. Default: false. */
  isRemoved?: boolean | undefined;
}

/**
 * Where conversations are kept. `indexedDBHistory()` and `localStorageHistory()` are two; four functions on top of a server
 * are another. Make it once, not with each render.
 */
export interface ChatPersistence {
  /** The thread; `undefined` where none is kept. Rejects where it cannot be read. */
  load(id: string): Promise<Thread | undefined>;
  /**
   * Keeps a thread in the place of the one before. Where the kept one has another revision than `thread.revision - 1` (0 for
   * none), it should leave that one and reject with a `HistoryError` of code `conflict`; the chat then puts both together.
   * One that does not look at revisions lets the last one win.
   */
  save(id: string, thread: Thread): Promise<void>;
  /** All threads, in any order. */
  list(): Promise<ThreadSummary[]>;
  remove(id: string): Promise<void>;
  /**
   * The threads with `query` in the texts of their messages, in any order; small and capital letters are alike. Titles are
   * searched without it. Default: texts are not searched.
   */
  search?(query: string): Promise<ThreadMatch[]>;
  /** Calls `listener` when a thread was changed elsewhere than on this page. Returns how to stop. Default: never. */
  subscribe?(listener: (change: ThreadChange) => void): () => void;
}
