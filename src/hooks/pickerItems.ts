import type { ModelRow } from "../client/catalog/arrange.js";
import type { ModelInfo } from "../client/types.js";
import { emptyGroup, plainRow, providerOf, type ModelGroup } from "./modelGroups.js";
import type { ModelMemory } from "./useModelMemory.js";

/** One model as a picker shows it. */
export interface PickerItem {
  readonly model: ModelInfo;
  readonly group: ModelGroup;
  /** The line it stands on or behind. */
  readonly row: ModelRow;
  /** Whether it stands behind its row: a dated version, a region, a preview. */
  readonly isVariant: boolean;
}

/** Models under one heading. */
export interface PickerSection {
  /** What the heading says; `provider` for the name of `group`. */
  readonly id:
    | "chosen"
    | "recent"
    | "favourites"
    | "latest"
    | "earlier"
    | "models"
    | "retired"
    | "provider";
  readonly group?: ModelGroup | undefined;
  readonly items: readonly PickerItem[];
}

/** Finds models by id, versions included. */
export type PickerIndex = ReadonlyMap<string, PickerItem>;

/** Every model of these groups by id. */
export function indexModels(groups: readonly ModelGroup[]): PickerIndex {
  const index = new Map<string, PickerItem>();
  for (const group of groups) {
    for (const row of group.rows) {
      index.set(row.model.id, { model: row.model, group, row, isVariant: false });
      for (const model of row.variants)
        if (!index.has(model.id)) index.set(model.id, { model, group, row, isVariant: true });
    }
  }
  return index;
}

/** A model nobody lists, where it would stand if somebody did. */
export function unlistedItem(id: string, groups: readonly ModelGroup[]): PickerItem {
  const model: ModelInfo = { id };
  const provider = providerOf(model);
  const group = groups.find(({ id: known }) => known === provider) ?? emptyGroup(provider);
  return { model, group, row: plainRow(model), isVariant: false };
}

/** How many of the models used last are shown. */
const maxRecent = 3;

/** What belongs to the person, above any provider's list: a chosen model nobody lists, what was used last, favourites. */
export function personalSections(
  memory: ModelMemory,
  index: PickerIndex,
  chosen: (PickerItem & { isListed: boolean }) | undefined,
): PickerSection[] {
  const others = (ids: readonly string[]): PickerItem[] =>
    ids.filter((id) => id !== chosen?.model.id).flatMap((id) => index.get(id) ?? []);
  const sections = [
    { id: "chosen", items: chosen && !chosen.isListed ? [chosen] : [] },
    { id: "recent", items: others(memory.recent).slice(0, maxRecent) },
    { id: "favourites", items: others(memory.favourites) },
  ] as const;
  return sections.filter(({ items }) => items.length > 0);
}

/** How long after the newest model of a provider another one still counts as one of its latest. */
const latestMs = 180 * 24 * 60 * 60 * 1000;

/** How many rows a list has before headings help. */
const manyRows = 6;

/** One provider's rows under their headings: the latest, those before, the retired. */
export function sectionsOf(
  group: ModelGroup,
  isShown: (row: ModelRow) => boolean,
  isOpen: (row: ModelRow) => boolean,
): PickerSection[] {
  const rows = group.rows.filter(isShown);
  const current = rows.filter((row) => !row.isRetired);
  const newest = Math.max(...current.map(({ model }) => model.createdAt ?? 0));
  const isLatest = ({ isLatestAlias, isNew, model }: ModelRow): boolean =>
    isLatestAlias || isNew || (model.createdAt ?? 0) > newest - latestMs;
  const latest = current.filter((row) => newest > 0 && isLatest(row));
  const earlier = current.filter((row) => !latest.includes(row));
  const isSplit = current.length >= manyRows && latest.length > 0 && earlier.length > 0;
  const sections = isSplit
    ? ([
        ["latest", latest],
        ["earlier", earlier],
      ] as const)
    : ([["models", current]] as const);
  const retired = ["retired", rows.filter((row) => row.isRetired)] as const;
  return [...sections, retired].flatMap(([id, own]) =>
    own.length > 0 ? [{ id, group, items: own.flatMap((row) => itemsOf(row, group, isOpen)) }] : [],
  );
}

/** A row, and behind it its versions where they are shown. */
function itemsOf(
  row: ModelRow,
  group: ModelGroup,
  isOpen: (row: ModelRow) => boolean,
): PickerItem[] {
  const item = { model: row.model, group, row, isVariant: false };
  if (!isOpen(row)) return [item];
  return [item, ...row.variants.map((model) => ({ model, group, row, isVariant: true }))];
}

/** What is found in every provider, the best provider first, each one's best first. */
export function searchGroups(
  groups: readonly ModelGroup[],
  query: string,
  isShown: (row: ModelRow) => boolean,
  isOpen: (row: ModelRow) => boolean,
): PickerSection[] {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = groups.flatMap((group) => {
    const hits = group.rows.filter(isShown).flatMap((row) => {
      const rank = rankOf(row, group, terms);
      return rank === undefined ? [] : [{ row, rank }];
    });
    if (hits.length === 0) return [];
    hits.sort((a, b) => a.rank - b.rank);
    return [{ group, hits, best: hits[0]!.rank }];
  });
  found.sort((a, b) => a.best - b.best);
  return found.map(({ group, hits }) => ({
    id: "provider",
    group,
    items: hits.flatMap(({ row }) => itemsOf(row, group, isOpen)),
  }));
}

/**
 * Least for the best: the name itself, one that begins with what was typed, one with words that begin so, one that holds
 * it, anything else; retired last.
 */
function rankOf(row: ModelRow, group: ModelGroup, terms: readonly string[]): number | undefined {
  const words = wordsOf(row, group);
  if (!terms.every((term) => holds(words, term))) return undefined;
  const title = words.slice(0, words.indexOf("\n"));
  const rank = terms.every((term) => startsWord(title, term))
    ? [title === terms.join(" "), title.startsWith(terms[0] ?? ""), true].indexOf(true)
    : terms.every((term) => holds(title, term))
      ? 3
      : 4;
  return rank + (row.isRetired ? 5 : 0);
}

/** One or two letters stand in the middle of nearly every name: there they are no hit. */
function holds(words: string, term: string): boolean {
  return term.length > 2 ? words.includes(term) : startsWord(words, term);
}

function startsWord(words: string, term: string): boolean {
  for (let at = words.indexOf(term); at >= 0; at = words.indexOf(term, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(words.charAt(at - 1))) return true;
  }
  return false;
}

const knownWords = new WeakMap<ModelRow, string>();

/** Everything a model can be found by, made once: its name, ids, provider and what it can do. */
function wordsOf(row: ModelRow, group: ModelGroup): string {
  const known = knownWords.get(row);
  if (known !== undefined) return known;
  const { model, variants } = row;
  const words = [
    model.name ?? model.id.slice(model.id.indexOf("/") + 1),
    "",
    model.id,
    group.name,
    group.id,
    ...variants.map(({ id }) => id),
    ...(model.snapshots ?? []),
    ...abilitiesOf(row),
  ]
    .join("\n")
    .toLowerCase();
  knownWords.set(row, words);
  return words;
}

/** What a model can do, in the words of a search. */
function abilitiesOf({ model, isNew, isRetired }: ModelRow): string[] {
  const abilities = {
    vision: model.vision,
    tools: model.tools,
    reasoning: model.reasoning,
    preview: model.preview,
    new: isNew,
    retired: isRetired,
  };
  return Object.entries(abilities).flatMap(([word, has]) => (has ? [word] : []));
}
