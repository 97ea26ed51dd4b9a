import { findProvider } from "./providers.js";

/** What reported tokens are to estimated ones, by provider and family of models. Replaced, never changed in place. */
export type Calibration = ReadonlyMap<string, number>;

/** One answered request. */
export interface CalibrationSample {
  /** The name of the model that answered. */
  model: string;
  /** Tokens of the request by the estimator, not calibrated. */
  estimated: number;
  /** Tokens of the request by the provider. */
  reported: number;
}

/** How estimated tokens become tokens of one model. */
export interface TokenRatio {
  /** To multiply by, 0.6 to 2. */
  readonly ratio: number;
  /** Whether the provider has counted for us, or this is a guess. */
  readonly isMeasured: boolean;
}

/**
 * The share by which a request may be smaller than its estimate, in 95 of 100: before the provider has counted one of the
 * conversation, and after. What differs between texts of one conversation is what is left then.
 *
 * @see bench/tokens.mjs, which measures both
 */
export const estimateError = { guessed: 0.24, measured: 0.1 } as const;

/** The weight of the newest sample. */
const newest = 0.3;
const [least, most] = [0.6, 2];
/** Under so many tokens a request says little: what a server adds to each of them is then most of it. */
const fewTokens = 200;

/** Learns from an answered request: a moving average, so that one odd count does not decide. */
export function learnRatio(
  calibration: Calibration,
  { model, estimated, reported }: CalibrationSample,
): Calibration {
  if (!(estimated >= fewTokens) || !(reported > 0)) return calibration;
  const key = familyOf(model);
  const sample = Math.min(most, Math.max(least, reported / estimated));
  const before = calibration.get(key) ?? sample;
  return new Map(calibration).set(key, before + newest * (sample - before));
}

/** What to multiply an estimate by: what was learnt, or else 1 for OpenAI, 1.2 for Anthropic and 1.1 for all others. */
export function tokenRatio(calibration: Calibration, model: string): TokenRatio {
  const ratio = calibration.get(familyOf(model));
  if (ratio !== undefined) return { ratio, isMeasured: true };
  return { ratio: startRatio(model), isMeasured: false };
}

function startRatio(model: string): number {
  if (/claude/i.test(model)) return 1.2;
  return /\b(?:gpt|chatgpt|o\d)\b/i.test(model) ? 1 : 1.1;
}

/** The provider and the first word of the model's name: models of one family share a tokenizer. */
function familyOf(model: string): string {
  const slash = model.indexOf("/");
  const provider = findProvider(model.slice(0, Math.max(slash, 0)))?.id ?? "";
  const name = model.slice(model.lastIndexOf("/") + 1).toLowerCase();
  return `${provider}/${/[a-z]+/.exec(name)?.[0] ?? name}`;
}
