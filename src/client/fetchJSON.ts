import { openConnection } from "./connection.js";
import { ChatError, isChatError } from "./errors.js";
import { fetchOk, type HttpOptions } from "./http.js";
import type { Target } from "./protocol.js";
import { createWatchdog } from "./timeouts.js";

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
    return response.text();
  };
  const watchdog = createWatchdog({ firstContentMs: timeoutMs }, target, connection);
  try {
    return JSON.parse(await watchdog.during(answer())) as unknown;
  } catch (error) {
    if (isChatError(error)) throw error;
    const { provider, name = provider } = target;
    const isBroken = !(error instanceof SyntaxError);
    throw new ChatError(
      isBroken ? "network" : "bad_request",
      isBroken
        ? `The connection to ${name} broke. Try again in a moment.`
        : `${name} answered with something that is not JSON. The base URL is probably wrong: it usually ends in "/v1". Check it and try again.`,
      { provider, cause: error },
    );
  } finally {
    connection.close();
  }
}
