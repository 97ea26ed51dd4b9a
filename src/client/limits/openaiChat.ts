import type { Target } from "../protocol.js";
import type { ReasoningEffort } from "../types.js";
import { openAIModelRules } from "./openaiModels.js";
import {
  everyEffort,
  gatewayParameters,
  type ParameterRules,
  usualParameters,
} from "./parameters.js";
import { applyRows, familyOf, type RuleRow } from "./rows.js";

const reasoningModel = { maxTokens: "max_completion_tokens", systemRole: "developer" } as const;

const openAIFiles = ["application/pdf", "audio/wav", "audio/x-wav", "audio/mpeg", "audio/mp3"];

const namedEffort = (reasoning_effort: string): object => ({ reasoning_effort });

/** Asks for each effort in its own way. */
function efforts(write: (effort: ReasoningEffort) => object): ParameterRules["effortFields"] {
  return Object.fromEntries(everyEffort.map((effort) => [effort, write(effort)]));
}

/** The same three steps under all names. */
const threeSteps: Partial<ParameterRules> = {
  efforts: ["minimal", "low", "medium", "high", "xhigh"],
  effortFields: { minimal: namedEffort("low"), xhigh: namedEffort("high") },
};

const thinkingSwitch = (effort: ReasoningEffort): object => ({
  thinking: { type: effort === "none" ? "disabled" : "enabled" },
});

/**
 * Which models depart from the usual, named with their provider before them and Azure's API version behind. How OpenAI's
 * own models reason stands in `openaiModels.ts`.
 *
 * @see https://console.groq.com/docs/reasoning @see https://docs.x.ai/docs/guides/reasoning
 * @see https://docs.mistral.ai/capabilities/reasoning @see https://api-docs.deepseek.com/guides/thinking_mode
 * @see https://docs.z.ai/guides/capabilities/thinking-mode @see https://platform.moonshot.ai/docs/guide/use-kimi-k2-thinking-model
 * @see https://openrouter.ai/docs/use-cases/reasoning-tokens @see https://docs.mistral.ai/capabilities/OCR/document_qna
 */
const rows: readonly RuleRow<ParameterRules>[] = [
  [/^gateway\//, gatewayParameters],
  [/^openai\//, { maxTokens: "max_completion_tokens" }],
  [/^(?:openai|azure|openrouter|gateway|litellm_proxy)\//, { files: openAIFiles }],
  [/^azure\//, { keyHeaders: ["api-key"] }],
  // Azure learnt `stream_options` with version 2024-09-01-preview and refuses requests that use it before.
  [/^azure\/.*\?20(?:2[0-3]|24-0[1-8])/, { streamOptions: false }],
  [/^sarvam\//, { keyHeaders: ["authorization", "api-subscription-key"] }],
  [/^groq\//, { efforts: [] }],
  [/^(?:groq|cerebras|together_ai)\/.*gpt-oss/, threeSteps],
  [
    /^groq\/.*qwen3/,
    {
      efforts: everyEffort,
      effortFields: efforts((effort) => namedEffort(effort === "none" ? "none" : "default")),
    },
  ],
  [
    /^xai\//,
    {
      maxTokens: "max_completion_tokens",
      omit: ["topK", "frequencyPenalty", "presencePenalty"],
      efforts: [],
    },
  ],
  [
    /^xai\/grok-3-mini/,
    {
      ...threeSteps,
      effortFields: { ...threeSteps.effortFields, medium: namedEffort("high") },
    },
  ],
  [/^xai\/grok-(?:4\.[3-9]|[5-9]|latest)/, { ...threeSteps, efforts: everyEffort }],
  [/^deepseek\//, { effortFields: efforts(deepSeekEffort), returnsReasoning: true }],
  [/^deepseek\/.*reasoner/, { samplingAt: [] }],
  [
    /^mistral\//,
    {
      streamOptions: false,
      imageURL: "url",
      efforts: [],
      files: ["application/pdf"],
      documents: "document_url",
    },
  ],
  [
    /^mistral\/mistral-(?:small-(?:latest|2603)|medium-(?:latest|3))/,
    {
      efforts: everyEffort,
      effortFields: efforts((effort) => namedEffort(effort === "none" ? "none" : "high")),
    },
  ],
  [/^perplexity\//, { mergeTurns: true, efforts: [] }],
  [/^perplexity\/sonar-(?:deep-research|reasoning)/, threeSteps],
  [/^ollama\//, { ...threeSteps, efforts: everyEffort }],
  [/^openrouter\//, { effortFields: efforts((effort) => ({ reasoning: { effort } })) }],
  [/^dashscope\//, { effortFields: efforts((effort) => ({ enable_thinking: effort !== "none" })) }],
  [/^(?:zai|moonshot)\//, { effortFields: efforts(thinkingSwitch), returnsReasoning: true }],
  [
    /^(?:litellm_proxy|openrouter|together_ai|hosted_vllm|lm_studio|ollama|llamafile|fireworks_ai|deepinfra|novita|huggingface|openai_like|custom_openai)\//,
    { omit: [] },
  ],
  [/^(?:openai|azure)\/o1-(?:preview|mini)/, { systemRole: "user" }],
];

function deepSeekEffort(effort: ReasoningEffort): object {
  return { ...thinkingSwitch(effort), ...(effort !== "none" && namedEffort(effort)) };
}

/** The rules for one model. `apiVersion` is Azure's. */
export function parameterRules(
  provider: string,
  model: string,
  apiVersion?: string,
): ParameterRules {
  const { reasoning, ...own } = openAIModelRules(/^(?:openai|azure)$/.test(provider) ? model : "");
  const base: ParameterRules = { ...usualParameters, ...own, ...(reasoning && reasoningModel) };
  return applyRows(base, rows, `${provider}/${model}?${apiVersion}`);
}

/** The rules for what a request goes to. */
export function rulesOf(target: Target): ParameterRules {
  return parameterRules(target.provider, familyOf(target), target.apiVersion);
}
