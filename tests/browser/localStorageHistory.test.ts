import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { localStorageHistory, type Thread, type UIMessage } from "../../src/index.js";

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

const said = (id: string, text: string): UIMessage => ({
  id,
  role: "user",
  parts: [{ type: "text", text }],
});
const facts = { title: "A title", createdAt: 1, updatedAt: 2 };
const thread = (revision: number, ...messages: UIMessage[]): Thread => ({
  ...facts,
  revision,
  messages,
});

describe("localStorageHistory", () => {
  test("gives back what was saved, lists it without reading it, and forgets what is removed", async () => {
    const history = localStorageHistory();
    const saved = { ...thread(1, said("a", "One")), branches: [said("b", "Other")] };
    await history.save("t", saved);
    expect(await localStorageHistory().load("t")).toEqual(saved);
    const read = vi.spyOn(Storage.prototype, "getItem");
    expect(await history.list()).toEqual([{ id: "t", ...facts }]);
    expect(read.mock.calls.flat().filter((key) => key.includes(":thread:"))).toEqual([]);
    await history.remove("t");
    expect(localStorage).toHaveLength(0);
    expect(await history.load("t")).toBeUndefined();
  });

  test("finds words in texts, on every branch, and in no file", async () => {
    const history = localStorageHistory();
    await history.save("t", {
      ...thread(1, said("a", "A weekend in Lisbon")),
      branches: [said("b", "Other")],
    });
    await history.save("u", thread(1, said("a", "Another one")));
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

  test("keeps threads of another key apart", async () => {
    await localStorageHistory({ key: "mine" }).save("t", thread(1, said("a", "One")));
    expect(await localStorageHistory().list()).toEqual([]);
    expect(await localStorageHistory({ key: "mine" }).list()).toHaveLength(1);
  });

  test("refuses what is not based on what is kept", async () => {
    const history = localStorageHistory();
    await history.save("t", thread(1, said("a", "One")));
    await expect(history.save("t", thread(1, said("b", "Two")))).rejects.toMatchObject({
      name: "HistoryError",
      code: "conflict",
    });
    expect((await history.load("t"))!.messages).toEqual([said("a", "One")]);
    await history.save("t", thread(2, said("b", "Two")));
  });

  test("hears of other tabs", () => {
    const heard = vi.fn();
    const stop = localStorageHistory().subscribe!(heard);
    const tell = (key: string, newValue: string | null): void =>
      void dispatchEvent(new StorageEvent("storage", { key, newValue }));
    tell("polylogue:summary:t", "{}");
    tell("polylogue:summary:t", null);
    tell("polylogue:thread:t", "{}");
    tell("other", "{}");
    expect(heard.mock.calls).toEqual([
      [{ id: "t", isRemoved: false }],
      [{ id: "t", isRemoved: true }],
    ]);
    stop();
    tell("polylogue:summary:t", "{}");
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe("a storage with a fault", () => {
  test("full: what was kept stays whole", async () => {
    const history = localStorageHistory();
    await history.save("t", thread(1, said("a", "One")));
    const set = vi.spyOn(Storage.prototype, "setItem");
    for (const full of [1, 2]) {
      let left = full;
      set.mockImplementation(function (this: Storage, key: string, value: string) {
        left -= 1;
        if (left === 0) throw new DOMException("Full", "QuotaExceededError");
        this[key] = value;
      });
      await expect(history.save("t", thread(2, said("a", "Two")))).rejects.toMatchObject({
        code: "quota",
      });
      expect(await history.load("t")).toEqual(thread(1, said("a", "One")));
    }
  });

  test("closed to the page", async () => {
    vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("Denied", "SecurityError");
    });
    const history = localStorageHistory();
    const denied = { name: "HistoryError", code: "denied" };
    await expect(history.load("t")).rejects.toMatchObject(denied);
    await expect(history.save("t", thread(1))).rejects.toMatchObject(denied);
    await expect(history.list()).rejects.toMatchObject(denied);
    await expect(history.remove("t")).rejects.toMatchObject(denied);
  });

  test("damaged: the thread is refused, and a list shows that it is there", async () => {
    const history = localStorageHistory();
    await history.save("t", thread(1, said("a", "One")));
    localStorage.setItem("polylogue:thread:t", '{"messages": [');
    await expect(history.load("t")).rejects.toMatchObject({ code: "unreadable" });
    localStorage.setItem("polylogue:summary:t", "{ half");
    expect(await history.list()).toEqual([{ id: "t", title: "", createdAt: 0, updatedAt: 0 }]);
  });

  test("damaged: a summary alone stands in nobody's way", async () => {
    const history = localStorageHistory();
    await history.save("t", thread(1, said("a", "One")));
    localStorage.setItem("polylogue:summary:t", "{ half");
    await history.save("t", thread(2, said("a", "Two")));
    expect(await history.list()).toEqual([{ id: "t", ...facts }]);
  });

  test("of another version: a bare conversation is taken over, a newer one refused", async () => {
    const history = localStorageHistory();
    const bare = { messages: [said("a", "One")] };
    localStorage.setItem("polylogue:thread:t", JSON.stringify(bare));
    expect(await history.load("t")).toEqual({
      ...bare,
      title: "",
      createdAt: 0,
      updatedAt: 0,
      revision: 0,
    });
    await history.save("t", thread(1, said("a", "Two")));
    localStorage.setItem("polylogue:thread:t", JSON.stringify({ schema: 2, ...bare }));
    await expect(history.load("t")).rejects.toMatchObject({ code: "newer" });
    for (const text of ["null", "7", '"text"', "[]", '{"messages":1}']) {
      localStorage.setItem("polylogue:thread:t", text);
      await expect(history.load("t")).rejects.toMatchObject({ code: "unreadable" });
    }
  });
});
