import { describe, expect, test } from "vitest";
import { createDirectClient } from "../../src/client/index.js";
import { concat, frame } from "./bedrockConverseFixtures.js";
import { allCuts, bodyOf, utf8 } from "./byteStreams.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const deltas = ["<thi", "nk>Grü", "ß? a < b\n</thi", "nk>\n\nYes: `<think>`", " is a tag."];
const expected = {
  reasoning: "Grüß? a < b\n",
  text: "Yes: `<think>` is a tag.",
  finishReason: "stop",
};

const sse = (...events: readonly unknown[]): Uint8Array =>
  utf8(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""));

/** The same words in each protocol. */
const answers: Record<string, Uint8Array> = {
  "openai/gpt-5": sse(...deltas.map((content) => ({ choices: [{ delta: { content } }] })), {
    choices: [{ delta: {}, finish_reason: "stop" }],
  }),
  "openai/responses/gpt-5": sse(
    { type: "response.output_item.added", output_index: 0, item: { type: "message", id: "m" } },
    ...deltas.map((delta) => ({
      type: "response.output_text.delta",
      output_index: 0,
      content_index: 0,
      delta,
    })),
    { type: "response.completed", response: { status: "completed" } },
  ),
  "anthropic/claude-opus-5": sse(
    { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
    ...deltas.map((text) => ({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text },
    })),
    { type: "content_block_stop", index: 0 },
    { type: "message_delta", delta: { stop_reason: "end_turn" } },
    { type: "message_stop" },
  ),
  "gemini/gemini-2.5-flash": sse(
    ...deltas.map((text) => ({ candidates: [{ content: { parts: [{ text }] } }] })),
    { candidates: [{ finishReason: "STOP" }] },
  ),
  "bedrock/amazon.nova-lite-v1:0": concat(
    [
      ...deltas.map((text) => ({
        contentBlockDelta: { contentBlockIndex: 0, delta: { text } },
      })),
      { contentBlockStop: { contentBlockIndex: 0 } },
      { messageStop: { stopReason: "end_turn" } },
    ].map(frame),
  ),
  "cohere/command-a": sse(
    {
      type: "content-start",
      index: 0,
      delta: { message: { content: { type: "text", text: "" } } },
    },
    ...deltas.map((text) => ({
      type: "content-delta",
      index: 0,
      delta: { message: { content: { text } } },
    })),
    { type: "content-end", index: 0 },
    { type: "message-end", delta: { finish_reason: "COMPLETE" } },
  ),
  "ollama_chat/qwen3": utf8(
    [
      ...deltas.map((content) => ({ message: { role: "assistant", content }, done: false })),
      { message: { role: "assistant", content: "" }, done: true, done_reason: "stop" },
    ]
      .map((line) => JSON.stringify(line))
      .join("\n"),
  ),
};

/** Asks a model whose answer comes in these pieces. */
function ask(model: string, chunks: readonly Uint8Array[]): Promise<Answer> {
  const client = createDirectClient({
    keys: { openai: "k", anthropic: "k", gemini: "k", bedrock: "k", cohere: "k" },
    fetch: async () => new Response(bodyOf(chunks)),
  });
  const { signal } = new AbortController();
  return readAnswer(client.stream({ model, messages: [] }, { signal }));
}

describe("a thought between tags is reasoning, whoever is asked and however the network cuts it", () => {
  const cases = Object.entries(answers).flatMap(([model, bytes]) =>
    allCuts(bytes).map(([cut, chunks]) => ({ model, cut, chunks })),
  );
  test.each(cases)("$model, $cut", async ({ model, chunks }) => {
    expect(await ask(model, chunks)).toMatchObject({ ...expected, error: undefined });
  });
});
