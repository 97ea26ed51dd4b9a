import type { ReasoningEffort } from "../types.js";
import { applyRows, type RuleRow } from "./rows.js";

/** What OpenAI's own models take, whichever protocol they are spoken to in. */
export interface OpenAIModelRules {
  /** Whether it reasons, or may: then it is instructed as by a developer, and thinks within its token limit. */
  reasoning: boolean;
  /** The steps of `reasoningEffort` it knows; another one is left out. */
  efforts: readonly ReasoningEffort[];
  /** At which efforts it takes sampling parameters (`temperature`, `topP`, `topK` and the penalties); `default` stands for none asked for. */
  samplingAt: readonly (ReasoningEffort | "default")[];
}

/** Every step. */
export const everyEffort = ["none", "minimal", "low", "medium", "high", "xhigh"] as const;

/** For a model that is not known, such as an Azure deployment with a name of its own. */
const usual: OpenAIModelRules = {
  reasoning: false,
  efforts: everyEffort,
  samplingAt: ["default", ...everyEffort],
};

const toXhigh = ["low", "medium", "high", "xhigh"] as const;

/** @see https://platform.openai.com/docs/guides/reasoning @see https://platform.openai.com/docs/guides/latest-model */
const rows: readonly RuleRow<OpenAIModelRules>[] = [
  [/^(?:gpt-[34]|chatgpt)/, { efforts: [] }],
  [
    /^(?:o\d|codex-|gpt-(?:[5-9]|(?!35)\d\d))/,
    { reasoning: true, efforts: ["low", "medium", "high"], samplingAt: [] },
  ],
  [/^gpt-5(?!\.)/, { efforts: ["minimal", "low", "medium", "high"] }],
  [/^gpt-5-codex/, { efforts: ["low", "medium", "high"] }],
  [/^gpt-5-pro/, { efforts: ["high"] }],
  [/^gpt-5-chat/, { reasoning: false, efforts: [], samplingAt: usual.samplingAt }],
  [/^gpt-5\.1/, { efforts: ["none", "low", "medium", "high"] }],
  [/^gpt-5\.[2-9]/, { efforts: ["none", ...toXhigh] }],
  [/^gpt-(?:[6-9]|(?!35)\d\d)/, { efforts: toXhigh }],
  [/^gpt-5\.[1-4]/, { samplingAt: ["default", "none"] }],
  [/^gpt-5\.[5-9]/, { samplingAt: ["none"] }],
  [/^gpt-5\.\d-codex/, { efforts: ["low", "medium", "high"], samplingAt: [] }],
  [/^gpt-5\.(?:1-codex-max|[2-9]-codex)/, { efforts: toXhigh }],
  [/^gpt-5\.\d-pro/, { efforts: ["medium", "high", "xhigh"], samplingAt: [] }],
  [/^gpt-5\.\d-chat/, { efforts: ["medium"], samplingAt: [] }],
  [/-search-preview/, { efforts: [], samplingAt: [] }],
];

/** The rules for one model, fine-tuned or not. */
export function openAIModelRules(model: string): OpenAIModelRules {
  return applyRows(usual, rows, model.replace(/^ft:/, ""));
}
