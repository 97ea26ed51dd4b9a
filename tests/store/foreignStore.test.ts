import { describe, expect, test, vi } from "vitest";
import type { AnyUIMessage } from "../../src/client/index.js";
import type { ForeignChat } from "../../src/hooks/index.js";
import { createForeignStore } from "../../src/store/foreignStore.js";
import type { RunningPart, StoredMessage } from "../../src/store/storedMessage.js";

const question: AnyUIMessage = { id: "q", role: "user", parts: [text("Hi")] };

function text(words: string, state?: string) {
  return { type: "text", text: words, ...(state && { state }) };
}

const answer = (...parts: { type: string }[]): AnyUIMessage => ({
  id: "a",
  role: "assistant",
  parts,
});

/** A chat as a hook returns it: another object at each render. */
function chatOf(
  changes: Partial<Omit<ForeignChat, "sendMessage" | "regenerate" | "setMessages">> = {},
) {
  const settle: (() => void)[] = [];
  const asks = () => new Promise<void>((resolve) => settle.push(resolve));
  const base = {
    id: "chat",
    messages: [question],
    status: "ready" as const,
    error: undefined,
    sendMessage: vi.fn(asks),
    regenerate: vi.fn(asks),
    stop: vi.fn(async () => {}),
    setMessages: vi.fn(),
    clearError: vi.fn(),
    ...changes,
  };
  const store = createForeignStore(base);
  let now: ForeignChat = base;
  return {
    ...base,
    store,
    settle,
    state: () => store.state.getState(),
    message: (id: string) => store.state.getState().byId.get(id)!,
    render: (next: Partial<ForeignChat>) => {
      now = { ...now, ...next };
      store.follow(now);
    },
  };
}

const logOf = ({ parts }: StoredMessage) => (parts.at(-1) as RunningPart).log;

describe("a store that follows a foreign chat", () => {
  test("holds its messages from the start, the very objects", () => {
    const { state, message } = chatOf();
    expect(state()).toMatchObject({ order: ["q"], status: "ready", run: undefined });
    expect(message("q").parts[0]).toBe(question.parts[0]);
  });

  test("appends what is new of a streaming text, and leaves every message the same object", () => {
    const { render, message, state } = chatOf();
    render({ status: "streaming", messages: [question, answer(text("Hel", "streaming"))] });
    const [asked, answered, order] = [message("q"), message("a"), state().order];
    const log = logOf(answered);
    const append = vi.spyOn(log, "append");
    render({ messages: [question, answer(text("Hello", "streaming"))] });
    expect(append.mock.calls).toEqual([["lo"]]);
    expect([message("q"), message("a")]).toEqual([asked, answered]);
    expect(message("a")).toBe(answered);
    expect(state().order).toBe(order);
    expect(log.since(0)).toBe("Hello");
  });

  test("keeps the finished parts of a growing message, though each render copies them", () => {
    const { render, message } = chatOf();
    const thought = { type: "reasoning", text: "Hm.", state: "done", providerMetadata: { a: {} } };
    const render2 = (words: string) =>
      render({
        status: "streaming",
        messages: [question, answer({ ...thought }, text(words, "streaming"))],
      });
    render2("A");
    const before = message("a");
    render2("AB");
    expect(message("a")).toBe(before);
  });

  test("sees what is written into the objects it was given", () => {
    const { render, message } = chatOf();
    const words = text("", "streaming");
    const call = { type: "tool-add", toolCallId: "c", state: "input-streaming" };
    render({ status: "streaming", messages: [question, answer(words, call)] });
    const before = message("a");
    words.text = "Hello";
    call.state = "input-available";
    render({ messages: [question, answer({ ...words }, { ...call })] });
    expect((message("a").parts[0] as RunningPart).log.since(0)).toBe("Hello");
    expect(message("a")).not.toBe(before);
    expect(message("a").parts[1]).toMatchObject({ state: "input-available" });
  });

  test("begins a text anew that was rewritten", () => {
    const { render, message } = chatOf();
    render({ status: "streaming", messages: [question, answer(text("Hello", "streaming"))] });
    const old = logOf(message("a"));
    render({ messages: [question, answer(text("Bye", "streaming"))] });
    expect(logOf(message("a")).since(0)).toBe("Bye");
    expect(old.ended).toBe(true);
  });

  test("ends the text with the answer, however it ended", () => {
    const { render, message, state } = chatOf();
    render({ status: "streaming", messages: [question, answer(text("Hel", "streaming"))] });
    const log = logOf(message("a"));
    // The AI SDK leaves the part of a stopped answer as it was.
    const stopped = answer(text("Hel", "streaming"));
    render({ status: "ready", messages: [question, stopped] });
    expect(log.ended).toBe(true);
    expect(message("a").parts).toEqual(stopped.parts);
    expect(state()).toMatchObject({ status: "ready", run: undefined });
  });

  test("shows an answer once it has content", () => {
    const { render, state } = chatOf();
    render({ status: "streaming", messages: [question, answer({ type: "step-start" })] });
    expect(state()).toMatchObject({ order: ["q"], status: "submitted" });
    const runId = state().run!.id;
    const begun = answer({ type: "step-start" }, text("A", "streaming"));
    render({ messages: [question, begun] });
    expect(state()).toMatchObject({ order: ["q", "a"], status: "streaming" });
    expect(state().run).toMatchObject({ id: runId, messageId: "a" });
  });

  test("masks keys in the words of an error", () => {
    const { state, render } = chatOf();
    render({ status: "error", error: new Error("Wrong key sk-abcdefghijklmnop1234, sorry.") });
    expect(state().error!.message).toBe("Wrong key [redacted], sorry.");
  });

  test("resumes by the chat's own means, unless it is busy", async () => {
    const resumeStream = vi.fn(async () => {});
    const { store, render } = chatOf({ resumeStream });
    await store.resumeStream();
    render({ status: "streaming" });
    await store.resumeStream();
    expect(resumeStream).toHaveBeenCalledTimes(1);
  });

  test("turns an error into ours, once", () => {
    const { render, state } = chatOf();
    const error = new Error("The model is tired.");
    render({ status: "error", error });
    expect(state().error).toMatchObject({ code: "server", message: error.message, cause: error });
    const first = state().error;
    render({ messages: [question, answer(text("A"))] });
    expect(state().error).toBe(first);
  });

  test("leaves out what is no message and keeps parts of unknown types", () => {
    const odd = { type: "hologram", depth: 3 };
    const messages = [null, { ...answer(odd), parts: [null, odd] }] as unknown as AnyUIMessage[];
    expect(chatOf({ messages }).state().order).toEqual(["a"]);
    expect(chatOf({ messages }).message("a").parts).toEqual([odd]);
  });
});

describe("its actions are the foreign chat's", () => {
  test("a message is sent once, though the chat has not rendered yet", async () => {
    const { store, sendMessage, state, render, settle } = chatOf();
    const file = { type: "file" as const, mediaType: "image/png", url: "data:image/png;base64," };
    void store.sendMessage({ text: "Hi", files: [file] });
    void store.sendMessage({ text: "Hi" });
    expect(sendMessage.mock.calls).toEqual([[{ parts: [file, text("Hi")] }]]);
    expect(state().status).toBe("submitted");
    render({ status: "submitted", messages: [question, { ...question, id: "q2" }] });
    render({ status: "ready" });
    settle[0]!();
    await Promise.resolve();
    expect(state().status).toBe("ready");
  });

  test("one that the chat refuses leaves it ready", async () => {
    const { store, state, settle } = chatOf();
    const sent = store.sendMessage({ text: "Hi" });
    settle[0]!();
    await sent;
    expect(state()).toMatchObject({ status: "ready", run: undefined });
  });

  test("an empty message is not sent", async () => {
    const { store, sendMessage } = chatOf();
    await store.sendMessage({ text: " " });
    expect(sendMessage).not.toHaveBeenCalled();
  });

  test("regenerate, but not while busy, and not an answer to nothing", () => {
    const busy = chatOf({ status: "submitted" });
    void busy.store.regenerate();
    expect(busy.regenerate).not.toHaveBeenCalled();
    const greeted = chatOf({ messages: [answer(text("Welcome"))] });
    void greeted.store.regenerate({ messageId: "a" });
    expect(greeted.regenerate).not.toHaveBeenCalled();
    const idle = chatOf({ messages: [question, answer(text("A"))] });
    void idle.store.regenerate({ messageId: "gone" });
    expect(idle.regenerate).not.toHaveBeenCalled();
    void idle.store.regenerate({ messageId: "a" });
    expect(idle.regenerate.mock.calls).toEqual([[{ messageId: "a" }]]);
  });

  test("keeps no branches: an edit replaces, and there is nothing to switch to", () => {
    const { store, sendMessage, state } = chatOf({ messages: [question, answer(text("A"))] });
    expect(store.canBranch).toBe(false);
    void store.editMessage("q", { text: "Anew" });
    expect(sendMessage.mock.calls).toEqual([
      [{ messageId: "q", parts: [{ type: "text", text: "Anew" }] }],
    ]);
    const before = state();
    store.branch("a");
    expect(state()).toBe(before);
    expect(store.siblingsOf("a")).toEqual([]);
    expect(store.siblingsOf("a")).toBe(store.siblingsOf("q"));
  });

  test("a change that ends an answer waits for its end, so that the answer does not come back", async () => {
    let stopped = (): void => {};
    const { store, setMessages, stop, clearError } = chatOf({
      status: "streaming",
      messages: [question, answer(text("A", "streaming"))],
      stop: vi.fn(() => new Promise<void>((resolve) => (stopped = resolve))),
    });
    store.deleteMessage("a");
    expect(stop).toHaveBeenCalledTimes(1);
    expect(setMessages).not.toHaveBeenCalled();
    stopped();
    await vi.waitFor(() => expect(clearError).toHaveBeenCalled());
    const [change] = setMessages.mock.calls[0] as [(messages: AnyUIMessage[]) => AnyUIMessage[]];
    expect(change([question, answer()])).toEqual([question]);
  });

  test("tool answers go to the chat, where it takes them", async () => {
    const addToolOutput = vi.fn();
    await chatOf({ addToolOutput }).store.addToolOutput({ toolCallId: "c", output: 1 });
    expect(addToolOutput).toHaveBeenCalledWith({ tool: "", toolCallId: "c", output: 1 });
    await chatOf().store.addToolApprovalResponse({ id: "p", approved: true });
  });

  test("it cannot continue an answer, and says so", () => {
    expect(chatOf().store.canContinue).toBe(false);
  });
});
