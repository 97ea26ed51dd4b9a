/**
 * Passes on what `source` yields until `signal` aborts, then ends at once by throwing the signal's reason, even when the
 * source is stuck and ignores the signal. The source is closed (`return()`) in every case, but not waited for.
 */
export async function* abortable<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let abort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  // The race below may be over before the signal fires: without a handler that would be an unhandled rejection.
  aborted.catch(() => {});
  try {
    signal.throwIfAborted();
    for (;;) {
      const step = await Promise.race([iterator.next(), aborted]);
      if (step.done) return;
      yield step.value;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    iterator.return?.()?.then(undefined, () => {});
  }
}
