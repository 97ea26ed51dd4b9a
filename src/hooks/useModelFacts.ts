"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ModelCatalog } from "../client/catalog/catalog.js";
import { completeModel } from "../client/catalog/mergeModels.js";
import { parseModelName } from "../client/modelName.js";
import type { ModelInfo } from "../client/types.js";
import type { ChatStore } from "../store/chatStore.js";
import { useCatalog } from "./useCatalog.js";
import { useChatState } from "./useMessage.js";

/** Options of `useModelFacts`. */
export interface UseModelFactsOptions {
  /** The models that answered in it are asked about, */
  store: ChatStore;
  /** and the one that will, or several. */
  model: string | readonly string[] | undefined;
  /** What the client lists: it counts more than the catalogue. */
  models: readonly ModelInfo[];
  /** Default: the page's, else one of ours. */
  queryClient?: QueryClient | undefined;
}

/** What is known of a model by its name: at least the name. The same object for the same name. */
export type ModelFacts = (model: string) => ModelInfo;

/** What is known of the models of a conversation: what their client says, completed by the catalogue once that is loaded. */
export function useModelFacts({
  store,
  model,
  models,
  queryClient,
}: UseModelFactsOptions): ModelFacts {
  const order = useChatState(store, (state) => state.order);
  const providers = useMemo(() => {
    const { byId } = store.state.getState();
    const answered = order.map((id) => byId.get(id)?.metadata?.model);
    return [...new Set([model, answered].flat().map(providerOf))].filter((id) => id !== undefined);
  }, [store, order, model]);
  const catalog = useCatalog({ providers, enabled: providers.length > 0, queryClient });
  return useMemo(() => createFacts(models, catalog), [models, catalog]);
}

function createFacts(models: readonly ModelInfo[], catalog: ModelCatalog | undefined): ModelFacts {
  const facts = new Map(models.map((one) => [one.id, catalog ? completeModel(one, catalog) : one]));
  return (id) => {
    const known = facts.get(id) ?? { ...catalog?.find(id), id };
    facts.set(id, known);
    return known;
  };
}

/** The prefix of a model's name; `undefined` for one that belongs to nobody known. */
function providerOf(model: string | undefined): string | undefined {
  // Metadata may be a host's own, so a model in it may be anything.
  if (typeof model !== "string") return undefined;
  try {
    return parseModelName(model).provider;
  } catch {
    return undefined;
  }
}
