import { parameterRules } from "./limits.js";
import type { Target } from "./protocol.js";
import { keyHeader } from "./protocols/openaiChatBody.js";

/** Where a provider lists its models. */
export interface ModelSource {
  url: string;
  headers: Record<string, string>;
}

type Source = (target: Target) => ModelSource;

const openaiModels: Source = (target) => ({
  url: `${target.baseURL}/models`,
  headers: keyHeader(target.apiKey, parameterRules(target.provider, "")),
});

const sources: Readonly<Record<string, Source>> = {
  "openai-chat": openaiModels,
  "openai-responses": openaiModels,
  "anthropic-messages": ({ baseURL, apiKey }) => ({
    url: `${baseURL}/models?limit=1000`,
    headers: {
      ...(apiKey && { "x-api-key": apiKey }),
      "anthropic-version": "2023-06-01",
      ...("window" in globalThis && { "anthropic-dangerous-direct-browser-access": "true" }),
    },
  }),
  "gemini-generate": ({ baseURL, apiKey }) => ({
    url: `${baseURL}/models?pageSize=1000`,
    headers: apiKey ? { "x-goog-api-key": apiKey } : {},
  }),
  "cohere-chat": ({ baseURL, apiKey }) => ({
    url: `${baseURL.replace(/\/v2$/, "/v1")}/models?endpoint=chat&page_size=1000`,
    headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
  }),
  "ollama-chat": ({ baseURL, apiKey }) => ({
    url: `${baseURL}/api/tags`,
    headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
  }),
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
