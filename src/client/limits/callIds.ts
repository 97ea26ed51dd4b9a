import type { Target } from "../protocol.js";

/** Writes the id of a call as its receiver takes it. */
export type FitCallId = (id: string) => string;

/** Cuts an id to so many characters; ids differ most at their end. */
export function shortCallId(longest: number): FitCallId {
  return (id) => id.slice(-longest);
}

/** Claude's ids, and those of most models behind Bedrock. */
export const plainCallId: FitCallId = (id) => id.replace(/[^\w-]/g, "_").slice(-64);

/** Mistral's ids: nine letters and digits, neither more nor less. */
export const mistralCallId: FitCallId = (id) => id.replace(/[\W_]/g, "").slice(-9).padEnd(9, "0");

/** OpenAI itself; another server behind its name may take what it gave longer ids for, such as signatures. */
const openAIHost = /^https:\/\/(?:[a-z]+\.)?api\.openai\.com\//;

/** The ids of who does not take every one in Chat Completions. */
export function chatCallId({ provider, model, baseURL }: Target): FitCallId | undefined {
  if (/^(?:mistral|codestral)$/.test(provider)) return mistralCallId;
  const isOpenAI =
    /^(?:azure|github|openrouter\/openai)\//.test(`${provider}/${model}`) ||
    openAIHost.test(baseURL);
  return isOpenAI ? shortCallId(40) : undefined;
}
