/** What a provider that speaks OpenAI Chat wants of the calls in a history. */
export interface HistoryRules {
  /** Whether an answer must stand between a result and the next question. */
  bridged?: boolean;
  /** Whether it wants to see again in its details what was thought before a call. */
  detailed?: boolean;
}

const rows: readonly (readonly [provider: RegExp, rules: HistoryRules])[] = [
  [/^(?:mistral|codestral)$/, { bridged: true }],
  [/^(?:openrouter|gateway)$/, { detailed: true }],
];

/** The rules of one provider. */
export function historyRules(provider: string): HistoryRules {
  return rows.find(([names]) => names.test(provider))?.[1] ?? {};
}
