"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { visionCapable } from "../../client/catalog/chatModels.js";
import type { ChatClient } from "../../client/types.js";
import type { ModelProp } from "../../hooks/useChat.js";
import { useModelGroups, type ModelGroups, type ModelsProp } from "../../hooks/useModelGroups.js";
import { unlistedItem } from "../../hooks/pickerItems.js";
import { selectionName } from "../../hooks/useModelSelection.js";
import { useStoredText, writeStored } from "../../hooks/storedText.js";
import type { ModelChoice } from "./ChatContext.js";

/** What decides the choice. */
export interface ModelChoiceOptions {
  /** Controlled. */
  model?: ModelProp | undefined;
  /** Models that are asked at once: then there is nothing to choose. Default: none. */
  compare?: readonly string[] | undefined;
  /** Uncontrolled: where the choice begins. Default: the first model listed. */
  defaultModel?: string | undefined;
  onModelChange?: ((model: string) => void) | undefined;
  models?: ModelsProp | undefined;
  providers?: readonly string[] | undefined;
  /** Shares the choice with every `useModelSelection` of this name. */
  persistKey?: string | undefined;
  client: ChatClient;
  queryClient?: QueryClient | undefined;
  /** Whether the chat comes from outside and has a model of its own. */
  isForeign: boolean;
}

/**
 * The model in use and the list it comes from. A picker is shown when no model is fixed or a choice is asked for. The choice
 * begins with `defaultModel`, else the one kept under `persistKey` while it is listed or its provider has not said, else the
 * first model listed.
 */
export function useModelChoice(options: ModelChoiceOptions): ModelChoice {
  const { compare, defaultModel, onModelChange, models, client, isForeign } = options;
  const model = compare ? undefined : options.model;
  const shared = options.persistKey === undefined ? undefined : selectionName(options.persistKey);
  const kept = useStoredText(shared);
  const [chosen, setChosen] = useState(defaultModel);
  // Chosen on a page of settings, or in another chat that shares the choice. What comes after `null` was there before.
  const [seen, setSeen] = useState(kept);
  if (seen !== kept) {
    setSeen(kept);
    if (seen !== null && kept) setChosen(kept);
  }

  // A client that lists nothing is one backend with a model of its own: there is nothing to choose.
  const isAsked = onModelChange !== undefined || models !== undefined;
  const mustChoose = isAsked || (!isForeign && client.listModels !== undefined);
  const isOpen = !compare && models !== false && mustChoose;
  const canChoose = isOpen && (model === undefined || isAsked);
  const list = useModelGroups({
    client,
    models,
    providers: options.providers,
    current: typeof model === "string" ? model : chosen,
    enabled: mustChoose && (canChoose || model === undefined),
    queryClient: options.queryClient,
  });
  const listed = useMemo(
    () => list.groups.flatMap(({ rows }) => rows.flatMap((row) => [row.model, ...row.variants])),
    [list.groups],
  );
  const isListed = (id: string): boolean => listed.some((one) => one.id === id);

  // What once was the first stays: a list that changes is no reason to answer with another model.
  const [start, setStart] = useState<string>();
  const isStartGone = start !== undefined && list.isSettled && !list.error && !isListed(start);
  const first = start === undefined || isStartGone ? startOf(list, kept, isListed) : start;
  if (first !== start && first !== undefined) setStart(first);

  return {
    model: compare?.[0] ?? model ?? chosen ?? first ?? (mustChoose ? undefined : ""),
    canChoose,
    models: listed,
    list,
    choose(next) {
      setChosen(next);
      if (shared !== undefined) writeStored(shared, next);
      onModelChange?.(next);
    },
  };
}

/** Where a choice begins: the one kept, while somebody lists it or nobody can say, else the first that is listed. */
function startOf(
  list: ModelGroups,
  kept: string | undefined | null,
  isListed: (id: string) => boolean,
): string | undefined {
  if (!list.isSettled) return undefined;
  if (kept) {
    const isUnknown = list.error || unlistedItem(kept, list.groups).group.isFromCatalog;
    if (isUnknown || isListed(kept)) return kept;
  }
  for (const { rows, state, isLoading } of list.groups) {
    if (state === "missing_key" || state === "refused" || state === "unreachable") continue;
    // The first in order, not the first to answer: otherwise the network would choose.
    if (isLoading) return undefined;
    const current = rows.filter(({ isRetired }) => !isRetired);
    const row = current.find((one) => visionCapable(one.model)) ?? current[0] ?? rows[0];
    if (row) return row.model.id;
  }
  return undefined;
}
