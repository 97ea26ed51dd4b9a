import type { ModelInfo } from "./types.js";

/** The shares of the input limit from which on a request is nearly full, and very nearly. */
export const contextLevels = { high: 0.7, critical: 0.9 } as const;

/** Tokens kept for an answer whose length nobody has named. */
const usualAnswerTokens = 4_096;

/**
 * Most tokens a request to this model may have; `undefined` where that is not known. Where only the whole window is known,
 * room for the answer is kept: `maxTokens`, or else 4,096 tokens, and never more than half of it.
 */
export function inputLimit(
  { maxInputTokens, contextTokens, maxOutputTokens = usualAnswerTokens }: ModelInfo,
  maxTokens: number = Math.min(usualAnswerTokens, maxOutputTokens),
): number | undefined {
  if (maxInputTokens) return maxInputTokens;
  if (!contextTokens) return undefined;
  return contextTokens - Math.min(maxTokens, Math.floor(contextTokens / 2));
}
