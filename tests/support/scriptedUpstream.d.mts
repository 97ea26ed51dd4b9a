/** One request as the upstream saw it. */
export interface RecordedRequest {
  method: string;
  /** Without the query. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** The parsed JSON; the text where it is none. */
  body: unknown;
  /** Words sent in answer so far, while streaming. */
  deltas: number;
  /** Whether the client closed the connection before the answer had ended. */
  closedEarly: boolean;
}

/** A running upstream. */
export interface ScriptedUpstream {
  /** Its address without a path, such as `http://127.0.0.1:41234`; clients want `${url}/v1`. */
  url: string;
  /** All requests since the start or the last reset, oldest first. Also `GET /__control/requests`. */
  requests(): RecordedRequest[];
  /**
   * Lets `slow` answers take this many more steps: a word each after the first, which needs none, and then the ending. An
   * early release is not lost. Default 1. Also `POST /__control/release`, with `{ "deltas": 3 }` or `{ "deltas": "all" }`.
   */
  release(deltas?: number | "all"): void;
  /** Forgets requests and releases, and closes what is still being answered. Also `POST /__control/reset`. */
  reset(): void;
  /** Closes every connection and the server. */
  close(): Promise<void>;
}

/**
 * Starts a provider whose answers are scripted: `/v1/chat/completions` (OpenAI), `/v1/messages` (Anthropic), streamed or
 * not, and `/v1/models` (Anthropic's with an `anthropic-version` header). Every route answers any origin.
 *
 * `#name` in the last user message chooses the script, or else a model whose name ends in `scripted-name`, or else
 * `words`. `-once` behind a name (`#die-once`) gives that script the first time and `words` from then on.
 *
 * - `words`: nine words, one a delta, a finish reason and usage (11 tokens in, 7 out)
 * - `long`: the same with 400 words
 * - `400` to `599`: that status and an error body of the format; `429` carries `retry-after: 2`
 * - `die`: the socket is destroyed after three words; `die-5`: after five; `die-0`: before any answer
 * - `cut`: a clean end after three words, without finish reason or end marker
 * - `stall`: three words, then only keep-alive comments, ten a second, until the client leaves
 * - `error`: three words, then an error object inside the stream
 * - `html`: status 200 and a web page
 * - `leak`: status 400 and an error that repeats the key of the request
 * - `echo` (as a tag only): the question's own words
 * - `slow`: `words` in lockstep (see `release`); `slow-die`, `slow-long` and so on: those in lockstep
 *
 * A key that contains `wrong` is refused with 401 everywhere.
 *
 * @param options.port Default 0: any free one.
 * @param options.host Default `127.0.0.1`.
 */
export function startScriptedUpstream(options?: {
  port?: number;
  host?: string;
}): Promise<ScriptedUpstream>;
