import type { Fetch } from "../../src/client/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";

/** One request as it left. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  signal: AbortSignal;
}

/** An answer, or something to do with the request first. */
export type Reply = Response | Error | ((request: SentRequest) => Response | Promise<Response>);

/** A `fetch` that answers with `replies` in turn, the last one again and again, and remembers what was asked. */
export interface ScriptedFetch {
  fetch: Fetch;
  requests: SentRequest[];
}

export function scriptedFetch(...replies: Reply[]): ScriptedFetch {
  const requests: SentRequest[] = [];
  const fetch: Fetch = async (input, init = {}) => {
    const request: SentRequest = {
      method: init.method ?? "GET",
      url: input instanceof Request ? input.url : String(input),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
      signal: init.signal ?? new AbortController().signal,
    };
    const reply = replies[Math.min(requests.length, replies.length - 1)];
    requests.push(request);
    if (typeof reply === "function") return reply(request);
    if (reply instanceof Response) return reply;
    throw reply ?? new TypeError("Failed to fetch");
  };
  return { fetch, requests };
}

/** A `fetch` that answers by the path of the address, and 404 for any other. */
export function routedFetch(
  routes: Readonly<Record<string, (request: SentRequest) => Response>>,
): ScriptedFetch {
  return scriptedFetch((request) => {
    const path = request.url.replace(/^https?:\/\/[^/]+/, "");
    return routes[path]?.(request) ?? json({ error: { message: "no such path" } }, 404);
  });
}

/** A JSON answer. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}

/** A streamed answer of these deltas, complete. */
export function chatStream(...deltas: string[]): Response {
  return new Response(
    bodyOf([
      ...deltas.map(chunkOf),
      utf8('data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'),
    ]),
  );
}

/** One delta on the wire. */
export function chunkOf(content: string): Uint8Array {
  return utf8(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`);
}
