import { unlessAborted } from "./connection.js";
import type { ChatError } from "./errors.js";
import type { RetryNotice, StreamPart } from "./streamParts.js";

/** How often a refused request is sent again. */
export interface RetryOptions {
  /** Most repetitions; 0 switches them off. Default 2, so three requests in all. */
  maxRetries?: number | undefined;
  /** Whether a 409 is repeated too, as OpenAI's own SDK does. */
  retryConflict?: boolean | undefined;
  /** Ends a wait at once; its reason is what is thrown. Owned by the caller. */
  signal: AbortSignal;
}

/** Longest `Retry-After` that is waited for without asking the person, in milliseconds. */
const maxWaitMs = 60_000;

/** Codes that waiting does not cure although their status may be 429. */
const lasting = /^(?:insufficient_credit|context_window)$/;

/**
 * Sends a request, and again when it was refused in a way that passes: on 408, 429, 5xx, a connection that failed, and 409
 * where asked for. It waits min(0.5 · 2ⁿ, 8) s less up to 25 %, or as long as the server says up to 60 s; beyond that it
 * gives up at once, since a sooner request would be refused as well. Every wait is announced by a transient `data-retry`
 * part.
 *
 * What `send` resolves to has been accepted and is never repeated.
 *
 * @throws what the last `send` threw.
 */
export async function* sendWithRetries<T>(
  send: () => Promise<T>,
  { maxRetries = 2, retryConflict = false, signal }: RetryOptions,
): AsyncGenerator<StreamPart, T, undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const delayMs =
        attempt <= maxRetries ? retryDelayMs(error, attempt, retryConflict) : undefined;
      if (delayMs === undefined) throw error;
      const { code, message } = error as ChatError;
      const data: RetryNotice = { attempt, delayMs, code, message };
      yield { type: "data-retry", data, transient: true };
      await sleep(delayMs, signal);
    }
  }
}

/** How long to wait before the next request, in milliseconds; `undefined` where another one would not help. */
function retryDelayMs(error: unknown, attempt: number, retryConflict: boolean): number | undefined {
  const { code, status, retryAfterMs, shouldRetry } = error as Partial<ChatError>;
  if (code === undefined || lasting.test(code)) return undefined;
  const isPassing =
    status === undefined
      ? code === "network"
      : status === 408 || status === 429 || status >= 500 || (status === 409 && retryConflict);
  // A gateway says no when the provider may have worked already: asking again could be paid twice.
  if (!(shouldRetry ?? isPassing)) return undefined;
  if (retryAfterMs !== undefined) return retryAfterMs <= maxWaitMs ? retryAfterMs : undefined;
  const backoffMs = Math.min(500 * 2 ** (attempt - 1), 8000);
  return Math.round(backoffMs * (1 - Math.random() * 0.25));
}

/** Waits, or throws the signal's reason as soon as it aborts. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await unlessAborted(wait, signal).finally(() => clearTimeout(timer));
}
