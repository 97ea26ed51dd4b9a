/**
 * A stream driven by hand: the producer goes on only after the consumer has taken what it gave, so a test needs no clock
 * and a transport that holds things back makes it hang instead of pass.
 */
export interface Lockstep<T> extends AsyncIterable<T> {
  /** Gives one value. Resolves when the consumer asks for the next one, so it has dealt with this one. */
  push(value: T): Promise<void>;
  /** Ends the stream. */
  end(): void;
  /** Makes the stream throw. */
  fail(reason: unknown): void;
  /** Resolves when the consumer has left, by the end, by an error or early. */
  readonly closed: Promise<void>;
}

/** Makes a lockstep stream for one consumer. */
export function createLockstep<T>(): Lockstep<T> {
  const waiting: { step: () => Promise<IteratorResult<T>>; taken: () => void }[] = [];
  let wake = (): void => {};
  let taken = (): void => {};
  let close = (): void => {};
  const closed = new Promise<void>((resolve) => (close = resolve));

  function give(step: () => Promise<IteratorResult<T>>): Promise<void> {
    return new Promise((resolve) => {
      waiting.push({ step, taken: resolve });
      wake();
    });
  }

  return {
    push: (value) => give(() => Promise.resolve({ done: false, value })),
    end: () => void give(() => Promise.resolve({ done: true, value: undefined })),
    fail: (reason) => void give(() => Promise.reject(reason)),
    closed,
    [Symbol.asyncIterator]: () => ({
      async next() {
        taken();
        if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const given = waiting.shift()!;
        taken = given.taken;
        const result = given.step();
        result.then(
          ({ done }) => done && close(),
          () => close(),
        );
        return result;
      },
      return() {
        taken();
        close();
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
}
