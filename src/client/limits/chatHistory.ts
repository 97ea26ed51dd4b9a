/** What a provider that speaks OpenAI Chat wants of the calls in a history. */
export interface HistoryRules {
  /** What ids it takes of calls that another model made: what must not be in one, and how long one is. Default: any. */
  ids?: { refused: RegExp; shortest: number; longest: number };
  /** Whether an answer must stand between a result and the next question. */
  bridged?: boolean;
  /** Whether it wants to see again in its details what was thought before a call. */
  detailed?: boolean;
}

const rows: readonly (readonly [provider: RegExp, rules: HistoryRules])[] = [
  [
    /^(?:mistral|codestral)$/,
    { ids: { refused: /[^a-zA-Z0-9]/g, shortest: 9, longest: 9 }, bridged: true },
  ],
  [/^(?:openrouter|gateway)$/, { detailed: true }],
  [/^(?:openai|azure|github)$/, { ids: { refused: /(?!)/g, shortest: 1, longest: 40 } }],
];

/** The rules of one provider. */
export function historyRules(provider: string): HistoryRules {
  return rows.find(([names]) => names.test(provider))?.[1] ?? {};
}
