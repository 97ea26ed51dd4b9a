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
    for (const [place, row] of foldRows(rows)) {
      const own = placeOf(row);
      const known = merged.has(own) ? own : place;
      const before = merged.get(known);
      if (before) merged.set(known, fill(before, row));
      else if (adds) merged.set(place, row);
    }
  }
  const rows = [...merged.values()].map(withDateOfSnapshot);
  const ids = new Set(rows.map(({ id }) => id));
  return rows
    .map((row) => tidyRow({ ...row, s: row.s?.filter((id) => !ids.has(id)) }))
    .toSorted(byNewest)
    .slice(0, most);
}

/**
 * Puts snapshots behind the name they are versions of. One that costs or holds something else stays a row of its own. Each
 * row comes with its place: the same for one model in all sources.
 */
function foldRows(rows: readonly CatalogRow[]): Map<string, CatalogRow> {
  const folded = new Map<string, CatalogRow>();
  // The first of those with one id counts: Bedrock's regions come after the model itself.
  const unique = new Map(rows.toReversed().map((row) => [row.id, row] as const));
  for (const row of [...unique.values()].toSorted(byPlainName)) {
    const key = keyOf(row);
    const head = folded.get(key);
    if (!head) folded.set(key, tidyRow(row));
    else if (isLike(head, row)) folded.set(key, tidyRow({ ...head, s: join(head, row) }));
    else folded.set(placeOf(row), tidyRow(row));
  }
  return folded;
}

/** The place of a version that is a row of its own. */
function placeOf({ id }: CatalogRow): string {
  return `=${id}`;
}

/** Whether a version has its model's price and window, as far as is known. */
function isLike(head: CatalogRow, row: CatalogRow): boolean {
  const isSame = (a: unknown, b: unknown): boolean =>
    a === undefined || b === undefined || JSON.stringify(a) === JSON.stringify(b);
  return isSame(head.c, row.c) && isSame(head.p?.slice(0, 2), row.p?.slice(0, 2));
}

/** `known` with what `more` knows beside. */
function fill(known: CatalogRow, more: CatalogRow): CatalogRow {
  const isPlainer = byPlainName(more, known) < 0;
  const id = isPlainer ? more.id : known.id;
  const abilities = (known.k ?? more.k ?? "").replace(/[pR]/g, "");
  const plans = (known.k ?? "") + (more.k ?? "");
  // A stable model has come since its preview was noted.
  const isPreview = known.k?.includes("p") ?? parseModelId(id).preview;
  return tidyRow({
    ...more,
    ...known,
    id,
    k: abilities + (isPreview ? "p" : "") + (plans.includes("R") ? "R" : ""),
    s: isPlainer ? join(more, known) : join(known, more),
    // What is said of one snapshot does not hold for the name that moves on.
    x: known.x ?? (more.id === known.id ? more.x : undefined),
  });
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

/** A snapshot came out on its own day, a name that moves on with its oldest snapshot. */
function withDateOfSnapshot(row: CatalogRow): CatalogRow {
  const dates = (row.s ?? []).map(dateOf).filter((date) => date > 0);
  const date = dateOf(row.id) || Math.min(...dates);
  if (row.d || !Number.isFinite(date)) return row;
  return tidyRow({ ...row, d: new Date(date).toISOString().slice(0, 10) });
}

function byNewest(a: CatalogRow, b: CatalogRow): number {
  const [first = "", second = ""] = [a.d, b.d];
  return first === second ? (a.id < b.id ? -1 : 1) : first < second ? 1 : -1;
}
