import type { Usage } from "./messages.js";
import type { ModelPrice } from "./types.js";

/**
 * What an answer cost in US dollars; `undefined` where the price is not known, or the provider did not count. A cost that
 * the provider reports itself counts more than this.
 */
export function costOf(
  usage: Usage | undefined,
  price: ModelPrice | undefined,
): number | undefined {
  if (!price || usage?.inputTokens === undefined || usage.outputTokens === undefined)
    return undefined;
  const { inputTokens, outputTokens, cachedInputTokens = 0 } = usage;
  const cached = Math.min(cachedInputTokens, inputTokens);
  const { input, output, cachedInput = input } = price;
  return ((inputTokens - cached) * input + cached * cachedInput + outputTokens * output) / 1e6;
}
