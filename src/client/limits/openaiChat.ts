import type { ChatConfig, ReasoningEffort } from "../types.js";
import { everyEffort, type OpenAIModelRules, openAIModelRules } from "./openaiModels.js";
import { applyRows, type RuleRow } from "./rows.js";

/** How one model of the OpenAI-compatible family wants its parameters. */
export interface ParameterRules extends Omit<OpenAIModelRules, "reasoning"> {
  /** What `maxTokens` is called. */
  maxTokens: "max_tokens" | "max_completion_tokens";
  /** Parameters that the model refuses: they are left out. */
  omit: readonly (keyof ChatConfig)[];
  /** What asks for an effort, where it is not `reasoning_effort` with its name. */
  effortFields: Readonly<Partial<Record<ReasoningEffort, object>>>;
  /** The role of the system message; `user` where neither of the others is taken. */
  systemRole: "system" | "developer" | "user";
  /** Whether token counts of a stream have to be asked for with `stream_options`. */
  streamOptions: boolean;
  /** The headers of the key. */
  keyHeaders: readonly string[];
  /** `url`: `image_url` is the address itself, not an object. */
  imageURL: "object" | "url";
  /** Media types taken beside images, as prefixes. */
  files: readonly string[];
  /** Whether it wants to see its own reasoning again beside the calls that came of it. */
  returnsReasoning: boolean;
  /** Whether user and assistant must take turns strictly: then messages of one role in a row are merged. */
  mergeTurns: boolean;
}

const usual: ParameterRules = {
  maxTokens: "max_tokens",
  omit: ["topK"],
  efforts: everyEffort,
  samplingAt: ["default", ...everyEffort],
  effortFields: {},
  systemRole: "system",
  streamOptions: true,
  keyHeaders: ["authorization"],
  imageURL: "object",
  files: [],
  returnsReasoning: false,
  mergeTurns: false,
};

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
 * @see https://openrouter.ai/docs/use-cases/reasoning-tokens
 */
const rows: readonly RuleRow<ParameterRules>[] = [
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
  [/^mistral\//, { streamOptions: false, imageURL: "url", efforts: [] }],
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
  [/^(?:zai|moonshot)\//, { effortFields: efforts(thinkingSwitch) }],
  [
    /^(?:gateway|litellm_proxy|openrouter|together_ai|hosted_vllm|lm_studio|ollama|llamafile|fireworks_ai|deepinfra|novita|huggingface|openai_like|custom_openai)\//,
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
  const base: ParameterRules = { ...usual, ...own, ...(reasoning && reasoningModel) };
  return applyRows(base, rows, `${provider}/${model}?${apiVersion}`);
}
