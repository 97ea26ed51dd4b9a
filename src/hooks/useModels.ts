"use client";
import { keepPreviousData, useQuery, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { toChatError, type ChatError } from "../client/errors.js";
import type { ChatClient, ModelInfo } from "../client/types.js";
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

/** The models `client` lists, kept for five minutes. A client without `listModels` has none. */
export function useModels({
  client,
  enabled = true,
  queryClient,
}: UseModelsOptions): UseModelsResult {
  const cache = useOwnQueryClient(queryClient);
  const queryKey = ["polylogue", "models", keyOf(client)];
  const { data, error, isLoading, refetch } = useQuery(
    {
      queryKey,
      queryFn: ({ signal }) => client.listModels?.({ signal }) ?? Promise.resolve([]),
      enabled,
      staleTime: 5 * 60_000,
      // The client repeats what may be repeated; a second layer would only multiply the requests.
      retry: false,
      // Being offline is no reason not to ask: the models may be on this machine.
      networkMode: "always",
      // A client made anew on each render must not empty the picker each time.
      placeholderData: keepPreviousData,
      meta: { persist: false },
    },
    cache,
  );
  useEffect(
    () =>
      client.subscribe?.(
        () => void cache.invalidateQueries({ queryKey: ["polylogue", "models", keyOf(client)] }),
      ),
    [client, cache],
  );
  return {
    models: data ?? noModels,
    isLoading,
    error: error ? toChatError(error) : undefined,
    refetch: () => void refetch(),
  };
}

const keys = new WeakMap<ChatClient, number>();
let made = 0;

/** An opaque number for a client: nothing of its keys or addresses enters the cache. */
function keyOf(client: ChatClient): number {
  const key = keys.get(client) ?? ++made;
  keys.set(client, key);
  return key;
}
