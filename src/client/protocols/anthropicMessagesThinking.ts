import type { ChatRequest, ReasoningEffort } from "../types.js";
import {
  effortSteps,
  type MessagesRules,
  thinkingTokens,
  type WireEffort,
} from "../limits/anthropicMessages.js";
import { isThinking, type WireTurn } from "./anthropicMessagesTurns.js";

/** The `thinking` field of a Messages request. */
export type WireThinking =
  | { type: "enabled"; budget_tokens: number }
  | { type: "disabled" }
  | {
      type: "adaptive";
      display: "summarized";
      block_binding?: { prefix_mismatch_behavior: "drop_block" };
    };

/**
 * Whether and how the model is to think; `undefined` where that is the model's own default.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/thinking
 */
export function toThinking(
  { config = {}, tools = [], toolChoice = "auto" }: ChatRequest,
  rules: MessagesRules,
  turns: readonly WireTurn[],
): WireThinking | undefined {
  const { reasoningEffort: effort = rules.thinking === "default" ? "high" : "none" } = config;
  const mustCall = tools.length > 0 && toolChoice !== "auto" && toolChoice !== "none";
  switch (rules.thinking) {
    case "none":
      return undefined;
    case "budget":
      if (effort === "none" || mustCall || isMidwayWithoutThinking(turns)) return undefined;
      return { type: "enabled", budget_tokens: thinkingTokens[effort] };
    case "adaptive":
      if (effort === "none") return undefined;
      break;
    case "default":
      if (effort === "none") return { type: "disabled" };
      break;
    case "always":
  }
  const hasThought = turns.some(({ content }) => content.some(isThinking));
  return {
    type: "adaptive",
    // Without this the newer models think in silence.
    display: "summarized",
    // People edit messages, change settings and ask again: that must not make the conversation unusable.
    ...(rules.boundThinking &&
      hasThought && { block_binding: { prefix_mismatch_behavior: "drop_block" } }),
  };
}

/** Whether an answer waits for tool results and was begun without thinking: then it cannot go on with a budget for it. */
function isMidwayWithoutThinking(turns: readonly WireTurn[]): boolean {
  let begin = turns.length;
  while (turns[begin - 1]?.content[0]?.type === "tool_result") begin -= 2;
  const first = turns[begin];
  return first !== undefined && !isThinking(first.content[0]);
}

/** The model's own step for an effort, the highest it knows below one it does not; `undefined` where it has no say. */
export function toEffort(
  effort: ReasoningEffort | undefined,
  { efforts, thinking }: MessagesRules,
): WireEffort | undefined {
  if (!effort || (effort === "none" && thinking !== "always")) return undefined;
  const asked = Math.max(0, effortSteps.indexOf(effort as WireEffort));
  return efforts[Math.min(asked, efforts.length - 1)];
}
