import { keyHeader } from "./apiKey.js";
import { parameterRules } from "./limits.js";
import type { Target } from "./protocol.js";

/** Where a provider lists its models. */
export interface ModelSource {
  url: string;
  headers: Record<string, string>;
}

type Source = (target: Target) => ModelSource;

const openaiModels: Source = (target) => ({
  url: `${target.baseURL}/models`,
  headers: keyHeader(target, ...parameterRules(target.provider, "").keyHeaders),
});

const sources: Readonly<Record<string, Source>> = {
  "openai-chat": openaiModels,
  "openai-responses": openaiModels,
  "anthropic-messages": (target) => ({
    url: `${target.baseURL}/models?limit=1000`,
    headers: {
      ...keyHeader(target, "x-api-key"),
      "anthropic-version": "2023-06-01",
      ...("window" in globalThis && { "anthropic-dangerous-direct-browser-access": "true" }),
    },
  }),
  "gemini-generate": (target) => ({
    url: `${target.baseURL}/models?pageSize=1000`,
    headers: keyHeader(target, "x-goog-api-key"),
  }),
  "cohere-chat": (target) => ({
    url: `${target.baseURL.replace(/\/v2$/, "/v1")}/models?endpoint=chat&page_size=1000`,
    headers: keyHeader(target),
  }),
  "ollama-chat": (target) => ({ url: `${target.baseURL}/api/tags`, headers: keyHeader(target) }),
};

/**
 * Where the models of a target are listed; `undefined` for a protocol without a list that its key may read (Bedrock keeps
 * its list on another host that wants a signature).
 *
 * @see https://platform.claude.com/docs/en/api/models/list
 * @see https://ai.google.dev/api/models#method:-models.list
 */
export function modelSource(protocol: string, target: Target): ModelSource | undefined {
  return Object.hasOwn(sources, protocol) ? sources[protocol]!(target) : undefined;
}
