"use client";
import { useQuery, type QueryClient } from "@tanstack/react-query";
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
export function useCatalog({
  providers,
  enabled = true,
  queryClient,
}: UseCatalogOptions): ModelCatalog | undefined {
  const named = [...new Set(providers)].toSorted();
  const { data } = useQuery(
    {
      queryKey: ["polylogue", "catalog", ...named],
      queryFn: () => loadCatalog(named),
      enabled,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      // The facts are part of the page, not of the network.
      networkMode: "always",
      meta: { persist: false },
    },
    useOwnQueryClient(queryClient),
  );
  return data;
}
