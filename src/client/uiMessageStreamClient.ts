import { peekBytes } from "./answerBytes.js";
import { type KeySource, resolveKey } from "./apiKey.js";
import type { Protocol, Target } from "./protocol.js";
import { readUIMessageStream } from "./protocols/uiMessageStream.js";
import type { StreamPart } from "./streamParts.js";
import { streamChat } from "./streamChat.js";
import type { TimeoutOptions } from "./timeouts.js";
import type { ChatClient, ChatRequest, Fetch } from "./types.js";

/** How to reach an app's own AI SDK backend. */
export interface UIMessageStreamClientOptions {
  /** The route that answers with `toUIMessageStreamResponse()`. Default `/api/chat`. */
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

/**
 * Makes a client for an existing AI SDK backend: it sends what the AI SDK's `useChat` sends and reads the UI message stream
 * that comes back. The model, the system message and the configuration go along under those names where the chat has
 * them; whether the backend heeds them is its affair.
 *
 * @see https://ai-sdk.dev/docs/ai-sdk-ui/transport
 */
export function createUIMessageStreamClient(
  options: UIMessageStreamClientOptions = {},
): ChatClient {
  const {
    api = "/api/chat",
    apiKey,
    headers,
    credentials,
    body,
    fetch,
    maxRetries,
    timeouts,
  } = options;
  const protocol: Protocol = {
    id: "ui-message-stream",
    toRequest: (request, target) => ({
      url: target.baseURL,
      headers: {
        "content-type": "application/json",
        ...(target.apiKey && { authorization: `Bearer ${target.apiKey}` }),
        ...target.headers,
      },
      body: { ...(typeof body === "function" ? body() : body), ...toAISDKBody(request) },
    }),
    readStream: readEitherStream,
  };
  return {
    id: `ui-message-stream:${api}`,
    async *stream(request, { signal }) {
      const server = { provider: "app", name: "The server", model: request.model };
      const target: Target = {
        ...server,
        baseURL: api,
        apiKey: await resolveKey(apiKey, server),
        headers,
      };
      yield* streamChat(protocol, request, target, {
        signal,
        fetch,
        credentials,
        maxRetries,
        timeouts,
      });
    },
  };
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

/** The UI message stream of AI SDK 5 and newer, or the data stream of version 4: their first characters tell. */
async function* readEitherStream(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamPart, void, undefined> {
  const { start, bytes: all } = await peekBytes(bytes, (text) => text.length > 1);
  if (!/^[0-9a-k]:/.test(start)) return yield* readUIMessageStream(all);
  const { readDataStreamV4 } = await import("./protocols/dataStreamV4.js");
  yield* readDataStreamV4(all);
}
