/**
 * Hands `text` out word by word, `delayMs` milliseconds a word. Goes by the clock, so that a tab in the background, whose
 * timers fire once a second, gets all the words that are due at once.
 *
 * @throws DOMException `AbortError` as soon as `signal` is aborted; the caller owns the signal.
 */
export async function* paceWords(
  text: string,
  { delayMs, signal }: { delayMs: number; signal: AbortSignal },
): AsyncGenerator<string, void, undefined> {
  const words = text.match(/\s*\S+\s*/g) ?? [];
  const startedAt = Date.now();
  let given = 0;
  while (given < words.length) {
    if (delayMs > 0) await pause(delayMs, signal);
    signal.throwIfAborted();
    const due = delayMs > 0 ? Math.floor((Date.now() - startedAt) / delayMs) : given + 1;
    const end = Math.max(given + 1, Math.min(due, words.length));
    yield words.slice(given, end).join("");
    given = end;
  }
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    signal.addEventListener("abort", done);
  });
}
