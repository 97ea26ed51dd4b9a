import { createDirectClient } from "../client/directClient.js";
import { createHandler } from "./handler.js";
import type { GatewayHandler, GatewayOptions } from "./options.js";

/**
 * Makes an HTTP handler that speaks OpenAI's Chat Completions to its callers and each provider's own protocol to the
 * provider, so that the keys stay on the server. Any fetch-style host can run it, at any path; `toNodeHandler` makes a
 * Node listener of it.
 *
 * It answers `POST …/v1/chat/completions`, `GET …/v1/models`, `GET …/models` (by provider), `GET …/providers` and
 * `POST …/test-connection`. It keeps nothing between requests, logs nothing, fetches no image, never repeats a request,
 * and passes the provider's status and `Retry-After` on.
 *
 * @throws TypeError for an entry of `origins` that is not one exact origin.
 */
export function createGateway(options: GatewayOptions = {}): GatewayHandler {
  const { keys, providers, fetch, timeouts, env = processEnv(), ...settings } = options;
  const client = createDirectClient({
    keys,
    providers,
    fetch,
    timeouts,
    env,
    maxRetries: 0,
    dangerouslyAllowBrowser: true,
  });
  return createHandler(client, { ...settings, secrets: secretsOf(options, env) });
}

/** Keys given as text; those that come from a function are masked by the client, which asks for them. */
function secretsOf({ keys, providers }: GatewayOptions, env: GatewayOptions["env"] = {}): string[] {
  const inEnv = Object.entries(env).flatMap(([name, value]) =>
    /KEY|TOKEN|SECRET|PASSWORD/i.test(name) ? [value] : [],
  );
  const given = [
    ...Object.values(keys ?? {}),
    ...Object.values(providers ?? {}).map(({ apiKey }) => apiKey),
  ];
  return [...inEnv, ...given].filter(
    // Shorter values are words rather than keys, and masking them would garble every sentence.
    (value): value is string => typeof value === "string" && value.length >= 8,
  );
}

function processEnv(): GatewayOptions["env"] {
  // Named through globalThis, so that hosts without `process` can load this module.
  return (globalThis as { process?: { env?: GatewayOptions["env"] } }).process?.env;
}
