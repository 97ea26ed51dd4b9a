import { createGatewayClient, runFunctionModel, type ChatClient } from "../src/index.js";
import { documents } from "./guide/documents.js";
import { createGuideModel } from "./guide/guideModel.js";

/** The id of the built-in guide among the models of the demo. */
export const guideId = "polylogue/guide";

/** The gateway that `npm start` serves beside the page. */
export const gateway: ChatClient = createGatewayClient({ kind: "polylogue" });

const guide = createGuideModel({ documents });

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
    const listed = (await gateway.listModels?.(options).catch(() => [])) ?? [];
    return [guideInfo, ...listed];
  },
};
