import { admit } from "./access.js";
import { errorResponse } from "./errorAnswer.js";
import type { GatewayHandler, GatewayOptions } from "./options.js";
import { answerPreflight, checkOrigins, withCORS } from "./origins.js";
import { createRoutes } from "./routes.js";
import type { ServedClient } from "./routes.js";

/** The settings that do not go into the client. */
export interface HandlerOptions extends Omit<
  GatewayOptions,
  "keys" | "providers" | "fetch" | "timeouts" | "env"
> {
  /** Masked in every error text. Default: none. */
  secrets?: readonly string[] | undefined;
}

/** Makes a handler in front of one client. It keeps nothing between requests and never rejects. */
export function createHandler(client: ServedClient, options: HandlerOptions): GatewayHandler {
  const { authorize, secrets = [] } = options;
  const origins = checkOrigins(options.origins ?? []);
  const answerRoute = createRoutes({
    client,
    models: options.models,
    maxOutputTokens: options.maxOutputTokens,
    maxBodyBytes: options.maxBodyBytes ?? 20_000_000,
    bodyTimeoutMs: options.bodyTimeoutMs ?? 60_000,
    secrets,
  });
  const answer = async (request: Request): Promise<Response> => {
    if (request.method === "OPTIONS") return answerPreflight(request, origins);
    return (await admit(request, authorize, origins)) ?? (await answerRoute(request));
  };
  return async (request) => {
    const response = await answer(request).catch((error: unknown) => errorResponse(error, secrets));
    return withCORS(response, request, origins);
  };
}
