import { readExchange } from "../cassette/readExchange.js";
import type { Exchange } from "../cassette/cassette.js";
import { loadCatalog } from "../client/catalog/catalog.js";
import { costOf } from "../client/cost.js";

/** What is measured of a request. What is not known is absent. */
export interface Figures {
  /** In milliseconds after the request left. */
  firstTokenMs?: number | undefined;
  tokensPerSecond?: number | undefined;
  inputTokens?: number | undefined;
  outputTokens?: number | undefined;
  /** US dollars. */
  cost?: number | undefined;
  /** A sentence for people. */
  error?: string | undefined;
}

/** Measures an exchange that is over. Never throws. */
export async function readFigures(exchange: Exchange): Promise<Figures> {
  const {
    provider,
    model,
    firstTokenMs,
    lastMs = 0,
    metadata,
    error,
  } = await readExchange(exchange);
  const { usage } = metadata ?? {};
  const { inputTokens, outputTokens } = usage ?? {};
  // From the first token to the last: what was waited for before says nothing about the pace.
  const seconds = firstTokenMs === undefined ? 0 : (lastMs - firstTokenMs) / 1000;
  return {
    firstTokenMs,
    inputTokens,
    outputTokens,
    ...(outputTokens !== undefined && seconds > 0 && { tokensPerSecond: outputTokens / seconds }),
    cost:
      metadata?.cost ?? costOf(usage, usage && model ? await priceOf(provider, model) : undefined),
    error: error?.message ?? exchange.error,
  };
}

async function priceOf(provider: string, model: string) {
  try {
    return (await loadCatalog([provider])).find(`${provider}/${model}`)?.price;
  } catch {
    // A price is not worth a failure.
    return undefined;
  }
}
