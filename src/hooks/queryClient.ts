"use client";
import { QueryClient, QueryClientContext } from "@tanstack/react-query";
import { useContext } from "react";

let ownClient: QueryClient | undefined;

/**
 * The `QueryClient` for our own lists: `override`, else the page's (from `QueryClientProvider`), else one of ours, made on
 * first need.
 */
export function useOwnQueryClient(override?: QueryClient): QueryClient {
  const host = useContext(QueryClientContext);
  return override ?? host ?? (ownClient ??= new QueryClient());
}
