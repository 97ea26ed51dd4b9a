import type { ReasoningEffort } from "../types.js";
import { applyRows, type RuleRow } from "./rows.js";

/** The `think` field of a request: on or off, or how much. */
export type OllamaThink = boolean | "low" | "medium" | "high";

/** How one model wants its request. */
export interface OllamaRules {
  /** What it is told for each effort; an effort that is missing is left out of the request. */
  think: Readonly<Partial<Record<ReasoningEffort, OllamaThink>>>;
}

const usual: OllamaRules = {
  think: {
    none: false,
    minimal: true,
    low: true,
    medium: true,
    high: true,
    xhigh: true,
  },
};

/** For models that always think and only differ in how much. */
const graded: OllamaRules["think"] = {
  minimal: "low",
  low: "low",
  medium: "medium",
  high: "high",
  xhigh: "high",
};

/**
 * Which models are told how much to think. All others are told whether to.
 *
 * @see https://docs.ollama.com/capabilities/thinking
 */
const rows: readonly RuleRow<OllamaRules>[] = [
  [/(?:^|\/)gpt-oss(?:-safeguard)?(?:$|:)/, { think: graded }],
];

/** The rules for one model. */
export function ollamaRules(model: string): OllamaRules {
  return applyRows(usual, rows, model);
}
