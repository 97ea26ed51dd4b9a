import type { ChatConfig, ReasoningEffort } from "../types.js";
import { applyRows, type RuleRow } from "./rows.js";

/** The name of a number in a Cohere request, and where Cohere refuses it: smallest and largest value. */
export type CohereParameter = readonly [name: string, min?: number, max?: number];

/**
 * What the settings are called. Other providers take wider ranges: what lies outside is moved to the nearest end.
 *
 * @see https://docs.cohere.com/reference/chat
 */
export const cohereParameters: Readonly<
  Record<Exclude<keyof ChatConfig, "reasoningEffort">, CohereParameter>
> = {
  maxTokens: ["max_tokens"],
  temperature: ["temperature"],
  topP: ["p", 0.01, 0.99],
  topK: ["k", 0, 500],
  frequencyPenalty: ["frequency_penalty", 0, 1],
  presencePenalty: ["presence_penalty", 0, 1],
};

/** The `thinking` field of a request. */
export type CohereThinking = { type: "disabled" } | { type: "enabled"; token_budget?: number };

/** How much a model may think, by effort. Without a budget it thinks as long as it finds useful. */
export const cohereThinking: Readonly<Record<ReasoningEffort, CohereThinking>> = {
  none: { type: "disabled" },
  minimal: { type: "enabled", token_budget: 1024 },
  low: { type: "enabled", token_budget: 2048 },
  medium: { type: "enabled", token_budget: 8192 },
  high: { type: "enabled", token_budget: 16_384 },
  xhigh: { type: "enabled" },
};

/** What one model takes. */
export interface CohereRules {
  /** Whether it thinks: then `reasoningEffort` says how much. */
  thinking: boolean;
  /** Whether it heeds `tool_choice`. */
  toolChoice: boolean;
}

const usual: CohereRules = { thinking: false, toolChoice: true };

/**
 * Which models depart from the usual.
 *
 * @see https://docs.cohere.com/docs/models
 */
const rows: readonly RuleRow<CohereRules>[] = [
  [/reasoning/, { thinking: true }],
  [/^command(?:-light|-r|-r-plus)?(?:-0\d-2024)?$/, { toolChoice: false }],
];

/** The rules for one model. */
export function cohereRules(model: string): CohereRules {
  return applyRows(usual, rows, model);
}
