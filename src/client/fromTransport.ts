import { ChatError } from "./errors.js";
import { abortedError, closeOnAbort } from "./connection.js";
import { toStreamParts } from "./protocols/uiMessageStream.js";
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
}

/**
 * Makes a client of any AI SDK transport. The model, the system message and the configuration are handed to it in `body`.
 * It repeats nothing and sets no time-outs: that is the transport's affair.
 */
export function fromTransport(transport: AISDKTransport): ChatClient {
  return {
    id: "ai-sdk-transport",
    async *stream(
      { messages, chatId = "chat", trigger = "submit-message", messageId, ...rest },
      { signal },
    ) {
      const { model, system, config } = rest;
      if (signal.aborted) throw abortedError();
      let chunks: ReadableStream<unknown>;
      try {
        chunks = await transport.sendMessages({
          trigger,
          chatId,
          messageId,
          messages: [...messages],
          abortSignal: signal,
          body: { ...(model && { model }), ...(system && { system }), ...(config && { config }) },
        });
      } catch (cause) {
        if (signal.aborted) throw abortedError();
        const words = cause instanceof Error ? cause.message : String(cause);
        throw new ChatError("server", words || "The server refused the request.", { cause });
      }
      try {
        yield* toStreamParts(chunksOf(closeOnAbort(chunks, signal)));
      } catch (error) {
        throw signal.aborted ? abortedError() : error;
      }
    },
  };
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
