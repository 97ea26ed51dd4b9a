import { asNumber, type Fields } from "../looseJSON.js";
import type { Usage } from "../messages.js";

/**
 * Token counts of a Gemini answer; `undefined` where it has none. What the provider does not count is left out.
 *
 * @see https://ai.google.dev/api/generate-content#UsageMetadata
 */
export function readGeminiUsage(raw: Fields): Usage | undefined {
  const written = asNumber(raw["candidatesTokenCount"]);
  const reasoningTokens = asNumber(raw["thoughtsTokenCount"]);
  const usage: Usage = {
    inputTokens: asNumber(raw["promptTokenCount"]),
    // Thoughts are counted apart from the answer.
    outputTokens:
      written === undefined && reasoningTokens === undefined
        ? undefined
        : (written ?? 0) + (reasoningTokens ?? 0),
    cachedInputTokens: asNumber(raw["cachedContentTokenCount"]),
    reasoningTokens,
    totalTokens: asNumber(raw["totalTokenCount"]),
  };
  return Object.values(usage).some((count) => count !== undefined) ? usage : undefined;
}
