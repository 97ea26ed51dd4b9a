import { beforeEach, describe, expect, test, vi } from "vitest";
import { ChatError, type StreamPart, type UIMessage } from "../../src/client/index.js";
import type { ChatStore, ChatStoreOptions } from "../../src/hooks/index.js";
import { createLockstep } from "../../src/testing/index.js";
import { finish, last, setUp, text, texts } from "./setUp.js";

beforeEach(() => {
  // A clock by hand: what is made later is later.
  let now = 1000;
  vi.spyOn(Date, "now").mockImplementation(() => now++);
});

/** A chat whose answers are counted. */
function setUpCounted(options: Partial<ChatStoreOptions> = {}) {
  let calls = 0;
  return setUp(() => `A${++calls}`, options);
}

const shown = (store: ChatStore): string[] => texts(store.getMessages());
const idOf = (store: ChatStore, words: string): string => {
  const { messages, branches = [] } = store.getConversation();
  return [...messages, ...branches].find((one) => texts([one])[0] === words)!.id;
};
/** The versions of a message by their texts. */
const versionsOf = (store: ChatStore, words: string): string[] =>
  store
    .siblingsOf(idOf(store, words))
    .map((id) => texts([store.state.getState().byId.get(id) as UIMessage])[0]!);

async function talk(store: ChatStore, ...questions: string[]): Promise<void> {
  for (const question of questions) await store.sendMessage({ text: question });
}

describe("answering again", () => {
  test("keeps the old answer and what followed it as a branch", async () => {
    const { store, client } = setUpCounted();
    await talk(store, "Q1", "Q2");
    await store.regenerate({ messageId: idOf(store, "A1") });
    expect(shown(store)).toEqual(["Q1", "A3"]);
    expect(texts(client.requests[2]!.messages)).toEqual(["Q1"]);
    expect(versionsOf(store, "A3")).toEqual(["A1", "A3"]);
    expect(store.siblingsOf(idOf(store, "Q1"))).toEqual([]);
    store.branch(idOf(store, "A1"));
    expect(shown(store)).toEqual(["Q1", "A1", "Q2", "A2"]);
    expect(versionsOf(store, "A1")).toEqual(["A1", "A3"]);
  });

  test("may ask another model, for that answer alone", async () => {
    const { store, client } = setUpCounted();
    await talk(store, "Q1");
    await store.regenerate({ model: "groq/llama" });
    expect(last(store).metadata).toMatchObject({ model: "groq/llama", provider: "groq" });
    await talk(store, "Q2");
    expect(client.requests.map(({ model }) => model)).toEqual([
      "openai/gpt-5",
      "groq/llama",
      "openai/gpt-5",
    ]);
  });

  describe("of another model that did not end it", () => {
    /** One answer of the chat's own model, then one of another that fails after a word. */
    async function failOnce(step = createLockstep<StreamPart>()) {
      let count = 0;
      const all = setUp(() => ((count += 1) === 2 ? step : [text("A"), finish]));
      await talk(all.store, "Q1");
      const asked = all.store.regenerate({ model: "groq/llama" });
      const models = (): string[] => all.client.requests.map(({ model }) => model);
      return { ...all, step, asked, models };
    }

    test("asks that one again, whether anything came of it or not", async () => {
      for (const isPartial of [true, false]) {
        const { store, step, asked, models } = await failOnce();
        if (isPartial) await step.push(text("Half"));
        step.fail(new ChatError("overloaded", "Busy."));
        await asked;
        expect(store.oneOffModel()).toBe("groq/llama");
        await store.regenerate();
        expect(models()).toEqual(["openai/gpt-5", "groq/llama", "groq/llama"]);
        // It has ended: now it is the chat's own affair.
        await store.regenerate();
        expect(models().at(-1)).toBe("openai/gpt-5");
      }
    });

    test("continues with that one after a stop", async () => {
      const { store, step, asked, models } = await failOnce();
      await step.push(text("Half"));
      store.stop();
      await asked;
      await store.continueMessage();
      expect(models().at(-1)).toBe("groq/llama");
      expect(last(store).metadata?.status).toBe("complete");
    });

    test("asks the chat's own for another question, and once another is chosen", async () => {
      const { store, backend, step, asked, models } = await failOnce();
      step.fail(new ChatError("overloaded", "Busy."));
      await asked;
      backend.model = "xai/grok";
      expect(store.oneOffModel()).toBeUndefined();
      await store.regenerate();
      expect(models().at(-1)).toBe("xai/grok");
      await talk(store, "Q2");
      expect(models().at(-1)).toBe("xai/grok");
    });
  });

  test("shows the old answer again when it is stopped before anything came", async () => {
    const step = createLockstep<StreamPart>();
    let calls = 0;
    const { store } = setUp(() => (++calls > 2 ? step : `A${calls}`));
    await talk(store, "Q1", "Q2");
    const done = store.regenerate({ messageId: idOf(store, "A1") });
    expect(shown(store)).toEqual(["Q1"]);
    store.stop();
    await done;
    expect(shown(store)).toEqual(["Q1", "A1", "Q2", "A2"]);
    expect(store.siblingsOf(idOf(store, "A1"))).toEqual([]);
  });

  test("that fails stands at its question until the failure is dismissed, or something else is asked", async () => {
    let isDown = false;
    const { store } = setUp(() => {
      if (isDown) throw new ChatError("network", "Offline.");
      return "A1";
    });
    await talk(store, "Q1");
    isDown = true;
    await store.regenerate();
    expect(shown(store)).toEqual(["Q1"]);
    store.clearError();
    expect(shown(store)).toEqual(["Q1", "A1"]);
    expect(store.state.getState()).toMatchObject({ status: "ready", error: undefined });
    await store.regenerate();
    await talk(store, "Q2");
    expect(shown(store)).toEqual(["Q1", "A1", "Q2"]);
  });

  test("of a hidden answer shows its branch", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1");
    await store.editMessage(idOf(store, "Q1"), { text: "Q1b" });
    await store.regenerate({ messageId: idOf(store, "A1") });
    expect(shown(store)).toEqual(["Q1", "A3"]);
    expect(versionsOf(store, "A1")).toEqual(["A1", "A3"]);
  });
});

describe("editing", () => {
  test("keeps the old question and what followed it as a branch", async () => {
    const { store, client } = setUpCounted();
    await talk(store, "Q1", "Q2");
    await store.editMessage(idOf(store, "Q1"), { text: "Q1b" });
    expect(shown(store)).toEqual(["Q1b", "A3"]);
    expect(texts(client.requests[2]!.messages)).toEqual(["Q1b"]);
    expect(versionsOf(store, "Q1b")).toEqual(["Q1", "Q1b"]);
    expect(store.siblingsOf(idOf(store, "A3"))).toEqual([]);
    store.branch(idOf(store, "A2"));
    expect(shown(store)).toEqual(["Q1", "A1", "Q2", "A2"]);
  });

  test("is nothing for an answer, an empty message and one that is not there", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1");
    const before = store.state.getState();
    await store.editMessage(idOf(store, "A1"), { text: "No" });
    await store.editMessage(idOf(store, "Q1"), { text: " " });
    await store.editMessage("gone", { text: "No" });
    expect(store.state.getState()).toBe(before);
  });

  test("in the AI SDK's words replaces the message, its answers and all that followed, but not its siblings", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1");
    await store.regenerate();
    await store.editMessage(idOf(store, "Q1"), { text: "Q1b" });
    store.branch(idOf(store, "Q1"));
    const id = idOf(store, "Q1");
    await store.sendMessage({ messageId: id, text: "Q1c" });
    expect(store.getMessages()[0]!.id).toBe(id);
    expect(shown(store)).toEqual(["Q1c", "A4"]);
    expect(texts(store.getConversation().branches!)).toEqual(["Q1b", "A3"]);
  });
});

describe("showing a branch", () => {
  test("goes down to what is newest there, however deep", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1", "Q2");
    await store.editMessage(idOf(store, "Q2"), { text: "Q2b" });
    await store.regenerate();
    await talk(store, "Q3");
    expect(shown(store)).toEqual(["Q1", "A1", "Q2b", "A4", "Q3", "A5"]);
    await store.editMessage(idOf(store, "Q1"), { text: "Q1b" });
    store.branch(idOf(store, "Q1"));
    expect(shown(store)).toEqual(["Q1", "A1", "Q2b", "A4", "Q3", "A5"]);
    store.branch(idOf(store, "A3"));
    expect(shown(store)).toEqual(["Q1", "A1", "Q2b", "A3"]);
    store.branch(idOf(store, "Q2"));
    expect(shown(store)).toEqual(["Q1", "A1", "Q2", "A2"]);
    expect(versionsOf(store, "Q2")).toEqual(["Q2", "Q2b"]);
  });

  test("is told once, and not while busy or for what is shown or gone", async () => {
    const onMessage = vi.fn();
    const step = createLockstep<StreamPart>();
    let calls = 0;
    const { store } = setUp(() => (++calls === 3 ? step : `A${calls}`), { onMessage });
    await talk(store, "Q1");
    await store.regenerate();
    onMessage.mockClear();
    store.branch(idOf(store, "A1"));
    expect(onMessage).toHaveBeenCalledTimes(1);
    store.branch(idOf(store, "A1"));
    store.branch("gone");
    expect(onMessage).toHaveBeenCalledTimes(1);
    const done = store.sendMessage({ text: "Q2" });
    store.branch(idOf(store, "A2"));
    expect(shown(store)).toEqual(["Q1", "A1", "Q2"]);
    store.stop();
    await done;
  });

  test("goes on where it is: an answer that was cut off is continued in its own message", async () => {
    let calls = 0;
    const { store } = setUp(() => [
      text(`A${++calls}`),
      calls === 1 ? { type: "finish", finishReason: "length" } : finish,
    ]);
    await talk(store, "Q1");
    await store.regenerate();
    store.branch(idOf(store, "A1"));
    await store.continueMessage();
    expect(shown(store)).toEqual(["Q1", "A1A3"]);
    expect(versionsOf(store, "A2")).toEqual(["A1A3", "A2"]);
  });
});

describe("deleting", () => {
  test("one of two answers shows the other", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1");
    await store.regenerate();
    store.deleteMessage(idOf(store, "A2"));
    expect(shown(store)).toEqual(["Q1", "A1"]);
    expect(store.getConversation().branches).toBeUndefined();
  });

  test("a message in the middle leaves what followed it, on every branch", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1", "Q2");
    await store.regenerate();
    await store.editMessage(idOf(store, "Q2"), { text: "Q2b" });
    store.deleteMessage(idOf(store, "A1"));
    expect(shown(store)).toEqual(["Q1", "Q2b", "A4"]);
    expect(versionsOf(store, "Q2b")).toEqual(["Q2", "Q2b"]);
    store.branch(idOf(store, "A2"));
    expect(shown(store)).toEqual(["Q1", "Q2", "A2"]);
    expect(versionsOf(store, "A2")).toEqual(["A2", "A3"]);
  });

  test("the first message leaves the versions of the next at the beginning", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1");
    await store.regenerate();
    store.deleteMessage(idOf(store, "Q1"));
    expect(shown(store)).toEqual(["A2"]);
    expect(versionsOf(store, "A2")).toEqual(["A1", "A2"]);
    expect(store.getConversation().branches![0]!.metadata).not.toHaveProperty("parentId");
  });

  test("a hidden message leaves what followed it where it was", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1", "Q2");
    await store.editMessage(idOf(store, "Q1"), { text: "Q1b" });
    store.deleteMessage(idOf(store, "A1"));
    expect(shown(store)).toEqual(["Q1b", "A3"]);
    store.branch(idOf(store, "Q1"));
    expect(shown(store)).toEqual(["Q1", "Q2", "A2"]);
  });
});

describe("a conversation kept", () => {
  test("without branches is byte for byte what it was, whatever its metadata", () => {
    const history = [
      { id: "1", role: "user", parts: [{ type: "text", text: "Q" }] },
      { id: "2", role: "assistant", parts: [{ type: "text", text: "A" }], metadata: { mine: 1 } },
      { id: "3", role: "user", metadata: { parentId: "elsewhere" }, parts: [] },
    ] as unknown as UIMessage[];
    const { store } = setUp("Yes", { messages: history });
    expect(JSON.stringify(store.getConversation())).toBe(JSON.stringify({ messages: history }));
    store.branch("2");
    store.setConversation({ messages: history });
    expect(JSON.stringify(store.getConversation())).toBe(JSON.stringify({ messages: history }));
  });

  test("keeps its branches and the order of versions", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1", "Q2");
    await store.regenerate();
    await store.regenerate();
    store.branch(idOf(store, "A2"));
    await store.editMessage(idOf(store, "Q1"), { text: "Q1b" });
    const kept = JSON.stringify(store.getConversation());

    const { store: other } = setUpCounted();
    other.setConversation(JSON.parse(kept));
    expect(JSON.stringify(other.getConversation())).toBe(kept);
    expect(versionsOf(other, "Q1")).toEqual(["Q1", "Q1b"]);
    other.branch(idOf(other, "A3"));
    expect(shown(other)).toEqual(["Q1", "A1", "Q2", "A3"]);
    expect(versionsOf(other, "A3")).toEqual(["A2", "A3", "A4"]);
  });

  test("before its answer came shows the answers it has", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1");
    void store.regenerate();
    const kept = store.getConversation();
    expect(texts(kept.messages)).toEqual(["Q1"]);
    const { store: other } = setUpCounted();
    other.setConversation(kept);
    expect(shown(other)).toEqual(["Q1", "A1"]);
  });

  test("of messages that follow each other in a ring, or nothing, hangs nobody up", () => {
    const { store } = setUpCounted();
    const made = (id: string, parentId: unknown): UIMessage =>
      ({ id, role: "user", parts: [], metadata: { parentId } }) as unknown as UIMessage;
    store.setConversation({
      messages: [made("top", undefined)],
      branches: [made("a", "b"), made("b", "a"), made("c", "c"), made("d", "gone"), made("e", 7)],
    });
    expect(store.getMessages().map(({ id }) => id)).toEqual(["top"]);
    expect(store.siblingsOf("top")).toEqual(["top", "e"]);
    for (const id of ["a", "b", "c", "d"]) store.branch(id);
    store.deleteMessage("a");
    expect(store.getConversation().branches).toHaveLength(4);
  });

  test("whose messages are replaced keeps the branches of those that stay", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1", "Q2");
    await store.regenerate({ messageId: idOf(store, "A1") });
    store.branch(idOf(store, "A1"));
    store.setMessages((all) => all.map((one) => ({ ...one, metadata: { rating: 1 } })));
    expect(versionsOf(store, "A1")).toEqual(["A1", "A3"]);
    store.setMessages((all) => all.slice(0, 1));
    expect(store.getConversation().branches).toBeUndefined();
    store.setMessages([]);
    expect(store.state.getState().byId.size).toBe(0);
  });

  test("whose first question has versions keeps them while it is the first", async () => {
    const { store } = setUpCounted();
    await talk(store, "Q1");
    await store.editMessage(idOf(store, "Q1"), { text: "Q1b" });
    store.setMessages((all) => [...all]);
    expect(versionsOf(store, "Q1b")).toEqual(["Q1", "Q1b"]);
    const older: UIMessage = { id: "old", role: "user", parts: [{ type: "text", text: "Q0" }] };
    store.setMessages((all) => [older, ...all]);
    store.branch(idOf(store, "Q1"));
    expect(shown(store)).toEqual(["Q0", "Q1", "A1"]);
    store.setMessages((all) => all.filter(({ id }) => id !== idOf(store, "Q1")));
    expect(store.getConversation().branches).toBeUndefined();
  });
});

test("a chat whose answer has failed keeps the old one while its messages are changed", async () => {
  let isDown = false;
  const { store } = setUp(() => {
    if (isDown) throw new ChatError("network", "Offline.");
    return "A1";
  });
  await talk(store, "Q1");
  isDown = true;
  await store.regenerate();
  store.setMessages((all) => [...all]);
  expect(shown(store)).toEqual(["Q1", "A1"]);
});

test("a thousand versions are counted once, and not again while text and parts arrive", async () => {
  const question: UIMessage = { id: "q", role: "user", parts: [{ type: "text", text: "Q" }] };
  const answers = Array.from({ length: 1000 }, (_, index): UIMessage => {
    const metadata = { parentId: "q", createdAt: index + 1 };
    return { id: `a${index}`, role: "assistant", parts: [{ type: "text", text: "A" }], metadata };
  });
  const step = createLockstep<StreamPart>();
  const { store } = setUp(() => step);
  store.setConversation({ messages: [question, answers[0]!], branches: answers.slice(1) });
  expect(store.siblingsOf("a0")).toHaveLength(1000);
  const done = store.sendMessage({ text: "Q2" });
  await step.push(text("On"));
  const before = store.siblingsOf("a0");
  const { byId } = store.state.getState();
  await step.push(text(" it"));
  // A delta makes nothing anew, and a part that ends makes nothing of the tree anew.
  expect(store.state.getState().byId).toBe(byId);
  void step.push(finish);
  await done;
  expect(store.siblingsOf("a0")).toBe(before);
  expect(shown(store)).toEqual(["Q", "A", "Q2", "On it"]);
});
