import { onlyDefined } from "../../internal/onlyDefined.js";
import type { ModelInfo } from "../types.js";
import { prettifyModelId } from "./prettifyModelId.js";

/**
 * One file of the catalogue, as `npm run update:catalog` writes it: facts about the models of some providers, one model a
 * line. Its sources and their licences stand in the file itself.
 */
export interface CatalogFile {
  /** The day of the facts, as `YYYY-MM-DD`. */
  asOf: string;
  sources: readonly string[];
  /** By provider. */
  models: Readonly<Record<string, readonly CatalogRow[]>>;
}

/** What is known of one model. Names are short because there are hundreds of them. */
export interface CatalogRow {
  /** Without the provider, and for Bedrock without the region. */
  id: string;
  /** Name for people. Default: made out of the id. */
  n?: string | undefined;
  /** Day of release, `YYYY-MM-DD`, or its month. */
  d?: string | undefined;
  /** Context window, in tokens. */
  c?: number | undefined;
  /** Most tokens of one request, where that is less than `c`. */
  i?: number | undefined;
  /** Most tokens of one answer. */
  o?: number | undefined;
  /** Price of input, of output, and of input out of the cache, in US dollars for a million tokens. */
  p?: readonly number[] | undefined;
  /** `v` reads images, `t` calls tools, `r` reasons, `p` is a preview, `R` speaks OpenAI Responses alone. */
  k?: string | undefined;
  /** Ids of other versions, newest first. */
  s?: readonly string[] | undefined;
  /** Day it stops answering, or 1 where it has stopped on a day not known. */
  x?: string | number | undefined;
}

/** The same facts in the words of the client. */
export function toModelInfo(provider: string, row: CatalogRow): ModelInfo {
  const { k = "", p } = row;
  return onlyDefined({
    id: `${provider}/${row.id}`,
    name: row.n ?? prettifyModelId(row.id),
    provider,
    createdAt: row.d === undefined ? undefined : Date.parse(row.d),
    retiresAt: typeof row.x === "string" ? Date.parse(row.x) : row.x && 0,
    contextTokens: row.c,
    maxInputTokens: row.i,
    maxOutputTokens: row.o,
    vision: k.includes("v"),
    tools: k.includes("t"),
    reasoning: k.includes("r"),
    price: p && priceOf(p),
    preview: k.includes("p") || undefined,
    responsesOnly: k.includes("R") || undefined,
    snapshots: row.s,
  });
}

function priceOf([input = 0, output = 0, cachedInput]: readonly number[]): ModelInfo["price"] {
  return { input, output, ...(cachedInput === undefined ? {} : { cachedInput }) };
}
