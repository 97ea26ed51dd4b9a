import { ChatError } from "../client/errors.js";
import { withoutRejected } from "../client/fileNotes.js";
import { streamWithFallbacks } from "../client/fallbacks.js";
import { runFunctionModel } from "../client/functionModel.js";
import type { UIMessage } from "../client/messages.js";
import type { StreamPart } from "../client/streamParts.js";
import type {
  ChatClient,
  ChatConfig,
  ChatModel,
  ChatRequest,
  FunctionModel,
  ModelInfo,
} from "../client/types.js";
import type { ModelName } from "../client/modelName.js";
import type { ChatTools } from "./tools.js";
import { toDefinitions } from "./toolSchema.js";

/** Everything that decides who answers. Read anew each time a message is sent, never kept. */
export interface Backend {
  /** A name, a model with its own connection, or a function. */
  model?: string | ChatModel | FunctionModel<unknown> | undefined;
  /** Two to four names that are asked at once, in the place of `model` and `fallbacks`. Default: none. */
  compare?: readonly ModelName[] | undefined;
  /** Who is asked for a name. */
  client?: ChatClient | undefined;
  system?: string | undefined;
  config?: ChatConfig | undefined;
  /** What the model may call. */
  tools?: ChatTools | undefined;
  /** Most requests for one answer, calls between them. Default: 5. */
  maxSteps?: number | undefined;
  /** Other names to ask, in order, when a model refuses before any content. */
  fallbacks?: readonly string[] | undefined;
  /**
   * The conversation as this model takes it, such as with smaller images; only what is sent changes. `undefined` where
   * nothing has to be done. What it rejects with is the answer's error. Not called for a function.
   */
  prepare?:
    | ((messages: UIMessage[], model: ModelInfo) => Promise<readonly UIMessage[]> | undefined)
    | undefined;
}

/** What a backend is called in labels and metadata. */
export interface ModelLabel {
  model?: string | undefined;
  provider?: string | undefined;
}

/** The label of a backend: a name is split at its first `/`, a function has none. */
export function labelOf(model: Backend["model"]): ModelLabel {
  if (model === undefined) return {};
  if (typeof model === "string") {
    const slash = model.indexOf("/");
    return slash > 0 ? { model, provider: model.slice(0, slash) } : { model };
  }
  // What JavaScript calls an inline function is no name for people.
  if (typeof model === "function") return {};
  return { model: model.id, provider: model.provider };
}

/**
 * Asks `backend` for the answer to `messages`.
 * @throws ChatError `bad_request` when no model or no client is set.
 */
export function openAnswer(
  backend: Backend,
  messages: UIMessage[],
  signal: AbortSignal,
  context: Pick<ChatRequest, "chatId" | "trigger" | "messageId"> = {},
): AsyncIterable<StreamPart> {
  const { model, client, system, config, fallbacks, tools, prepare } = backend;
  if (typeof model === "function") {
    return runFunctionModel(model, messages, {
      config: config ?? {},
      signal,
      ...(system && { system }),
    });
  }
  const bound = typeof model === "object" ? model : undefined;
  const target = bound?.client ?? client;
  if (!target) {
    throw new ChatError(
      "bad_request",
      "No client is set. Pass a client to the chat, such as createGatewayClient().",
    );
  }
  // A client that lists no models is one backend with a model of its own.
  if (!model && target.listModels) {
    throw new ChatError(
      "bad_request",
      "No model is chosen. Choose a model, then send the message again.",
    );
  }
  const systems = [bound?.systemMessage, system].filter(Boolean).join("\n\n");
  const request = {
    ...context,
    messages,
    ...(systems && { system: systems }),
    ...(config && { config }),
    ...(tools && { tools: toDefinitions(tools) }),
  };
  const ask = (name: string): AsyncIterable<StreamPart> => {
    const prepared = prepare?.(messages, { id: name, provider: bound?.provider });
    const open = (sent: readonly UIMessage[]): AsyncIterable<StreamPart> =>
      target.stream({ ...request, messages: withoutRejected(sent, name), model: name }, { signal });
    return prepared ? openLater(prepared, open, signal) : open(messages);
  };
  const name = bound?.id ?? (typeof model === "string" ? model : "");
  // A bound model's connection is its own: names of others mean nothing there.
  if (bound || !fallbacks?.length) return ask(name);
  return streamWithFallbacks([name, ...fallbacks], ask, labelOf);
}

async function* openLater(
  prepared: Promise<readonly UIMessage[]>,
  open: (messages: readonly UIMessage[]) => AsyncIterable<StreamPart>,
  signal: AbortSignal,
): AsyncGenerator<StreamPart, void, undefined> {
  const messages = await prepared;
  // Stopped meanwhile: then nothing is sent at all.
  signal.throwIfAborted();
  yield* open(messages);
}

/** Takes up the answer that `backend` is still making in a conversation. Without any part where there is none. */
export async function* resumeAnswer(
  { model, client }: Backend,
  chatId: string,
  signal: AbortSignal,
): AsyncGenerator<StreamPart, void, undefined> {
  if (typeof model === "function") return;
  const target = typeof model === "object" ? model.client : client;
  yield* target?.resume?.(chatId, { signal }) ?? [];
}
