import {
  createGatewayClient,
  runFunctionModel,
  type ChatClient,
  type GatewayClient,
  type ProviderStatus,
} from "../src/index.js";
import { documents } from "./guide/documents.js";
import { createGuideModel } from "./guide/guideModel.js";

/** The id of the built-in guide among the models of the demo. */
export const guideId = "polylogue/guide";

/** The gateway that `npm start` serves beside the page. */
export const gateway: GatewayClient = createGatewayClient({ kind: "polylogue" });

const guide = createGuideModel({ documents });

const guideStatus: ProviderStatus = {
  id: "polylogue",
  name: "Polylogue",
  status: "ready",
  keyVariables: [],
  canSetKey: false,
};

/** The guide, which needs no key and no network, and beside it whatever the gateway lists. */
export const demoClient: ChatClient = {
  id: "demo",
  stream(request, options) {
    if (request.model !== guideId) return gateway.stream(request, options);
    return runFunctionModel(guide, [...request.messages], {
      config: request.config ?? {},
      ...options,
    });
  },
  async listModels(options) {
    const guideInfo = { id: guideId, name: "Guide", provider: "polylogue", vision: true };
    // Where the page is served without its gateway the guide still answers.
    const listed = await gateway.listModels(options).catch(() => []);
    return [guideInfo, ...listed];
  },
  async providers(options) {
    return [guideStatus, ...(await gateway.providers(options).catch(() => []))];
  },
  testConnection: (options) =>
    options.model === guideId
      ? Promise.resolve({ success: true, model: guideId, durationMs: 0 })
      : gateway.testConnection(options),
};
