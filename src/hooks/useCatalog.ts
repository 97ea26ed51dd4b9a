"use client";
import { keepPreviousData, useQuery, type QueryClient } from "@tanstack/react-query";
import { loadCatalog, type ModelCatalog } from "../client/catalog/catalog.js";
import { useOwnQueryClient } from "./queryClient.js";

/** Options of `useCatalog`. */
export interface UseCatalogOptions {
  /** Whose models are asked about: prefixes of model names. */
  providers: readonly string[];
  /** Nothing is loaded while this is false. Default: true. */
  enabled?: boolean | undefined;
  /** Default: the page's, else one of ours. */
  queryClient?: QueryClient | undefined;
}

/** What is known of the models of these providers; `undefined` until it is loaded, or where it cannot be. */
export function useCatalog(options: UseCatalogOptions): ModelCatalog | undefined {
  return useCatalogQuery(options).catalog;
}

/** The same, with whether the facts are still on their way: until they are all there, those of before serve. */
export function useCatalogQuery({ providers, enabled = true, queryClient }: UseCatalogOptions): {
  catalog: ModelCatalog | undefined;
  isLoading: boolean;
} {
  const named = [...new Set(providers)].toSorted();
  const { data, isLoading, isPlaceholderData } = useQuery(
    {
      queryKey: ["polylogue", "catalog", ...named],
      queryFn: () => loadCatalog(named),
      enabled,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      // The facts are part of the page, not of the network.
      networkMode: "always",
      placeholderData: keepPreviousData,
      meta: { persist: false },
    },
    useOwnQueryClient(queryClient),
  );
  return { catalog: data, isLoading: isLoading || isPlaceholderData };
}
