import type { Fields } from "../looseJSON.js";
import type { ChatConfig, ReasoningEffort } from "../types.js";
import { type FitCallId, mistralCallId, plainCallId } from "./callIds.js";
import { applyRows, type RuleRow } from "./rows.js";

/** How one model behind Bedrock departs from the others. */
export interface ConverseRules {
  /** Parameters that the model refuses: they are left out. */
  omit: readonly (keyof ChatConfig)[];
  /** Whether it refuses `temperature` and `topP` together: then `topP` is left out. */
  oneSamplingParameter: boolean;
  /** Most tokens of an answer, thinking included; `Infinity` where that need not be known. */
  mostTokens: number;
  /** What `topK` is called in `additionalModelRequestFields`, by level; empty where the model has none. */
  topK: readonly string[];
  /** What asks for each effort. What is missing cannot be asked for. */
  efforts: Readonly<Partial<Record<ReasoningEffort, EffortFields>>>;
  /** Whether it takes a system prompt; else that stands before the first user message. */
  system: boolean;
  /** Whether its reasoning is signed, and wanted back. */
  signedReasoning: boolean;
  /** Whether a call may be demanded; else it is left to the model. */
  forcedTools: boolean;
  /** Whether a tool's text result has to be wrapped in an object. */
  jsonResults: boolean;
  /** Writes the id of a call; absent where any is taken. */
  callId?: FitCallId | undefined;
}

/** What asks for one effort. */
export interface EffortFields {
  /** Members of `additionalModelRequestFields`. */
  fields: Fields;
  /** Parameters refused while the model thinks. */
  omit?: readonly (keyof ChatConfig)[];
  /** Tokens of thinking, which count into `maxTokens`. */
  budgetTokens?: number;
}

const sampling = ["temperature", "topP", "topK"] as const;

const usual: ConverseRules = {
  omit: [],
  oneSamplingParameter: false,
  mostTokens: Infinity,
  topK: [],
  efforts: {},
  system: true,
  signedReasoning: true,
  forcedTools: true,
  jsonResults: false,
  callId: plainCallId,
};

/** Claude 3.7 to 4.5: so many tokens of thinking. */
function budget(budgetTokens: number): EffortFields {
  const thinking = { type: "enabled", budget_tokens: budgetTokens };
  return { fields: { thinking }, omit: sampling, budgetTokens };
}

/** Claude from 4.6: as much thinking as the task needs. */
function adaptive(effort: string, thinking: Fields = {}): EffortFields {
  return {
    fields: { thinking: { type: "adaptive", ...thinking }, output_config: { effort } },
    omit: sampling,
  };
}

function nova(maxReasoningEffort: string, omit: readonly (keyof ChatConfig)[]): EffortFields {
  return { fields: { reasoningConfig: { type: "enabled", maxReasoningEffort } }, omit };
}

/** The three steps of most models, for all that may be asked. */
function steps(write: (effort: string) => EffortFields): ConverseRules["efforts"] {
  return {
    minimal: write("low"),
    low: write("low"),
    medium: write("medium"),
    high: write("high"),
    xhigh: write("high"),
  };
}

/** Claude from 4.7, which shows its reasoning only when asked to. */
const newestClaude: ConverseRules["efforts"] = {
  ...steps((effort) => adaptive(effort, { display: "summarized" })),
  xhigh: adaptive("xhigh", { display: "summarized" }),
};

/**
 * Which models depart from the usual. Names may carry a region group (`us.`) or be a whole ARN, so nothing is anchored.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 * @see https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html
 */
const rows: readonly RuleRow<ConverseRules>[] = [
  [
    /(?:amazon|meta|mistral|cohere|ai21|deepseek|qwen|minimax|moonshot|google|nvidia|zai)\.|openai\.gpt-oss/,
    { signedReasoning: false },
  ],
  [/anthropic\./, { topK: ["top_k"] }],
  [
    /claude-(?:3-7|(?:opus|sonnet|haiku)-4)/,
    {
      mostTokens: 64_000,
      efforts: {
        minimal: budget(1024),
        low: budget(2048),
        medium: budget(8192),
        high: budget(16_384),
        xhigh: budget(24_576),
      },
    },
  ],
  [/claude-opus-4-(?:[01](?!\d)|\d{8})/, { mostTokens: 32_000 }],
  [/claude-(?:opus|sonnet|haiku)-4-[1-6](?!\d)/, { oneSamplingParameter: true }],
  [
    /claude-(?:opus|sonnet)-4-6/,
    { mostTokens: 128_000, efforts: steps((effort) => adaptive(effort)) },
  ],
  [/claude-[a-z]+-(?:4-[7-9]|[5-9]|\d\d)(?!\d)/, { omit: sampling, efforts: newestClaude }],
  [
    /claude-(?:opus|sonnet)-5\b(?!-\d\b)|claude-haiku-5-5\b/,
    { efforts: { ...newestClaude, none: { fields: { thinking: { type: "disabled" } } } } },
  ],
  [/claude-(?:opus|sonnet)-5-5\b|claude-fable-5-[1-9]\b/, { forcedTools: false }],
  [/amazon\.nova/, { topK: ["inferenceConfig", "topK"] }],
  [
    /amazon\.nova-2/,
    {
      efforts: {
        ...steps((effort) =>
          nova(effort, effort === "high" ? ["maxTokens", ...sampling] : sampling),
        ),
        none: { fields: { reasoningConfig: { type: "disabled" } } },
      },
    },
  ],
  [/openai\.gpt-oss/, { efforts: steps((effort) => ({ fields: { reasoning_effort: effort } })) }],
  [
    /openai\.gpt-\d/,
    { omit: sampling, efforts: steps((effort) => ({ fields: { reasoning: { effort } } })) },
  ],
  // It names its calls after their tools, and wants to see that again.
  [/moonshot/, { callId: undefined }],
  [/mistral\./, { jsonResults: true, callId: mistralCallId }],
  [
    /amazon\.titan|mistral\.mi(?:stral-7b|xtral-8x7b)|cohere\.command-(?:light-)?text|ai21\.j2/,
    { system: false },
  ],
];

/** The rules for one model, by its id or ARN. */
export function converseRules(model: string): ConverseRules {
  return applyRows(usual, rows, model);
}
