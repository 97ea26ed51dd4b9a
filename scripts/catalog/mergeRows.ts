import type { CatalogRow } from "../../src/client/catalog/catalogFile.js";
import { modelKey } from "../../src/client/catalog/modelKey.js";
import { parseModelId } from "../../src/client/catalog/parseModelId.js";
import { tidyRow } from "./makeRow.js";

/** The rows of one source, the best first. */
export interface SourceRows {
  rows: readonly CatalogRow[];
  /** Whether a model that only this source knows becomes a row. */
  adds: boolean;
}

/**
 * One row for each model out of several sources, the newest first. Of each fact the first source that knows it counts;
 * what a model can do is one fact, its plans (retirement, Responses alone, preview) are gathered from all.
 */
export function mergeRows(sources: readonly SourceRows[], most?: number): CatalogRow[] {
  const merged = new Map<string, CatalogRow>();
  for (const { rows, adds } of sources) {
    for (const row of foldRows(rows)) {
      const key = keyOf(row);
      const known = merged.get(key);
      if (known) merged.set(key, fill(known, row));
      else if (adds) merged.set(key, row);
    }
  }
  const rows = [...merged.values()].map(withDateOfSnapshot).map(tidyRow);
  return rows.toSorted(byNewest).slice(0, most);
}

/** Puts snapshots behind the name they are versions of. */
function foldRows(rows: readonly CatalogRow[]): CatalogRow[] {
  const folded = new Map<string, CatalogRow>();
  for (const row of rows.toSorted(byPlainName)) {
    const key = keyOf(row);
    const head = folded.get(key);
    folded.set(key, head ? { ...head, s: join(head, row) } : row);
  }
  return [...folded.values()];
}

/** `known` with what `more` knows beside. */
function fill(known: CatalogRow, more: CatalogRow): CatalogRow {
  const isPlainer = byPlainName(more, known) < 0;
  const id = isPlainer ? more.id : known.id;
  const abilities = (known.k ?? more.k ?? "").replace(/[pR]/g, "");
  const plans = (known.k ?? "") + (more.k ?? "");
  // A stable model has come since its preview was noted.
  const isPreview = known.k?.includes("p") ?? parseModelId(id).preview;
  return {
    ...more,
    ...known,
    id,
    k: abilities + (isPreview ? "p" : "") + (plans.includes("R") ? "R" : ""),
    s: isPlainer ? join(more, known) : join(known, more),
    // What is said of one snapshot does not hold for the name that moves on.
    x: known.x ?? (more.id === known.id ? more.x : undefined),
  };
}

function keyOf({ id }: CatalogRow): string {
  return parseModelId(id).kind === "latest" ? `${modelKey(id)}-latest` : modelKey(id);
}

/** All names of a model but `head`'s own, newest first. */
function join(head: CatalogRow, other: CatalogRow): string[] {
  const names = new Set([...(head.s ?? []), other.id, ...(other.s ?? [])]);
  names.delete(head.id);
  return [...names].toSorted((a, b) => dateOf(b) - dateOf(a) || (a < b ? 1 : -1));
}

/** Aliases first, then stable snapshots, then previews; among snapshots the newest. */
function byPlainName(a: CatalogRow, b: CatalogRow): number {
  return nameRank(a) - nameRank(b) || dateOf(b.id) - dateOf(a.id) || (a.id < b.id ? -1 : 1);
}

function nameRank({ id }: CatalogRow): number {
  const { kind, preview } = parseModelId(id);
  return Number(kind === "snapshot") + 2 * Number(preview);
}

function dateOf(id: string): number {
  return parseModelId(id).date ?? 0;
}

/** Its oldest snapshot came out when the model did. */
function withDateOfSnapshot(row: CatalogRow): CatalogRow {
  const dates = [row.id, ...(row.s ?? [])].map(dateOf).filter((date) => date > 0);
  if (row.d || dates.length === 0) return row;
  return { ...row, d: new Date(Math.min(...dates)).toISOString().slice(0, 10) };
}

function byNewest(a: CatalogRow, b: CatalogRow): number {
  const [first = "", second = ""] = [a.d, b.d];
  return first === second ? (a.id < b.id ? -1 : 1) : first < second ? 1 : -1;
}
