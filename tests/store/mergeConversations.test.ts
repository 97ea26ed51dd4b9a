import { expect, test } from "vitest";
import type { UIMessage } from "../../src/client/index.js";
import { mergeConversations, reuseMessages } from "../../src/store/mergeConversations.js";
import { texts } from "./setUp.js";

function said(id: string, text: string, parentId?: string): UIMessage {
  const role = id.startsWith("q") ? "user" : "assistant";
  return {
    id,
    role,
    parts: [{ type: "text", text }],
    ...(parentId !== undefined && { metadata: { parentId } }),
  };
}
const both = [said("q1", "Hi"), said("a1", "Hello")];

test("what only the other has becomes a branch that says what it follows", () => {
  const mine = { messages: [...both, said("q2", "Mine")] };
  const theirs = { messages: [...both, said("q3", "Theirs"), said("a3", "Yes")] };
  const merged = mergeConversations(mine, theirs);
  expect(merged.messages).toEqual(mine.messages);
  expect(merged.branches).toEqual([said("q3", "Theirs", "a1"), said("a3", "Yes", "q3")]);
});

test("the branches of both are kept, each once", () => {
  const branch = said("a9", "Another", "q1");
  const merged = mergeConversations(
    { messages: both, branches: [branch] },
    { messages: both, branches: [branch, said("a8", "A third", "q1")] },
  );
  expect(merged.branches).toEqual([branch, said("a8", "A third", "q1")]);
});

test("of a message that went on growing the longer form counts, wherever it grew", () => {
  const [question] = both;
  const longer = { messages: [question!, said("a1", "Hello there")] };
  const shorter = { messages: both };
  expect(texts(mergeConversations(shorter, longer).messages)).toEqual(["Hi", "Hello there"]);
  expect(texts(mergeConversations(longer, shorter).messages)).toEqual(["Hi", "Hello there"]);
  expect(mergeConversations(longer, shorter).branches).toBeUndefined();
});

test("a message that says two things is kept twice, and what followed it follows it still", () => {
  const mine = { messages: [said("q1", "Hi"), said("a1", "Hello")] };
  const theirs = { messages: [said("q1", "Hi"), said("a1", "Good day"), said("q2", "Well?")] };
  const { messages, branches = [] } = mergeConversations(mine, theirs);
  expect(texts(messages)).toEqual(["Hi", "Hello"]);
  expect(texts(branches)).toEqual(["Good day", "Well?"]);
  const [other, next] = branches;
  expect(other!.id).not.toBe("a1");
  expect(other!.metadata?.parentId).toBe("q1");
  expect(next!.metadata?.parentId).toBe(other!.id);
});

test("the same conversation merged with itself is the same", () => {
  expect(mergeConversations({ messages: both }, { messages: structuredClone(both) })).toEqual({
    messages: both,
  });
});

test("messages that say the same stay the same objects", () => {
  const next = { messages: [...structuredClone(both), said("q2", "More")] };
  const reused = reuseMessages(next, { messages: both });
  expect(reused.messages[0]).toBe(both[0]);
  expect(reused.messages[1]).toBe(both[1]);
  expect(reused.messages[2]).toBe(next.messages[2]);
});
