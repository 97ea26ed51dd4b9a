import type { ChatConfig, ReasoningEffort } from "../types.js";
import { applyRows, type RuleRow } from "./rows.js";

/** The steps of `output_config.effort` that a `ReasoningEffort` can ask for, lowest first. */
export const effortSteps = ["low", "medium", "high", "xhigh"] as const;

/** One step of `output_config.effort`. */
export type WireEffort = (typeof effortSteps)[number];

/** How one model wants its parameters over Anthropic Messages. */
export interface MessagesRules {
  /** Most tokens of one answer, thinking included; absent where no limit is known. */
  maxOutputTokens?: number | undefined;
  /** Parameters that the model refuses: they are left out. */
  omit: readonly (keyof ChatConfig)[];
  /** Whether `temperature` and `top_p` exclude each other: then the temperature stays. */
  oneSampling: boolean;
  /**
   * `none`: cannot. `budget`: when asked, for so many tokens. `adaptive`: when asked, as long as it finds useful.
   * `default`: so unless switched off. `always`: cannot be switched off.
   */
  thinking: "none" | "budget" | "adaptive" | "default" | "always";
  /** The steps of effort the model knows, lowest first; none where it does not know effort. */
  efforts: readonly WireEffort[];
  /** Whether thinking that is sent back is refused when anything before it has changed, unless the request says otherwise. */
  boundThinking: boolean;
  /** Whether a call may be demanded with `tool_choice`. */
  forcedTools: boolean;
}

const sampling = ["temperature", "topP", "topK"] as const;
const upToHigh = ["low", "medium", "high"] as const;

/** For what is not a Claude model, on a server that imitates Anthropic's. */
const usual: MessagesRules = {
  omit: [],
  oneSampling: false,
  thinking: "none",
  efforts: [],
  boundThinking: false,
  forcedTools: true,
};

const newest: Partial<MessagesRules> = {
  maxOutputTokens: 128_000,
  omit: sampling,
  thinking: "always",
  efforts: effortSteps,
};

const claude4: Partial<MessagesRules> = {
  maxOutputTokens: 64_000,
  omit: [],
  thinking: "budget",
  efforts: [],
};

/**
 * Which models depart from the usual. A Claude model newer than this table is taken for one like the newest.
 *
 * @see https://platform.claude.com/docs/en/about-claude/models/overview
 * @see https://platform.claude.com/docs/en/build-with-claude/effort
 */
const rows: readonly RuleRow<MessagesRules>[] = [
  [/claude-/, newest],
  [
    /claude-(?:instant|v?[123]\b)/,
    { maxOutputTokens: 4096, omit: [], thinking: "none", efforts: [] },
  ],
  [/claude-3-5-/, { maxOutputTokens: 8192 }],
  [/claude-3-7-/, { maxOutputTokens: 64_000, thinking: "budget" }],
  [/claude-(?:opus|sonnet|haiku)-4\b/, claude4],
  [/claude-opus-4(?:-[01]\b|-\d{8}|@|$)/, { maxOutputTokens: 32_000 }],
  [/claude-\w+-4-[1-6]\b/, { oneSampling: true }],
  [/claude-opus-4-5\b/, { efforts: upToHigh }],
  [
    /claude-(?:opus|sonnet)-4-6\b/,
    { maxOutputTokens: 128_000, thinking: "adaptive", efforts: upToHigh },
  ],
  [/claude-(?:opus|sonnet)-4-[78]\b/, { ...newest, thinking: "adaptive" }],
  [/claude-(?:opus|sonnet)-5\b(?!-\d\b)|claude-haiku-5-5\b/, { thinking: "default" }],
  [/claude-(?:opus|sonnet|haiku)-5-5\b|claude-(?:fable|mythos)-5-[1-9]\b/, { boundThinking: true }],
  [/claude-(?:opus|sonnet)-5-5\b|claude-(?:fable|mythos)-5-[1-9]\b/, { forcedTools: false }],
];

/** The rules for one model. */
export function messagesRules(model: string): MessagesRules {
  return applyRows(usual, rows, model);
}

/** Tokens a model may think for, by effort: the budget where one must be named, else room kept for it in `max_tokens`. */
export const thinkingTokens: Readonly<Record<ReasoningEffort, number>> = {
  // For models that cannot help it.
  none: 2048,
  minimal: 1024,
  low: 2048,
  medium: 8192,
  high: 16_384,
  xhigh: 24_576,
};
