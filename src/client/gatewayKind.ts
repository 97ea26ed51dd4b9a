import { isChatError } from "./errors.js";
import { asFields, asText } from "./looseJSON.js";
import { readProviderStatuses } from "./providerStatus.js";

/** What kind of server stands behind a gateway's address. `openai` is any other that speaks OpenAI's protocol. */
export type GatewayKind = "polylogue" | "litellm" | "openrouter" | "ollama" | "openai";

/** What people call them. */
export const gatewayNames: Readonly<Record<GatewayKind, string>> = {
  polylogue: "Polylogue gateway",
  litellm: "LiteLLM proxy",
  openrouter: "OpenRouter",
  ollama: "Ollama",
  openai: "OpenAI-compatible server",
};

/** Where each kind answers in a way that no other does. */
const probes: readonly (readonly [GatewayKind, string, (answer: unknown) => boolean])[] = [
  ["polylogue", "/providers", (answer) => readProviderStatuses(answer).length > 0],
  ["litellm", "/health/liveliness", (answer) => /alive/i.test(asText(answer) ?? "")],
  ["ollama", "/api/version", (answer) => asText(asFields(answer)["version"]) !== undefined],
];

/**
 * Finds out what kind of server it is, by at most three small requests. Only a server that cannot be reached at all
 * throws; one that refuses a question is not of that kind.
 *
 * @param root The address without `/v1`.
 * @param get Fetches JSON; throws a `ChatError`.
 */
export async function probeGateway(
  root: string,
  get: (url: string) => Promise<unknown>,
): Promise<GatewayKind> {
  if (/^https?:\/\/(?:[\w-]+\.)*openrouter\.ai(?:[/:]|$)/i.test(root)) return "openrouter";
  for (const [kind, path, fits] of probes) {
    try {
      if (fits(await get(root + path))) return kind;
    } catch (error) {
      if (isChatError(error) && (error.code === "network" || error.code === "timeout")) throw error;
    }
  }
  return "openai";
}
