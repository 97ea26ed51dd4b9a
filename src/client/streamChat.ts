import { abortedError, openConnection, unlessAborted } from "./connection.js";
import { isChatError } from "./errors.js";
import { explain, repairRefused } from "./failures.js";
import { sendRequest } from "./http.js";
import type { AnswerWarning } from "./messages.js";
import type { Protocol, Target, WireRequest } from "./protocol.js";
import { sendWithRetries } from "./retry.js";
import type { StreamPart } from "./streamParts.js";
import { thinkingOutOfText } from "./thinkingOutOfText.js";
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
  const watchdog = createWatchdog(timeouts, target, connection);
  const http = { signal: connection.signal, fetch, credentials, readError: protocol.readError };
  let warning: AnswerWarning | undefined;
  try {
    let wire = protocol.toRequest(request, target);
    const sendOnce = async (): Promise<ReadableStream<Uint8Array>> =>
      sendRequest((await protocol.sign?.(wire, target)) ?? wire, target, http);
    const sendRepaired = async (): Promise<ReadableStream<Uint8Array>> => {
      try {
        return await sendOnce();
      } catch (error) {
        const whole = (): WireRequest => protocol.toRequest(request, target, { stream: false });
        const repaired = warning ? undefined : await repairRefused(wire, error, whole);
        if (!repaired) throw error;
        ({ wire, warning } = repaired);
        return sendOnce();
      }
    };
    const send = (): Promise<ReadableStream<Uint8Array>> => {
      watchdog.restart();
      return watchdog.during(sendRepaired());
    };
    const bytes = yield* sendWithRetries(send, {
      maxRetries,
      retryConflict: protocol.id.startsWith("openai"),
      signal: connection.signal,
    });
    if (warning) yield { type: "message-metadata", messageMetadata: { warnings: [warning] } };
    const parts = thinkingOutOfText(protocol.readStream(bytes, target));
    for await (const part of watchdog.watch(parts, signal)) {
      // Parts already read when the person stopped are not shown any more.
      signal.throwIfAborted();
      yield part;
    }
  } catch (error) {
    if (signal.aborted) throw abortedError();
    if (isChatError(error)) throw error;
    const unknown = explain((words) => words.errorFromUnknown(error, target), target);
    throw await unlessAborted(unknown, connection.signal);
  } finally {
    connection.close();
  }
}
