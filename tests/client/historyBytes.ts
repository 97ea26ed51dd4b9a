import { concat, frame } from "./bedrockConverseFixtures.js";
import { utf8 } from "./byteStreams.js";

/** One event as JSON. */
export type Event = Record<string, unknown>;

/** Server-sent events, named by their type where they have one. */
export function sse(events: readonly Event[]): Uint8Array {
  const name = ({ type }: Event): string => (typeof type === "string" ? `event: ${type}\n` : "");
  return utf8(
    events.map((event) => `${name(event)}data: ${JSON.stringify(event)}\n\n`).join("") +
      "data: [DONE]\n\n",
  );
}

/** Chunks of Chat Completions, the last with the finish reason. */
export function chatChunks(finish_reason: string, ...deltas: Event[]): Uint8Array {
  const chunk = (delta: Event, reason: string | null) => ({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason: reason }],
  });
  return sse([...deltas.map((delta) => chunk(delta, null)), chunk({}, finish_reason)]);
}

/** Whole items as events of Responses. */
export function responsesEvents(...items: Event[]): Uint8Array {
  return sse([
    { type: "response.created", response: { id: "resp_1", status: "in_progress", output: [] } },
    ...items.flatMap((item, output_index) => [
      { type: "response.output_item.added", output_index, item },
      { type: "response.output_item.done", output_index, item },
    ]),
    { type: "response.completed", response: { id: "resp_1", status: "completed", output: items } },
  ]);
}

/** Blocks as events of Anthropic Messages. */
export function messagesEvents(
  stop_reason: string,
  ...blocks: { start: Event; deltas: Event[] }[]
): Uint8Array {
  return sse([
    { type: "message_start", message: { id: "msg_1", role: "assistant", content: [] } },
    ...blocks.flatMap(({ start, deltas }, index) => [
      { type: "content_block_start", index, content_block: start },
      ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
      { type: "content_block_stop", index },
    ]),
    { type: "message_delta", delta: { stop_reason }, usage: { output_tokens: 9 } },
    { type: "message_stop" },
  ]);
}

/** Blocks as frames of Bedrock Converse. */
export function converseFrames(stopReason: string, ...blocks: Event[][]): Uint8Array {
  const events = [
    { messageStart: { role: "assistant" } },
    ...blocks.flatMap((block, contentBlockIndex) => [
      ...block.map((delta) =>
        "start" in delta
          ? { contentBlockStart: { contentBlockIndex, ...delta } }
          : { contentBlockDelta: { contentBlockIndex, delta } },
      ),
      { contentBlockStop: { contentBlockIndex } },
    ]),
    { messageStop: { stopReason } },
    { metadata: { usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 } } },
  ];
  return concat(events.map(frame));
}

/** Messages as Ollama's lines. */
export function ollamaLines(...messages: Event[]): Uint8Array {
  const line = (message: Event, rest: Event = { done: false }) =>
    JSON.stringify({ created_at: "2026-01-02T03:04:05.000001Z", message, ...rest });
  const last = line({ role: "assistant", content: "" }, { done: true, done_reason: "stop" });
  return utf8([...messages.map((message) => line(message)), last].join("\n"));
}

/** Deltas as Cohere's events. */
export function cohereEvents(finish_reason: string, ...deltas: Event[]): Uint8Array {
  return sse([
    { id: "c-1", type: "message-start", delta: { message: { role: "assistant" } } },
    ...deltas.map((message, index) => ({ type: "content-delta", index, delta: { message } })),
    { type: "message-end", delta: { finish_reason } },
  ]);
}
