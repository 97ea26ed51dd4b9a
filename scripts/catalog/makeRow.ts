import type { CatalogRow } from "../../src/client/catalog/catalogFile.js";
import { soundsLikeChat } from "../../src/client/catalog/chatModels.js";
import { parseModelId, regionOf } from "../../src/client/catalog/parseModelId.js";

/** What a source may know of a model. */
export interface SourceFacts {
  id: string;
  name?: string | undefined;
  date?: string | undefined;
  context?: number | undefined;
  input?: number | undefined;
  output?: number | undefined;
  price?: readonly [number | undefined, number | undefined, number | undefined] | undefined;
  vision?: boolean | undefined;
  tools?: boolean | undefined;
  reasoning?: boolean | undefined;
  preview?: boolean | undefined;
  responsesOnly?: boolean | undefined;
  retired?: string | 1 | undefined;
}

/** Notes in names: regions, and that an alias is one. */
const whereItRuns = /\s*\((?:latest|US|EU|Global|JP|AU|CA|APAC|India|GovCloud|\d{4}-\d\d-\d\d)\)$/i;

/** Days in names are rounded, to months at times. */
const slackMs = 62 * 24 * 60 * 60_000;

/** The rows of models that chat. Bedrock's regions are one model, and what it costs anywhere is its price. */
export function makeRows(models: readonly SourceFacts[]): CatalogRow[] {
  const rank = ({ id }: SourceFacts): number =>
    ["global", undefined].indexOf(regionOf(id)) + 1 || 3;
  return models.toSorted((a, b) => rank(a) - rank(b)).flatMap(makeRow);
}

function makeRow(facts: SourceFacts): CatalogRow[] {
  const { context, input, output, retired } = facts;
  const region = regionOf(facts.id);
  const id = region ? facts.id.slice(region.length + 1) : facts.id;
  if (!soundsLikeChat(id)) return [];
  const flags = [
    facts.vision && "v",
    facts.tools && "t",
    facts.reasoning && "r",
    (facts.preview || parseModelId(id).preview) && "p",
    facts.responsesOnly && "R",
  ];
  const name = facts.name?.replace(whereItRuns, "");
  return [
    tidyRow({
      id,
      n: name,
      d: dateOf(facts),
      c: context,
      i: input,
      o: output,
      p: priceOf(facts.price),
      k: flags.filter(Boolean).join(""),
      x: retired,
    }),
  ];
}

/** A version cannot have come out before the day it is called after; then the date is that of an older version. */
function dateOf({ id, date }: SourceFacts): string | undefined {
  const named = parseModelId(id).date;
  if (named === undefined || !date || named - Date.parse(date) < slackMs) return date;
  return new Date(named).toISOString().slice(0, 10);
}

/** The row without what it does not know, its fields in one order. */
export function tidyRow({ id, n, d, c, i, o, p, k, s, x }: CatalogRow): CatalogRow {
  const isLess = c !== undefined && i !== undefined && i < c;
  const fields = Object.entries({ id, n, d, c, i: isLess ? i : undefined, o, p, k, s, x });
  const known = fields.filter(([, fact]) => Boolean(fact) && !isEmptyList(fact));
  return Object.fromEntries(known) as unknown as CatalogRow;
}

function isEmptyList(fact: unknown): boolean {
  return Array.isArray(fact) && fact.length === 0;
}

function priceOf(price: SourceFacts["price"]): readonly number[] | undefined {
  const [input, output, cached] = price ?? [];
  if (input === undefined || output === undefined) return undefined;
  return [input, output, ...(cached && cached < input ? [cached] : [])].map(
    // Sums of binary fractions: 0.049999999999999996 is 0.05.
    (number) => Number(number.toPrecision(6)),
  );
}
