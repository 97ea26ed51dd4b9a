"use client";
import type { QueryClient } from "@tanstack/react-query";
import type { ChatClient, ModelInfo } from "../client/types.js";
import { defaultClient } from "./defaultClient.js";
import { useModelGroups, type ModelsProp } from "./useModelGroups.js";
import { usePickerState, type UseModelPickerResult } from "./usePickerState.js";

/** Options of `useModelPicker`. */
export interface UseModelPickerOptions {
  /** The id of the chosen model; empty for none. */
  value: string;
  onChange: (model: string) => void;
  /** Who lists the models. Default: the gateway at `/api/polylogue`. */
  client?: ChatClient | undefined;
  /** Instead of what the client lists, or what is made of it. */
  models?: ModelsProp | undefined;
  /** The providers to show, in this order. Default: all, in the client's order. */
  providers?: readonly string[] | undefined;
  /** Which models are shown at first; the others wait behind a switch. Default: all but those known not to read images. */
  filter?: ((model: ModelInfo) => boolean) | undefined;
  /** Why a model cannot be chosen now, in a sentence. Such a model is shown, and cannot be chosen. */
  reasonAgainst?: ((model: ModelInfo) => string | undefined) | undefined;
  /** Default: the page's, else one of ours. */
  queryClient?: QueryClient | undefined;
}

/**
 * Everything `<ModelPicker>` knows and does, without its looks: providers and how they stand, models under their headings,
 * search, versions, what was used last, favourites, keys and connection tests.
 */
export function useModelPicker(options: UseModelPickerOptions): UseModelPickerResult {
  const { value, client = defaultClient(), models, providers, queryClient } = options;
  const current = value || undefined;
  const list = useModelGroups({ client, models, providers, current, queryClient });
  return usePickerState({ ...options, list });
}
