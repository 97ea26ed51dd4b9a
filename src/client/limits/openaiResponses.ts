import { everyEffort, type OpenAIModelRules, openAIModelRules } from "./openaiModels.js";
import { applyRows, type RuleRow } from "./rows.js";

/** How one model wants its Responses request. */
export interface ResponsesRules extends Omit<OpenAIModelRules, "reasoning"> {
  /** Whether its reasoning has to be asked for in encrypted form, so that it can be sent back. Others refuse to be asked. */
  encryptedReasoning: boolean;
  /** Whether it tells what it thought, if asked. */
  summary: boolean;
  /** Media types taken beside images, as prefixes. */
  files: readonly string[];
}

const usual: ResponsesRules = {
  encryptedReasoning: false,
  summary: false,
  efforts: everyEffort,
  samplingAt: ["default", ...everyEffort],
  files: ["application/pdf"],
};

/**
 * Which models depart from the usual, named with their provider before them (and without another `openai/`).
 *
 * @see https://platform.openai.com/docs/guides/reasoning
 */
const rows: readonly RuleRow<ResponsesRules>[] = [
  [/^(?:openai|azure)\//, { files: ["application/pdf", "application/json", "text/"] }],
  [/^xai\//, { encryptedReasoning: true }],
  [
    /^(?:openai|azure)\/(?:o3(?!-mini)|o[4-9]|codex-|gpt-(?:[5-9]|(?!35)\d\d)(?!-chat))/,
    { summary: true },
  ],
];

const servesOpenAI = /^(?:openai|azure|openrouter|bedrock_mantle)$/;

/** The rules for one model. */
export function responsesRules(provider: string, model: string): ResponsesRules {
  const name = model.replace(/^openai[./]/, "");
  const rules = applyRows(usual, rows, `${provider}/${name}`);
  if (!servesOpenAI.test(provider)) return rules;
  const { reasoning, ...own } = openAIModelRules(name);
  return { ...rules, ...own, ...(reasoning && { encryptedReasoning: true }) };
}
