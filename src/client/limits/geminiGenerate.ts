import type { ChatConfig } from "../types.js";
import { geminiAddresses } from "./files.js";
import { applyRows, type RuleRow } from "./rows.js";

/** The steps of `thinkingLevel`, the least first. */
export const thinkingLevels = ["minimal", "low", "medium", "high"] as const;

/** How long a model may think: in one of its levels, or in tokens, of which it wants some even for "none". */
export type ThinkingRule =
  | { levels: readonly (typeof thinkingLevels)[number][] }
  | { minTokens: number; maxTokens: number };

/** How one Gemini model wants its request. */
export interface GeminiRules {
  /** Parameters that the model refuses: they are left out. */
  omit: readonly (keyof ChatConfig)[];
  /** Absent for a model that does not think. */
  thinking?: ThinkingRule | undefined;
  /** Whether it has a place for the system message; else that stands before the first message. */
  systemInstruction: boolean;
  /** Whether it refuses tool calls and images of earlier answers that carry no thought signature. */
  signatures: boolean;
  /** Media types taken beside images, as prefixes. */
  files: readonly string[];
  /** Addresses that are fetched although the provider fetches no others. */
  fileURLs: RegExp;
}

const usual: GeminiRules = {
  omit: [],
  systemInstruction: true,
  signatures: true,
  files: ["application/pdf", "text/", "audio/", "video/"],
  fileURLs: geminiAddresses,
};

/**
 * Which models depart from the usual, named with their provider before them.
 *
 * @see https://ai.google.dev/gemini-api/docs/thinking @see https://ai.google.dev/gemini-api/docs/thought-signatures
 */
const rows: readonly RuleRow<GeminiRules>[] = [
  [/\/gemini-(?:[12]\b|pro$|pro-vision)/, { signatures: false }],
  [/\/gemini-2\.5/, { thinking: { minTokens: 0, maxTokens: 24_576 } }],
  [/\/gemini-2\.5-pro/, { thinking: { minTokens: 128, maxTokens: 32_768 } }],
  [/^gemini\/gemini-2\.5/, { omit: ["frequencyPenalty", "presencePenalty"] }],
  [
    /\/gemini-(?:[3-9]|\d\d|(?:pro|flash|flash-lite)-latest)/,
    { thinking: { levels: ["low", "medium", "high"] } },
  ],
  [/\/gemini-3-pro/, { thinking: { levels: ["low", "high"] } }],
  [/\/gemini-3(?:\.[1-6])?-flash/, { thinking: { levels: thinkingLevels } }],
  [/-(?:image|tts|live|audio)\b/, { thinking: undefined }],
  [/\/gemma-/, { systemInstruction: false, signatures: false }],
];

/** The rules for one model, named with its folder (`models/`) or without. */
export function geminiRules(provider: string, model: string): GeminiRules {
  return applyRows(usual, rows, `${provider}/${model.split("/").at(-1)}`);
}
