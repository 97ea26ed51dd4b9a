"use client";
import { useMutation, useQuery, type QueryClient } from "@tanstack/react-query";
import { toChatError } from "../client/foreignErrors.js";
import type { ChatClient, ConnectionTest } from "../client/types.js";
import { clientKey, generationOf, useClientChanges } from "./clientCache.js";
import { useOwnQueryClient } from "./queryClient.js";

/** Results by model id. */
type TestResults = Readonly<Record<string, ConnectionTest>>;

/** The tests made of a client's models since its keys last changed. */
export interface ConnectionTests {
  readonly results: TestResults;
  /** The model being tested. */
  readonly testing: string | undefined;
  /** Makes one small request to a model. */
  readonly test: (model: string) => void;
}

const none: TestResults = {};

/** Runs connection tests and keeps their results, for every component of the page, until the client's keys change. */
export function useConnectionTests(
  client: ChatClient,
  queryClient: QueryClient | undefined,
): ConnectionTests {
  const cache = useOwnQueryClient(queryClient);
  const queryKey = clientKey(client, "tests");
  const { data = none } = useQuery<TestResults>(
    {
      queryKey,
      queryFn: () => none,
      // Nothing is asked by itself: the tests below put their results there.
      enabled: false,
      gcTime: Number.POSITIVE_INFINITY,
      meta: { persist: false },
    },
    cache,
  );
  useClientChanges(client, cache);
  const { mutate, isPending, variables } = useMutation(
    {
      mutationFn: async (model: string) => {
        const generation = generationOf(client);
        const result = await runTest(client, model);
        // With another key the answer would be about something else.
        if (generation !== generationOf(client)) return;
        cache.setQueryData<TestResults>(queryKey, (kept) => ({ ...kept, [model]: result }));
      },
      networkMode: "always",
      meta: { persist: false },
    },
    cache,
  );
  return { results: data, testing: isPending ? variables : undefined, test: mutate };
}

async function runTest(client: ChatClient, model: string): Promise<ConnectionTest> {
  try {
    return await client.testConnection!({ model });
  } catch (thrown) {
    const { message, code, details } = toChatError(thrown);
    return { success: false, model, error: message, code, ...(details ? { details } : {}) };
  }
}
