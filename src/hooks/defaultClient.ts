import { createGatewayClient } from "../client/gatewayClient.js";
import type { ChatClient } from "../client/types.js";

let client: ChatClient | undefined;

/** The client of a chat that names none: the gateway at `/api/polylogue`. One for the page, made on first need. */
export function defaultClient(): ChatClient {
  client ??= createGatewayClient();
  return client;
}
