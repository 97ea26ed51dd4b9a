export { createGateway } from "./createGateway.js";
export type { GatewayHandler, GatewayOptions } from "./options.js";
export { toNodeHandler } from "./nodeHandler.js";
export type { NodeRequest, NodeResponse } from "./nodeHandler.js";
