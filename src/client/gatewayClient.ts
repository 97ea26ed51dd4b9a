import { type KeySource, resolveKey } from "./apiKey.js";
import { normalizeBaseURL } from "./baseURL.js";
import type { GatewayKind } from "./gatewayKind.js";
import type { GatewayLists } from "./gatewayLists.js";
import { loadPart } from "./loadPart.js";
import { gatewayParameters } from "./limits/parameters.js";
import type { Target } from "./protocol.js";
import { openaiChatFor } from "./protocols/openaiChatProtocol.js";
import { streamChat } from "./streamChat.js";
import type { TimeoutOptions } from "./timeouts.js";
import type { ChatClient, Fetch } from "./types.js";

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

/**
 * Makes a client for a server that holds the keys: a Polylogue gateway, a LiteLLM proxy, OpenRouter, Ollama, or anything
 * else that speaks OpenAI's Chat Completions. Model names are sent as they are. Nothing is requested until it is used.
 *
 * @see https://docs.litellm.ai/docs/proxy/user_keys
 */
export function createGatewayClient(options: GatewayClientOptions = {}): GatewayClient {
  const baseURL = normalizeBaseURL(options.baseURL ?? "/api/polylogue");
  let loading: Promise<GatewayLists> | undefined;

  async function targetOf(model: string): Promise<Target> {
    const server = {
      provider: "gateway",
      name: /^https?:\/\/([^/]+)/i.exec(baseURL)?.[1] ?? "The gateway",
    };
    const apiKey = await resolveKey(options.apiKey, server);
    return { ...server, model, baseURL, apiKey, headers: options.headers };
  }

  function lists(): Promise<GatewayLists> {
    loading ??= loadPart(() => import("./gatewayLists.js")).then(({ createGatewayLists }) =>
      createGatewayLists(options, baseURL, targetOf),
    );
    // A deploy may have replaced the file meanwhile: the next call tries again.
    loading.catch(() => (loading = undefined));
    return loading;
  }

  return {
    id: `gateway:${baseURL}`,

    async *stream(request, { signal }) {
      const target = await targetOf(request.model);
      const protocol = await openaiChatFor(request, gatewayParameters);
      yield* streamChat(protocol, request, target, { ...options, signal });
    },

    listModels: async (asked) => (await lists()).listModels(asked),
    testConnection: async (asked) => (await lists()).testConnection(asked),
    providers: async (asked) => (await lists()).providers(asked),
  };
}
