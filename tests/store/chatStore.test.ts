import { describe, expect, test, vi } from "vitest";
import {
  ChatError,
  type AnswerWarning,
  type StreamPart,
  type UIMessage,
} from "../../src/client/index.js";
import { createLockstep, type MockAnswer } from "../../src/testing/index.js";
import { ask, finish, last, setTimeout0, setUp, text, texts } from "./setUp.js";

describe("an answer", () => {
  test("is submitted, then streaming, then ready and complete", async () => {
    const { store, step, done } = await ask();
    expect(store.state.getState().status).toBe("submitted");
    expect(texts(store.getMessages())).toEqual(["Hi"]);
    await step.push(text("Hel"));
    expect(store.state.getState().status).toBe("streaming");
    await step.push(text("lo"));
    expect(texts(store.getMessages())).toEqual(["Hi", "Hello"]);
    expect(last(store).parts).toEqual([{ type: "text", text: "Hello", state: "streaming" }]);
    void step.push(finish);
    await done;
    expect(store.state.getState().status).toBe("ready");
    expect(last(store)).toMatchObject({
      role: "assistant",
      parts: [{ type: "text", text: "Hello", state: "done" }],
      metadata: {
        model: "openai/gpt-5",
        provider: "openai",
        status: "complete",
        parentId: store.getMessages()[0]!.id,
      },
    });
  });

  test("leaves the message as it is while text arrives in an open part", async () => {
    const { store, step } = await ask();
    await step.push(text("a"));
    const before = store.state.getState();
    await step.push(text("b"));
    expect(store.state.getState()).toBe(before);
    store.stop();
  });

  test("that ends without a finish part is an error with the text kept", async () => {
    const { store, step, done } = await ask();
    await step.push(text("Hal"));
    step.end();
    await done;
    expect(store.state.getState()).toMatchObject({ status: "error", error: { code: "truncated" } });
    expect(last(store)).toMatchObject({
      parts: [{ text: "Hal", state: "done" }],
      metadata: { status: "error" },
    });
  });

  test("that fails keeps its text, its code and the way out", async () => {
    const onError = vi.fn();
    const onFinish = vi.fn();
    const { store, step, done } = await ask({ onError, onFinish });
    await step.push(text("Hal"));
    step.fail(new ChatError("overloaded", "Busy."));
    await done;
    expect(store.state.getState()).toMatchObject({
      status: "error",
      error: { code: "overloaded" },
    });
    expect(onError).toHaveBeenCalledOnce();
    expect(onFinish.mock.calls[0]![0]).toMatchObject({ isError: true, isAbort: false });
    await setTimeout0();
    store.clearError();
    expect(store.state.getState().status).toBe("ready");
    expect(texts(store.getMessages())).toEqual(["Hi", "Hal"]);
  });

  test("that reached the length limit says so", async () => {
    const { store } = setUp([text("a"), { type: "finish", finishReason: "length" }]);
    await store.sendMessage({ text: "Hi" });
    expect(last(store).metadata?.status).toBe("length");
  });

  test("keeps the order of text, reasoning and sources without ids", async () => {
    const { store } = setUp([
      { type: "reasoning-delta", delta: "Hm" },
      text("a"),
      text("b"),
      { type: "source-url", sourceId: "1", url: "https://example.com" },
      text("c"),
      finish,
    ]);
    await store.sendMessage({ text: "Hi" });
    expect(
      last(store).parts.map((part) => ("text" in part ? `${part.type}:${part.text}` : part.type)),
    ).toEqual(["reasoning:Hm", "text:ab", "source-url", "text:c"]);
  });

  test("keeps interleaved parts apart by their ids", async () => {
    const { store } = setUp([
      { type: "text-start", id: "1" },
      { type: "text-start", id: "2" },
      { type: "text-delta", id: "1", delta: "a" },
      { type: "text-delta", id: "2", delta: "x" },
      { type: "text-delta", id: "1", delta: "b" },
      { type: "text-end", id: "1" },
      finish,
    ]);
    await store.sendMessage({ text: "Hi" });
    expect(texts(store.getMessages()).at(-1)).toBe("ab|x");
  });

  test("takes usage and the message id from the stream", async () => {
    const { store } = setUp([
      { type: "start", messageId: "from-server" },
      text("a"),
      { type: "finish", finishReason: "stop", messageMetadata: { usage: { totalTokens: 7 } } },
    ]);
    await store.sendMessage({ text: "Hi" });
    expect(last(store)).toMatchObject({
      id: "from-server",
      metadata: { usage: { totalTokens: 7 } },
    });
  });

  test("keeps what the stream says before any content until there is some", async () => {
    const { store, step } = await ask();
    const warnings: AnswerWarning[] = [{ code: "not_streamed", message: "In one piece." }];
    await step.push({ type: "message-metadata", messageMetadata: { warnings } });
    expect(store.state.getState().status).toBe("submitted");
    await step.push(text("a"));
    expect(last(store).metadata?.warnings).toEqual(warnings);
    store.stop();
  });

  test("shows a repeated request and forgets it with the first content", async () => {
    const { store, step } = await ask();
    const data = { attempt: 1, delayMs: 500, code: "rate_limit", message: "Wait." };
    await step.push({ type: "data-retry", transient: true, data });
    expect(store.state.getState()).toMatchObject({ status: "submitted", retry: data });
    await step.push(text("a"));
    expect(store.state.getState().retry).toBeUndefined();
    expect(last(store).parts).toHaveLength(1);
    store.stop();
  });
});

describe("sending", () => {
  test("twice in one tick makes one request and one message", async () => {
    const { store, client } = setUp("Hello");
    await Promise.all([store.sendMessage({ text: "Hi" }), store.sendMessage({ text: "Hi" })]);
    expect(client.requests).toHaveLength(1);
    expect(store.getMessages()).toHaveLength(2);
  });

  test("nothing sends nothing", async () => {
    const { store, client } = setUp("Hello");
    await store.sendMessage({ text: "  " });
    expect(client.requests).toHaveLength(0);
  });

  test("an image alone sends it", async () => {
    const { store, client } = setUp("A cat");
    await store.sendMessage({
      files: [{ type: "file", mediaType: "image/png", url: "data:image/png;base64,AA==" }],
    });
    expect(client.requests[0]!.messages[0]!.parts).toMatchObject([{ type: "file" }]);
  });

  test("asks whoever is set at that moment", async () => {
    const { store, client, backend } = setUp("Hello");
    await store.sendMessage({ text: "Hi" });
    backend.model = "groq/llama";
    backend.system = "Be brief.";
    backend.config = { temperature: 0 };
    await store.sendMessage({ text: "Again" });
    expect(client.requests[1]).toMatchObject({
      model: "groq/llama",
      system: "Be brief.",
      config: { temperature: 0 },
    });
    expect(client.requests[1]!.messages).toHaveLength(3);
  });

  test("without a model is an error that says what to do, and the message is kept", async () => {
    const { store, backend } = setUp("Hello");
    backend.model = undefined;
    await store.sendMessage({ text: "Hi" });
    expect(store.state.getState().error?.message).toMatch(/Choose a model/);
    expect(texts(store.getMessages())).toEqual(["Hi"]);
  });

  test("works with a function model", async () => {
    const { store, backend } = setUp("");
    backend.model = async function* (messages) {
      yield "You said ";
      yield messages.map((message) => message.role).join();
    };
    await store.sendMessage({ text: "Hi" });
    expect(texts(store.getMessages()).at(-1)).toBe("You said user");
  });

  test("again to an earlier message replaces it and drops what followed", async () => {
    const { store } = setUp("Hello");
    await store.sendMessage({ text: "One" });
    await store.sendMessage({ text: "Two" });
    await store.sendMessage({ messageId: store.getMessages()[0]!.id, text: "Uno" });
    expect(texts(store.getMessages())).toEqual(["Uno", "Hello"]);
  });
});

describe("fallbacks", () => {
  const refuse =
    (names: string[]): MockAnswer =>
    ({ model }) => {
      if (names.includes(model)) throw new ChatError("rate_limit", `${model} is busy.`);
      return `I am ${model}`;
    };

  test("are asked in order, and the answer says who refused", async () => {
    const { store, backend, client } = setUp(refuse(["openai/gpt-5", "groq/a"]));
    backend.fallbacks = ["groq/a", "mistral/b", "xai/c"];
    await store.sendMessage({ text: "Hi" });
    expect(client.requests.map(({ model }) => model)).toEqual([
      "openai/gpt-5",
      "groq/a",
      "mistral/b",
    ]);
    expect(texts(store.getMessages()).at(-1)).toBe("I am mistral/b");
    expect(last(store).metadata).toMatchObject({
      model: "mistral/b",
      provider: "mistral",
      refusals: [
        { model: "openai/gpt-5", code: "rate_limit", message: "openai/gpt-5 is busy." },
        { model: "groq/a", code: "rate_limit", message: "groq/a is busy." },
      ],
    });
  });

  test("that all refuse end with the last refusal", async () => {
    const { store, backend } = setUp(refuse(["openai/gpt-5", "groq/a"]));
    backend.fallbacks = ["groq/a"];
    await store.sendMessage({ text: "Hi" });
    expect(store.state.getState().error?.message).toBe("groq/a is busy.");
  });

  test("are not asked once there is content, nor after a stop", async () => {
    const { store, backend, client, step, done } = await ask();
    backend.fallbacks = ["groq/a"];
    store.stop();
    await done;
    await step.closed;
    const second = createLockstep<StreamPart>();
    const other = setUp(() => second);
    other.backend.fallbacks = ["groq/a"];
    const run = other.store.sendMessage({ text: "Hi" });
    await second.push(text("Hal"));
    second.fail(new ChatError("network", "Gone."));
    await run;
    expect(other.client.requests).toHaveLength(1);
    expect(client.requests).toHaveLength(1);
    expect(other.store.state.getState().error?.code).toBe("network");
  });
});

describe("stopping", () => {
  test("settles the state at once, keeps the text and closes the request", async () => {
    const { store, step, client, done } = await ask();
    await step.push(text("Hal"));
    store.stop();
    expect(store.state.getState()).toMatchObject({
      status: "ready",
      run: undefined,
      error: undefined,
    });
    expect(client.signals[0]!.aborted).toBe(true);
    expect(last(store)).toMatchObject({
      parts: [{ text: "Hal" }],
      metadata: { status: "stopped" },
    });
    await done;
    await step.closed;
  });

  test("drops what a client that ignores the signal still sends", async () => {
    const step = createLockstep<StreamPart>();
    let calls = 0;
    const { store } = setUp(() => (calls++ === 0 ? step : "Second"));
    const first = store.sendMessage({ text: "Hi" });
    await step.push(text("Hal"));
    store.stop();
    void step.push(text("late"));
    await store.sendMessage({ text: "Next" });
    await first;
    expect(texts(store.getMessages())).toEqual(["Hi", "Hal", "Next", "Second"]);
  });

  test("before anything arrived leaves the question alone", async () => {
    const { store, done } = await ask();
    store.stop();
    await done;
    expect(texts(store.getMessages())).toEqual(["Hi"]);
    expect(store.state.getState().status).toBe("ready");
  });

  test("with nothing running is nothing", () => {
    const { store } = setUp("Hello");
    const before = store.state.getState();
    store.stop();
    expect(store.state.getState()).toBe(before);
  });
});

describe("after an answer", () => {
  test("regenerate drops it and asks again", async () => {
    let calls = 0;
    const { store, client } = setUp(() => `Answer ${++calls}`);
    await store.sendMessage({ text: "Hi" });
    await store.regenerate();
    expect(texts(store.getMessages())).toEqual(["Hi", "Answer 2"]);
    expect(client.requests[1]!.messages).toHaveLength(1);
  });

  test("regenerate after an error without text asks again", async () => {
    let calls = 0;
    const { store } = setUp(() => {
      if (++calls === 1) throw new ChatError("network", "Offline.");
      return "Hello";
    });
    await store.sendMessage({ text: "Hi" });
    expect(store.state.getState().status).toBe("error");
    await store.regenerate();
    expect(texts(store.getMessages())).toEqual(["Hi", "Hello"]);
    expect(store.state.getState().error).toBeUndefined();
  });

  const rests: [string, StreamPart[]][] = [
    ["bare deltas", [text("wer is 42."), finish]],
    [
      "a part without an id",
      [{ type: "text-start" }, text("wer is 42."), { type: "text-end" }, finish],
    ],
    [
      "a part with an id, after some thinking",
      [
        { type: "reasoning-delta", delta: "Where was I?" },
        { type: "text-start", id: "t" },
        { type: "text-delta", id: "t", delta: "wer is 42." },
        { type: "text-end", id: "t" },
        finish,
      ],
    ],
  ];
  test.each(rests)("continue appends to the same text: %s", async (_name, rest) => {
    let calls = 0;
    const { store, client } = setUp(() => (++calls === 1 ? [text("The ans")] : rest));
    await store.sendMessage({ text: "Hi" });
    await store.continueMessage();
    expect(last(store).parts.filter(({ type }) => type === "text")).toEqual([
      { type: "text", text: "The answer is 42.", state: "done" },
    ]);
    expect(last(store).metadata).toMatchObject({ status: "complete", error: undefined });
    expect(client.requests[1]!.messages.map((message) => message.role)).toEqual([
      "user",
      "assistant",
      "user",
    ]);
  });

  test("a message can be deleted, the running one too", async () => {
    const { store, step, done } = await ask();
    await step.push(text("Hal"));
    store.deleteMessage(last(store).id);
    await done;
    expect(texts(store.getMessages())).toEqual(["Hi"]);
    expect(store.state.getState().status).toBe("ready");
  });

  test("deleting an earlier message lets the running answer go on", async () => {
    const { store, step, done } = await ask();
    await step.push(text("Hal"));
    store.deleteMessage(store.getMessages()[0]!.id);
    expect(store.state.getState().status).toBe("streaming");
    await step.push(text("lo"));
    void step.push(finish);
    await done;
    expect(texts(store.getMessages())).toEqual(["Hallo"]);
  });

  test("setMessages replaces all and stops what runs", async () => {
    const { store, client, step } = await ask();
    await step.push(text("Hal"));
    store.setMessages((messages) => messages.slice(0, 1));
    expect(texts(store.getMessages())).toEqual(["Hi"]);
    expect(client.signals[0]!.aborted).toBe(true);
  });
});

describe("following", () => {
  test("gives the same array until something changed, and pointers to what did not", async () => {
    const { store, step } = await ask();
    const first = store.getMessages();
    expect(store.getMessages()).toBe(first);
    await step.push(text("a"));
    const second = store.getMessages();
    expect(second).not.toBe(first);
    expect(second[0]).toBe(first[0]);
    store.stop();
  });

  test("tells once for text that arrives together", async () => {
    const { store, step } = await ask();
    await step.push(text("a"));
    const listener = vi.fn();
    store.subscribe(listener);
    const pushed = [step.push(text("b")), step.push(text("c"))];
    await Promise.all(pushed);
    await setTimeout0();
    expect(texts(store.getMessages()).at(-1)).toBe("abc");
    expect(listener.mock.calls.length).toBeLessThanOrEqual(2);
    store.stop();
  });

  test("keeps parts of types it does not know", async () => {
    const unknown = { type: "hologram", depth: 3 } as unknown as UIMessage["parts"][number];
    const { store, client } = setUp("Hello", {
      messages: [{ id: "1", role: "user", parts: [unknown] }],
    });
    await store.sendMessage({ text: "Hi" });
    expect(client.requests[0]!.messages[0]!.parts).toEqual([unknown]);
  });

  test("keeps one of two messages with one id", () => {
    const twice: UIMessage[] = [1, 2].map((n) => ({
      id: "same",
      role: "user",
      parts: [{ type: "text", text: `${n}` }],
    }));
    const { store } = setUp("Hello", { messages: twice });
    expect(store.getMessages()).toHaveLength(1);
  });
});
