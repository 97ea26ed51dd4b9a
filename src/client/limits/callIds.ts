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

/** The ids of who does not take every one in Chat Completions. */
export function chatCallId({ provider, model }: Target): FitCallId | undefined {
  if (/^(?:mistral|codestral)$/.test(provider)) return mistralCallId;
  const isOpenAI = /^(?:openai|azure|github|openrouter\/openai)\//.test(`${provider}/${model}`);
  return isOpenAI ? shortCallId(40) : undefined;
}
