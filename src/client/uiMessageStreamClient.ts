import { type PeekedBytes, peekBytes } from "./answerBytes.js";
import { type KeySource, resolveKey } from "./apiKey.js";
import { ChatError } from "./errors.js";
import { loadPart } from "./loadPart.js";
import type { Protocol, Target } from "./protocol.js";
import { readUIMessageStream, truncated } from "./protocols/uiMessageStream.js";
import type { StreamPart } from "./streamParts.js";
import { streamChat } from "./streamChat.js";
import type { TimeoutOptions } from "./timeouts.js";
import type { ChatClient, ChatRequest, Fetch, StreamOptions } from "./types.js";

/** How to reach an app's own AI SDK backend. */
export interface UIMessageStreamClientOptions {
  /**
   * The route that answers with `toUIMessageStreamResponse()`. Default `/api/chat`. A stream is resumed by a GET of
   * `{api}/{chatId}/stream`, which answers 204 where there is none.
   */
  api?: string | undefined;
  /** Sent as a bearer token; a string, or a function that fetches one for each request. */
  apiKey?: KeySource | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Whether cookies go along. Default: the browser's own rule, same origin only. */
  credentials?: RequestCredentials | undefined;
  /** Fields of the app's own, sent with every request; a function is asked each time. */
  body?: Readonly<Record<string, unknown>> | (() => Readonly<Record<string, unknown>>) | undefined;
  /** Default: `globalThis.fetch`, read when it is called. */
  fetch?: Fetch | undefined;
  /** Most repetitions of a refused request. Default 2; 0 switches them off. */
  maxRetries?: number | undefined;
  timeouts?: TimeoutOptions | undefined;
}

/** A client of one app's own backend. */
export type UIMessageStreamClient = ChatClient & Required<Pick<ChatClient, "resume">>;

/**
 * Makes a client for an existing AI SDK backend: it sends what the AI SDK's `useChat` sends and reads the UI message stream
 * that comes back. The model, the system message and the configuration go along under those names where the chat has
 * them; whether the backend heeds them is its affair.
 *
 * @see https://ai-sdk.dev/docs/ai-sdk-ui/transport
 */
export function createUIMessageStreamClient(
  options: UIMessageStreamClientOptions = {},
): UIMessageStreamClient {
  const { api = "/api/chat", apiKey, headers, body, ...http } = options;
  const sending: Protocol = {
    id: "ui-message-stream",
    toRequest: (request, target) => ({
      url: api,
      headers: { "content-type": "application/json", ...headersOf(target) },
      body: { ...(typeof body === "function" ? body() : body), ...toAISDKBody(request) },
    }),
    readStream: readEitherStream,
  };
  const resuming: Protocol = {
    id: "ui-message-stream",
    toRequest: ({ chatId }, target) => ({
      url: withPath(api, `/${encodeURIComponent(chatId!)}/stream`),
      headers: headersOf(target),
      body: undefined,
    }),
    readStream: readStreamIfAny,
  };

  async function* ask(
    protocol: Protocol,
    request: ChatRequest,
    { signal }: StreamOptions,
  ): AsyncGenerator<StreamPart, void, undefined> {
    const server = { provider: "app", name: "The server", model: request.model };
    const key = await resolveKey(apiKey, server);
    const target: Target = { ...server, baseURL: api, apiKey: key, headers };
    yield* streamChat(protocol, request, target, { ...http, signal });
  }

  return {
    id: `ui-message-stream:${api}`,
    stream: (request, streaming) => ask(sending, request, streaming),
    resume: (chatId, streaming) => ask(resuming, { model: "", messages: [], chatId }, streaming),
  };
}

function headersOf({ apiKey, headers }: Target): Record<string, string> {
  return { ...(apiKey && { authorization: `Bearer ${apiKey}` }), ...headers };
}

/** The address with more of a path, before its query. */
function withPath(address: string, path: string): string {
  const [, base, query] = /^([^?#]*?)\/*([?#].*)?$/s.exec(address)!;
  if (/^\/\.{1,2}\//.test(path)) {
    throw new ChatError("bad_request", 'A chat to resume may not have the id "." or "..".');
  }
  return base + path + (query ?? "");
}

function toAISDKBody({
  messages,
  model,
  system,
  config,
  ...request
}: ChatRequest): Record<string, unknown> {
  return {
    id: request.chatId,
    messages,
    trigger: request.trigger ?? "submit-message",
    messageId: request.messageId,
    ...(model && { model }),
    ...(system && { system }),
    ...(config && { config }),
  };
}

/** The same, or no parts at all where the server says by 204 that it has no stream. */
async function* readStreamIfAny(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamPart, void, undefined> {
  const { start, bytes: all } = await peek(bytes, 1);
  if (start !== "") yield* readEitherStream(all);
}

/** The UI message stream of AI SDK 5 and newer, or the data stream of version 4: their first characters tell. */
async function* readEitherStream(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamPart, void, undefined> {
  const { start, bytes: all } = await peek(bytes, 2);
  if (!/^[0-9a-k]:/.test(start)) return yield* readUIMessageStream(all);
  const { readDataStreamV4 } = await loadPart(() => import("./protocols/dataStreamV4.js"));
  yield* readDataStreamV4(all);
}

/** The beginning of a stream, as `peekBytes` gives it: so many characters of it. */
async function peek(bytes: ReadableStream<Uint8Array>, count: number): Promise<PeekedBytes> {
  try {
    return await peekBytes(bytes, ({ length }) => length >= count);
  } catch (error) {
    throw truncated(error);
  }
}
