import { describe, expect, test } from "vitest";
import type { Conversation, UIMessage } from "../../src/client/index.js";
import { finish, setUp, text, texts } from "./setUp.js";

const said = (
  id: string,
  role: UIMessage["role"],
  words: string,
  parentId?: string,
): UIMessage => ({
  id,
  role,
  parts: [{ type: "text", text: words }],
  ...(parentId !== undefined && { metadata: { parentId } }),
});

const conversation: Conversation = {
  messages: [said("q", "user", "Hi"), said("a", "assistant", "Hello")],
  branches: [said("b", "assistant", "Good day", "q")],
};

describe("a conversation", () => {
  test("without branches is its messages and nothing more", () => {
    const { store } = setUp([], { messages: conversation.messages });
    expect(store.getConversation()).toEqual({ messages: conversation.messages });
  });

  test("is given back with the branches it came with, and shows none of them", () => {
    const { store } = setUp([]);
    store.setConversation(conversation);
    expect(texts(store.getMessages())).toEqual(["Hi", "Hello"]);
    expect(store.getConversation()).toEqual(conversation);
  });

  test("sends what is shown alone", async () => {
    const { store, client } = setUp([text("Yes"), finish]);
    store.setConversation(conversation);
    await store.sendMessage({ text: "Sure?" });
    expect(texts(client.requests[0]!.messages)).toEqual(["Hi", "Hello", "Sure?"]);
    expect(store.getConversation().branches).toEqual(conversation.branches);
  });

  test("shows a message once where a branch has one of the same id", () => {
    const { store } = setUp([]);
    store.setConversation({ ...conversation, branches: [said("a", "assistant", "Other", "q")] });
    expect(store.getConversation()).toEqual({ messages: conversation.messages });
  });
});
