import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { indexedDBHistory, type Thread, type UIMessage } from "../../src/index.js";
import { createHistory } from "../../src/history/indexedDBHistory.js";
import { pngFile } from "./setUp.js";
import { dataURLOf } from "../../src/images/dataURL.js";

let name = "";
let count = 0;
beforeEach(() => {
  name = `test-${Date.now()}-${(count += 1)}`;
});
afterEach(() => {
  vi.restoreAllMocks();
  indexedDB.deleteDatabase(name);
});

const said = (id: string, text: string, ...files: string[]): UIMessage => ({
  id,
  role: "user",
  parts: [
    ...files.map((url) => ({ type: "file" as const, mediaType: "image/png", url, filename: "a" })),
    { type: "text", text },
  ],
});

function thread(revision: number, messages: UIMessage[], branches?: UIMessage[]): Thread {
  const facts = { title: "A title", createdAt: 1, updatedAt: revision, revision };
  return { ...facts, messages, ...(branches && { branches }) };
}

/** What stands in a store of the database, keys first. */
async function rows(store: string): Promise<[IDBValidKey, unknown][]> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
  const db = await wait(indexedDB.open(name));
  const held = db.transaction(store).objectStore(store);
  const [keys, values] = await Promise.all([wait(held.getAllKeys()), wait(held.getAll())]);
  db.close();
  return keys.map((key, index) => [key, values[index]]);
}

describe("indexedDBHistory", () => {
  test("gives back what was saved, branches too", async () => {
    const history = createHistory(name);
    const saved = thread(1, [said("a", "One"), said("b", "Two")], [said("c", "Other")]);
    await history.save("t", saved);
    expect(await history.load("t")).toEqual(saved);
    expect(await createHistory(name).load("t")).toEqual(saved);
    expect(await history.load("other")).toBeUndefined();
  });

  test("is one object for one name", () => {
    expect(indexedDBHistory({ name })).toBe(indexedDBHistory({ name }));
    expect(indexedDBHistory({ name })).not.toBe(indexedDBHistory());
  });

  test("lists threads without their messages, and forgets what is removed, files too", async () => {
    const history = createHistory(name);
    const url = await dataURLOf(await pngFile(8, 8));
    await history.save("t", thread(1, [said("a", "One", url)]));
    await history.save("u", thread(1, [said("a", "Other", url)]));
    expect(await history.list()).toEqual([
      { id: "t", title: "A title", createdAt: 1, updatedAt: 1 },
      { id: "u", title: "A title", createdAt: 1, updatedAt: 1 },
    ]);
    await history.remove("t");
    expect(await history.load("t")).toBeUndefined();
    expect((await history.list()).map(({ id }) => id)).toEqual(["u"]);
    expect(await rows("files")).toHaveLength(1);
    expect(await rows("messages")).toHaveLength(1);
    expect((await history.load("u"))!.messages).toEqual([said("a", "Other", url)]);
  });

  test("finds words in texts, on every branch, and in no file", async () => {
    const history = createHistory(name);
    await history.save(
      "t",
      thread(
        1,
        [said("a", "A weekend in Lisbon", await dataURLOf(await pngFile(8, 8)))],
        [said("b", "Other")],
      ),
    );
    await history.save("u", thread(1, [said("a", "Another one")]));
    const find = async (query: string) =>
      (await history.search!(query)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await find("LISBON")).toEqual([{ id: "t", excerpt: "A weekend in Lisbon" }]);
    expect(await find("other")).toEqual([
      { id: "t", excerpt: "Other" },
      { id: "u", excerpt: "Another one" },
    ]);
    expect(await find("image/png")).toEqual([]);
    await history.remove("t");
    expect(await find("lisbon")).toEqual([]);
  });

  test("keeps files as bytes, and gives back their URLs letter by letter", async () => {
    const history = createHistory(name);
    const png = await dataURLOf(await pngFile(40, 30));
    const strange = "data:text/plain;charset=utf-8;base64,aGVsbG8=";
    const remote = "https://example.com/a.png";
    const plain = "data:text/plain,hello";
    const broken = "data:image/png;base64,%%%";
    const saved = thread(1, [said("a", "", png, strange, remote, plain, broken)]);
    await history.save("t", saved);
    const files = await rows("files");
    expect(files).toHaveLength(2);
    for (const [, value] of files) expect((value as { file: unknown }).file).toBeInstanceOf(Blob);
    expect(JSON.stringify(await rows("messages"))).not.toContain(png.slice(30, 80));
    expect(await createHistory(name).load("t")).toEqual(saved);
  });

  test("writes a file once, though its part goes on to another message", async () => {
    const history = createHistory(name);
    const first = said("a", "One", await dataURLOf(await pngFile(8, 8)));
    const edited: UIMessage = { ...first, id: "b", parts: [first.parts[0]!] };
    await history.save("t", thread(1, [first]));
    await history.save("t", thread(2, [edited], [first]));
    expect(await rows("files")).toHaveLength(1);
    const again = createHistory(name);
    const loaded = (await again.load("t"))!;
    expect(loaded).toEqual(thread(2, [edited], [first]));
    await again.save("t", { ...loaded, revision: 3, messages: [], branches: [said("c", "Rest")] });
    expect(await rows("files")).toEqual([]);
    expect((await again.load("t"))!.branches).toEqual([said("c", "Rest")]);
  });

  test("writes only the messages that changed", async () => {
    const history = createHistory(name);
    const messages = Array.from({ length: 50 }, (_, index) => said(`m${index}`, `Words ${index}`));
    await history.save("t", thread(1, messages));
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    const stores = (): string[] =>
      put.mock.contexts.map((store) => (store as IDBObjectStore).name).toSorted();
    await history.save("t", thread(2, [...messages, said("new", "New")]));
    expect(stores()).toEqual(["contents", "messages", "threads"]);
    put.mockClear();
    const again = createHistory(name);
    const loaded = (await again.load("t"))!;
    await again.save("t", { ...loaded, title: "Renamed", revision: 3 });
    expect(stores()).toEqual(["threads"]);
    expect(await history.load("t")).toEqual({ ...loaded, title: "Renamed", revision: 3 });
  });

  test("refuses what is not based on what is kept, and leaves that as it is", async () => {
    const [a, b] = [createHistory(name), createHistory(name)];
    await a.save("t", thread(1, [said("a", "One")]));
    await b.load("t");
    await a.save("t", thread(2, [said("a", "One"), said("b", "Two")]));
    await expect(b.save("t", thread(2, [said("a", "Mine")]))).rejects.toMatchObject({
      name: "HistoryError",
      code: "conflict",
    });
    expect((await createHistory(name).load("t"))!.messages).toHaveLength(2);
    // What it knew of the old revision is not taken for what is there.
    await b.save("t", thread(3, [said("a", "One")]));
    expect((await a.load("t"))!.messages).toEqual([said("a", "One")]);
    expect(await rows("messages")).toHaveLength(1);
  });

  test("saves of two tabs at once are one and a conflict", async () => {
    const [a, b] = [createHistory(name), createHistory(name)];
    const saves = [
      a.save("t", thread(1, [said("a", "A")])),
      b.save("t", thread(1, [said("b", "B")])),
    ];
    const ends = await Promise.allSettled(saves);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("tells other tabs, and not its own", async () => {
    const [a, b] = [createHistory(name), createHistory(name)];
    const [inA, inB] = [vi.fn(), vi.fn()];
    const stops = [a.subscribe!(inA), b.subscribe!(inB)];
    await a.save("t", thread(1, [said("a", "One")]));
    await expect.poll(() => inB.mock.calls).toEqual([[{ id: "t" }]]);
    await a.remove("t");
    await expect.poll(() => inB.mock.calls.at(-1)).toEqual([{ id: "t", isRemoved: true }]);
    expect(inA).not.toHaveBeenCalled();
    for (const stop of stops) stop();
    await a.save("t", thread(1, [said("a", "One")]));
    expect(inB).toHaveBeenCalledTimes(2);
  });
});

describe("a database with a fault", () => {
  test("full", async () => {
    const history = createHistory(name);
    await history.save("t", thread(1, [said("a", "One")]));
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("Full", "QuotaExceededError");
    });
    await expect(history.save("t", thread(2, [said("a", "Two")]))).rejects.toMatchObject({
      name: "HistoryError",
      code: "quota",
    });
    vi.restoreAllMocks();
    expect((await history.load("t"))!.revision).toBe(1);
    await history.save("t", thread(2, [said("a", "Two")]));
    expect((await createHistory(name).load("t"))!.messages).toEqual([said("a", "Two")]);
  });

  test("closed to the page, and open again later", async () => {
    const history = createHistory(name);
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("Denied", "SecurityError");
    });
    const denied = { name: "HistoryError", code: "denied" };
    await expect(history.load("t")).rejects.toMatchObject(denied);
    await expect(history.list()).rejects.toMatchObject(denied);
    await expect(history.save("t", thread(1, []))).rejects.toMatchObject(denied);
    vi.restoreAllMocks();
    expect(await history.load("t")).toBeUndefined();
  });

  test("damaged", async () => {
    const history = createHistory(name);
    await history.save("t", thread(1, [said("a", "One")]));
    await change("messages", (store) => store.put("{ half", ["t", "a"]));
    await expect(createHistory(name).load("t")).rejects.toMatchObject({ code: "unreadable" });
    expect(await createHistory(name).list()).toHaveLength(1);
  });

  test("of a newer version, of a thread and of the whole", async () => {
    await createHistory(name).save("t", thread(1, [said("a", "One")]));
    await change("threads", (store) => store.put({ id: "t", schema: 99, revision: 7 }));
    await expect(createHistory(name).load("t")).rejects.toMatchObject({ code: "newer" });
    await change("threads", () => {}, 99);
    await expect(createHistory(name).list()).rejects.toMatchObject({ code: "newer" });
  });

  test("without a file leaves the part out", async () => {
    const history = createHistory(name);
    await history.save("t", thread(1, [said("a", "One", await dataURLOf(await pngFile(8, 8)))]));
    await change("files", (store) => store.clear());
    expect((await createHistory(name).load("t"))!.messages).toEqual([said("a", "One")]);
  });
});

/** Changes a store behind the library's back, in a database of a version of one's own. */
function change(store: string, act: (store: IDBObjectStore) => void, version?: number) {
  return new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.addEventListener("error", () => reject(opening.error));
    opening.addEventListener("success", () => {
      const tx = opening.result.transaction(store, "readwrite");
      act(tx.objectStore(store));
      tx.addEventListener("complete", () => {
        opening.result.close();
        resolve();
      });
    });
  });
}
