import {
  createDirectClient,
  createGatewayClient,
  parseModelName,
  runFunctionModel,
  type ChatClient,
  type DirectClient,
  type GatewayClient,
  type ProviderStatus,
} from "../src/index.js";

/** The id of the built-in guide among the models of the demo. */
export const guideId = "polylogue/guide";

/** The gateway that `npm start` serves beside the page. */
export const gateway: GatewayClient = createGatewayClient({ kind: "polylogue" });

/** For the keys a person types into the picker: they stay in this page. */
const direct = createDirectClient();

const guideStatus: ProviderStatus = {
  id: "polylogue",
  name: "Polylogue",
  status: "ready",
  keyVariables: [],
  canSetKey: false,
};
const guideInfo = { id: guideId, name: "Guide", provider: "polylogue", vision: true };

let served: Promise<ProviderStatus[]> | undefined;

/** What the gateway has keys for. A page served without its gateway has none, and its guide still answers. */
async function askGateway(): Promise<ProviderStatus[]> {
  const statuses = await gateway.providers().catch(() => []);
  return statuses.filter(({ status }) => status !== "missing_key");
}

async function clientOf(provider: string): Promise<GatewayClient | DirectClient> {
  served ??= askGateway();
  return (await served).some(({ id }) => id === provider) ? gateway : direct;
}

/** The guide, what the gateway holds keys for, and every other provider with a key of the person's own. */
export const demoClient: ChatClient = {
  id: "demo",
  listsByProvider: true,
  async *stream(request, options) {
    if (request.model === guideId) {
      const context = { config: request.config ?? {}, ...options };
      // With its first question: the documentation it answers from is a quarter of what the page weighs.
      const { builtInGuide } = await import("./guide/builtInGuide.js");
      yield* runFunctionModel(builtInGuide, [...request.messages], context);
      return;
    }
    const { provider } = parseModelName(request.model);
    yield* (await clientOf(provider)).stream(request, options);
  },
  async listModels({ provider = guideStatus.id, signal } = {}) {
    if (provider === guideStatus.id) return [guideInfo];
    return (await clientOf(provider)).listModels({ provider, signal });
  },
  async providers({ signal } = {}) {
    served = askGateway();
    const [ready, others] = await Promise.all([served, direct.providers({ signal })]);
    const ids = new Set(ready.map(({ id }) => id));
    return [guideStatus, ...ready, ...others.filter(({ id }) => !ids.has(id))];
  },
  async testConnection({ model, signal }) {
    if (model === guideId) return { success: true, model, durationMs: 0 };
    const { provider } = parseModelName(model);
    return (await clientOf(provider)).testConnection({ model, signal });
  },
  setKey: direct.setKey,
  subscribe: direct.subscribe,
};
