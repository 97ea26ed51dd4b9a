import { gatewayParameters, type ParameterRules, usualParameters } from "./parameterRules.js";

const sampling = ["temperature", "topP", "topK", "frequencyPenalty", "presencePenalty"] as const;

const reasoning: Partial<ParameterRules> = {
  maxTokens: "max_completion_tokens",
  omit: sampling,
  systemRole: "developer",
};

const openAIFiles = ["application/pdf", "audio/wav", "audio/x-wav", "audio/mpeg", "audio/mp3"];

/**
 * Which models depart from the usual, and in what: provider ids, model names, rules. Of several rows that fit, the later
 * one wins rule by rule.
 */
const parameterTable: readonly (readonly [RegExp, RegExp, Partial<ParameterRules>])[] = [
  [/^gateway$/, /./, gatewayParameters],
  [/^openai$/, /./, { maxTokens: "max_completion_tokens" }],
  [/^(?:openai|azure|openrouter|gateway|litellm_proxy)$/, /./, { files: openAIFiles }],
  [/^azure$/, /./, { keyHeader: "api-key" }],
  [/^(?:openai|azure)$/, /^(?:o\d|gpt-(?:[5-9]|\d\d)(?!.*-chat))/, reasoning],
  [/^(?:openai|azure)$/, /^o1-(?:preview|mini)/, { systemRole: "user" }],
  [/^(?:openai|azure)$/, /-search-preview/, { omit: sampling }],
  [
    /^xai$/,
    /./,
    { maxTokens: "max_completion_tokens", omit: ["topK", "frequencyPenalty", "presencePenalty"] },
  ],
  [/^deepseek$/, /reasoner/, { omit: sampling }],
  [/^mistral$/, /./, { streamOptions: false, imageURL: "url", files: [] }],
  [/^perplexity$/, /./, { mergeTurns: true }],
  [
    /^(?:litellm_proxy|openrouter|together_ai|hosted_vllm|lm_studio|ollama|llamafile|fireworks_ai|deepinfra|novita|huggingface|openai_like|custom_openai)$/,
    /./,
    { omit: [] },
  ],
];

/** The rules for one model. `apiVersion` is Azure's. */
export function parameterRules(
  provider: string,
  model: string,
  apiVersion?: string,
): ParameterRules {
  const changes = parameterTable
    .filter(([providers, models]) => providers.test(provider) && models.test(model))
    .map(([, , change]) => change);
  const rules: ParameterRules = Object.assign({}, usualParameters, ...changes);
  // Azure learnt `stream_options` with this version and refuses requests that use it before.
  if (apiVersion && apiVersion < "2024-09") return { ...rules, streamOptions: false };
  return rules;
}
