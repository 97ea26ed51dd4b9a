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
  const forget = signal && onAbort(signal, () => controller.abort(abortedError()));
  return {
    signal: controller.signal,
    close(reason = abortedError()) {
      forget?.();
      controller.abort(reason);
    },
  };
}

/** Acts as soon as `signal` aborts: at once, where it has. Returns how to call it off. */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) act();
  signal.addEventListener("abort", act, { once: true });
  return () => signal.removeEventListener("abort", act);
}

/** What ends a stream whose signal was aborted. */
export function abortedError(): ChatError {
  return new ChatError("aborted", "Stopped.");
}

/** Settles as `promise` does, or rejects with the signal's reason as soon as it aborts. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = onAbort(signal, () => reject(signal.reason));
    promise.then(resolve, reject).finally(forget);
  });
}

/** The same stream, which fails with the signal's reason when it aborts, even in the middle of a wait; `body` is cancelled. */
export function closeOnAbort<T>(body: ReadableStream<T>, signal: AbortSignal): ReadableStream<T> {
  const reader = body.getReader();
  const forget = onAbort(signal, () => void reader.cancel(signal.reason).catch(() => {}));
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
