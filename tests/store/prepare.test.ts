import { describe, expect, test, vi } from "vitest";
import { ChatError, type ModelInfo, type UIMessage } from "../../src/client/index.js";
import { createLockstep } from "../../src/testing/index.js";
import { finish, setTimeout0, setUp, text, texts } from "./setUp.js";

const answered = [text("Yes"), finish];

/** The conversation with every text in capitals. */
const capitals = (messages: readonly UIMessage[]): UIMessage[] =>
  messages.map((message) => ({
    ...message,
    parts: message.parts.map((part) =>
      "text" in part && typeof part.text === "string"
        ? { ...part, text: part.text.toUpperCase() }
        : part,
    ),
  }));

describe("a conversation that is made ready for its model", () => {
  test("is sent so, and kept as it was", async () => {
    const { store, client, backend } = setUp(() => answered);
    backend.prepare = async (messages) => capitals(messages);
    await store.sendMessage({ text: "Hi" });
    expect(texts([...client.requests[0]!.messages])).toEqual(["HI"]);
    expect(texts(store.getMessages())).toEqual(["Hi", "Yes"]);
  });

  test("is sent at once where nothing has to be done", () => {
    const { store, client, backend } = setUp(() => createLockstep());
    backend.prepare = () => undefined;
    void store.sendMessage({ text: "Hi" });
    expect(client.requests).toHaveLength(1);
    store.stop();
  });

  test("is made for each model that is asked, and for whoever serves a bound one", async () => {
    const asked: ModelInfo[] = [];
    const { store, client, backend } = setUp(({ model }) => {
      if (model === "a/one") throw new ChatError("overloaded", "Busy.");
      return answered;
    });
    Object.assign(backend, { model: "a/one", fallbacks: ["b/two"] });
    backend.prepare = async (messages, model) => {
      asked.push(model);
      return messages;
    };
    await store.sendMessage({ text: "Hi" });
    backend.model = { id: "three", provider: "c", client };
    await store.sendMessage({ text: "Hi" });
    expect(asked).toEqual([{ id: "a/one" }, { id: "b/two" }, { id: "three", provider: "c" }]);
  });

  test("and cannot be is an error before anything is sent", async () => {
    const onError = vi.fn();
    const { store, client, backend } = setUp(() => answered, { onError });
    const error = new ChatError("image_rejected", "The image is damaged.");
    backend.prepare = () => Promise.reject(error);
    await store.sendMessage({ text: "Hi" });
    expect(store.state.getState()).toMatchObject({ status: "error", error });
    expect(onError).toHaveBeenCalledWith(error);
    expect(client.requests).toHaveLength(0);
  });

  test("and stopped meanwhile is never sent", async () => {
    const { store, client, backend } = setUp(() => answered);
    let ready = (_messages: UIMessage[]): void => {};
    backend.prepare = () =>
      new Promise((resolve) => {
        ready = resolve;
      });
    const done = store.sendMessage({ text: "Hi" });
    expect(store.state.getState().status).toBe("submitted");
    store.stop();
    expect(store.state.getState().status).toBe("ready");
    ready([]);
    await done;
    await setTimeout0();
    expect(client.requests).toHaveLength(0);
  });
});
