import type { Fetch } from "../client/types.js";
import { type Cassette, cassetteVersion, type Exchange } from "./cassette.js";
import { describeRequest } from "./describeRequest.js";
import { maskChunks, type TimedBytes } from "./maskChunks.js";
import { maskAnswerHeaders, maskRequest, maskText, secretsOf } from "./maskRequest.js";
import { watchBody } from "./watchBody.js";

/** Options of a recorder. */
export interface RecorderOptions {
  /** What requests go through. Default: `globalThis.fetch`, read when it is called. */
  fetch?: Fetch | undefined;
}

/** Listens in on a chat. What it hands out holds no keys. */
export interface Recorder {
  /** To be passed as `fetch` to the client that is to be recorded. */
  readonly fetch: Fetch;
  /** What has been recorded so far, oldest first: the same list until something happens. */
  readonly exchanges: readonly Exchange[];
  /** The same, ready for `JSON.stringify`. */
  readonly cassette: () => Cassette;
  /** Forgets everything. */
  readonly clear: () => void;
  /** Calls `listener` whenever `exchanges` has changed. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** An exchange as it happens, with its keys: it never leaves this file. */
interface RawExchange extends Omit<Exchange, "response"> {
  response?: { status: number; headers: Record<string, string>; afterMs: number } | undefined;
  pieces: TimedBytes[];
}

/**
 * Makes a recorder: a `fetch` for any client that keeps each request and each answer, byte for byte and with its timing,
 * and masks the keys in what it hands out. It changes nothing on the way and reads nothing ahead.
 *
 * Masked are the headers and query parameters that carry keys, fields named like one, everything shaped like a key, and
 * every key of this recording wherever it is repeated. What people and models wrote is kept.
 *
 * @example
 * const recorder = createRecorder();
 * const client = createGatewayClient({ fetch: recorder.fetch });
 */
export function createRecorder({ fetch = globalFetch }: RecorderOptions = {}): Recorder {
  let raw: RawExchange[] = [];
  const secrets = new Set<string>();
  const listeners = new Set<() => void>();
  let shown: readonly Exchange[] | undefined;
  /** A masked exchange holds until its raw one changes, or another secret is known. */
  let masked = new WeakMap<RawExchange, Exchange>();

  function changed(exchange?: RawExchange): void {
    shown = undefined;
    if (exchange) masked.delete(exchange);
    for (const listener of listeners) listener();
  }

  function mask(exchange: RawExchange): Exchange {
    const known = masked.get(exchange) ?? maskExchange(exchange, [...secrets]);
    masked.set(exchange, known);
    return known;
  }

  async function record(input: Parameters<Fetch>[0], init: RequestInit = {}): Promise<Response> {
    const request = await describeRequest(input, init);
    const exchange: RawExchange = { request, startedAt: Date.now(), end: "open", pieces: [] };
    const since = (): number => Date.now() - exchange.startedAt;
    const before = secrets.size;
    for (const secret of secretsOf(request)) secrets.add(secret);
    if (secrets.size !== before) masked = new WeakMap();
    raw.push(exchange);
    changed();

    function finish(end: Exchange["end"], cause?: unknown): void {
      const isAborted = init.signal?.aborted === true;
      exchange.end = isAborted && end === "failed" ? "cancelled" : end;
      if (exchange.end === "failed") exchange.error = String(cause);
      changed(exchange);
    }

    try {
      const response = await fetch(input, init);
      const headers = Object.fromEntries(response.headers);
      exchange.response = { status: response.status, headers, afterMs: since() };
      changed(exchange);
      return watchBody(response, {
        onBytes(bytes) {
          exchange.pieces.push({ atMs: since(), bytes: bytes.slice() });
          changed(exchange);
        },
        onEnd: finish,
      });
    } catch (error) {
      finish("failed", error);
      throw error;
    }
  }

  return {
    fetch: record,
    get exchanges() {
      return (shown ??= raw.map(mask));
    },
    cassette: () => ({ version: cassetteVersion, exchanges: raw.map(mask) }),
    clear() {
      raw = [];
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const globalFetch: Fetch = (input, init) => globalThis.fetch(input, init);

function maskExchange(
  { request, startedAt, response, pieces, end, error }: RawExchange,
  secrets: readonly string[],
): Exchange {
  return {
    request: maskRequest(request, secrets),
    startedAt,
    ...(response && {
      response: {
        ...response,
        headers: maskAnswerHeaders(response.headers, secrets),
        chunks: maskChunks(pieces, secrets),
      },
    }),
    end,
    ...(error !== undefined && { error: maskText(error, secrets) }),
  };
}
