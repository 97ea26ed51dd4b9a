import { type Connection, onAbort, unlessAborted } from "./connection.js";
import { ChatError } from "./errors.js";
import { isFraming } from "./framing.js";
import type { Target } from "./protocol.js";
import type { StreamPart } from "./streamParts.js";

/** How long silence is borne, in milliseconds; 0 means for ever. */
export interface TimeoutOptions {
  /** From sending a request to the first content. Default 60,000. */
  firstContentMs?: number | undefined;
  /** Between one piece of content and the next. Default 60,000. */
  idleMs?: number | undefined;
}

/** Watches one request for silence. */
export interface Watchdog {
  /**
   * Settles as `promise` does or as soon as `signal` aborts, and counts the time as silence of the server.
   *
   * @param signal Default: that of the connection.
   */
  during<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Starts the silence anew, for another request. */
  restart(): void;
  /**
   * Passes the parts on, counting the time waited for each. Only parts that show something end a silence. When the
   * connection ends it is for the parts to say what that means: they may be complete.
   *
   * @param stop Ends the parts at once.
   */
  watch(
    parts: AsyncGenerator<StreamPart, void, undefined>,
    stop: AbortSignal,
  ): AsyncGenerator<StreamPart, void, undefined>;
}

/**
 * The last stretch of a silence, in milliseconds: data that waits behind a late timer gets in first. A timer that fires
 * later than `lateMs` after its time proves nothing about the server (the machine slept, the tab was throttled).
 */
const graceMs = 1000;
const lateMs = 2000;

/**
 * Makes a watchdog that closes the connection with a `timeout` error when nothing came and with a `stalled` error when
 * nothing more came. Only time spent waiting for the server counts, not what the reader takes
 * between two parts; and time asleep does not count, so a healthy stream survives a closed lid.
 */
export function createWatchdog(
  { firstContentMs = 60_000, idleMs = 60_000 }: TimeoutOptions,
  target: Target,
  connection: Connection,
): Watchdog {
  const verdict = new AbortController();
  let hasContent = false;
  let silenceMs = 0;

  async function during<T>(promise: Promise<T>, signal = connection.signal): Promise<T> {
    const limitMs = hasContent ? idleMs : firstContentMs;
    const startedAt = Date.now();
    const end =
      limitMs > 0 &&
      afterSilence(limitMs - silenceMs, Math.min(graceMs, limitMs / 2), () => {
        const error = silenceError(hasContent, limitMs, target);
        connection.close(error);
        // What does not end with its connection waits for something else.
        setTimeout(() => verdict.abort(error), graceMs);
      });
    try {
      return await unlessAborted(promise, signal);
    } finally {
      if (end) end();
      silenceMs += Date.now() - startedAt;
    }
  }

  async function* watch(
    parts: AsyncGenerator<StreamPart, void, undefined>,
    stop: AbortSignal,
  ): AsyncGenerator<StreamPart, void, undefined> {
    const forget = onAbort(stop, () => verdict.abort(stop.reason));
    try {
      for (;;) {
        const { done, value } = await during(parts.next(), verdict.signal);
        if (done) return;
        if (!isFraming(value)) {
          hasContent = true;
          silenceMs = 0;
        }
        yield value;
      }
    } finally {
      forget();
      // Not waited for: parts that are still being made must not hold up the end.
      parts.return().catch(() => {});
    }
  }

  return { during, restart: () => void (silenceMs = 0), watch };
}

/** Calls `act` after `ms`, of which the last `lastMs` must have passed awake. Returns how to call it off. */
function afterSilence(ms: number, lastMs: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (delayMs: number, isLast: boolean): void => {
    const dueAt = Date.now() + delayMs;
    timer = setTimeout(() => {
      if (isLast && Date.now() - dueAt <= lateMs) act();
      else wait(lastMs, true);
    }, delayMs);
  };
  wait(Math.max(ms - lastMs, 0), false);
  return () => clearTimeout(timer);
}

function silenceError(
  hasContent: boolean,
  limitMs: number,
  { provider, model, name = provider }: Target,
): ChatError {
  const seconds = Math.round(limitMs / 1000);
  return new ChatError(
    hasContent ? "stalled" : "timeout",
    hasContent
      ? `${name} sent nothing more for ${seconds} s. The text so far is kept; try again or continue.`
      : `${name} sent nothing for ${seconds} s. Try again, or choose another model.`,
    { provider, model },
  );
}
