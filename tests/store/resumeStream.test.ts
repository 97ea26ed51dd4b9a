import { describe, expect, test } from "vitest";
import { ChatError, type ChatClient, type StreamPart } from "../../src/client/index.js";
import { createChatStore, type ChatStoreOptions } from "../../src/hooks/index.js";
import { createLockstep, type Lockstep } from "../../src/testing/index.js";
import { finish, setTimeout0, text, texts } from "./setUp.js";

const question = { id: "q", role: "user" as const, parts: [{ type: "text" as const, text: "Hi" }] };

/** A store of a client that keeps its answers; each one asked for is given by hand. */
function setUp(options: Partial<ChatStoreOptions> = {}) {
  const resumed: { chatId: string; signal: AbortSignal; step: Lockstep<StreamPart> }[] = [];
  const client: ChatClient = {
    id: "keeper",
    stream: () => createLockstep<StreamPart>(),
    resume(chatId, { signal }) {
      const step = createLockstep<StreamPart>();
      resumed.push({ chatId, signal, step });
      return step;
    },
  };
  const ends: unknown[] = [];
  const store = createChatStore({
    id: "c",
    messages: [question],
    backend: () => ({ client }),
    onFinish: (event) => ends.push(event),
    ...options,
  });
  return { store, client, resumed, ends, now: () => store.state.getState() };
}

describe("resumeStream", () => {
  test("shows nothing until there is something, then runs as any answer", async () => {
    const { store, resumed, now, ends } = setUp();
    const done = store.resumeStream();
    await setTimeout0();
    expect(now().status).toBe("ready");
    const { step, chatId } = resumed[0]!;
    expect(chatId).toBe("c");
    await step.push({ type: "start", messageId: "a" });
    expect(now().status).toBe("submitted");
    await step.push(text("Hello"));
    expect(now().status).toBe("streaming");
    await step.push(finish);
    await done;
    expect(texts(store.getMessages())).toEqual(["Hi", "Hello"]);
    expect(store.getMessages()[1]).toMatchObject({ id: "a", metadata: { status: "complete" } });
    expect(ends).toMatchObject([{ isError: false, finishReason: "stop" }]);
  });

  test("asked twice at once it asks once", async () => {
    const { store, resumed } = setUp();
    void store.resumeStream();
    void store.resumeStream();
    await setTimeout0();
    expect(resumed).toHaveLength(1);
  });

  test("is ignored while an answer is being made", async () => {
    const { store, resumed } = setUp();
    void store.sendMessage({ text: "More" });
    await store.resumeStream();
    expect(resumed).toEqual([]);
  });

  test("a message sent meanwhile takes precedence, and the request is closed", async () => {
    const { store, resumed, now } = setUp();
    const done = store.resumeStream();
    await setTimeout0();
    void store.sendMessage({ text: "More" });
    expect(resumed[0]!.signal.aborted).toBe(true);
    await done;
    expect(now().status).toBe("submitted");
    expect(texts(store.getMessages())).toEqual(["Hi", "More"]);
  });

  test("stopping before anything came closes the request and tells nobody", async () => {
    const { store, resumed, now, ends } = setUp();
    const done = store.resumeStream();
    await setTimeout0();
    store.stop();
    expect(resumed[0]!.signal.aborted).toBe(true);
    await done;
    expect(now()).toMatchObject({ status: "ready", run: undefined });
    expect(ends).toEqual([]);
  });

  test("stopping in the middle keeps the text as stopped", async () => {
    const { store, resumed } = setUp();
    const done = store.resumeStream();
    await setTimeout0();
    await resumed[0]!.step.push(text("Hel"));
    store.stop();
    await done;
    expect(store.getMessages()[1]).toMatchObject({ metadata: { status: "stopped" } });
    expect(texts(store.getMessages())).toEqual(["Hi", "Hel"]);
  });

  test("an answer that is complete stays beside one that has no name", async () => {
    const complete = {
      id: "a",
      role: "assistant" as const,
      parts: [{ type: "text" as const, text: "Whole" }],
      metadata: { status: "complete" as const },
    };
    const { store, resumed } = setUp({ messages: [question, complete] });
    const done = store.resumeStream();
    await setTimeout0();
    await resumed[0]!.step.push(text("Another"));
    await resumed[0]!.step.push(finish);
    await done;
    expect(texts(store.getMessages())).toEqual(["Hi", "Whole", "Another"]);
  });

  test("an error of the last answer stays until there is something to resume", async () => {
    const { store, resumed, now } = setUp();
    const refuse = store.resumeStream();
    await setTimeout0();
    resumed[0]!.step.fail(new ChatError("network", "Gone."));
    await refuse;
    expect(now()).toMatchObject({ status: "error", error: { code: "network" } });
    const again = store.resumeStream();
    await setTimeout0();
    expect(now().status).toBe("error");
    await resumed[1]!.step.push(text("Hello"));
    expect(now()).toMatchObject({ status: "streaming", error: undefined });
    await resumed[1]!.step.push(finish);
    await again;
    expect(now().status).toBe("ready");
  });

  test("resolves at once where nobody keeps answers", async () => {
    const stream = (): AsyncIterable<StreamPart> => createLockstep<StreamPart>();
    const forgetful = setUp({ backend: () => ({ client: { id: "x", stream } }) });
    await forgetful.store.resumeStream();
    const ownFunction = setUp({ backend: () => ({ model: () => "Hello" }) });
    await ownFunction.store.resumeStream();
    for (const { now } of [forgetful, ownFunction]) {
      expect(now()).toMatchObject({ status: "ready", run: undefined });
      expect(now().order).toEqual(["q"]);
    }
  });
});
