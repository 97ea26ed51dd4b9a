import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HistoryError, type StreamPart, type UIMessage } from "../../src/client/index.js";
import { createKeeper } from "../../src/store/keepConversation.js";
import { renameThread } from "../../src/store/renameThread.js";
import { tellThreadChange } from "../../src/store/threadChanges.js";
import { createLockstep, type MockAnswer } from "../../src/testing/index.js";
import { memoryHistory, type MemoryHistory } from "./memoryHistory.js";
import { finish, setUp, text, texts } from "./setUp.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A chat that is kept, as one tab has it. */
async function open(history: MemoryHistory, answer: MockAnswer = "Hello", id = "t") {
  const { store, client } = setUp(answer, { id });
  const keeper = createKeeper(store, () => history);
  const leave = keeper.enter();
  await keeper.loaded;
  return { store, client, keeper, leave };
}

/** Lets everything that is due happen. */
const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const shown = (history: MemoryHistory, id = "t"): string[] =>
  texts(history.thread(id)?.messages ?? []);
const hidden = (history: MemoryHistory): string[] => texts(history.thread("t")?.branches ?? []);

describe("a conversation that is kept", () => {
  test("comes back as it was", async () => {
    const history = memoryHistory();
    const first = await open(history);
    await first.store.sendMessage({ text: "Hi" });
    await settle();
    first.leave();
    await settle();
    const again = await open(history);
    expect(texts(again.store.getMessages())).toEqual(["Hi", "Hello"]);
    expect(again.store.getConversation()).toEqual(first.store.getConversation());
  });

  test("is loaded once, however often somebody comes and leaves at once", async () => {
    const history = memoryHistory();
    const { keeper, leave } = await open(history);
    leave();
    keeper.enter();
    await settle();
    expect(history.calls).toEqual(["load t"]);
  });

  test("is not saved before something has changed", async () => {
    const history = memoryHistory();
    const first = await open(history);
    await first.store.sendMessage({ text: "Hi" });
    await settle();
    const { length } = history.calls;
    const again = await open(history);
    await settle(5000);
    again.leave();
    await settle();
    expect(history.calls.slice(length)).toEqual(["load t"]);
  });

  test("is named after its first question", async () => {
    const history = memoryHistory();
    const { store } = await open(history);
    const question = "Which of these regions grew fastest in the last five quarters, and why?";
    await store.sendMessage({ text: question });
    await settle();
    const { title } = history.thread("t")!;
    expect(title).toBe("Which of these regions grew fastest in the last five…");
    await store.sendMessage({ text: "And now?" });
    await settle();
    expect(history.thread("t")!.title).toBe(title);
  });

  test("is gone once it is emptied", async () => {
    const history = memoryHistory();
    const { store } = await open(history);
    await store.sendMessage({ text: "Hi" });
    await settle();
    store.setMessages([]);
    await settle();
    expect(history.threads.size).toBe(0);
    await store.sendMessage({ text: "Anew" });
    await settle();
    expect(shown(history)).toEqual(["Anew", "Hello"]);
  });
});

describe("while an answer arrives", () => {
  test("it is saved once a second, as if it were stopped", async () => {
    const history = memoryHistory();
    const step = createLockstep<StreamPart>();
    const { store } = await open(history, step);
    const answering = store.sendMessage({ text: "Hi" });
    await settle();
    expect(shown(history)).toEqual(["Hi"]);
    for (let index = 0; index < 50; index += 1) {
      await step.push(text(`${index} `));
      await settle(100);
    }
    // One for the question, and one for each of five seconds.
    expect(history.thread("t")!.revision).toBeLessThanOrEqual(6);
    const answer = history.thread("t")!.messages.at(-1)!;
    expect(answer.metadata?.status).toBe("stopped");
    expect(answer.parts).toMatchObject([{ type: "text", state: "done" }]);
    expect(texts([answer])[0]).toMatch(/^0 1 2 .* 40 /);
    void step.push(finish);
    await answering;
    await settle();
    expect(history.thread("t")!.messages.at(-1)!.metadata?.status).toBe("complete");
  });

  describe("and the page goes", () => {
    const page = new EventTarget();
    const tab = new Map<string, string>();
    beforeEach(() => {
      tab.clear();
      vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
      vi.stubGlobal("sessionStorage", {
        getItem: (name: string) => tab.get(name) ?? null,
        setItem: (name: string, value: string) => void tab.set(name, value),
        removeItem: (name: string) => void tab.delete(name),
      });
    });
    afterEach(() => void vi.unstubAllGlobals());

    /** A tab that goes in the middle of an answer whose first words are not saved yet. */
    async function goAway(history: MemoryHistory) {
      const step = createLockstep<StreamPart>();
      const opened = await open(history, step);
      void opened.store.sendMessage({ text: "Hi" });
      await settle();
      await step.push(text("Half"));
      await step.push(text(" an answer"));
      expect(shown(history)).toEqual(["Hi"]);
      page.dispatchEvent(new Event("pagehide"));
      return { ...opened, step };
    }

    test("what has arrived is saved as stopped, and the request ends", async () => {
      const history = memoryHistory();
      const { store, step, leave } = await goAway(history);
      expect(shown(history)).toEqual(["Hi", "Half an answer"]);
      await step.closed;
      await settle();
      expect(store.state.getState().error).toBeUndefined();
      expect(history.thread("t")!.messages[1]!.metadata?.status).toBe("stopped");
      expect([...tab.keys()]).toEqual([]);
      leave();
    });

    test("what a slow storage has no time for comes back in the same tab, once", async () => {
      const history = memoryHistory();
      const slow: typeof history.save = (id, thread) =>
        thread.messages.length > 1 ? new Promise(() => {}) : history.save(id, thread);
      await goAway({ ...history, save: slow });
      expect(shown(history)).toEqual(["Hi"]);

      const again = await open(history);
      expect(texts(again.store.getMessages())).toEqual(["Hi", "Half an answer"]);
      await settle();
      expect(shown(history)).toEqual(["Hi", "Half an answer"]);
      again.store.deleteMessage(again.store.getMessages()[1]!.id);
      await settle();
      const third = await open(history);
      expect(texts(third.store.getMessages())).toEqual(["Hi"]);
    });
  });

  test("it can be continued after a reload", async () => {
    const history = memoryHistory();
    const step = createLockstep<StreamPart>();
    const first = await open(history, step);
    void first.store.sendMessage({ text: "Hi" });
    await settle();
    await step.push(text("Half an "));
    await settle(1000);
    const again = await open(history, [text("answer"), finish]);
    await again.store.continueMessage();
    expect(texts(again.store.getMessages())).toEqual(["Hi", "Half an answer"]);
    expect(again.store.getMessages().at(-1)!.metadata?.status).toBe("complete");
  });

  test("leaving it saves what was stopped, and then nothing is listened to any more", async () => {
    const history = memoryHistory();
    const step = createLockstep<StreamPart>();
    const { store, leave } = await open(history, step);
    void store.sendMessage({ text: "Hi" });
    await settle();
    await step.push(text("Half"));
    store.stop();
    leave();
    await settle();
    expect(shown(history)).toEqual(["Hi", "Half"]);
    const { length } = history.calls;
    tellThreadChange({ id: "t" });
    store.setMessages([]);
    await settle(5000);
    expect(history.calls).toHaveLength(length);
  });
});

describe("what an app renders", () => {
  test("is kept as words", async () => {
    const history = memoryHistory();
    const node: StreamPart = { type: "data-node", data: { $$typeof: Symbol("react") } };
    const { store } = await open(history, [node, finish]);
    await store.sendMessage({ text: "Hi" });
    await settle();
    expect(history.thread("t")!.messages.at(-1)!.parts).toEqual([
      { type: "data-node", data: "[rich output]" },
    ]);
  });
});

describe("two tabs", () => {
  /** Two tabs in which the same three messages are shown. */
  async function openTwo(answers: { a?: MockAnswer; b?: MockAnswer } = {}) {
    const history = memoryHistory();
    const start = await open(history);
    await start.store.sendMessage({ text: "Hi" });
    await settle();
    start.leave();
    await settle();
    const a = await open(history, answers.a ?? "From A");
    const b = await open(history, answers.b ?? "From B");
    return { history, a, b };
  }

  test("the idle one takes over what the other saved, and keeps the messages it has", async () => {
    const { a, b } = await openTwo();
    const [first] = b.store.getMessages();
    await a.store.sendMessage({ text: "More" });
    await settle();
    expect(texts(b.store.getMessages())).toEqual(["Hi", "Hello", "More", "From A"]);
    expect(b.store.getMessages()[0]).toBe(first);
    expect(b.keeper.state.getState().notice).toBeUndefined();
  });

  test("neither loses messages when both have written", async () => {
    const { history, a, b } = await openTwo();
    // Before either has heard of the other.
    const both = [a.store.sendMessage({ text: "A?" }), b.store.sendMessage({ text: "B?" })];
    await Promise.all(both);
    await settle(5000);
    const all = [...shown(history), ...hidden(history)].toSorted();
    expect(all).toEqual(["A?", "B?", "From A", "From B", "Hello", "Hi"]);
    const notices = [a, b].map(({ keeper }) => keeper.state.getState().notice?.code);
    expect(notices).toContain("conflict");
    for (const { store } of [a, b]) {
      const { messages, branches = [] } = store.getConversation();
      expect(texts([...messages, ...branches]).toSorted()).toEqual(all);
    }
    // What a tab shows stays.
    expect(texts(a.store.getMessages()).slice(2)).toEqual(["A?", "From A"]);
    expect(texts(b.store.getMessages()).slice(2)).toEqual(["B?", "From B"]);
    // A branch that can be found again: it says what it follows.
    const [branch] = history.thread("t")!.branches!;
    expect(branch!.metadata?.parentId).toBe(history.thread("t")!.messages[1]!.id);
  });

  test("neither loses messages when one writes while the other answers", async () => {
    const step = createLockstep<StreamPart>();
    const { history, a, b } = await openTwo({ a: step });
    const answering = a.store.sendMessage({ text: "A?" });
    await settle();
    await step.push(text("From"));
    await b.store.sendMessage({ text: "B?" });
    await settle();
    await step.push(text(" A"));
    void step.push(finish);
    await answering;
    await settle(5000);
    expect([...shown(history), ...hidden(history)].toSorted()).toEqual([
      "A?",
      "B?",
      "From A",
      "From B",
      "Hello",
      "Hi",
    ]);
  });

  test("one that is told nothing finds out when it saves", async () => {
    const { history, a, b } = await openTwo();
    const kept = history.thread("t")!;
    const said: UIMessage = { id: "x", role: "user", parts: [{ type: "text", text: "From C" }] };
    const messages = [...kept.messages, said];
    history.threads.set("t", JSON.stringify({ ...kept, messages, revision: kept.revision + 1 }));
    await a.store.sendMessage({ text: "A?" });
    await settle(100);
    expect(shown(history)).toEqual(["Hi", "Hello", "A?", "From A"]);
    expect(hidden(history)).toEqual(["From C"]);
    expect(b.keeper.state.getState().notice).toBeUndefined();
  });

  test("one that is removed elsewhere stays on the screen and is not kept again by itself", async () => {
    const step = createLockstep<StreamPart>();
    const { history, a, b } = await openTwo({ b: step });
    void b.store.sendMessage({ text: "B?" });
    await settle();
    await step.push(text("Half"));
    history.threads.delete("t");
    tellThreadChange({ id: "t", isRemoved: true });
    void step.push(text(" an answer"));
    await settle(5000);
    expect(history.threads.size).toBe(0);
    expect(texts(a.store.getMessages()).slice(0, 2)).toEqual(["Hi", "Hello"]);
    await a.store.sendMessage({ text: "Still here" });
    await settle();
    expect(shown(history).slice(-2)).toEqual(["Still here", "From A"]);
  });

  test("one that is renamed while it answers keeps the name, and there is no conflict", async () => {
    const step = createLockstep<StreamPart>();
    const { history, a } = await openTwo({ a: step });
    const answering = a.store.sendMessage({ text: "A?" });
    await settle();
    await step.push(text("From A"));
    await renameThread(history, "t", "A new name");
    tellThreadChange({ id: "t" });
    void step.push(finish);
    await answering;
    await settle(100);
    expect(history.thread("t")!.title).toBe("A new name");
    expect(shown(history)).toEqual(["Hi", "Hello", "A?", "From A"]);
    expect(a.keeper.state.getState().notice).toBeUndefined();
  });

  test("one does not go back to what is older than its own", async () => {
    const { history, a } = await openTwo();
    const { messages, ...facts } = history.thread("t")!;
    const older = { ...facts, messages: messages.slice(0, 1), revision: facts.revision - 1 };
    history.threads.set("t", JSON.stringify(older));
    tellThreadChange({ id: "t" });
    await settle();
    expect(texts(a.store.getMessages())).toEqual(["Hi", "Hello"]);
  });

  test("a storage that never agrees is given up and said", async () => {
    const { history, a } = await openTwo();
    history.fault = new HistoryError("conflict");
    const load = history.load.bind(history);
    history.load = (id) => {
      history.fault = undefined;
      const loading = load(id);
      history.fault = new HistoryError("conflict");
      return loading;
    };
    const { length } = history.calls;
    await a.store.sendMessage({ text: "A?" });
    await settle(60_000);
    expect(history.calls.length - length).toBeLessThan(40);
    expect(a.keeper.state.getState().notice?.code).toBe("conflict");
  });
});

describe("a storage with a fault", () => {
  test("is said once, leaves the chat alone, and is tried again with the next change", async () => {
    const history = memoryHistory();
    const { store, keeper } = await open(history);
    history.fault = Object.assign(new Error("full"), { name: "QuotaExceededError" });
    await store.sendMessage({ text: "One" });
    await settle();
    expect(keeper.state.getState().notice?.code).toBe("quota");
    keeper.dismiss();
    await store.sendMessage({ text: "Two" });
    await settle();
    expect(keeper.state.getState().notice).toBeUndefined();
    history.fault = undefined;
    await store.sendMessage({ text: "Three" });
    await settle();
    expect(shown(history)).toEqual(["One", "Hello", "Two", "Hello", "Three", "Hello"]);
  });

  test("takes its notice back once it is over", async () => {
    const history = memoryHistory();
    const { store, keeper } = await open(history);
    history.fault = new Error("Server down");
    await store.sendMessage({ text: "One" });
    await settle();
    expect(keeper.state.getState().notice?.code).toBe("failed");
    history.fault = undefined;
    await store.sendMessage({ text: "Two" });
    await settle();
    expect(keeper.state.getState().notice).toBeUndefined();
  });

  test("that could not be read is not written over", async () => {
    const history = memoryHistory();
    const first = await open(history);
    await first.store.sendMessage({ text: "Precious" });
    await settle();
    first.leave();
    await settle();
    history.fault = new Error("Server down");
    const { store, keeper } = await open(history);
    expect(keeper.state.getState()).toMatchObject({ isLoading: false, notice: { code: "failed" } });
    await store.sendMessage({ text: "New" });
    await settle();
    expect(shown(history)).toEqual(["Precious", "Hello"]);
    history.fault = undefined;
    await store.sendMessage({ text: "Newer" });
    await settle();
    expect(shown(history)).toEqual(["New", "Hello", "Newer", "Hello"]);
    expect(hidden(history)).toEqual(["Precious", "Hello"]);
  });

  test("of a newer version is left as it is", async () => {
    const history = memoryHistory();
    history.fault = new HistoryError("newer");
    const { store, keeper } = await open(history);
    await store.sendMessage({ text: "Hi" });
    await settle();
    expect(history.calls.filter((call) => call.startsWith("save"))).toEqual([]);
    expect(keeper.state.getState().notice?.message).toMatch(/reload the page/);
  });
});
