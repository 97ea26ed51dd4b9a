import { type KeySource, resolveKey } from "./apiKey.js";
import { normalizeBaseURL } from "./baseURL.js";
import { isChatErrorCode } from "./errors.js";
import { type GatewayKind, gatewayNames, probeGateway } from "./gatewayKind.js";
import { fetchJSON } from "./http.js";
import { asFields, asNumber, asText } from "./looseJSON.js";
import { readModelList } from "./modelList.js";
import type { Target } from "./protocol.js";
import { openaiChat } from "./protocols/openaiChat.js";
import { readProviderStatuses } from "./providerStatus.js";
import { streamChat } from "./streamChat.js";
import { testRequest, testResult, testStream } from "./testConnection.js";
import type { TimeoutOptions } from "./timeouts.js";
import type { ChatClient, ConnectionTest, Fetch, ProviderStatus } from "./types.js";

/** How to reach a gateway. */
export interface GatewayClientOptions {
  /**
   * What the OpenAI SDK calls its base URL. A pasted `/chat/completions` and slashes at the end are taken off, and `/v1` is
   * added to an address without a path. Default `/api/polylogue`, on the page's own server.
   */
  baseURL?: string | undefined;
  /** The gateway's own key (a LiteLLM virtual key, say), or a function that fetches one for each request. */
  apiKey?: KeySource | undefined;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Whether cookies go along. Default: the browser's own rule, same origin only. */
  credentials?: RequestCredentials | undefined;
  /** What kind of server it is. Default: found out once, when a list or a test is first asked for. */
  kind?: GatewayKind | undefined;
  /** Default: `globalThis.fetch`, read when it is called. */
  fetch?: Fetch | undefined;
  /** Most repetitions of a refused request. Default 2; 0 switches them off. */
  maxRetries?: number | undefined;
  timeouts?: TimeoutOptions | undefined;
}

/** A client that sends every request to one server, which holds the keys. */
export type GatewayClient = ChatClient &
  Required<Pick<ChatClient, "listModels" | "testConnection" | "providers">>;

/** Longest wait for a list or a status, in milliseconds. */
const listTimeoutMs = 15_000;

/**
 * Makes a client for a server that holds the keys: a Polylogue gateway, a LiteLLM proxy, OpenRouter, Ollama, or anything
 * else that speaks OpenAI's Chat Completions. Model names are sent as they are. Nothing is requested until it is used.
 *
 * @see https://docs.litellm.ai/docs/proxy/user_keys
 */
export function createGatewayClient(options: GatewayClientOptions = {}): GatewayClient {
  const { credentials, fetch, maxRetries, timeouts } = options;
  const baseURL = normalizeBaseURL(options.baseURL ?? "/api/polylogue");
  const root = baseURL.replace(/\/v1$/, "");
  let probed: Promise<GatewayKind> | undefined;

  async function targetOf(model: string): Promise<Target> {
    const server = {
      provider: "gateway",
      name: /^https?:\/\/([^/]+)/i.exec(baseURL)?.[1] ?? "The gateway",
    };
    const apiKey = await resolveKey(options.apiKey, server);
    return { ...server, model, baseURL, apiKey, headers: options.headers };
  }

  async function json(
    url: string,
    signal: AbortSignal | undefined,
    rest: { body?: unknown; timeoutMs: number } = { timeoutMs: listTimeoutMs },
  ): Promise<unknown> {
    const target = await targetOf("");
    const key: Record<string, string> = target.apiKey
      ? { authorization: `Bearer ${target.apiKey}` }
      : {};
    const headers = { ...key, ...target.headers };
    return fetchJSON({ url, headers, ...rest }, target, { signal, fetch, credentials });
  }

  /** Asked once; a failure is forgotten, so that the next call asks again. */
  function kindOf(): Promise<GatewayKind> {
    if (options.kind) return Promise.resolve(options.kind);
    // Without a signal: whoever asks first must not end the question for the others.
    probed ??= probeGateway(root, (url) => json(url, undefined));
    probed.catch(() => (probed = undefined));
    return probed;
  }

  const client: GatewayClient = {
    id: `gateway:${baseURL}`,

    async *stream(request, { signal }) {
      const target = await targetOf(request.model);
      yield* streamChat(openaiChat, request, target, {
        signal,
        fetch,
        credentials,
        maxRetries,
        timeouts,
      });
    },

    async listModels({ signal } = {}) {
      const kind = await kindOf();
      if (kind === "polylogue") return readModelList(await json(`${root}/models`, signal));
      return readModelList(await json(`${baseURL}/models`, signal), kind);
    },

    async testConnection({ model, signal = new AbortController().signal }) {
      return testResult(model, async () => {
        if ((await kindOf()) === "polylogue") {
          // The gateway waits for the model itself, so this takes as long as an answer may.
          const rest = { body: { model }, timeoutMs: timeouts?.firstContentMs ?? 60_000 };
          return readTest(model, await json(`${root}/test-connection`, signal, rest));
        }
        const target = await targetOf(model);
        const once = { signal, fetch, credentials, timeouts, maxRetries: 0 };
        return testStream(model, streamChat(openaiChat, testRequest(model), target, once));
      });
    },

    async providers({ signal } = {}) {
      const kind = await kindOf();
      if (kind === "polylogue") {
        return readProviderStatuses(await json(`${root}/providers`, signal));
      }
      const status: ProviderStatus = {
        id: kind,
        name: gatewayNames[kind],
        status: "ready",
        keyVariables: [],
        canSetKey: false,
      };
      return [status];
    },
  };
  return client;
}

function readTest(model: string, value: unknown): ConnectionTest {
  const result = asFields(value);
  if (result["success"] === true) {
    return { success: true, model, durationMs: asNumber(result["durationMs"]) ?? 0 };
  }
  const details = asText(result["details"]);
  return {
    success: false,
    model,
    error: asText(result["error"]) ?? "The gateway could not reach the model, and did not say why.",
    code: isChatErrorCode(result["code"]) ? result["code"] : "server",
    ...(details ? { details } : {}),
  };
}
