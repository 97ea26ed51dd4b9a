/** A model's id taken apart. */
export interface ParsedModelId {
  /** The id in lower case, without region, version suffix, date and `-preview`: what all versions of the model share. */
  base: string;
  /** `latest` for a name that moves on to newer models by itself, `snapshot` for one that never moves. */
  kind: "alias" | "snapshot" | "latest";
  /** The day the id names, in milliseconds since 1970-01-01 UTC; the first of the month where it names no day. */
  date?: number | undefined;
  preview: boolean;
}

/** Where Bedrock runs a model: its inference profiles put this before the id. */
const region = /^(?:us-gov|us|eu|apac|global|jp|au|ca|sa|me|in)\.(?=[a-z0-9-]+\.)/;

/** How a date is written at the end of an id, the most exact form first. The year of a snapshot may stay unknown. */
const datePatterns: readonly (readonly [RegExp, (found: RegExpExecArray) => Day | undefined])[] = [
  [/[-@](20\d{2})-?(\d{2})-?(\d{2})$/, ([, year, month, day]) => dayOf(year, month, day)],
  [/-(\d{2})-(20\d{2})$/, ([, month, year]) => dayOf(year, month, "1")],
  [/(?<=-preview)-(\d{2})-(\d{2})$/, ([, month, day]) => someYear(month, day)],
  [
    /-(\d{2})(\d{2})$/,
    ([, first, second]) =>
      someYear(first, second) ??
      (Number(first) > 22 ? dayOf(`20${first}`, second, "1") : undefined),
  ],
  [/-00\d$/, () => ({})],
];

interface Day {
  date?: number;
}

/**
 * Takes a model's id apart: `gpt-4o-2024-08-06`, `claude-opus-4-5@20251101`, `gemini-2.5-flash-preview-09-2025`,
 * `gpt-4-0613`, `mistral-large-2411`, `us.anthropic.claude-3-5-sonnet-20241022-v2:0`, `gpt-5.3-chat-latest`. A month and
 * day without a year make a snapshot whose date stays unknown.
 *
 * @param id Without the provider in front.
 */
export function parseModelId(id: string): ParsedModelId {
  let base = id.trim().toLowerCase();
  base = base.replace(/^models\/|^(?:bedrock\/)?(?:(?:converse|invoke)\/)?/, "");
  base = base.replace(region, "").replace(/-v?\d+:\d+(?::\d+k)?$/, "");
  // Only Bedrock, which puts the maker and a dot in front, ends names in their version.
  if (/^[a-z0-9-]+\.[a-z]/.test(base)) base = base.replace(/-v\d+$/, "");
  if (base.endsWith("-latest"))
    return { base: base.slice(0, -"-latest".length), kind: "latest", preview: false };
  const last = takeDate(base);
  if (last) base = last.base;
  const preview = base.endsWith("-preview");
  if (preview) base = base.slice(0, -"-preview".length);
  const dated = last ?? (preview ? takeDate(base) : undefined);
  if (dated && !last) base = dated.base;
  return {
    base,
    kind: dated ? "snapshot" : "alias",
    preview,
    ...(dated?.date === undefined ? {} : { date: dated.date }),
  };
}

/** The region of a Bedrock inference profile, such as `us` or `global`. */
export function regionOf(id: string): string | undefined {
  return region.exec(id.toLowerCase())?.[0].slice(0, -1);
}

function takeDate(id: string): { base: string; date?: number } | undefined {
  for (const [pattern, read] of datePatterns) {
    const found = pattern.exec(id);
    const day = found && read(found);
    if (day) return { base: id.slice(0, found.index), ...day };
  }
  return undefined;
}

function dayOf(year = "", month = "", day = ""): Day | undefined {
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const back = new Date(date);
  const isReal = back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day);
  return isReal ? { date } : undefined;
}

/** A day of an unknown year: real in a leap year is real enough. */
function someYear(month = "", day = ""): Day | undefined {
  return dayOf("2024", month, day) && {};
}
