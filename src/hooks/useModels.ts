"use client";
import { keepPreviousData, useQuery, type QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ChatError } from "../client/errors.js";
import { toChatError } from "../client/foreignErrors.js";
import type { ChatClient, ModelInfo } from "../client/types.js";
import { clientKey, useClientChanges } from "./clientCache.js";
import { useOwnQueryClient } from "./queryClient.js";

/** Options of `useModels`. */
export interface UseModelsOptions {
  client: ChatClient;
  /** Default: true. */
  enabled?: boolean | undefined;
  /** Default: the page's, else one of ours. */
  queryClient?: QueryClient | undefined;
}

/** What a client offers. */
export interface UseModelsResult {
  /** In the client's order; empty until they are there. */
  models: readonly ModelInfo[];
  isLoading: boolean;
  error: ChatError | undefined;
  /** Asks again. */
  refetch: () => void;
}

const noModels: readonly ModelInfo[] = [];

/** How lists of models and providers are kept: for an hour, in this page alone. */
export const listRules: {
  staleTime: number;
  retry: boolean;
  refetchOnWindowFocus: boolean;
  networkMode: "always";
  meta: { persist: boolean };
} = {
  staleTime: 60 * 60_000,
  // The client repeats what may be repeated; a second layer would only multiply the requests.
  retry: false,
  refetchOnWindowFocus: false,
  // Being offline is no reason not to ask: the models may be on this machine.
  networkMode: "always",
  meta: { persist: false },
};

/** The models `client` lists, kept for an hour. A client without `listModels` has none. */
export function useModels({
  client,
  enabled = true,
  queryClient,
}: UseModelsOptions): UseModelsResult {
  const cache = useOwnQueryClient(queryClient);
  const { data, error, isLoading, refetch } = useQuery(
    {
      ...listRules,
      queryKey: clientKey(client, "models"),
      queryFn: ({ signal }) => client.listModels?.({ signal }) ?? Promise.resolve([]),
      enabled,
      // A client made anew on each render must not empty the picker each time.
      placeholderData: keepPreviousData,
    },
    cache,
  );
  useClientChanges(client, cache);
  return {
    models: data ?? noModels,
    isLoading,
    error: useMemo(() => (error ? toChatError(error) : undefined), [error]),
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}
