import { closeOnAbort, openConnection, unlessAborted } from "./connection.js";
import { ChatError, isChatError } from "./errors.js";
import { errorFromResponse } from "./httpErrors.js";
import type { Target, WireRequest } from "./protocol.js";
import { createWatchdog } from "./timeouts.js";
import type { Fetch } from "./types.js";

/** How requests are made. */
export interface HttpOptions {
  /** Ends the request; its reason is what is thrown. Owned by the caller. */
  signal: AbortSignal;
  /** Default: `globalThis.fetch`, read when it is called. */
  fetch?: Fetch | undefined;
  /** Whether cookies go along. Default: the browser's own rule, same origin only. */
  credentials?: RequestCredentials | undefined;
  /** Makes the error of an answer that is not 2xx. Default: `errorFromResponse`. */
  readError?: ((response: Response, target: Target) => Promise<ChatError>) | undefined;
}

/**
 * Sends one request and hands over the body of a 2xx answer, which ends with the signal even where `fetch` ignores it.
 *
 * @throws ChatError `network` when there is no answer, the code of the answer when it is not 2xx, and the signal's reason
 *   when it aborts.
 */
export async function sendRequest(
  wire: WireRequest,
  target: Target,
  options: HttpOptions,
): Promise<ReadableStream<Uint8Array>> {
  const init = { method: "POST", headers: wire.headers, body: JSON.stringify(wire.body) };
  const response = await fetchOk(wire.url, init, target, options);
  const body = response.body ?? (await unlessAborted(wholeBody(response), options.signal));
  return closeOnAbort(body, options.signal);
}

/** One request for a small JSON answer: a model list, a status. */
export interface JSONRequest {
  url: string;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: unknown;
  /** Longest wait in milliseconds; 0 means for ever. */
  timeoutMs: number;
}

/**
 * Fetches a small JSON answer. Throws as `sendRequest` does, `timeout` for one that does not come, and `bad_request` for
 * one that is not JSON.
 */
export async function fetchJSON(
  { url, headers = {}, body, timeoutMs }: JSONRequest,
  target: Target,
  options: Omit<HttpOptions, "signal"> & { signal?: AbortSignal | undefined },
): Promise<unknown> {
  const connection = openConnection(options.signal);
  const init: RequestInit =
    body === undefined
      ? { method: "GET", headers }
      : {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(body),
        };
  const answer = async (): Promise<string> => {
    const http = { ...options, signal: connection.signal };
    const response = await fetchOk(url, init, target, http);
    return unlessAborted(response.text(), connection.signal);
  };
  const watchdog = createWatchdog({ firstContentMs: timeoutMs }, target, (error) =>
    connection.close(error),
  );
  try {
    const text = await watchdog.during(answer());
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (isChatError(error)) throw error;
    const context = { provider: target.provider, cause: error };
    throw error instanceof SyntaxError
      ? new ChatError(
          "bad_request",
          `${label(target)} answered with something that is not JSON. ${baseURLHelp}`,
          context,
        )
      : new ChatError(
          "network",
          `The connection to ${label(target)} broke. Try again in a moment.`,
          context,
        );
  } finally {
    connection.close();
  }
}

/** What to do about an answer from something that is not a chat server. */
export const baseURLHelp =
  'The base URL is probably wrong: it usually ends in "/v1". Check it and try again.';

async function fetchOk(
  url: string,
  init: RequestInit,
  target: Target,
  { signal, fetch = globalThis.fetch, credentials, readError = errorFromResponse }: HttpOptions,
): Promise<Response> {
  signal.throwIfAborted();
  let response: Response;
  try {
    const answer = fetch(url, { ...init, signal, ...(credentials ? { credentials } : {}) });
    response = await unlessAborted(answer, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw unreachable(url, target, cause);
  }
  if (response.ok) return response;
  throw await unlessAborted(readError(response, target), signal);
}

/** A failure that browsers do not explain to a page: all they say is that there was no answer. */
function unreachable(url: string, target: Target, cause: unknown): ChatError {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? "the server of this page";
  const help = target.networkHelp ? ` ${target.networkHelp}` : "";
  return new ChatError(
    "network",
    `Could not reach ${host}. Either you are offline, the address is wrong, or the server does not allow calls from web pages (CORS).${help}`,
    { provider: target.provider, model: target.model, cause },
  );
}

function label(target: Target): string {
  return target.name ?? target.provider;
}

/** Some platforms have no streaming bodies: there the answer is read whole. */
async function wholeBody(response: Response): Promise<ReadableStream<Uint8Array>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
