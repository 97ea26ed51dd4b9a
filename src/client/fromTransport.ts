import { ChatError } from "./errors.js";
import { abortedError, closeOnAbort } from "./connection.js";
import { toChatError } from "./foreignErrors.js";
import { toStreamParts, truncated } from "./protocols/uiMessageStream.js";
import type { StreamPart } from "./streamParts.js";
import type { ChatClient } from "./types.js";

/**
 * The part of the AI SDK's `ChatTransport` that is used here, written out structurally, so that any transport of `ai` v5 to
 * v7 fits without a dependency on it.
 *
 * @see https://ai-sdk.dev/docs/ai-sdk-ui/transport
 */
export interface AISDKTransport {
  // Methods, not functions: their arguments are compared loosely, so a transport for narrower messages fits too.
  sendMessages(options: {
    trigger: "submit-message" | "regenerate-message";
    chatId: string;
    messageId: string | undefined;
    // oxlint-disable-next-line typescript/no-explicit-any
    messages: any[];
    abortSignal: AbortSignal | undefined;
    body?: object;
  }): Promise<ReadableStream<unknown>>;
  reconnectToStream?(options: {
    chatId: string;
    abortSignal?: AbortSignal;
  }): Promise<ReadableStream<unknown> | null>;
  /** False for one whose resumed streams go on where they broke off: they cannot be shown from their beginning. */
  readonly resumeStreamIsReplay?: boolean;
}

/**
 * Makes a client of any AI SDK transport. The model, the system message and the configuration are handed to it in `body`.
 * It repeats nothing and sets no time-outs: that is the transport's affair.
 */
export function fromTransport(transport: AISDKTransport): ChatClient {
  return {
    id: "ai-sdk-transport",
    stream: (request, { signal }) =>
      relay(signal, () => {
        const { messages, chatId = "chat", trigger = "submit-message", messageId } = request;
        const { model, system, config } = request;
        return transport.sendMessages({
          trigger,
          chatId,
          messageId,
          messages: [...messages],
          abortSignal: signal,
          body: { ...(model && { model }), ...(system && { system }), ...(config && { config }) },
        });
      }),
    async *resume(chatId, { signal }) {
      if (transport.resumeStreamIsReplay === false) return;
      yield* relay(
        signal,
        async () =>
          (await transport.reconnectToStream?.({ chatId, abortSignal: signal })) ?? undefined,
      );
    },
  };
}

/** The parts of the stream that `open` opens; none where it opens none. */
async function* relay(
  signal: AbortSignal,
  open: () => Promise<ReadableStream<unknown> | undefined>,
): AsyncGenerator<StreamPart, void, undefined> {
  if (signal.aborted) throw abortedError();
  let chunks: ReadableStream<unknown> | undefined;
  try {
    chunks = await open();
    if (chunks) yield* toStreamParts(chunksOf(closeOnAbort(chunks, signal)));
  } catch (cause) {
    if (signal.aborted) throw abortedError();
    // All that `fetch` says of a server out of reach, or of a connection that broke.
    if (!(cause instanceof TypeError)) throw toChatError(cause);
    if (chunks) throw truncated(cause);
    const message = "Could not reach the server: you may be offline. Try again.";
    throw new ChatError("network", message, { cause });
  }
}

async function* chunksOf(
  stream: ReadableStream<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
