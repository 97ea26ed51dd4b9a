import { readAzureURL } from "./azure.js";
import { ChatError } from "./errors.js";
import { findProvider } from "./providers.js";

/** Names to complete while typing; any other string is a model name too. */
export type ModelName =
  | "openai/gpt-5"
  | "openai/gpt-5-mini"
  | "openai/gpt-4o"
  | "openai/gpt-4o-mini"
  | "anthropic/claude-opus-5"
  | "anthropic/claude-sonnet-5"
  | "anthropic/claude-haiku-4-5"
  | "gemini/gemini-2.5-pro"
  | "gemini/gemini-2.5-flash"
  | "groq/llama-3.3-70b-versatile"
  | "mistral/mistral-large-latest"
  | "deepseek/deepseek-chat"
  | "xai/grok-4"
  | "openrouter/anthropic/claude-sonnet-5"
  | "ollama/llama3"
  // Keeps the list above visible in an editor, where a plain `string` would swallow it.
  | (string & {});

/** A model name taken apart. */
export interface ParsedModelName {
  /** A row of the provider table. */
  provider: string;
  /** The name as that provider wants it. */
  model: string;
  /** Only where the name asks for another protocol than the provider's usual one, as `openai/responses/gpt-5` does. */
  protocol?: string | undefined;
  /** Only for a model named by its Azure URL. */
  baseURL?: string | undefined;
  /** Only for an Azure URL that names a version. */
  apiVersion?: string | undefined;
}

/** Which provider serves a name that does not say it. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^(?:gpt-|chatgpt-|o\d(?:-|$)|ft:gpt-)/, "openai"],
  [/^claude-/, "anthropic"],
  [/^gemini-/, "gemini"],
];

/**
 * Takes a LiteLLM-style model name apart. It is split at its first `/` only when what stands before it is a known
 * provider, so the rest may hold more slashes (`openrouter/anthropic/claude-sonnet-5`). A bare name of a famous family
 * finds its provider (`gpt-4o`), and an Azure deployment URL is recognised as one.
 *
 * @param isProvider Which prefixes count. Default: those of the provider table.
 * @throws ChatError `bad_request` for a name that is empty or belongs to nobody.
 * @see https://docs.litellm.ai/docs/providers
 */
export function parseModelName(
  name: string,
  isProvider: (prefix: string) => boolean = (prefix) => findProvider(prefix) !== undefined,
): ParsedModelName {
  const trimmed = name.trim();
  if (/^https?:\/\//i.test(trimmed)) return parseModelURL(trimmed);
  const parsed = splitModelName(trimmed, isProvider);
  if (parsed) return parsed;
  const prefix = trimmed.slice(0, Math.max(trimmed.indexOf("/"), 0));
  throw new ChatError(
    "bad_request",
    isProvider(prefix)
      ? `"${name}" names a provider but no model. Write it as "${prefix}/<model>".`
      : trimmed
        ? `"${name}" does not say which provider serves it. Write it as "provider/model", such as "openai/gpt-4o" or "ollama/llama3".`
        : `No model is chosen. Name one as "provider/model", such as "openai/gpt-4o".`,
  );
}

/** `undefined` for a name that belongs to nobody. */
function splitModelName(
  name: string,
  isProvider: (prefix: string) => boolean,
): ParsedModelName | undefined {
  const [, prefix = "", rest = ""] = /^([^/]+)\/(.*)$/s.exec(name) ?? [];
  if (prefix && isProvider(prefix)) {
    const provider = findProvider(prefix)?.id ?? prefix;
    const responses = /^responses\/(.+)/.exec(rest)?.[1];
    if (responses) return { provider, model: responses, protocol: "openai-responses" };
    return rest ? { provider, model: rest } : undefined;
  }
  const family = families.find(([pattern]) => pattern.test(name));
  return family && { provider: family[1], model: name };
}

function parseModelURL(url: string): ParsedModelName {
  const azure = readAzureURL(url);
  if (azure?.deployment) {
    return {
      provider: "azure",
      model: azure.deployment,
      baseURL: azure.baseURL,
      apiVersion: azure.apiVersion,
    };
  }
  throw new ChatError(
    "bad_request",
    azure
      ? `The Azure address does not say which deployment to use. Write the model as "azure/<deployment>" and give the address as the base URL of "azure".`
      : `A web address is not a model name. Write the model as "provider/model" and give the address as the base URL of that provider.`,
  );
}
