import { asFields, asNumber, type Fields } from "../looseJSON.js";
import type { Usage } from "../messages.js";

/**
 * Token counts out of Anthropic's fields. It counts what the cache held apart from the rest of the input; `Usage` counts
 * it in.
 *
 * @see https://platform.claude.com/docs/en/api/messages#response-usage
 */
export function readMessagesUsage(raw: Fields): Usage {
  const cachedInputTokens = asNumber(raw["cache_read_input_tokens"]);
  const fresh = asNumber(raw["input_tokens"]);
  const written = asNumber(raw["cache_creation_input_tokens"]) ?? 0;
  return {
    inputTokens: fresh === undefined ? undefined : fresh + written + (cachedInputTokens ?? 0),
    outputTokens: asNumber(raw["output_tokens"]),
    cachedInputTokens,
    reasoningTokens: asNumber(asFields(raw["output_tokens_details"])["thinking_tokens"]),
  };
}

/** The counts so far with the later ones over them: each is a total, and `null` means that it has not changed. */
export function mergeUsage(before: Fields, later: unknown): Fields {
  const known = Object.entries(asFields(later)).filter(([, value]) => value !== null);
  return { ...before, ...Object.fromEntries(known) };
}
