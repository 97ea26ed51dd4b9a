import { arrangeModels, type ModelRow } from "../client/catalog/arrange.js";
import type { ModelCatalog } from "../client/catalog/catalog.js";
import { completeModel } from "../client/catalog/mergeModels.js";
import type { ChatError } from "../client/errors.js";
import { findProvider } from "../client/providers.js";
import type { ModelInfo, ProviderStatus } from "../client/types.js";
import type { ModelList } from "./useModelLists.js";

/** How a provider stands: whether it answered, has not been asked, lacks a key, refused one, or cannot be reached. */
export type ProviderState = "connected" | "untested" | "missing_key" | "refused" | "unreachable";

/** A provider and its models, as they are shown. */
export interface ModelGroup {
  /** The prefix of its model names. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** What the client says of it; `undefined` where it says nothing. */
  readonly status: ProviderStatus | undefined;
  /** `undefined` where nothing is known. */
  readonly state: ProviderState | undefined;
  /** In the order they are looked for. */
  readonly rows: readonly ModelRow[];
  /** Whether the rows are what the catalogue knows, because the provider has not listed its own. */
  readonly isFromCatalog: boolean;
  /** Whether its list may still come. */
  readonly isLoading: boolean;
  /** Why its list could not be had. */
  readonly error: ChatError | undefined;
  /** Asks for its list again. */
  readonly refetch: () => unknown;
}

/** What groups are made of. */
export interface GroupSources {
  statuses: readonly ProviderStatus[];
  lists: readonly ModelList[];
  /** Whether each list is of one provider. */
  isByProvider: boolean;
  catalog: ModelCatalog | undefined;
  /** The chosen model, which is shown whatever the rules say. */
  current: string | undefined;
}

/** Who serves a model: what the list says, else what stands before the first `/` of its id. */
export function providerOf({ id, provider }: ModelInfo): string {
  const slash = id.indexOf("/");
  return provider ?? (slash > 0 ? id.slice(0, slash) : "other");
}

/** The models a client lists by provider, each provider's arranged, facts completed by the catalogue. */
export function groupLists(sources: GroupSources): ModelGroup[] {
  return sources.isByProvider ? groupEach(sources) : groupAll(sources);
}

function groupEach({ statuses, lists, catalog, current }: GroupSources): ModelGroup[] {
  const byId = new Map(lists.map((list) => [list.provider, list]));
  return statuses.map((status) => {
    const list = byId.get(status.id);
    const listed = list?.models?.length ? list.models : undefined;
    return {
      id: status.id,
      name: status.name,
      status,
      state: stateOf(status, list?.error, listed !== undefined),
      rows: arrange(listed ?? catalog?.list(status.id) ?? [], catalog, current),
      isFromCatalog: !listed,
      isLoading: list?.isLoading ?? false,
      error: list?.error,
      refetch: list?.refetch ?? nothing,
    };
  });
}

function groupAll({ statuses, lists: [list], catalog, current }: GroupSources): ModelGroup[] {
  const byId = new Map<string, ModelInfo[]>();
  // A gateway may serve everything under one name of its own, and say of each model who made it.
  for (const { id } of statuses.length > 1 || !list?.models?.length ? statuses : [])
    byId.set(id, []);
  for (const model of list?.models ?? []) {
    const id = providerOf(model);
    const models = byId.get(id);
    if (models) models.push(model);
    else byId.set(id, [model]);
  }
  return [...byId].map(([id, models]) => {
    const status = statuses.find((one) => one.id === id);
    return {
      ...emptyGroup(id),
      ...(status && { name: status.name, state: stateOf(status, undefined, models.length > 0) }),
      status,
      rows: arrange(models, catalog, current),
      isLoading: list?.isLoading ?? false,
      error: models.length === 0 ? list?.error : undefined,
      refetch: list?.refetch ?? nothing,
    };
  });
}

/** Models a host names, in the order it names them, as they are: nothing is folded or left out. */
export function groupGiven(
  models: readonly ModelInfo[],
  sources: Pick<GroupSources, "statuses" | "catalog">,
): ModelGroup[] {
  const rows = models.map((model) => plainRow(complete(model, sources.catalog)));
  return regroup(
    rows,
    groupAll({ ...sources, lists: [], isByProvider: false, current: undefined }),
  );
}

/** What a host made of the list: its choice and its order, each model still with its versions behind it. */
export function groupChosen(
  choose: (list: readonly ModelInfo[]) => readonly ModelInfo[],
  groups: readonly ModelGroup[],
): ModelGroup[] {
  const rows = groups.flatMap((group) => group.rows);
  const chosen = choose(rows.flatMap((row) => [row.model, ...row.variants]));
  const ids = new Set(chosen.map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row.model.id, row]));
  const folded = new Set(
    rows.filter(({ model }) => ids.has(model.id)).flatMap(({ variants }) => variants.map(idOf)),
  );
  const kept = chosen.flatMap((model) => {
    const row = byId.get(model.id);
    if (row)
      return [{ ...row, model, variants: row.variants.filter((variant) => ids.has(variant.id)) }];
    return folded.has(model.id) ? [] : [plainRow(model)];
  });
  return regroup(kept, groups);
}

function idOf({ id }: ModelInfo): string {
  return id;
}

function regroup(rows: readonly ModelRow[], groups: readonly ModelGroup[]): ModelGroup[] {
  const known = new Map(groups.map((group) => [group.id, group]));
  const byId = new Map<string, ModelRow[]>();
  for (const row of rows) {
    const id = providerOf(row.model);
    byId.set(id, [...(byId.get(id) ?? []), row]);
  }
  return [...byId].map(([id, own]) => ({ ...(known.get(id) ?? emptyGroup(id)), rows: own }));
}

/** A provider that nobody has said anything of. */
export function emptyGroup(id: string): ModelGroup {
  return {
    id,
    name: findProvider(id)?.name ?? id,
    status: undefined,
    state: undefined,
    rows: [],
    isFromCatalog: false,
    isLoading: false,
    error: undefined,
    refetch: nothing,
  };
}

/** A limit and an order for providers. */
export function orderGroups(
  groups: readonly ModelGroup[],
  providers: readonly string[] | undefined,
): readonly ModelGroup[] {
  if (!providers) return groups;
  return providers.flatMap((id) => groups.find((group) => group.id === id) ?? []);
}

/** A model as it is, without versions. */
export function plainRow(model: ModelInfo): ModelRow {
  return { model, variants: [], isLatestAlias: false, isNew: false, isRetired: false };
}

function arrange(
  models: readonly ModelInfo[],
  catalog: ModelCatalog | undefined,
  current: string | undefined,
): ModelRow[] {
  return arrangeModels(
    models.map((model) => complete(model, catalog)),
    { current },
  );
}

const completed = new WeakMap<ModelCatalog, WeakMap<ModelInfo, ModelInfo>>();

/** Once for each model of a list: it is looked up by several names, and lists may be long. */
function complete(model: ModelInfo, catalog: ModelCatalog | undefined): ModelInfo {
  if (!catalog) return model;
  const known = completed.get(catalog) ?? new WeakMap<ModelInfo, ModelInfo>();
  completed.set(catalog, known);
  const info = known.get(model) ?? completeModel(model, catalog);
  known.set(model, info);
  return info;
}

function stateOf(
  { status }: ProviderStatus,
  error: ChatError | undefined,
  isListed: boolean,
): ProviderState {
  if (status !== "ready") return status;
  if (error?.code === "authentication" || error?.code === "permission") return "refused";
  if (error?.code === "missing_key") return "missing_key";
  if (error?.code === "network") return "unreachable";
  return isListed ? "connected" : "untested";
}

function nothing(): void {}
