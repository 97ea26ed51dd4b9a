import { findProvider } from "../providers.js";
import type { ChatConfig } from "../types.js";
import { messagesRules } from "./anthropicMessages.js";
import { converseRules } from "./bedrockConverse.js";
import { cohereParameters } from "./cohereChat.js";
import { geminiRules } from "./geminiGenerate.js";
import { parameterRules } from "./openaiChat.js";
import { responsesRules } from "./openaiResponses.js";

/** The parameters of a request that are numbers. */
export type ConfigNumber = Exclude<keyof ChatConfig, "reasoningEffort">;

/** What a parameter may be for one model. */
export interface ConfigRange {
  min: number;
  /** `undefined` where no limit is known. */
  max: number | undefined;
  /** From one sensible value to the next. */
  step: number;
  /** Whether the model refuses the parameter or its provider has none of it: it would be left out. */
  isRefused: boolean;
}

/** Which of them are refused, and where the others end. */
interface Rules {
  refused: readonly ConfigNumber[];
  max?: Partial<Record<ConfigNumber, number | undefined>>;
  min?: Partial<Record<ConfigNumber, number | undefined>>;
}

const sampling = ["temperature", "topP", "topK", "frequencyPenalty", "presencePenalty"] as const;
const penalties = ["frequencyPenalty", "presencePenalty"] as const;

const usual: Readonly<Record<ConfigNumber, ConfigRange>> = {
  maxTokens: { min: 1, max: undefined, step: 1, isRefused: false },
  temperature: { min: 0, max: 2, step: 0.1, isRefused: false },
  topP: { min: 0, max: 1, step: 0.05, isRefused: false },
  topK: { min: 1, max: undefined, step: 1, isRefused: false },
  frequencyPenalty: { min: -2, max: 2, step: 0.1, isRefused: false },
  presencePenalty: { min: -2, max: 2, step: 0.1, isRefused: false },
};

const numbers = (omit: readonly (keyof ChatConfig)[]): ConfigNumber[] =>
  omit.filter((name) => name !== "reasoningEffort");

/** Without an effort asked for, a model may refuse all sampling. */
function withSampling(rules: { samplingAt: readonly string[] }, refused: ConfigNumber[]): Rules {
  return { refused: rules.samplingAt.includes("default") ? refused : [...refused, ...sampling] };
}

/** By protocol, what the rules it writes requests by say. */
const rulesOf: Readonly<Record<string, (provider: string, model: string) => Rules>> = {
  "openai-chat"(provider, model) {
    const rules = parameterRules(provider, model);
    return withSampling(rules, numbers(rules.omit));
  },
  "openai-responses": (provider, model) =>
    withSampling(responsesRules(provider, model), ["topK", ...penalties]),
  "anthropic-messages"(_provider, model) {
    const { omit, maxOutputTokens } = messagesRules(model);
    return {
      refused: [...numbers(omit), ...penalties],
      max: { temperature: 1, maxTokens: maxOutputTokens },
    };
  },
  "gemini-generate": (provider, model) => ({ refused: numbers(geminiRules(provider, model).omit) }),
  "bedrock-converse"(_provider, model) {
    const { omit, topK, mostTokens } = converseRules(model);
    return {
      refused: [...numbers(omit), ...penalties, ...(topK.length > 0 ? [] : (["topK"] as const))],
      max: { temperature: 1, maxTokens: Number.isFinite(mostTokens) ? mostTokens : undefined },
    };
  },
  "cohere-chat": () => ({
    refused: [],
    min: mapValues(([, min]) => min),
    max: mapValues(([, , max]) => max),
  }),
};

function mapValues(
  read: (row: (typeof cohereParameters)[ConfigNumber]) => number | undefined,
): Partial<Record<ConfigNumber, number | undefined>> {
  return Object.fromEntries(
    Object.entries(cohereParameters).map(([name, row]) => [name, read(row)]),
  );
}

/**
 * What each parameter may be for a model of a provider, by the same rules its requests are written with. Of a provider that
 * is not known, such as a gateway, nothing is refused.
 *
 * @param maxOutputTokens The longest answer, where it is known; wins over the rules.
 */
export function configRanges(
  provider: string | undefined,
  model: string,
  maxOutputTokens?: number,
): Readonly<Record<ConfigNumber, ConfigRange>> {
  const row = provider === undefined ? undefined : findProvider(provider);
  const {
    refused,
    min = {},
    max = {},
  }: Rules = (row && rulesOf[row.protocol]?.(row.id, model)) ?? { refused: [] };
  const most = maxOutputTokens ?? max.maxTokens;
  return Object.fromEntries(
    Object.entries(usual).map(([key, range]) => {
      const name = key as ConfigNumber;
      return [
        name,
        {
          ...range,
          min: min[name] ?? range.min,
          max: name === "maxTokens" ? most : (max[name] ?? range.max),
          isRefused: refused.includes(name),
        },
      ];
    }),
  ) as Record<ConfigNumber, ConfigRange>;
}
