import { ChatError } from "./errors.js";

/** The life of one request: ended by the caller's signal, by a verdict of our own, or because it is over. */
export interface Connection {
  /** Aborts when the request must end. Its reason is always a `ChatError`. */
  readonly signal: AbortSignal;
  /** Ends the request for `reason`; without one because nobody needs it any more. */
  close(reason?: ChatError): void;
}

/** Begins a connection that ends with `signal`. Whoever opens it must close it: that also forgets the signal. */
export function openConnection(signal: AbortSignal | undefined): Connection {
  const controller = new AbortController();
  const stop = (): void => controller.abort(abortedError());
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    close(reason = abortedError()) {
      signal?.removeEventListener("abort", stop);
      controller.abort(reason);
    },
  };
}

/** What ends a stream whose signal was aborted. */
export function abortedError(): ChatError {
  return new ChatError("aborted", "Stopped.");
}

/** Settles as `promise` does, or rejects with the signal's reason as soon as it aborts. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** The same stream, which fails with the signal's reason when it aborts, even in the middle of a wait; `body` is cancelled. */
export function closeOnAbort<T>(body: ReadableStream<T>, signal: AbortSignal): ReadableStream<T> {
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel(signal.reason).catch(() => {});
  const forget = (): void => signal.removeEventListener("abort", cancel);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  reader.closed.then(forget, forget);
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        signal.throwIfAborted();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead: what the reader has not asked for stays with the network.
    { highWaterMark: 0 },
  );
}
