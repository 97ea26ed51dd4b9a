import { describe, expect, test, vi } from "vitest";
import { ChatError, type StreamPart, type UIMessage } from "../../src/client/index.js";
import type { ChatStore, ChatStoreOptions } from "../../src/hooks/index.js";
import { createLockstep, type Lockstep } from "../../src/testing/index.js";
import { finish, setUp, text, texts } from "./setUp.js";

/** A question asked of two models whose answers are given by hand. */
function compare(options: Partial<ChatStoreOptions> = {}, models = ["openai/a", "groq/b"]) {
  const steps = new Map<string, Lockstep<StreamPart>>();
  const all = setUp(({ model }) => {
    const step = createLockstep<StreamPart>();
    steps.set(model, step);
    return step;
  }, options);
  all.backend.compare = models;
  all.backend.fallbacks = ["xai/never"];
  const push = (model: string, ...parts: StreamPart[]): Promise<unknown> =>
    Promise.all(parts.map((part) => steps.get(model)!.push(part)));
  const done = all.store.sendMessage({ text: "Q1" });
  return { ...all, steps, push, done };
}

const stateOf = (store: ChatStore) => store.state.getState();
const shown = (store: ChatStore): string[] => texts(store.getMessages());
const columns = (store: ChatStore): string[][] =>
  stateOf(store).comparison!.answers.map(({ chat }) => texts(chat.getMessages()));

describe("a comparison", () => {
  test("asks each model once and shows each answer as it arrives", async () => {
    const { store, client, push, done } = compare();
    expect(client.requests.map(({ model }) => model)).toEqual(["openai/a", "groq/b"]);
    expect(stateOf(store).status).toBe("submitted");
    await push("groq/b", text("B"));
    expect(stateOf(store).status).toBe("streaming");
    await push("openai/a", text("A"));
    expect(columns(store)).toEqual([
      ["Q1", "A"],
      ["Q1", "B"],
    ]);
    expect(shown(store)).toEqual(["Q1"]);
    void push("groq/b", finish);
    void push("openai/a", finish);
    await done;
    expect(stateOf(store).status).toBe("ready");
  });

  test("leaves the answers as versions in the order of the models, the first shown", async () => {
    const onMessage = vi.fn<(messages: UIMessage[]) => void>();
    const onFinish = vi.fn();
    const { store, push, done } = compare({ onMessage, onFinish });
    void push("groq/b", text("B"), finish);
    await vi.waitFor(() => expect(shown(store)).toEqual(["Q1", "B"]));
    void push("openai/a", text("A"), finish);
    await done;
    expect(shown(store)).toEqual(["Q1", "A"]);
    const versions = store
      .siblingsOf(store.getMessages()[1]!.id)
      .map((id) => stateOf(store).byId.get(id)!.metadata);
    expect(versions).toMatchObject([
      { model: "openai/a", provider: "openai", status: "complete" },
      { model: "groq/b", provider: "groq", status: "complete" },
    ]);
    expect(texts(onMessage.mock.lastCall![0])).toEqual(["Q1", "A"]);
    expect(onFinish).toHaveBeenCalledTimes(1);
  });

  test("goes on from the answer that is chosen", async () => {
    const { store, client, push, done } = compare();
    void push("openai/a", text("A"), finish);
    void push("groq/b", text("B"), finish);
    await done;
    store.branch(stateOf(store).comparison!.answers[0]!.answerId!);
    expect(stateOf(store).comparison).toBeUndefined();
    store.branch(store.siblingsOf(store.getMessages()[1]!.id)[1]!);
    expect(shown(store)).toEqual(["Q1", "B"]);
    void store.sendMessage({ text: "Q2" });
    expect(client.requests.slice(2).map(({ model }) => model)).toEqual(["openai/a", "groq/b"]);
    expect(texts(client.requests[3]!.messages)).toEqual(["Q1", "B", "Q2"]);
    store.stop();
  });

  test("is stopped as one, and keeps what had arrived", async () => {
    const onFinish = vi.fn();
    const { store, push, steps, done } = compare({ onFinish });
    await push("groq/b", text("Ha"));
    store.stop();
    expect(stateOf(store)).toMatchObject({ status: "ready", run: undefined });
    expect(shown(store)).toEqual(["Q1", "Ha"]);
    expect(store.getMessages()[1]!.metadata).toMatchObject({ status: "stopped", model: "groq/b" });
    await done;
    await Promise.all([...steps.values()].map(({ closed }) => closed));
    expect(onFinish).toHaveBeenCalledTimes(1);
    expect(onFinish.mock.lastCall![0]).toMatchObject({ isAbort: true });
  });

  test("keeps a failure where it happened", async () => {
    const onError = vi.fn();
    const { store, client, push, steps, done } = compare({ onError });
    void push("openai/a", text("A"), finish);
    steps.get("groq/b")!.fail(new ChatError("overloaded", "Busy."));
    await done;
    expect(stateOf(store)).toMatchObject({ status: "ready", error: undefined });
    const [a, b] = stateOf(store).comparison!.answers;
    expect(a!.answerId).toBe(store.getMessages()[1]!.id);
    expect(b).toMatchObject({ answerId: undefined });
    expect(stateOf(b!.chat).error).toMatchObject({ code: "overloaded" });
    expect(onError).toHaveBeenCalledTimes(1);
    // Another model's answer in its column would compare nothing.
    expect(client.requests).toHaveLength(2);
    expect(store.siblingsOf(a!.answerId!)).toEqual([]);
  });

  test("asks a model that failed once more, and leaves the others their answers", async () => {
    const onFinish = vi.fn();
    const { store, client, push, steps, done } = compare({ onFinish });
    void push("groq/b", text("B"), finish);
    steps.get("openai/a")!.fail(new ChatError("overloaded", "Busy."));
    await done;
    expect(shown(store)).toEqual(["Q1", "B"]);
    const [a, b] = stateOf(store).comparison!.answers;
    const again = a!.retry();
    // Once, whoever asks meanwhile.
    void a!.retry();
    void store.sendMessage({ text: "Q2" });
    expect(stateOf(store).status).toBe("submitted");
    expect(client.requests.slice(2).map(({ model }) => model)).toEqual(["openai/a"]);
    expect(texts(client.requests[2]!.messages)).toEqual(["Q1"]);
    void push("openai/a", text("A"), finish);
    await again;
    expect(stateOf(store).status).toBe("ready");
    expect(stateOf(store).comparison!.answers[1]).toBe(b);
    expect(shown(store)).toEqual(["Q1", "A"]);
    const versions = store.siblingsOf(store.getMessages()[1]!.id);
    expect(versions.map((id) => stateOf(store).byId.get(id)!.metadata?.model)).toEqual([
      "openai/a",
      "groq/b",
    ]);
    expect(onFinish).toHaveBeenCalledTimes(2);
  });

  test("another try is stopped with the chat, and is nothing once something else was asked", async () => {
    const { store, client, push, steps, done } = compare();
    void push("groq/b", text("B"), finish);
    steps.get("openai/a")!.fail(new ChatError("overloaded", "Busy."));
    await done;
    const [a] = stateOf(store).comparison!.answers;
    const again = a!.retry();
    store.stop();
    await again;
    await steps.get("openai/a")!.closed;
    expect(stateOf(store).status).toBe("ready");
    expect(shown(store)).toEqual(["Q1", "B"]);
    store.branch(stateOf(store).comparison!.answers[1]!.answerId!);
    await a!.retry();
    expect(client.requests).toHaveLength(3);
  });

  test("of answers that are named alike keeps both", async () => {
    const { store, push, done } = compare();
    const start: StreamPart = { type: "start", messageId: "same" };
    void push("openai/a", start, text("A"), finish);
    void push("groq/b", start, text("B"), finish);
    await done;
    expect(store.siblingsOf(store.getMessages()[1]!.id)).toHaveLength(2);
  });

  test("is over when something else is done", async () => {
    const { store, push, done } = compare();
    void push("openai/a", text("A"), finish);
    void push("groq/b", text("B"), finish);
    await done;
    store.deleteMessage(store.getMessages()[1]!.id);
    expect(stateOf(store).comparison).toBeUndefined();
    expect(shown(store)).toEqual(["Q1", "B"]);
  });

  test("that is replaced while it runs leaves nothing behind", async () => {
    const { store, push, done } = compare();
    await push("groq/b", text("B"));
    store.setMessages([]);
    await done;
    expect(stateOf(store)).toMatchObject({ order: [], status: "ready", comparison: undefined });
    expect(stateOf(store).byId.size).toBe(0);
  });

  test("answers again and continues with the answer's own model", async () => {
    const { store, client, push, done } = compare();
    void push("openai/a", text("A"), { type: "finish", finishReason: "length" });
    void push("groq/b", text("B"), { type: "finish", finishReason: "length" });
    await done;
    store.branch(store.siblingsOf(store.getMessages()[1]!.id)[1]!);
    void store.continueMessage();
    expect(client.requests.at(-1)!.model).toBe("groq/b");
    store.stop();
    void store.regenerate();
    expect(client.requests.at(-1)!.model).toBe("groq/b");
    store.stop();
  });
});
