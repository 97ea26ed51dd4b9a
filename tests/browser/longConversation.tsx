import type { UIMessage } from "../../src/index.js";

const sentence = "The quick brown fox jumps over the lazy dog. ";

/** One message of a made-up conversation: questions are even, answers odd, and their lengths differ. */
function messageAt(index: number): UIMessage {
  const isQuestion = index % 2 === 0;
  const text = isQuestion
    ? `Question ${index}`
    : `Answer ${index}\n\n${sentence.repeat(1 + ((index * 7) % 9))}`;
  return {
    id: `m${index}`,
    role: isQuestion ? "user" : "assistant",
    parts: [{ type: "text", text }],
    ...(!isQuestion && { metadata: { model: "openai/gpt-5", status: "complete" as const } }),
  };
}

/** The messages from `first` on, `count` of them: questions with their answers. Equal arguments give equal messages. */
export function conversationOf(count: number, first = 0): UIMessage[] {
  return Array.from({ length: count }, (_, index) => messageAt(first + index));
}
