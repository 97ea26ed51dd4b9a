import type { CatalogRequest } from "./directCatalog.js";
import { ChatError } from "./errors.js";
import { createKeyring } from "./keyring.js";
import { loadPart } from "./loadPart.js";
import type { Protocol, Target } from "./protocol.js";
import { type AccessOptions, createProviderAccess } from "./providerAccess.js";
import { openaiChatFor } from "./protocols/openaiChatProtocol.js";
import { streamChat } from "./streamChat.js";
import type { TimeoutOptions } from "./timeouts.js";
import type { ChatClient, ChatRequest, Fetch } from "./types.js";

/**
 * How to reach providers without a gateway. `keys` holds keys by provider id, `providers` adds providers and changes those
 * of the table, `headers` go to every provider; `env` is where keys and base URLs may also come from on a server (pass
 * `process.env`; it is never read by itself).
 */
export interface DirectClientOptions extends AccessOptions {
  /**
   * Lets a web page use `keys`, which everyone who opens the page can then read. Default false. Keys that a person types
   * in, through `setKey`, are their own and need no permission.
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /** Default: `globalThis.fetch`, read when it is called. */
  fetch?: Fetch | undefined;
  /** Most repetitions of a refused request. Default 2; 0 switches them off. */
  maxRetries?: number | undefined;
  timeouts?: TimeoutOptions | undefined;
}

/** A client that calls providers itself. */
export type DirectClient = Required<Omit<ChatClient, "resume">>;

/**
 * Makes a client that calls each provider itself, with the keys a person typed in, the keys given here, or those found in
 * `env`. A key goes to its own provider's address and nowhere else, and stays in memory unless `setKey` was told to keep
 * it for the tab. A provider without a key throws `missing_key` when it is asked.
 *
 * @throws ChatError `permission` in a web page that passes keys without `dangerouslyAllowBrowser`.
 */
export function createDirectClient(options: DirectClientOptions = {}): DirectClient {
  if (!options.dangerouslyAllowBrowser) refuseKeysInBrowser(options);
  const keyring = createKeyring();
  const access = createProviderAccess(options, keyring);
  const listeners = new Set<() => void>();

  async function route(request: ChatRequest): Promise<{ protocol: Protocol; target: Target }> {
    const { connect } = await loadPart(() => import("./connect.js"));
    const { protocol, target, rules } = await connect(request.model, access);
    return { protocol: protocol ?? (await openaiChatFor(request, rules)), target };
  }

  const catalog = (signal: AbortSignal | undefined, provider?: string): CatalogRequest => ({
    providers: access.list().filter(({ id }) => provider === undefined || id === provider),
    access,
    fetch: options.fetch,
    signal,
  });

  return {
    id: "direct",
    listsByProvider: true,
    async *stream(request, { signal }) {
      const { protocol, target } = await route(request);
      yield* streamChat(protocol, request, target, { ...options, signal });
    },
    listModels: async ({ signal, provider } = {}) =>
      (await loadPart(() => import("./directCatalog.js"))).listModels(catalog(signal, provider)),
    async testConnection({ model, signal = new AbortController().signal }) {
      const { testRequest, testResult, testStream } = await loadPart(
        () => import("./testConnection.js"),
      );
      return testResult(model, async () => {
        const request = testRequest(model);
        const { protocol, target } = await route(request);
        const once = { ...options, signal, maxRetries: 0 };
        return testStream(model, streamChat(protocol, request, target, once));
      });
    },
    providers: async ({ signal } = {}) =>
      (await loadPart(() => import("./directCatalog.js"))).listProviders(catalog(signal)),
    setKey(provider, key, { keep }) {
      keyring.set(provider, key, { keep });
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function refuseKeysInBrowser({ keys = {}, providers = {}, env }: AccessOptions): void {
  const isPage = "window" in globalThis && "document" in globalThis;
  const hasKeys =
    Object.values(keys).some(Boolean) || Object.values(providers).some(({ apiKey }) => apiKey);
  if (!isPage || !(hasKeys || env)) return;
  throw new ChatError(
    "permission",
    "Everyone who opens this page could read these API keys. Keep them on a server and use createGatewayClient, let each person enter their own key, or pass dangerouslyAllowBrowser: true.",
  );
}
