import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import { HistoryError } from "../client/historyError.js";
import type { FilePart, UIMessage } from "../client/messages.js";
import type { Thread, ThreadMatch, ThreadSummary } from "../client/threads.js";
import { isSameJSON } from "../internal/isSameJSON.js";
import { excerptInJSON } from "./excerptOf.js";
import {
  eachFile,
  readMessage,
  storedFileOf,
  urlOf,
  writeMessage,
  type StoredFile,
} from "./storedFiles.js";
import { checkRevision, readThread, threadSchema, type ThreadRecord } from "./threadRecord.js";

/** Raised with each change of the stores below; `openDB` then upgrades what is there. */
const databaseVersion = 1;

/** The messages of a thread by their ids: what is shown, in order, and what is not. */
interface Contents {
  shown: readonly string[];
  hidden: readonly string[];
}

interface Stores extends DBSchema {
  threads: { key: string; value: Omit<ThreadRecord, "messages" | "branches"> & { id: string } };
  contents: { key: string; value: Contents };
  /** JSON, under the ids of the thread and the message. */
  messages: { key: [thread: string, message: string]; value: string };
  files: { key: [thread: string, file: string]; value: StoredFile };
}

const stores = ["threads", "contents", "messages", "files"] as const;
type Transaction = IDBPTransaction<Stores, typeof stores, "readwrite">;

/** Everything of one thread. */
const within = (thread: string): IDBKeyRange => IDBKeyRange.bound([thread], [thread, []]);

/** What this page knows to stand in the database of one thread. */
interface Written {
  revision: number;
  contents: Contents;
  /** The number of each message object, by message id. */
  messages: ReadonlyMap<string, number>;
  /** The keys of the files. */
  files: ReadonlySet<string>;
}

/** Threads in one IndexedDB database. */
export interface ThreadDatabase {
  load: (id: string) => Promise<Thread | undefined>;
  save: (id: string, thread: Thread) => Promise<void>;
  list: () => Promise<ThreadSummary[]>;
  search: (query: string) => Promise<ThreadMatch[]>;
  remove: (id: string) => Promise<void>;
}

/**
 * The threads in a database. A save writes only the messages that are other objects than at the last save or load, so that
 * it costs the same in a long conversation as in a short one; files stand apart, as bytes, and are written once.
 */
export function threadDatabase(name: string): ThreadDatabase {
  let opening: Promise<IDBPDatabase<Stores>> | undefined;
  const written = new Map<string, Written>();
  const numbers = new WeakMap<UIMessage, number>();
  let count = 0;

  const forget = (): void => (opening = undefined);

  function open(): Promise<IDBPDatabase<Stores>> {
    if (opening) return opening;
    opening = openDB<Stores>(name, databaseVersion, {
      upgrade(db) {
        db.createObjectStore("threads", { keyPath: "id" });
        for (const store of ["contents", "messages", "files"] as const) db.createObjectStore(store);
      },
      // A newer version of the page in another tab must not wait for this one.
      blocking(_old, _new, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opening.catch(forget);
    return opening;
  }

  function numberOf(message: UIMessage): number {
    const number = numbers.get(message) ?? (count += 1);
    numbers.set(message, number);
    return number;
  }

  function remember(id: string, thread: Thread, files: ReadonlySet<string>): void {
    const messages = messagesIn(thread);
    written.set(id, {
      revision: thread.revision,
      contents: contentsOf(thread),
      messages: new Map(messages.map((message) => [message.id, numberOf(message)])),
      files,
    });
  }

  async function load(id: string): Promise<Thread | undefined> {
    const tx = (await open()).transaction(stores);
    const messageStore = tx.objectStore("messages");
    const fileStore = tx.objectStore("files");
    const [record, contents, ids, texts, keys, files] = await Promise.all([
      tx.objectStore("threads").get(id),
      tx.objectStore("contents").get(id),
      messageStore.getAllKeys(within(id)),
      messageStore.getAll(within(id)),
      fileStore.getAllKeys(within(id)),
      fileStore.getAll(within(id)),
    ]);
    if (!record) return undefined;
    const urls = await Promise.all(files.map(urlOf));
    const urlByKey = new Map(keys.map(([, key], index) => [key, urls[index]!]));
    const textById = new Map(ids.map(([, message], index) => [message, texts[index]]));
    const thread = readThread({ ...record, ...readContents(contents, textById, urlByKey) });
    remember(id, thread, new Set(urlByKey.keys()));
    return thread;
  }

  async function save(id: string, thread: Thread): Promise<void> {
    const tx = (await open()).transaction(stores, "readwrite");
    // Waited for below, or not at all once something failed.
    tx.done.catch(() => {});
    try {
      const kept = await tx.objectStore("threads").get(id);
      checkRevision(kept?.revision ?? 0, thread);
      const known = written.get(id);
      const files = await write(
        tx,
        id,
        thread,
        known?.revision === kept?.revision ? known : undefined,
      );
      await tx.done;
      remember(id, thread, files);
    } catch (error) {
      abort(tx);
      throw error;
    }
  }

  /** Writes what is not `known` to be there. Gives the keys of the files that are there then. */
  async function write(
    tx: Transaction,
    id: string,
    thread: Thread,
    known: Written | undefined,
  ): Promise<ReadonlySet<string>> {
    const messageStore = tx.objectStore("messages");
    const fileStore = tx.objectStore("files");
    const requests: Promise<unknown>[] = [];
    const ask = (request: Promise<unknown>): void => {
      // All are waited for below, unless asking for one of them throws.
      request.catch(() => {});
      requests.push(request);
    };
    if (!known) {
      ask(messageStore.delete(within(id)));
      ask(fileStore.delete(within(id)));
    }
    const files = new Set<string>();
    /** Whether the file of a part stands apart, now or already. */
    const keepApart = (key: string, part: FilePart): boolean => {
      if (files.has(key)) return true;
      const isThere = known?.files.has(key);
      const file = isThere ? undefined : storedFileOf(part);
      if (file) ask(fileStore.put(file, [id, key]));
      if (isThere || file) files.add(key);
      return files.has(key);
    };
    const left = new Set(known?.messages.keys());
    for (const message of messagesIn(thread)) {
      left.delete(message.id);
      if (known?.messages.get(message.id) === numberOf(message)) eachFile(message, keepApart);
      else ask(messageStore.put(writeMessage(message, keepApart), [id, message.id]));
    }
    for (const message of left) ask(messageStore.delete([id, message]));
    for (const key of known?.files ?? []) if (!files.has(key)) ask(fileStore.delete([id, key]));
    const contents = contentsOf(thread);
    if (!isSameJSON(contents, known?.contents)) ask(tx.objectStore("contents").put(contents, id));
    const { title, createdAt, updatedAt, revision } = thread;
    const facts: Stores["threads"]["value"] = {
      id,
      schema: threadSchema,
      title,
      createdAt,
      updatedAt,
      revision,
    };
    ask(tx.objectStore("threads").put(facts));
    await Promise.all(requests);
    return files;
  }

  async function list(): Promise<ThreadSummary[]> {
    const records = await (await open()).getAll("threads");
    return records.map(({ id, title, createdAt, updatedAt }) => ({
      id,
      title,
      createdAt,
      updatedAt,
    }));
  }

  async function search(query: string): Promise<ThreadMatch[]> {
    const wanted = query.toLocaleLowerCase();
    const tx = (await open()).transaction(["threads", "messages"]);
    const ids = await tx.objectStore("threads").getAllKeys();
    const found: ThreadMatch[] = [];
    // One after the other, so that they are not all in memory.
    for (const id of ids) {
      const texts = await tx.objectStore("messages").getAll(within(id));
      const excerpt = excerptInJSON(texts, wanted);
      if (excerpt !== undefined) found.push({ id, excerpt });
    }
    return found;
  }

  async function remove(id: string): Promise<void> {
    const tx = (await open()).transaction(stores, "readwrite");
    written.delete(id);
    await Promise.all([
      tx.objectStore("threads").delete(id),
      tx.objectStore("contents").delete(id),
      tx.objectStore("messages").delete(within(id)),
      tx.objectStore("files").delete(within(id)),
      tx.done,
    ]);
  }

  return { load, save, list, search, remove };
}

function messagesIn({ messages, branches = [] }: Thread): UIMessage[] {
  return [...messages, ...branches];
}

function contentsOf({ messages, branches = [] }: Thread): Contents {
  return { shown: messages.map(({ id }) => id), hidden: branches.map(({ id }) => id) };
}

/** @throws HistoryError `unreadable` where a message is missing or damaged. */
function readContents(
  contents: Contents | undefined,
  texts: ReadonlyMap<string, string | undefined>,
  urls: ReadonlyMap<string, string>,
): Pick<Thread, "messages" | "branches"> {
  try {
    const read = (id: string): UIMessage => readMessage(texts.get(id)!, urls);
    const { shown, hidden } = contents!;
    return { messages: shown.map(read), ...(hidden.length > 0 && { branches: hidden.map(read) }) };
  } catch (cause) {
    throw new HistoryError("unreadable", { cause });
  }
}

function abort(tx: Transaction): void {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
}
