import type { PreflightMeasure } from "../client/preflight.js";
import { tokensInTens } from "../components/ModelPicker/tokensInTens.js";

/** Words for each plural category a language has; `#` stands for the number. */
export type PluralForms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category, string>>;

/** Writes figures as one language does. Spaces before units do not break. */
export interface Figures {
  number: (value: number) => string;
  /** A share of 1 in whole percent, rounded down; less than one is "<1 %". */
  percent: (share: number) => string;
  /** "a, b and c" */
  list: (words: readonly string[]) => string;
  /** "a, b or c" */
  choice: (words: readonly string[]) => string;
  /** A size with its unit, from bytes to gigabytes, in powers of 1000. */
  bytes: (bytes: number) => string;
  /** Megabytes with one digit after the point. */
  megabytes: (value: number) => string;
  /** "1.2 s" */
  seconds: (value: number) => string;
  /** Whole seconds and minutes, at least a second. */
  duration: (durationMs: number) => string;
  /** Milliseconds below ten seconds, else seconds. */
  latency: (durationMs: number) => string;
  /** US dollars with as many digits as say something: "<$0.001", "$0.013", "$1.24". */
  dollars: (value: number) => string;
  /** US dollars as a price is written: "$3", "$0.15", "$0.075". */
  price: (value: number) => string;
  /** Tokens in short, where 1024 counts as 1000: "200K", "1M". */
  shortTokens: (tokens: number) => string;
  /** Month and year of a time in milliseconds since 1970-01-01 UTC. */
  month: (time: number) => string;
  /** Both numbers of a limit, rounded away from each other: bytes in megabytes, pixels in millions. */
  limit: (measure: PreflightMeasure) => { actual: string; most: string };
}

/** Figures, and the words that depend on them. */
export interface Formats<Category extends Intl.LDMLPluralRule> extends Figures {
  /** The words for so many. A category that is not among them is `other`. */
  plural: (count: number, forms: PluralForms<Category>) => string;
}

/**
 * Makes the formats of a language. Each formatter is made when it is first needed, and kept.
 *
 * @param locale A BCP 47 tag, such as `nl` or `pt-BR`.
 * @typeParam Category The plural categories of the language, as `Intl.PluralRules` names them; `other` is among them.
 * @see https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export function createFormats<Category extends Intl.LDMLPluralRule = "one" | "other">(
  locale: string,
): Formats<Category | "other"> {
  const made = new Map<string, Intl.NumberFormat>();
  function write(value: number, options: Intl.NumberFormatOptions = {}): string {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, format);
    return format.format(value).replaceAll(" ", "\u00a0").replace(/^-/, "−");
  }
  const rules = once(() => new Intl.PluralRules(locale));
  const lists = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const choices = once(() => new Intl.ListFormat(locale, { type: "disjunction" }));
  const months = once(
    () => new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }),
  );

  const unit = (value: number, name: string, digits: number): string =>
    write(value, { style: "unit", unit: name, unitDisplay: "short", ...fixed(digits) });
  const money = (value: number, options: Intl.NumberFormatOptions): string =>
    write(value, { style: "currency", currency: "USD", ...options });
  const whole = (share: number): string => write(share, { style: "percent" });

  function bytes(value: number): string {
    const power = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
    const amount = value / 1000 ** power;
    return unit(amount, byteUnits[power]!, power > 0 && amount < 10 ? 1 : 0);
  }
  const megabytes = (value: number): string => unit(value, "megabyte", 1);

  function duration(durationMs: number): string {
    const seconds = Math.max(1, Math.round(durationMs / 1000));
    const minutes = Math.floor(seconds / 60);
    const rest = unit(seconds % 60, "second", 0);
    return minutes === 0 ? rest : `${unit(minutes, "minute", 0)}\u00a0${rest}`;
  }

  function limit({ unit: of, actual, most }: PreflightMeasure): { actual: string; most: string } {
    const both = (form: (value: number) => string, scale: number) => ({
      actual: form(Math.ceil(actual / scale) / 10),
      most: form(Math.floor(most / scale) / 10),
    });
    if (of === "bytes") return both(megabytes, 1e5);
    if (of === "pixels") return both((value) => write(value, fixed(1)), 1e5);
    return { actual: write(actual), most: write(most) };
  }

  return {
    number: (value) => write(value),
    percent: (share) =>
      // 0.29 times 100 is a little less than 29.
      share > 0 && share < 0.01 ? `<${whole(0.01)}` : whole(Math.floor(share * 100 + 1e-9) / 100),
    list: (words) => lists().format(words),
    choice: (words) => choices().format(words),
    plural: (count, forms) => {
      const all: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = forms;
      return (all[rules().select(count)] ?? all.other).replace("#", write(count));
    },
    bytes,
    megabytes,
    seconds: (value) => unit(value, "second", 1),
    duration,
    latency: (durationMs) =>
      durationMs < 10_000
        ? unit(Math.round(durationMs), "millisecond", 0)
        : unit(Math.round(durationMs / 1000), "second", 0),
    dollars: (value) =>
      value > 0 && value < 0.001
        ? `<${money(0.001, fixed(3))}`
        : money(value, fixed(value > 0 && value < 1 ? 3 : 2)),
    price: (value) => {
      if (Number.isInteger(value)) return money(value, fixed(0));
      return money(value, value < 0.1 ? { maximumSignificantDigits: 2 } : fixed(2));
    },
    shortTokens: (tokens) =>
      write(tokensInTens(tokens), { notation: "compact", maximumFractionDigits: 2 }),
    month: (time) => months().format(time),
    limit,
  };
}

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte"];

const fixed = (digits: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
