import { abortedError, openConnection } from "./connection.js";
import { ChatError, isChatError } from "./errors.js";
import { sendRequest } from "./http.js";
import { secretsOf } from "./httpErrors.js";
import type { Protocol, Target } from "./protocol.js";
import { redact } from "./redact.js";
import { refusesStreams, repairRequest, type RepairedRequest } from "./repairRequest.js";
import { sendWithRetries } from "./retry.js";
import type { StreamPart } from "./streamParts.js";
import { createThinkTags } from "./thinkTags.js";
import { createWatchdog, type TimeoutOptions } from "./timeouts.js";
import type { ChatRequest, Fetch } from "./types.js";

/** How one answer is fetched. */
export interface StreamChatOptions {
  /** Owned by the caller: aborting it closes the request and ends the stream with code `aborted`. */
  signal: AbortSignal;
  /** Default: `globalThis.fetch`, read when it is called. */
  fetch?: Fetch | undefined;
  credentials?: RequestCredentials | undefined;
  /** Default 2; 0 switches repetitions off. */
  maxRetries?: number | undefined;
  timeouts?: TimeoutOptions | undefined;
}

/**
 * Fetches one answer: writes the request, sends it (again, where that helps and nothing was accepted, and once without a
 * parameter the model refused), reads the answer, takes reasoning between tags out of its text, and watches it for
 * silence. Ends by exactly one `finish` part or one thrown `ChatError`. The request is closed as soon as
 * the stream ends in any way, is aborted, or its loop is left.
 */
export async function* streamChat(
  protocol: Protocol,
  request: ChatRequest,
  target: Target,
  { signal, fetch, credentials, maxRetries, timeouts = {} }: StreamChatOptions,
): AsyncGenerator<StreamPart, void, undefined> {
  const connection = openConnection(signal);
  const watchdog = createWatchdog(timeouts, target, (error) => connection.close(error));
  try {
    let wire = protocol.toRequest(request, target);
    const warnings: string[] = [];
    const http = { signal: connection.signal, fetch, credentials, readError: protocol.readError };
    const sendOnce = async (): Promise<ReadableStream<Uint8Array>> => {
      const signed = (await protocol.sign?.(wire, target)) ?? wire;
      return sendRequest(signed, target, http);
    };
    const withoutStream = (error: unknown): RepairedRequest | undefined =>
      refusesStreams(error)
        ? {
            wire: protocol.toRequest(request, target, { stream: false }),
            warning: "The model does not stream, so its answer came in one piece.",
          }
        : undefined;
    const sendRepaired = async (): Promise<ReadableStream<Uint8Array>> => {
      try {
        return await sendOnce();
      } catch (error) {
        const repaired =
          warnings.length === 0 && (repairRequest(wire, error) ?? withoutStream(error));
        if (!repaired) throw error;
        wire = repaired.wire;
        warnings.push(repaired.warning);
        return sendOnce();
      }
    };
    const send = (): Promise<ReadableStream<Uint8Array>> => {
      watchdog.restart();
      return watchdog.during(sendRepaired());
    };
    const retryConflict = protocol.id.startsWith("openai");
    const bytes = yield* sendWithRetries(send, {
      maxRetries,
      retryConflict,
      signal: connection.signal,
    });
    if (warnings.length > 0) yield { type: "message-metadata", messageMetadata: { warnings } };
    const split = createThinkTags();
    for await (const read of watchdog.watch(protocol.readStream(bytes, target))) {
      for (const part of split(read)) {
        // Parts already read when the person stopped are not shown any more.
        signal.throwIfAborted();
        yield part;
      }
    }
  } catch (error) {
    throw signal.aborted ? abortedError() : asChatError(error, target);
  } finally {
    connection.close();
  }
}

/** A fault nobody expected, made presentable: its text may hold anything, keys included. */
function asChatError(error: unknown, target: Target): ChatError {
  if (isChatError(error)) return error;
  const { provider, model, name = provider } = target;
  const words = redact(error instanceof Error ? error.message : String(error), secretsOf(target));
  return new ChatError("server", `The answer of ${name} could not be read: ${words}`, {
    provider,
    model,
    cause: error,
  });
}
