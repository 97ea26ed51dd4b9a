import { ChatError } from "../client/errors.js";
import type { Fetch } from "../client/types.js";
import { type Exchange, readCassette, type RecordedRequest } from "./cassette.js";
import { describeRequest } from "./describeRequest.js";
import { firstDifference } from "./firstDifference.js";
import { maskRequest, secretsOf } from "./maskRequest.js";
import { replayBody, waitUntil } from "./replayBody.js";

/** Options of a replay. */
export interface ReplayOptions {
  /**
   * How fast answers come: 1 as they were recorded, 2 in half the time, 0 at once. Default 0.
   */
  speed?: number | undefined;
}

/**
 * Plays a cassette: returns a `fetch` that answers as the servers did, with no network, to be passed to a client made like
 * the one that was recorded.
 *
 * Requests to one address must come in the order they were recorded, with the bodies they had; a GET may be repeated.
 * Headers, keys, and the ids and times that a client makes up anew are not compared. Any other request rejects with a
 * `ChatError` `bad_request` that says where it differs.
 *
 * @param cassette A `Cassette`, its JSON text, or what was imported from its file.
 * @throws ChatError `bad_request` for anything else.
 * @example
 * const client = createGatewayClient({ fetch: replayCassette(cassette) });
 */
export function replayCassette(cassette: unknown, { speed = 0 }: ReplayOptions = {}): Fetch {
  const waiting = new Map<string, Exchange[]>();
  for (const exchange of readCassette(cassette).exchanges) {
    const line = lineOf(exchange.request);
    waiting.set(line, [...(waiting.get(line) ?? []), exchange]);
  }
  return async (input, init = {}) => {
    const request = await describeRequest(input, init);
    const asked = maskRequest(request, secretsOf(request));
    const line = waiting.get(lineOf(asked)) ?? [];
    const exchange = asked.method === "GET" && line.length === 1 ? line[0] : line.shift();
    if (!exchange) throw notRecorded(asked);
    const difference = firstDifference(asked.body, exchange.request.body);
    if (difference) {
      // What was not it is still to come.
      line.unshift(exchange);
      throw differs(asked, difference);
    }
    return answer(exchange, speed, init.signal ?? undefined);
  };
}

function lineOf({ method, url }: RecordedRequest): string {
  return `${method} ${url}`;
}

const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

async function answer(
  { response, error }: Exchange,
  speed: number,
  signal: AbortSignal | undefined,
): Promise<Response> {
  signal?.throwIfAborted();
  if (!response) {
    if (error !== undefined) throw new TypeError(error);
    throw new ChatError("truncated", "The recording was stopped before an answer came.");
  }
  const since = Date.now();
  const at = (ms: number): Promise<void> => waitUntil(since + ms / speed, signal);
  if (speed > 0) await at(response.afterMs);
  const { status, chunks } = response;
  // A body of other servers may have been compressed on its way; here it is not.
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const body = bodiless.has(status)
    ? null
    : replayBody(chunks, { error, wait: speed > 0 ? at : undefined });
  return new Response(body, { status, headers });
}

function notRecorded(asked: RecordedRequest): ChatError {
  return new ChatError(
    "bad_request",
    `The cassette holds no further request like ${lineOf(asked)}. Ask what was asked when it was recorded, with a client made in the same way, or record the chat anew.`,
  );
}

function differs(asked: RecordedRequest, difference: string): ChatError {
  return new ChatError(
    "bad_request",
    `${lineOf(asked)} is not the request recorded at this place: ${difference}. Ask what was asked when it was recorded, or record the chat anew.`,
  );
}
