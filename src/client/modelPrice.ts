import { asFields, asNumber, type Fields } from "./looseJSON.js";
import type { ModelPrice } from "./types.js";

/** Names of the price of input, of output and of cached input, and for how many tokens such a price is. */
type Words = readonly [input: string, output: string, cached: string, tokens: number];

const own: Words = ["input", "output", "cachedInput", 1e6];
const liteLLM: Words = [
  "input_cost_per_token",
  "output_cost_per_token",
  "cache_read_input_token_cost",
  1,
];
const openRouter: Words = ["prompt", "completion", "input_cache_read", 1];
const together: Words = ["input", "output", "cached_input", 1e6];
/** Vercel's gateway has Together's names for prices of one token, and writes them as text. */
const vercel: Words = ["input", "output", "input_cache_read", 1];
/** Cents for a hundred million tokens. */
const xai: Words = [
  "prompt_text_token_price",
  "completion_text_token_price",
  "cached_prompt_text_token_price",
  1e10,
];

/**
 * What an entry of a model list says of its price, in whatever words and units: OpenRouter's `pricing.prompt`, Together's
 * `pricing.input`, LiteLLM's `input_cost_per_token`, xAI's `prompt_text_token_price`, or our own `price`.
 *
 * @see https://openrouter.ai/docs/api-reference/list-available-models
 * @see https://docs.x.ai/docs/api-reference#list-language-models
 */
export function readModelPrice(raw: Fields): ModelPrice | undefined {
  const pricing = asFields(raw["pricing"]);
  const isText = typeof pricing["input"] === "string";
  return (
    read(asFields(raw["price"]), own) ??
    read(raw, liteLLM) ??
    read(pricing, openRouter) ??
    read(pricing, isText ? vercel : together) ??
    read(raw, xai)
  );
}

function read(fields: Fields, words: Words): ModelPrice | undefined {
  const [inputName, outputName, cachedName, tokens] = words;
  const input = perMillion(fields[inputName], tokens);
  const output = perMillion(fields[outputName], tokens);
  if (input === undefined || output === undefined) return undefined;
  const cachedInput = perMillion(fields[cachedName], tokens);
  return { input, output, ...(cachedInput === undefined ? {} : { cachedInput }) };
}

/** A router whose price depends on where it leads says -1. */
function perMillion(price: unknown, tokens: number): number | undefined {
  const number = typeof price === "string" && price !== "" ? Number(price) : price;
  const value = asNumber(number);
  if (value === undefined || value < 0) return undefined;
  // Without the dust of binary fractions: 0.00000015 × 1e6 is 0.15.
  return Number(((value * 1e6) / tokens).toPrecision(10));
}
