import type { CarriedCall, CarriedMessage } from "../client/protocols/openaiChatCarried.js";

/**
 * One piece of a streamed answer in OpenAI's form.
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export interface Chunk extends ChunkHead {
  object: "chat.completion.chunk";
  /** One choice; none on the last chunk, which holds the usage. */
  choices: { index: 0; delta: Delta; finish_reason: string | null }[];
  usage?: OpenAIUsage;
}

/** What every chunk of an answer repeats. */
export interface ChunkHead {
  id: string;
  /** Seconds since 1970-01-01 UTC. */
  created: number;
  /** As the caller named it. */
  model: string;
}

/**
 * What a chunk adds to the answer. A thought is repeated whole, with what its provider wants to see again, when it ends.
 */
export interface Delta extends CarriedMessage {
  role?: "assistant";
  content?: string;
  refusal?: string;
  tool_calls?: ToolCallDelta[];
  annotations?: Annotation[];
}

/** A step of a tool call: id and name come once, the arguments in pieces that belong to an `index`. */
export interface ToolCallDelta extends CarriedCall {
  index: number;
  id?: string;
  type?: "function";
  function: { name?: string; arguments: string };
}

/** A page the answer rests on. */
export interface Annotation {
  type: "url_citation";
  url_citation: { url: string; title: string };
}

/** Token counts; the completion's include the reasoning's. */
export interface OpenAIUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details?: { cached_tokens: number };
  completion_tokens_details?: { reasoning_tokens: number };
  /** US dollars, where the provider says so, in the field OpenRouter uses. */
  cost?: number;
}
