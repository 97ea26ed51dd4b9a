import type { StreamPart } from "../../src/client/streamParts.js";

/** A file that is no image. */
export const wav: StreamPart = {
  type: "file",
  mediaType: "audio/wav",
  url: "data:audio/wav;base64,AA==",
};
/** A document the answer rests on. */
export const paper: StreamPart = {
  type: "source-document",
  sourceId: "s3",
  mediaType: "application/pdf",
  title: "Paper",
};
/** What a tool of the provider's own does. */
export const search: StreamPart[] = [
  { type: "tool-input-start", toolCallId: "e", toolName: "search", providerExecuted: true },
  { type: "tool-input-delta", toolCallId: "e", inputTextDelta: "{}" },
  {
    type: "tool-input-available",
    toolCallId: "e",
    toolName: "search",
    input: {},
    providerExecuted: true,
  },
  { type: "tool-output-available", toolCallId: "e", output: ["hit"], providerExecuted: true },
];

/** An answer with something of everything. */
export const rich: StreamPart[] = [
  { type: "start" },
  { type: "reasoning-start", id: "r" },
  { type: "reasoning-delta", id: "r", delta: "Hm" },
  { type: "reasoning-end", id: "r" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Hé" },
  { type: "text-delta", id: "t", delta: "llo\n\u2028😀" },
  { type: "text-end", id: "t" },
  { type: "source-url", sourceId: "s", url: "https://example.com", title: "Example" },
  { type: "source-url", sourceId: "s2", url: "https://example.org" },
  { type: "data-note", data: 1 },
  { type: "file", mediaType: "image/png", url: "data:image/png;base64,AA==" },
  wav,
  paper,
  { type: "tool-input-start", toolCallId: "a", toolName: "look" },
  { type: "tool-input-delta", toolCallId: "a", inputTextDelta: '{"at"' },
  { type: "tool-input-start", toolCallId: "b", toolName: "wait" },
  { type: "tool-input-delta", toolCallId: "a", inputTextDelta: ":1}" },
  { type: "tool-input-available", toolCallId: "a", toolName: "look", input: { at: 1 } },
  { type: "tool-input-available", toolCallId: "b", toolName: "wait", input: {} },
  { type: "tool-input-available", toolCallId: "c", toolName: "go", input: { to: 2 } },
  { type: "tool-input-error", toolCallId: "d", toolName: "bad", input: '{"x":', errorText: "cut" },
  ...search,
  {
    type: "message-metadata",
    messageMetadata: { usage: { inputTokens: 9, cachedInputTokens: 4 } },
  },
  {
    type: "finish",
    finishReason: "tool-calls",
    messageMetadata: { usage: { outputTokens: 5, reasoningTokens: 2 }, cost: 0.25 },
  },
];
/** What it used, in OpenAI's form. */
export const richUsage = {
  prompt_tokens: 9,
  completion_tokens: 5,
  total_tokens: 14,
  prompt_tokens_details: { cached_tokens: 4 },
  completion_tokens_details: { reasoning_tokens: 2 },
  cost: 0.25,
};

/** What OpenAI's form has no word for goes along as it is. */
export const passed = (part: StreamPart) => ({
  provider_specific_fields: { ui_message_chunks: [part] },
});
