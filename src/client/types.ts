import type { ChatErrorCode } from "./errors.js";
import type { UIMessage } from "./messages.js";
import type { StreamPart } from "./streamParts.js";

/** Sampling parameters. What is left out (or `undefined`) is the provider's default. */
export interface ChatConfig {
  /** Most tokens of the answer, 1 or more. */
  maxTokens?: number | undefined;
  /** 0 to 2 at most providers, 0 to 1 at Anthropic. */
  temperature?: number | undefined;
  /** 0 to 1. */
  topP?: number | undefined;
  /** 1 or more; not every provider has it. */
  topK?: number | undefined;
  /** -2 to 2. */
  frequencyPenalty?: number | undefined;
  /** -2 to 2. */
  presencePenalty?: number | undefined;
  /** How long a reasoning model may think. What a model does not know is left out. */
  reasoningEffort?: ReasoningEffort | undefined;
}

/** From no thinking to the most; not every model has every step. */
export type ReasoningEffort = "none" | "minimal" | "low" | "medium" | "high" | "xhigh";

/** A tool a model may call. */
export interface ToolDefinition {
  /** Letters, digits, `_` and `-`, at most 64. */
  name: string;
  description?: string | undefined;
  /** JSON Schema of the arguments, an object. */
  inputSchema: Readonly<Record<string, unknown>>;
}

/** Whether tools may, must not or must be called, or which one must. */
export type ToolChoice = "auto" | "none" | "required" | { toolName: string };

/** One request for one answer. */
export interface ChatRequest {
  /** `provider/model`, or whatever the gateway calls it. */
  model: string;
  /** The conversation, oldest first. Read, never changed. */
  messages: readonly UIMessage[];
  /** The system message, sent before `messages`. */
  system?: string | undefined;
  config?: ChatConfig | undefined;
  tools?: readonly ToolDefinition[] | undefined;
  /** Default: "auto". */
  toolChoice?: ToolChoice | undefined;
  /** The conversation's id, for backends that keep conversations. */
  chatId?: string | undefined;
  /** Whether a new message or another answer is asked for, in the AI SDK's words. */
  trigger?: "submit-message" | "regenerate-message" | undefined;
  /** The message to be answered anew, for `regenerate-message`. */
  messageId?: string | undefined;
}

/** Options of one stream. */
export interface StreamOptions {
  /** Owned by the caller: aborting it closes the request and ends the stream with code `aborted`. */
  signal: AbortSignal;
}

/** What a model costs, in US dollars for a million tokens. */
export interface ModelPrice {
  input: number;
  output: number;
  /** For tokens read from the provider's cache. Default: `input`. */
  cachedInput?: number | undefined;
}

/** What is known of a model. Only `id` is certain; everything else may be missing. */
export interface ModelInfo {
  /** What to pass as `model`. */
  id: string;
  /** For people. Default: the id. */
  name?: string | undefined;
  /** Who serves it, as in `ProviderStatus.id`. */
  provider?: string | undefined;
  /** When it was released, in milliseconds since 1970-01-01 UTC. */
  createdAt?: number | undefined;
  /** When it stops answering, in milliseconds since 1970-01-01 UTC; 0 for one that has stopped on a day not known. */
  retiresAt?: number | undefined;
  /** Most tokens of one request and its answer. */
  contextTokens?: number | undefined;
  /** Most tokens of one request, where that is less than `contextTokens`. */
  maxInputTokens?: number | undefined;
  /** Most tokens of one answer. */
  maxOutputTokens?: number | undefined;
  /** Whether it reads images. */
  vision?: boolean | undefined;
  tools?: boolean | undefined;
  reasoning?: boolean | undefined;
  price?: ModelPrice | undefined;
  /** Whether its maker calls it a preview. */
  preview?: boolean | undefined;
  /** Whether it speaks OpenAI Responses alone, not Chat Completions. */
  responsesOnly?: boolean | undefined;
  /** Ids of its dated versions, newest first. */
  snapshots?: readonly string[] | undefined;
  /** What its provider calls it, as `provider/model`, where a gateway gave it a name of its own. */
  upstream?: string | undefined;
}

/** Options of `listModels`. */
export interface ListModelsOptions {
  signal?: AbortSignal | undefined;
  /** Only the models of this one, as in `ProviderStatus.id`. */
  provider?: string | undefined;
}

/** The result of one small request made to see whether a model answers. */
export type ConnectionTest =
  | { success: true; model: string; durationMs: number }
  | {
      success: false;
      model: string;
      error: string;
      code: ChatErrorCode;
      details?: string | undefined;
    };

/** What stands between a person and a provider. */
export interface ProviderStatus {
  /** The prefix of its model names. */
  id: string;
  name: string;
  status: "ready" | "missing_key" | "unreachable";
  /** The environment variables that may hold its key, best first. Never their values. */
  keyVariables: string[];
  /** Where to get a key. */
  keyUrl?: string | undefined;
  /** Whether `setKey` would help. */
  canSetKey: boolean;
}

/**
 * A backend. Anything with an `id` and a `stream` is one; the rest lets the model picker and the connection test work.
 *
 * `stream` ends by exactly one of: a `finish` part; a thrown `ChatError`; a thrown `ChatError` with code `aborted`.
 * Leaving the loop early closes the request.
 */
export interface ChatClient {
  readonly id: string;
  stream(request: ChatRequest, options: StreamOptions): AsyncIterable<StreamPart>;
  /**
   * The answer that the backend is still making in a conversation, once more from its beginning. Ends as `stream` does, or
   * at once without any part where there is none.
   *
   * @param chatId As `ChatRequest.chatId`.
   */
  resume?(chatId: string, options: StreamOptions): AsyncIterable<StreamPart>;
  /**
   * The models of all providers, or of one.
   * @throws ChatError when the list cannot be had.
   */
  listModels?(options?: ListModelsOptions): Promise<ModelInfo[]>;
  /**
   * Whether `listModels({ provider })` asks that provider alone. Then a picker asks each by itself, so that one that is
   * slow or refuses holds up nobody, and shows what the catalogue knows meanwhile. Default: false, one list for all.
   */
  readonly listsByProvider?: boolean | undefined;
  /** Never throws for a refused key or a missing model: that is its result. */
  testConnection?(options: {
    model: string;
    signal?: AbortSignal | undefined;
  }): Promise<ConnectionTest>;
  providers?(options?: { signal?: AbortSignal | undefined }): Promise<ProviderStatus[]>;
  /** Keeps a key in memory, or for this tab, never longer. */
  setKey?(provider: string, key: string, options: { keep: "memory" | "tab" }): void;
  /** Calls `listener` when what `listModels` or `providers` would say has changed. Returns how to stop. */
  subscribe?(listener: () => void): () => void;
}

/** A model bound to its own connection, as `openai("gpt-4o", { apiKey })` returns it. */
export interface ChatModel {
  /** The name it was made with. */
  readonly id: string;
  /** Who serves it, for labels. */
  readonly provider: string;
  readonly client: ChatClient;
  /** Sent before the chat's own system message. */
  readonly systemMessage?: string | undefined;
}

/** What a function model is handed beside the conversation. */
export interface FunctionModelContext {
  config: ChatConfig;
  /** Aborted when the person stops the answer or leaves. */
  signal: AbortSignal;
  /** The system message of the chat, if any. */
  system?: string | undefined;
}

/** One thing a function model may yield: a delta of text, a stream part, or something to show. */
export type FunctionModelYield<Node = never> = string | StreamPart | Node;

/** Everything a function model may return. */
export type FunctionModelResult<Node = never> =
  | FunctionModelYield<Node>
  | Iterable<FunctionModelYield<Node>>
  | AsyncIterable<FunctionModelYield<Node>>
  | Response
  | ReadableStream<FunctionModelYield<Node> | Uint8Array>
  | Promise<FunctionModelResult<Node>>;

/**
 * A model that is a function of yours. Strings it yields are **deltas**, not the whole text so far. A generator's
 * `finally` runs when the person stops. `Node` is what may be shown beside text (React nodes, in the hooks).
 */
export type FunctionModel<Node = never> = (
  messages: UIMessage[],
  context: FunctionModelContext,
) => FunctionModelResult<Node>;

/** A way to `fetch`. Default everywhere: `globalThis.fetch`, read when it is called. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
