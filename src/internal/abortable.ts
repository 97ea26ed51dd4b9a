/**
 * Passes on what `source` yields until `signal` aborts, then ends at once by throwing the signal's reason, even when the
 * source is stuck and ignores the signal. The source is closed (`return()`) in every case, but not waited for.
 */
export async function* abortable<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  // One listener for all steps: racing each against one long promise would keep every step alive until the end.
  let rejectStep = (_reason: unknown): void => {};
  const abort = (): void => rejectStep(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    signal.throwIfAborted();
    for (;;) {
      const step = await new Promise<IteratorResult<T>>((resolve, reject) => {
        rejectStep = reject;
        iterator.next().then(resolve, reject);
      });
      if (step.done) return;
      yield step.value;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    iterator.return?.()?.then(undefined, () => {});
  }
}
