import { asFields, asNumber, type Fields } from "../looseJSON.js";
import type { Usage } from "../messages.js";

/**
 * Token counts of a Chat Completions answer. What the provider does not count is left out.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/object#usage
 */
export function readUsage(raw: Fields): Usage {
  const inputTokens = asNumber(raw["prompt_tokens"]);
  const written = asNumber(raw["completion_tokens"]);
  const totalTokens = asNumber(raw["total_tokens"]);
  const reasoningTokens = asNumber(asFields(raw["completion_tokens_details"])["reasoning_tokens"]);
  // xAI counts reasoning apart from the answer: then only all three together give the total.
  const isApart =
    reasoningTokens !== undefined &&
    reasoningTokens > 0 &&
    totalTokens === (inputTokens ?? 0) + (written ?? 0) + reasoningTokens;
  return {
    inputTokens,
    outputTokens: isApart ? (written ?? 0) + reasoningTokens : written,
    cachedInputTokens:
      asNumber(asFields(raw["prompt_tokens_details"])["cached_tokens"]) ??
      asNumber(raw["prompt_cache_hit_tokens"]),
    reasoningTokens,
    totalTokens,
  };
}
