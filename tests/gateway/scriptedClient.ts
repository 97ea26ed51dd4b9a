import { ChatError } from "../../src/client/errors.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import type { ChatRequest, ModelInfo, ProviderStatus } from "../../src/client/types.js";
import { createHandler, type HandlerOptions } from "../../src/gateway/handler.js";
import type { ServedClient } from "../../src/gateway/routes.js";
import type { GatewayHandler } from "../../src/gateway/index.js";

/** What the client behind a gateway is to say. */
export interface Script {
  parts?: (signal: AbortSignal) => AsyncGenerator<StreamPart> | StreamPart[];
  models?: ModelInfo[];
  providers?: ProviderStatus[];
  /** Thrown by everything. */
  fault?: unknown;
}

/** A gateway in front of a scripted client, and the requests that client was given. */
export interface ScriptedGateway {
  handler: GatewayHandler;
  requests: ChatRequest[];
}

/** Short answers that end well, unless the script says otherwise. */
export const shortAnswer: readonly StreamPart[] = [
  { type: "text-delta", delta: "Hello" },
  {
    type: "finish",
    finishReason: "stop",
    messageMetadata: { usage: { inputTokens: 3, outputTokens: 2 } },
  },
];

export function scriptedGateway(
  script: Script = {},
  options: HandlerOptions = {},
): ScriptedGateway {
  const requests: ChatRequest[] = [];
  const orFault = async <T>(value: T): Promise<T> => {
    if (script.fault !== undefined) throw script.fault;
    return value;
  };
  const client: ServedClient = {
    id: "scripted",
    async *stream(request, { signal }) {
      requests.push(request);
      await orFault(undefined);
      yield* script.parts?.(signal) ?? shortAnswer;
    },
    listModels: () => orFault(script.models ?? []),
    providers: () => orFault(script.providers ?? []),
    testConnection: ({ model }) => orFault({ success: true, model, durationMs: 5 }),
  };
  return { handler: createHandler(client, options), requests };
}

/** A POST of JSON to the local gateway. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost/api/polylogue${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** A completion of one user message, with other fields over it. */
export function ask(
  fields: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Request {
  return post(
    "/v1/chat/completions",
    { model: "openai/gpt-5", messages: [{ role: "user", content: "Hi" }], ...fields },
    headers,
  );
}

export function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost/api/polylogue${path}`, { headers });
}

/** The error object of a refusal. */
export async function errorOf(response: Response): Promise<Record<string, unknown>> {
  const { error } = (await response.json()) as { error: Record<string, unknown> };
  return error;
}

/** What happens when the caller leaves: the signal's abort, as the client reports it. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(new ChatError("aborted", "Stopped."));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
  });
}
