"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { findProvider } from "../client/providers.js";
import type { ChatError } from "../client/errors.js";
import type { ChatClient, ModelInfo } from "../client/types.js";
import {
  groupChosen,
  groupGiven,
  groupLists,
  orderGroups,
  providerOf,
  type ModelGroup,
} from "./modelGroups.js";
import { useCatalogQuery } from "./useCatalog.js";
import { useModelLists } from "./useModelLists.js";
import { useProviders } from "./useProviders.js";
import { useStable } from "./useStable.js";

/** Which models a person may choose from: what the client lists (`true`), these, or what this makes of the list. */
export type ModelsProp =
  | boolean
  | readonly (string | ModelInfo)[]
  | ((list: readonly ModelInfo[]) => readonly ModelInfo[]);

/** Options of `useModelGroups`. */
export interface UseModelGroupsOptions {
  client: ChatClient;
  /** Default: what the client lists. */
  models?: ModelsProp | undefined;
  /** The providers to show, in this order. Default: all, in the client's order. */
  providers?: readonly string[] | undefined;
  /** The chosen model: it stays in the list whatever the rules say. */
  current?: string | undefined;
  /** Nothing is asked while this is false. Default: true. */
  enabled?: boolean | undefined;
  queryClient?: QueryClient | undefined;
}

/** The models a person may choose from, by provider. */
export interface ModelGroups {
  /** Who lists them. */
  readonly client: ChatClient;
  readonly queryClient: QueryClient | undefined;
  readonly groups: readonly ModelGroup[];
  /** Whether nothing is there yet and something may come. */
  readonly isLoading: boolean;
  /** Whether the order is that of all facts: until then the first model may yet be another one. */
  readonly isSettled: boolean;
  /** Why there is no list at all. */
  readonly error: ChatError | undefined;
  /** Whether the models are those of a host alone, so that no other name is meant. */
  readonly isClosed: boolean;
  /** Loads what an open picker shows beside the models, for when a person is about to open it. */
  readonly prefetch: () => void;
  /** Asks for every list again. */
  readonly refetch: () => void;
}

/** What a client lists, completed by the catalogue, arranged and grouped by provider. */
export function useModelGroups(options: UseModelGroupsOptions): ModelGroups {
  const { client, models, providers, current, enabled = true, queryClient } = options;
  const [isOpening, setIsOpening] = useState(false);
  const given = Array.isArray(models) ? (models as readonly (string | ModelInfo)[]) : undefined;
  const isByProvider = !given && client.listsByProvider === true && client.providers !== undefined;
  const asked = useProviders({
    client,
    queryClient,
    enabled: enabled && (isByProvider || isOpening),
  });
  const statuses = asked.providers ?? none;
  const ready = useStable(
    statuses
      .filter(({ id, status }) => status === "ready" && (!providers || providers.includes(id)))
      .map(({ id }) => id),
  );
  const lists = useModelLists({
    client,
    queryClient,
    providers: isByProvider ? ready : undefined,
    enabled: enabled && !given,
  });

  const named = useMemo(() => given?.map(toModel), [given]);
  const served = useMemo(
    () => (named ?? lists.flatMap((list) => list.models ?? [])).map(providerOf),
    [named, lists],
  );
  const awaited = isOpening ? statuses.map(({ id }) => id) : ready;
  const facts = useCatalogQuery({
    providers: [...served, ...(isByProvider ? awaited : [])].filter(isKnown),
    enabled,
    queryClient,
  });
  const choose = typeof models === "function" ? models : undefined;
  const { catalog } = facts;
  const groups = useMemo(() => {
    const sources = { statuses, lists, isByProvider, catalog, current };
    const all = named ? groupGiven(named, sources) : groupLists(sources);
    return orderGroups(choose ? groupChosen(choose, all) : all, providers);
  }, [named, choose, providers, statuses, lists, isByProvider, catalog, current]);

  const isWaiting = isByProvider && !asked.providers && !asked.error;
  const isEmpty = groups.every(({ rows }) => rows.length === 0);
  const mayCome = enabled && !given && (isWaiting || lists.some((list) => list.isLoading));
  return {
    client,
    queryClient,
    groups,
    isLoading: isEmpty && mayCome,
    isSettled: !isWaiting && !facts.isLoading && !(isEmpty && mayCome),
    error: isEmpty ? (asked.error ?? lists.find((list) => list.error)?.error) : undefined,
    isClosed: given !== undefined || choose !== undefined,
    prefetch: useCallback(() => setIsOpening(true), []),
    refetch: () => {
      asked.refetch();
      for (const list of lists) list.refetch();
    },
  };
}

const none: readonly never[] = [];

function toModel(model: string | ModelInfo): ModelInfo {
  return typeof model === "string" ? { id: model } : model;
}

/** Whether the catalogue may know a provider. */
function isKnown(provider: string): boolean {
  return findProvider(provider) !== undefined;
}
