import type { ThinkingBlock } from "../client/protocols/signatures.js";

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

/** What a chunk adds to the answer. */
export interface Delta {
  role?: "assistant";
  content?: string;
  refusal?: string;
  /** What the model thought, in the field most clients read. */
  reasoning_content?: string;
  /** A thought once more, whole and with the provider's signature, in the field LiteLLM uses. */
  thinking_blocks?: ThinkingBlock[];
  /** Gemini's signature of a text, where LiteLLM puts it. */
  provider_specific_fields?: { thought_signatures: string[] };
  tool_calls?: ToolCallDelta[];
  annotations?: Annotation[];
  /** Images the model made, in the field OpenRouter and LiteLLM use. */
  images?: Image[];
}

/** A step of a tool call: id and name come once, the arguments in pieces that belong to an `index`. */
export interface ToolCallDelta {
  index: number;
  id?: string;
  type?: "function";
  function: { name?: string; arguments: string };
  /** Gemini's signature of the call, where LiteLLM puts it. */
  provider_specific_fields?: { thought_signature: string };
}

/** A page the answer rests on. */
export interface Annotation {
  type: "url_citation";
  url_citation: { url: string; title: string };
}

/** An image the model made. */
export interface Image {
  type: "image_url";
  image_url: { url: string };
}

/** Token counts; the completion's include the reasoning's. */
export interface OpenAIUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
  prompt_tokens_details?: { cached_tokens: number };
  completion_tokens_details?: { reasoning_tokens: number };
  /** US dollars, in the field OpenRouter uses; only where the provider says so. */
  cost?: number;
}
