import { describe, expect, test, vi } from "vitest";
import { ChatError, type StreamPart } from "../../src/client/index.js";
import type { ChatStoreOptions, WhileBusy } from "../../src/hooks/index.js";
import { createLockstep, type Lockstep } from "../../src/testing/index.js";
import { finish, setTimeout0, setUp, text, texts } from "./setUp.js";

/** A store whose answers are given by hand, one stream a request, and which is answering "one". */
function answering(whileBusy: WhileBusy = "queue", options: Partial<ChatStoreOptions> = {}) {
  const steps: Lockstep<StreamPart>[] = [];
  const all = setUp(
    () => {
      const step = createLockstep<StreamPart>();
      steps.push(step);
      return step;
    },
    { whileBusy: () => whileBusy, ...options },
  );
  const done = all.store.sendMessage({ text: "one" });
  const waiting = (): string[] => texts(all.store.state.getState().queue);
  /** Answers the request of that number, counted from 0. */
  const answer = async (index: number): Promise<void> => {
    await steps[index]!.push(text(`answer ${index}`));
    void steps[index]!.push(finish);
    await setTimeout0();
  };
  return { ...all, steps, done, waiting, answer };
}

describe("a message sent while an answer is made", () => {
  test("is ignored by default", async () => {
    const { store, client, answer, waiting } = answering("queue", { whileBusy: undefined });
    await store.sendMessage({ text: "two" });
    expect(waiting()).toEqual([]);
    await answer(0);
    expect(client.requests).toHaveLength(1);
    expect(texts(store.getMessages())).toEqual(["one", "answer 0"]);
  });

  test("stops the answer and is sent, where it is to interrupt", async () => {
    const { store, client, steps, answer } = answering("interrupt");
    await steps[0]!.push(text("Half"));
    void store.sendMessage({ text: "two" });
    expect(client.signals[0]!.aborted).toBe(true);
    await answer(1);
    expect(texts(store.getMessages())).toEqual(["one", "Half", "two", "answer 1"]);
    expect(store.getMessages()[1]!.metadata?.status).toBe("stopped");
  });

  test("of nothing interrupts nothing and does not wait", async () => {
    const { store, client, waiting } = answering("interrupt");
    await store.sendMessage({ text: " " });
    expect(client.signals[0]!.aborted).toBe(false);
    expect(waiting()).toEqual([]);
    store.stop();
  });

  test("waits, and is sent when the answer has ended; so is what came after it", async () => {
    const onMessage = vi.fn();
    const { store, client, waiting, answer } = answering("queue", { onMessage });
    let settled = 0;
    const second = store
      .sendMessage({ text: "two", metadata: { mine: 1 } })
      .then(() => (settled += 1));
    void store.sendMessage({ text: "three" });
    await setTimeout0();
    expect(settled).toBe(0);
    expect(waiting()).toEqual(["two", "three"]);
    expect(texts(store.getMessages())).toEqual(["one"]);
    await answer(0);
    expect(waiting()).toEqual(["three"]);
    expect(texts(client.requests[1]!.messages)).toEqual(["one", "answer 0", "two"]);
    await answer(1);
    await second;
    await answer(2);
    expect(texts(store.getMessages())).toEqual([
      "one",
      "answer 0",
      "two",
      "answer 1",
      "three",
      "answer 2",
    ]);
    expect(store.getMessages()[2]!.metadata).toMatchObject({
      mine: 1,
      createdAt: expect.any(Number),
    });
    expect(store.state.getState().status).toBe("ready");
    expect(texts(onMessage.mock.lastCall![0])).toHaveLength(6);
  });

  test("is sent after what onFinish sends at once", async () => {
    const { store, client, answer } = answering("queue", {
      onFinish: ({ messages }) => {
        if (messages.length === 2) void store.sendMessage({ text: "from the page" });
      },
    });
    void store.sendMessage({ text: "two" });
    await answer(0);
    expect(texts(client.requests[1]!.messages).at(-1)).toBe("from the page");
    await answer(1);
    expect(texts(client.requests[2]!.messages).at(-1)).toBe("two");
    store.stop();
  });
});

describe("what waits", () => {
  test("goes on waiting after a stop, until an answer ends by itself", async () => {
    const { store, client, waiting, answer } = answering();
    void store.sendMessage({ text: "two" });
    store.stop();
    await setTimeout0();
    expect(client.requests).toHaveLength(1);
    expect(waiting()).toEqual(["two"]);
    void store.sendMessage({ text: "first this" });
    await answer(1);
    expect(texts(client.requests[2]!.messages).at(-1)).toBe("two");
    store.stop();
  });

  test("goes on waiting after an error", async () => {
    const { store, client, steps, waiting, done } = answering();
    void store.sendMessage({ text: "two" });
    steps[0]!.fail(new ChatError("overloaded", "Busy."));
    await done;
    await setTimeout0();
    expect(client.requests).toHaveLength(1);
    expect(waiting()).toEqual(["two"]);
    expect(store.state.getState().status).toBe("error");
  });

  test("can be taken back, which settles whoever waits for it", async () => {
    const { store, client, waiting, answer } = answering();
    const second = store.sendMessage({ text: "two", id: "two" });
    store.removeQueuedMessage("two");
    store.removeQueuedMessage("nobody");
    await second;
    expect(waiting()).toEqual([]);
    await answer(0);
    expect(client.requests).toHaveLength(1);
  });

  test("can be sent before its turn, which stops what runs; the others follow", async () => {
    const { store, client, answer } = answering();
    void store.sendMessage({ text: "two" });
    void store.sendMessage({ text: "three", id: "three" });
    void store.sendQueuedMessageNow("three");
    expect(client.signals[0]!.aborted).toBe(true);
    expect(store.getMessages().at(-1)!.id).toBe("three");
    await answer(1);
    expect(texts(client.requests[2]!.messages).at(-1)).toBe("two");
    await store.sendQueuedMessageNow("nobody");
    expect(client.requests).toHaveLength(3);
    store.stop();
  });

  test("goes with a conversation that is emptied or replaced, and stays when older messages are put before it", async () => {
    const { store, waiting } = answering();
    const second = store.sendMessage({ text: "two" });
    store.setMessages((messages) => [...messages]);
    expect(waiting()).toEqual(["two"]);
    store.setMessages([]);
    expect(waiting()).toEqual([]);
    await second;
    void store.sendMessage({ text: "one" });
    void store.sendMessage({ text: "two" });
    expect(waiting()).toEqual(["two"]);
    store.setConversation({ messages: store.getMessages() });
    expect(waiting()).toEqual([]);
  });

  test("waits for a call that waits for somebody", async () => {
    const { store, client, steps, waiting } = answering();
    void store.sendMessage({ text: "two" });
    await steps[0]!.push({
      type: "tool-input-available",
      toolCallId: "c",
      toolName: "ask",
      input: {},
    });
    void steps[0]!.push({ type: "finish", finishReason: "tool-calls" });
    await setTimeout0();
    expect(client.requests).toHaveLength(1);
    expect(waiting()).toEqual(["two"]);
  });

  test("goes on waiting while a check refuses it", async () => {
    const { store, client, waiting, answer } = answering();
    const check = vi.fn(() => false);
    const stop = store.guardQueue(check);
    void store.sendMessage({ text: "two" });
    await answer(0);
    expect(check).toHaveBeenCalledOnce();
    expect(client.requests).toHaveLength(1);
    expect(waiting()).toEqual(["two"]);
    stop();
    void store.sendMessage({ text: "three" });
    await answer(1);
    expect(texts(client.requests[2]!.messages).at(-1)).toBe("two");
    store.stop();
  });

  test("is not written anew by a message that replaces an earlier one", async () => {
    const { store, client, waiting, answer } = answering();
    const [first] = store.getMessages();
    await store.sendMessage({ text: "other", messageId: first!.id });
    expect(waiting()).toEqual([]);
    await answer(0);
    expect(client.requests).toHaveLength(1);
  });
});
