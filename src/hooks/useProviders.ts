"use client";
import { keepPreviousData, useQuery, type QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ChatError } from "../client/errors.js";
import { toChatError } from "../client/foreignErrors.js";
import type { ChatClient, ProviderStatus } from "../client/types.js";
import { clientKey, useClientChanges } from "./clientCache.js";
import { useOwnQueryClient } from "./queryClient.js";
import { listRules } from "./useModels.js";

/** Options of `useProviders`. */
export interface UseProvidersOptions {
  client: ChatClient;
  /** Default: true. */
  enabled?: boolean | undefined;
  /** Default: the page's, else one of ours. */
  queryClient?: QueryClient | undefined;
}

/** What stands between a person and each provider. */
export interface UseProvidersResult {
  /** In the client's order; `undefined` until they are there. */
  providers: readonly ProviderStatus[] | undefined;
  error: ChatError | undefined;
  /** Asks again. */
  refetch: () => void;
}

/** What `client` says of its providers, asked again when its keys change. A client without `providers` has none. */
export function useProviders({
  client,
  enabled = true,
  queryClient,
}: UseProvidersOptions): UseProvidersResult {
  const cache = useOwnQueryClient(queryClient);
  const { data, error, refetch } = useQuery(
    {
      ...listRules,
      queryKey: clientKey(client, "providers"),
      queryFn: ({ signal }) => client.providers?.({ signal }) ?? Promise.resolve([]),
      enabled,
      placeholderData: keepPreviousData,
    },
    cache,
  );
  useClientChanges(client, cache);
  return {
    providers: data,
    error: useMemo(() => (error ? toChatError(error) : undefined), [error]),
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}
