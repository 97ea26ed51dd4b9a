import { asFields, asNumber, isFields } from "../looseJSON.js";
import type { MessageMetadata } from "../messages.js";

/**
 * Token counts of a response, and its cost in US dollars where the provider says so (OpenRouter). What is not counted is
 * left out.
 *
 * @see https://platform.openai.com/docs/api-reference/responses/object#responses/object-usage
 */
export function readResponsesMetadata(raw: unknown): MessageMetadata | undefined {
  if (!isFields(raw)) return undefined;
  const cost = asNumber(raw["cost"]);
  return {
    usage: {
      inputTokens: asNumber(raw["input_tokens"]),
      outputTokens: asNumber(raw["output_tokens"]),
      cachedInputTokens: asNumber(asFields(raw["input_tokens_details"])["cached_tokens"]),
      reasoningTokens: asNumber(asFields(raw["output_tokens_details"])["reasoning_tokens"]),
      totalTokens: asNumber(raw["total_tokens"]),
    },
    ...(cost !== undefined && { cost }),
  };
}
