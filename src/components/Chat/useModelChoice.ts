"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ChatClient, ModelInfo } from "../../client/types.js";
import type { ModelProp } from "../../hooks/useChat.js";
import { useModels } from "../../hooks/useModels.js";
import type { ModelChoice } from "./ChatContext.js";

/** Which models a person may choose from: what the client lists (`true`), these, or what this makes of the list. */
export type ModelsProp =
  | boolean
  | readonly (string | ModelInfo)[]
  | ((list: readonly ModelInfo[]) => readonly ModelInfo[]);

/** What decides the choice. */
export interface ModelChoiceOptions {
  /** Controlled. */
  model?: ModelProp | undefined;
  /** Uncontrolled: where the choice begins. Default: the first model listed. */
  defaultModel?: string | undefined;
  onModelChange?: ((model: string) => void) | undefined;
  models?: ModelsProp | undefined;
  client: ChatClient;
  queryClient?: QueryClient | undefined;
  /** Whether the chat comes from outside and has a model of its own. */
  isForeign: boolean;
}

/** The model in use and the list it comes from. A picker is shown when no model is fixed or a choice is asked for. */
export function useModelChoice(options: ModelChoiceOptions): ModelChoice {
  const { model, defaultModel, onModelChange, models, client, queryClient, isForeign } = options;
  const [chosen, setChosen] = useState(defaultModel);
  // A client that lists nothing is one backend with a model of its own: there is nothing to choose.
  const isAsked = onModelChange !== undefined || models !== undefined;
  const mustChoose = isAsked || (!isForeign && client.listModels !== undefined);
  const canChoose = models !== false && mustChoose && (model === undefined || isAsked);
  const given = Array.isArray(models) ? (models as readonly (string | ModelInfo)[]) : undefined;
  const listed = useModels({
    client,
    queryClient,
    enabled: mustChoose && (canChoose || model === undefined) && given === undefined,
  });
  const list = useMemo(() => {
    if (given) return given.map((one) => (typeof one === "string" ? { id: one } : one));
    return typeof models === "function" ? models(listed.models) : listed.models;
  }, [given, models, listed.models]);

  return {
    model: model ?? chosen ?? list[0]?.id ?? (mustChoose ? undefined : ""),
    canChoose,
    models: list,
    choose(next) {
      setChosen(next);
      onModelChange?.(next);
    },
    isLoading: listed.isLoading,
    failed: listed.error !== undefined,
    refetch: listed.refetch,
  };
}
