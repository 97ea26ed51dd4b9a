import type { ReasoningEffort } from "../types.js";

/** The `think` field of a request: on or off, or how much. */
export type OllamaThink = boolean | "low" | "medium" | "high";

/** What one model is told for each effort; an effort that is missing is left out of the request. */
export type OllamaThinking = Readonly<Partial<Record<ReasoningEffort, OllamaThink>>>;

const switched: OllamaThinking = {
  none: false,
  minimal: true,
  low: true,
  medium: true,
  high: true,
  xhigh: true,
};

/** For models that always think and only differ in how much. */
const graded: OllamaThinking = {
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
const thinkingTable: readonly (readonly [RegExp, OllamaThinking])[] = [
  [/(?:^|\/)gpt-oss(?:-safeguard)?(?:$|:)/, graded],
];

/** What one model is told for each effort. */
export function ollamaThinking(model: string): OllamaThinking {
  return thinkingTable.findLast(([models]) => models.test(model))?.[1] ?? switched;
}
