import { keyHeader } from "./checkKey.js";
import { parameterRules } from "./limits.js";
import { asFields, asText } from "./looseJSON.js";
import type { Target } from "./protocol.js";

/** Where a provider lists its models. */
export interface ModelSource {
  /** Where it says most, and where else it lists them if it does not know that address. */
  urls: readonly string[];
  headers: Record<string, string>;
  /** The address of the page after this one, if there is one. */
  nextPage?: (answer: unknown, url: string) => string | undefined;
}

type Source = (target: Target) => ModelSource;

/** Lists that say more than OpenAI's would. */
const richerLists: Readonly<Record<string, (baseURL: string) => string>> = {
  xai: (baseURL) => `${baseURL}/language-models`,
  lm_studio: (baseURL) => `${baseURL.replace(/\/v1$/, "")}/api/v0/models`,
};

const openaiModels: Source = (target) => {
  const { baseURL, provider } = target;
  const richer = Object.hasOwn(richerLists, provider) ? richerLists[provider] : undefined;
  return {
    urls: [...(richer ? [richer(baseURL)] : []), `${baseURL}/models`],
    headers: keyHeader(target, ...parameterRules(provider, "").keyHeaders),
  };
};

const sources: Readonly<Record<string, Source>> = {
  "openai-chat": openaiModels,
  "openai-responses": openaiModels,
  "anthropic-messages": (target) => ({
    urls: [`${target.baseURL}/models?limit=1000`],
    headers: {
      ...keyHeader(target, "x-api-key"),
      "anthropic-version": "2023-06-01",
      ...(("document" in globalThis || "WorkerGlobalScope" in globalThis) && {
        "anthropic-dangerous-direct-browser-access": "true",
      }),
    },
    nextPage: (answer, url) => {
      const { has_more: more, last_id: last } = asFields(answer);
      return more === true ? withParameter(url, "after_id", last) : undefined;
    },
  }),
  "gemini-generate": (target) => ({
    urls: [`${target.baseURL}/models?pageSize=1000`],
    headers: keyHeader(target, "x-goog-api-key"),
    nextPage: (answer, url) => withParameter(url, "pageToken", asFields(answer)["nextPageToken"]),
  }),
  "cohere-chat": (target) => ({
    urls: [`${target.baseURL.replace(/\/v2$/, "/v1")}/models?endpoint=chat&page_size=1000`],
    headers: keyHeader(target),
    nextPage: (answer, url) =>
      withParameter(url, "page_token", asFields(answer)["next_page_token"]),
  }),
};

/**
 * Where the models of a target are listed; `undefined` for a protocol whose list is not one request away (Bedrock, Ollama).
 *
 * @see https://platform.claude.com/docs/en/api/models/list
 * @see https://ai.google.dev/api/models#method:-models.list
 */
export function modelSource(protocol: string, target: Target): ModelSource | undefined {
  return Object.hasOwn(sources, protocol) ? sources[protocol]!(target) : undefined;
}

function withParameter(url: string, name: string, value: unknown): string | undefined {
  const text = asText(value);
  if (!text) return undefined;
  const next = new URL(url);
  next.searchParams.set(name, text);
  return next.href;
}
