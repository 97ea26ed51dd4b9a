"use client";
import { useQueries, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ChatError } from "../client/errors.js";
import { toChatError } from "../client/foreignErrors.js";
import type { ChatClient, ModelInfo } from "../client/types.js";
import { clientKey } from "./clientCache.js";
import { useOwnQueryClient } from "./queryClient.js";
import { listRules, useModels } from "./useModels.js";

/** One list a client was asked for. */
export interface ModelList {
  /** Whose models were asked for; `undefined` for everybody's. */
  readonly provider: string | undefined;
  /** In the client's order; `undefined` until they are there. */
  readonly models: readonly ModelInfo[] | undefined;
  /** Whether nothing is there yet and something may come. */
  readonly isLoading: boolean;
  readonly error: ChatError | undefined;
  /** Asks again. */
  readonly refetch: () => unknown;
}

/** Options of `useModelLists`. */
export interface UseModelListsOptions {
  client: ChatClient;
  /** The providers to ask one by one, the same array while they are the same; `undefined` asks for one list of everything. */
  providers: readonly string[] | undefined;
  enabled: boolean;
  queryClient?: QueryClient | undefined;
}

/** The lists of a client: one for each provider, so that a slow or refusing one holds up nobody, or one of everything. */
export function useModelLists({
  client,
  providers,
  enabled,
  queryClient,
}: UseModelListsOptions): readonly ModelList[] {
  const all = useModels({ client, queryClient, enabled: enabled && !providers });
  const each = useQueries(
    {
      queries: (providers ?? []).map((provider) => ({
        ...listRules,
        queryKey: clientKey(client, "models", provider),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          client.listModels?.({ signal, provider }) ?? Promise.resolve([]),
        enabled,
      })),
      combine: readResults,
    },
    useOwnQueryClient(queryClient),
  );
  const { models, isLoading, error, refetch } = all;
  return useMemo(() => {
    if (providers) return providers.map((provider, index) => ({ provider, ...each[index]! }));
    const isMissing = models.length === 0 && (isLoading || error !== undefined);
    return [
      { provider: undefined, models: isMissing ? undefined : models, isLoading, error, refetch },
    ];
  }, [providers, each, models, isLoading, error, refetch]);
}

/** Outside the hook, so that equal results are the same results. */
function readResults(
  results: readonly {
    data: ModelInfo[] | undefined;
    error: Error | null;
    isFetching: boolean;
    refetch: () => unknown;
  }[],
): Omit<ModelList, "provider">[] {
  return results.map(({ data, error, isFetching, refetch }) => ({
    models: data,
    isLoading: isFetching && !data,
    error: error && !isFetching ? toChatError(error) : undefined,
    refetch,
  }));
}
