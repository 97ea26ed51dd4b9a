import { closeOnAbort } from "./connection.js";
import { type ChatError, isChatError } from "./errors.js";
import { errorFromResponse, explain } from "./failures.js";
import type { Target, WireRequest } from "./protocol.js";
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
  const { url, headers, body: json } = wire;
  const method = json ? "POST" : "GET";
  const init = { method, headers, body: JSON.stringify(json) };
  const response = await fetchOk(url, init, target, options);
  // Some platforms have no streaming bodies: there the answer is read whole.
  const body = response.body ?? new Blob([await response.arrayBuffer()]).stream();
  return closeOnAbort(body, options.signal);
}

/** The answer to a request, if it is a success. Throws as `sendRequest` does. */
export async function fetchOk(
  url: string,
  init: RequestInit,
  target: Target,
  { signal, fetch = globalThis.fetch, credentials, readError = errorFromResponse }: HttpOptions,
): Promise<Response> {
  signal.throwIfAborted();
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal, ...(credentials && { credentials }) });
  } catch (cause) {
    signal.throwIfAborted();
    // A `fetch` of the app's own may know better what is wrong.
    if (isChatError(cause)) throw cause;
    const facts = { code: "network", cause } as const;
    throw await explain((words) => words.unreachable(url, target, cause), target, facts);
  }
  if (response.ok) return response;
  throw await readError(response, target);
}
