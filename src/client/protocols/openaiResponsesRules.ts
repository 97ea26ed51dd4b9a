import type { ReasoningEffort } from "../types.js";

/** How one model wants its Responses request. */
export interface ResponsesRules {
  /** Whether its reasoning has to be asked for in encrypted form, so that it can be sent back. Others refuse to be asked. */
  encryptedReasoning: boolean;
  /** Whether it tells what it thought, if asked. */
  summary: boolean;
  /** The steps of `reasoningEffort` it knows; another one is left out. */
  efforts: readonly ReasoningEffort[];
  /** At which efforts it takes `temperature` and `topP`; `default` stands for none asked for. */
  samplingAt: readonly (ReasoningEffort | "default")[];
  /** Media types taken beside images, as prefixes. */
  files: readonly string[];
}

const every = ["none", "minimal", "low", "medium", "high", "xhigh"] as const;

const usual: ResponsesRules = {
  encryptedReasoning: false,
  summary: false,
  efforts: every,
  samplingAt: ["default", ...every],
  files: ["application/pdf"],
};

const reasoning: Partial<ResponsesRules> = {
  encryptedReasoning: true,
  efforts: ["low", "medium", "high"],
  samplingAt: [],
};

const openAI = /^(?:openai|azure)$/;
const openAIModels = /^(?:openai|azure|openrouter|bedrock_mantle)$/;

/**
 * Which models depart from the usual, and in what: provider ids, model names (without `openai/` before them), rules. Of
 * several rows that fit, the later one wins rule by rule.
 *
 * @see https://platform.openai.com/docs/guides/reasoning
 */
const table: readonly (readonly [RegExp, RegExp, Partial<ResponsesRules>])[] = [
  [openAI, /./, { files: ["application/pdf", "application/json", "text/"] }],
  [/^xai$/, /./, { encryptedReasoning: true }],
  [openAIModels, /^(?:gpt-[34]|chatgpt|gpt-5-chat)/, { efforts: [] }],
  [openAIModels, /^(?:o\d|codex-|gpt-(?:[5-9]|\d\d)(?!-chat))/, reasoning],
  [openAI, /^(?:o3(?!-mini)|o[4-9]|codex-|gpt-(?:[5-9]|\d\d)(?!-chat))/, { summary: true }],
  [openAIModels, /^gpt-5(?!\.|-chat)/, { efforts: ["minimal", "low", "medium", "high"] }],
  [openAIModels, /^gpt-5-codex/, { efforts: ["low", "medium", "high"] }],
  [openAIModels, /^gpt-5-pro/, { efforts: ["high"] }],
  [openAIModels, /^gpt-5\.1/, { efforts: ["none", "low", "medium", "high"] }],
  [
    openAIModels,
    /^gpt-(?:5\.[2-9]|[6-9]|\d\d)/,
    { efforts: ["none", "low", "medium", "high", "xhigh"] },
  ],
  [openAIModels, /^gpt-5\.[1-4]/, { samplingAt: ["default", "none"] }],
  [openAIModels, /^gpt-5\.[5-9]/, { samplingAt: ["none"] }],
  [openAIModels, /^gpt-5\.\d-codex/, { efforts: ["low", "medium", "high"], samplingAt: [] }],
  [
    openAIModels,
    /^gpt-5\.(?:1-codex-max|[2-9]-codex)/,
    { efforts: ["low", "medium", "high", "xhigh"] },
  ],
  [openAIModels, /^gpt-5\.\d-pro/, { efforts: ["medium", "high", "xhigh"], samplingAt: [] }],
  [openAIModels, /^gpt-5\.\d-chat/, { efforts: ["medium"], samplingAt: [] }],
];

/** The rules for one model. */
export function responsesRules(provider: string, model: string): ResponsesRules {
  const name = model.replace(/^openai[./]/, "");
  const changes = table
    .filter(([providers, models]) => providers.test(provider) && models.test(name))
    .map(([, , change]) => change);
  return Object.assign({}, usual, ...changes) as ResponsesRules;
}
