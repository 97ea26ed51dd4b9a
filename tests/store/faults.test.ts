import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ChatError, type StreamPart, type UIMessage } from "../../src/client/index.js";
import { ask, finish, last, setTimeout0, setUp, text, texts } from "./setUp.js";

describe("what goes wrong around an answer", () => {
  test("a callback that throws stops nothing, and is reported", async () => {
    // What is reported is thrown in a microtask; here it is caught instead.
    const reported: unknown[] = [];
    const real = globalThis.queueMicrotask;
    vi.stubGlobal("queueMicrotask", (task: () => void) =>
      real(() => {
        try {
          task();
        } catch (error) {
          reported.push(error);
        }
      }),
    );
    onTestFinished(() => void vi.unstubAllGlobals());
    const thrower = (): never => {
      throw new Error("host");
    };
    const { store, step, client, done } = await ask({ onMessage: thrower, onFinish: thrower });
    await step.push(text("Hal"));
    store.stop();
    await done;
    await setTimeout0();
    expect(client.signals[0]!.aborted).toBe(true);
    expect(store.state.getState().status).toBe("ready");
    expect(reported).toHaveLength(3);
  });

  test("what frames an answer is none", async () => {
    const { store, step, done } = await ask();
    await step.push({ type: "start", messageId: "a" });
    await step.push({ type: "start-step" });
    await step.push({ type: "text-start", id: "t" });
    expect(store.state.getState().status).toBe("submitted");
    expect(store.getMessages()).toHaveLength(1);
    step.fail(new ChatError("overloaded", "Busy."));
    await done;
    expect(store.getMessages()).toHaveLength(1);
  });

  test("an id a server gives twice does not overwrite the first answer", async () => {
    const { store } = setUp(({ messages }) => [
      { type: "start", messageId: "msg" },
      text(`Answer ${messages.length}`),
      finish,
    ]);
    await store.sendMessage({ text: "One" });
    await store.sendMessage({ text: "Two" });
    expect(texts(store.getMessages())).toEqual(["One", "Answer 1", "Two", "Answer 3"]);
  });

  const ends: [string, StreamPart[], string][] = [
    ["nothing", [finish], "server"],
    ["an error", [text("a"), { type: "finish", finishReason: "error" }], "server"],
    ["a filter", [{ type: "finish", finishReason: "content-filter" }], "content_policy"],
  ];
  test.each(ends)("a proper end with %s is an error", async (_name, parts, code) => {
    const { store } = setUp(parts);
    await store.sendMessage({ text: "Hi" });
    expect(store.state.getState()).toMatchObject({ status: "error", error: { code } });
  });

  test("a refusal in words is an answer", async () => {
    const { store } = setUp([
      { type: "text-start", providerMetadata: { openai: { refusal: true } } },
      text("I can't."),
      { type: "finish", finishReason: "content-filter" },
    ]);
    await store.sendMessage({ text: "Hi" });
    expect(last(store).metadata?.status).toBe("complete");
  });

  test("a greeting is not answered again", async () => {
    const greeting: UIMessage = {
      id: "g",
      role: "assistant",
      parts: [{ type: "text", text: "Welcome" }],
    };
    const { store, client } = setUp("Hello", { messages: [greeting] });
    await store.regenerate();
    expect(texts(store.getMessages())).toEqual(["Welcome"]);
    expect(client.requests).toHaveLength(0);
  });

  test("a history of doubtful origin is read as far as it goes", async () => {
    const messages = [
      { id: "1", role: "user", content: "Old style" },
      { id: "2", role: "assistant", parts: [null, { type: "text", text: "fine" }, 7] },
      null,
      { role: "user" },
    ] as unknown as UIMessage[];
    const { store } = setUp("Hello", { messages });
    expect(texts(store.getMessages())).toEqual(["Old style", "fine"]);
    await store.sendMessage({ text: "Hi" });
    expect(texts(store.getMessages())).toHaveLength(4);
  });

  test("what a continued answer cost is added up", async () => {
    let calls = 0;
    const { store } = setUp(() => {
      const usage = { outputTokens: ++calls === 1 ? 100 : 5 };
      const messageMetadata = { usage, cost: calls === 1 ? 0.02 : 0.01 };
      return [text("a"), { type: "finish", finishReason: "length", messageMetadata }];
    });
    await store.sendMessage({ text: "Hi" });
    await store.continueMessage();
    expect(last(store).metadata?.usage).toEqual({ outputTokens: 105 });
    expect(last(store).metadata?.cost).toBeCloseTo(0.03, 9);
  });
});
