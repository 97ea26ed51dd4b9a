"use client";
import { useMemo, useState } from "react";
import type { ModelRow } from "../client/catalog/arrange.js";
import { visionCapable } from "../client/catalog/chatModels.js";
import type { ModelGroup } from "./modelGroups.js";
import {
  indexModels,
  personalSections,
  searchGroups,
  sectionsOf,
  unlistedItem,
  type PickerItem,
  type PickerSection,
} from "./pickerItems.js";
import type { ModelGroups } from "./useModelGroups.js";
import { rememberUse, toggleFavourite, useModelMemory } from "./useModelMemory.js";
import type { UseModelPickerOptions } from "./useModelPicker.js";
import { useProviderKeys, type ProviderKeys } from "./useProviderKeys.js";

/** What `useModelPicker` gives. */
export interface UseModelPickerResult extends ProviderKeys {
  /** How many models there are, versions not counted. */
  total: number;
  isLoading: boolean;
  error: ModelGroups["error"];
  refetch: () => void;
  /** Loads what an open picker shows, for when a person is about to open it. */
  prefetch: () => void;

  /** The id of the chosen model; empty for none. */
  value: string;
  /** What is known of it; one that nobody lists is known by its id alone. `undefined` for none. */
  chosen: ChosenItem | undefined;
  /** Chooses a model. Nothing happens for the one that is chosen, and for one that something speaks against. */
  choose: (model: string) => void;
  /** Shows a provider and chooses one of its models: the one used last, else the first that can be used. */
  chooseProvider: (provider: string) => void;
  /** Why a model cannot be chosen now: `missing_key` where its provider lacks one, else a sentence. */
  against: (item: PickerItem) => Against | undefined;

  /** The provider whose models are shown. */
  shown: ModelGroup | undefined;
  /** Shows another one; `undefined` for the chosen model's, and with it what was used last and the favourites. */
  show: (provider: string | undefined) => void;
  /** What is searched for, in every provider; empty for the models of `shown`. */
  query: string;
  setQuery: (query: string) => void;
  sections: readonly PickerSection[];
  /** What is searched for as a model name of its own, where any name may be one and no list, once it is there, has it. */
  customName: string | undefined;
  /** How many of the models one looks at, or has searched for, `filter` keeps back. */
  hiddenCount: number;
  showsAll: boolean;
  setShowsAll: (all: boolean) => void;
  /** Back to how a picker opens: no search, the chosen model's provider, no versions. */
  reset: () => void;
  /** Whether the versions of a row are shown. */
  isOpen: (row: ModelRow) => boolean;
  toggleRow: (row: ModelRow) => void;

  isFavourite: (model: string) => boolean;
  toggleFavourite: (model: string) => void;
}

/** The chosen model. */
export interface ChosenItem extends PickerItem {
  /** False once its provider's list is there and it is not on it, or nobody has heard of its provider. */
  readonly isListed: boolean;
}

/** What speaks against choosing a model. */
export type Against = { code: "missing_key" } | { code: "reason"; reason: string };

/** A picker over a list that is already there. */
export interface PickerStateOptions extends Pick<
  UseModelPickerOptions,
  "value" | "onChange" | "filter" | "reasonAgainst"
> {
  list: ModelGroups;
}

/** The state of one picker over a list. */
export function usePickerState(options: PickerStateOptions): UseModelPickerResult {
  const { value, onChange, list, filter = visionCapable, reasonAgainst } = options;
  const memory = useModelMemory();
  const [showsAll, setShowsAll] = useState(false);
  const [query, setQuery] = useState("");
  const [toggled, setToggled] = useState<ReadonlySet<string>>(noRows);
  const [asked, show] = useState<string>();

  const index = useMemo(() => indexModels(list.groups), [list.groups]);
  const chosen = useMemo((): ChosenItem | undefined => {
    if (!value) return undefined;
    const item = index.get(value);
    if (item) return { ...item, isListed: true };
    const unlisted = unlistedItem(value, list.groups);
    // A list that is not there says nothing about what is on it.
    const isUnknown = !list.isSettled || list.error || unlisted.group.isFromCatalog;
    return { ...unlisted, isListed: Boolean(isUnknown) };
  }, [value, index, list.groups, list.isSettled, list.error]);
  const { client, queryClient } = list;
  const keys = useProviderKeys({ client, groups: list.groups, chosen, queryClient });
  const { groups } = keys;
  const groupOf = (id: string | undefined) => groups.find((group) => group.id === id);
  const shown =
    groupOf(asked) ??
    groupOf(chosen?.group.id) ??
    groups.find(({ rows, state }) => rows.length > 0 && state !== "missing_key") ??
    groups[0];

  const { found, hiddenCount } = useMemo(() => {
    const isSearching = query.trim() !== "";
    const look = (passes: RowTest, opened: RowTest): PickerSection[] =>
      isSearching
        ? searchGroups(groups, query, passes, opened)
        : shown
          ? sectionsOf(shown, passes, opened)
          : [];
    const isKept: RowTest = ({ model, variants }) =>
      filter(model) || [model, ...variants].some(({ id }) => id === value);
    const own = look(
      (row) => showsAll || isKept(row),
      (row) => isRowOpen(row, toggled, chosen),
    );
    const isPersonal = !isSearching && asked === undefined;
    return {
      found: isPersonal ? [...personalSections(memory, index, chosen), ...own] : own,
      hiddenCount: look(
        (row) => !isKept(row),
        () => false,
      ).flatMap(({ items }) => items).length,
    };
  }, [groups, shown, asked, query, showsAll, filter, toggled, memory, index, chosen, value]);

  function against(item: PickerItem): Against | undefined {
    if (groupOf(item.group.id)?.state === "missing_key") return { code: "missing_key" };
    const reason = reasonAgainst?.(item.model);
    return reason === undefined ? undefined : { code: "reason", reason };
  }

  function choose(model: string): void {
    if (model === value) return;
    if (against(index.get(model) ?? unlistedItem(model, groups))) return;
    rememberUse(model);
    onChange(model);
  }

  function chooseProvider(provider: string): void {
    show(provider);
    const group = groupOf(provider);
    if (!group || chosen?.group.id === provider) return;
    const rows = group.rows.map((row) => ({ model: row.model, group, row, isVariant: false }));
    const used = memory.recent.flatMap((id) => index.get(id) ?? []);
    const usable = [
      ...used.filter((item) => item.group.id === provider),
      ...rows.filter(({ row, model }) => !row.isRetired && filter(model)),
      ...rows,
    ].find((item) => !against(item));
    if (usable) choose(usable.model.id);
  }

  return {
    ...keys,
    total: useMemo(
      () => list.groups.reduce((sum, { rows }) => sum + rows.length, 0),
      [list.groups],
    ),
    isLoading: list.isLoading,
    error: list.error,
    refetch: list.refetch,
    prefetch: list.prefetch,
    value,
    chosen,
    choose,
    chooseProvider,
    against,
    shown,
    show,
    query,
    setQuery,
    sections: found,
    customName: list.isClosed ? undefined : nameOfOwn(query.trim(), index, list, groups, shown),
    hiddenCount,
    showsAll,
    setShowsAll,
    reset() {
      setQuery("");
      show(undefined);
      setToggled(noRows);
    },
    isOpen: (row) => isRowOpen(row, toggled, chosen),
    toggleRow: ({ model }) => setToggled((rows) => withToggled(rows, model.id)),
    isFavourite: (model) => memory.favourites.includes(model),
    toggleFavourite,
  };
}

const noRows: ReadonlySet<string> = new Set();

type RowTest = (row: ModelRow) => boolean;

/** The row of a chosen version begins open: what is chosen is to be seen. */
function isRowOpen(
  { model }: ModelRow,
  toggled: ReadonlySet<string>,
  chosen: PickerItem | undefined,
): boolean {
  const holdsChosen = chosen?.isVariant === true && chosen.row.model.id === model.id;
  return toggled.has(model.id) !== holdsChosen;
}

function withToggled(rows: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(rows);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * A client that asks each provider itself needs to know which one a name belongs to. While a list that may hold it is
 * on its way, nothing is offered: Enter would take a name that nobody has for the model about to appear.
 */
function nameOfOwn(
  name: string,
  index: ReadonlyMap<string, PickerItem>,
  { client, isSettled }: ModelGroups,
  groups: readonly ModelGroup[],
  shown: ModelGroup | undefined,
): string | undefined {
  if (!name || /\s/.test(name)) return undefined;
  const said = groups.find(({ id }) => name.startsWith(`${id}/`));
  if (said ? said.isLoading : !isSettled || groups.some(({ isLoading }) => isLoading))
    return undefined;
  const full = client.listsByProvider && shown && !said ? `${shown.id}/${name}` : name;
  return index.has(full) ? undefined : full;
}
