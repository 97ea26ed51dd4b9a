import { ChatError } from "../client/errors.js";
import type { Usage } from "../client/messages.js";
import type { FinishReason, StreamPart } from "../client/streamParts.js";
import type { Chunk, ChunkHead, Delta, OpenAIUsage } from "./chunk.js";
import { createDeltaReader } from "./toDelta.js";

/** OpenAI has no word for the last two: they ended properly, so clients that know only its words see a stop. */
const finishReasons: Readonly<Record<FinishReason, string>> = {
  stop: "stop",
  length: "length",
  "content-filter": "content_filter",
  "tool-calls": "tool_calls",
  error: "error",
  other: "stop",
  unknown: "stop",
};

/**
 * Turns an answer into OpenAI's chunks: the role first, then what each part adds, the finish reason, and on
 * demand the usage if the provider reported one. Nothing comes before the first content, so a fault before it is thrown by the first `next()`.
 *
 * @throws What `parts` throws; ChatError `truncated` if they end without a `finish` part.
 */
export async function* toChunks(
  parts: AsyncIterable<StreamPart>,
  head: ChunkHead,
  options: { includeUsage: boolean },
): AsyncGenerator<Chunk, void, undefined> {
  const readDelta = createDeltaReader();
  let usage: Usage | undefined;
  let cost: number | undefined;
  let isFirst = true;
  const chunk = (delta: Delta, finishReason: string | null = null): Chunk => {
    const role = isFirst ? ({ role: "assistant" } as const) : {};
    isFirst = false;
    const choice = { index: 0, delta: { ...role, ...delta }, finish_reason: finishReason } as const;
    return { ...head, object: "chat.completion.chunk", choices: [choice] };
  };
  for await (const part of parts) {
    const reported = "messageMetadata" in part ? part.messageMetadata : undefined;
    if (reported?.usage) usage = Object.assign(usage ?? {}, reported.usage);
    cost = reported?.cost ?? cost;
    if (part.type === "finish") {
      yield chunk({}, finishReasons[part.finishReason ?? "unknown"]);
      if (usage && options.includeUsage)
        yield {
          ...head,
          object: "chat.completion.chunk",
          choices: [],
          usage: toUsage(usage, cost),
        };
      return;
    }
    const delta = readDelta(part);
    if (delta) yield chunk(delta);
  }
  throw new ChatError(
    "truncated",
    "The answer broke off before the provider said it was complete. Try again.",
  );
}

function toUsage(usage: Usage, cost: number | undefined): OpenAIUsage {
  const { inputTokens = 0, outputTokens = 0, cachedInputTokens, reasoningTokens } = usage;
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: usage.totalTokens ?? inputTokens + outputTokens,
    ...(cachedInputTokens === undefined
      ? {}
      : { prompt_tokens_details: { cached_tokens: cachedInputTokens } }),
    ...(reasoningTokens === undefined
      ? {}
      : { completion_tokens_details: { reasoning_tokens: reasoningTokens } }),
    ...(cost === undefined ? {} : { cost }),
  };
}
