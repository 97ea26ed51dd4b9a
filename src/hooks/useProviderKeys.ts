"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ChatClient, ConnectionTest } from "../client/types.js";
import { forgetAnswers } from "./clientCache.js";
import type { ModelGroup, ProviderState } from "./modelGroups.js";
import type { PickerItem } from "./pickerItems.js";
import { useOwnQueryClient } from "./queryClient.js";
import { useConnectionTests, type ConnectionTests } from "./useConnectionTests.js";

/** Options of `useProviderKeys`. */
export interface ProviderKeysOptions {
  client: ChatClient;
  groups: readonly ModelGroup[];
  /** The chosen model: it is the one of its provider that is tested. */
  chosen: PickerItem | undefined;
  queryClient: QueryClient | undefined;
}

/** How providers stand, and what a person can do about it. */
export interface ProviderKeys {
  /** The groups, each with what the last test said of it. */
  groups: readonly ModelGroup[];
  /** Whether connections can be tested at all. */
  canTest: boolean;
  /** Asks the chosen model of a provider, else its first, for a word. Without a model nothing happens. */
  test: (provider: string) => void;
  /** What came of it, kept until a key changes. */
  testOf: (provider: string) => ConnectionTest | undefined;
  /** The model being tested. */
  testing: string | undefined;
  /** Whether a person can give a key for a provider. */
  canSetKey: (provider: string) => boolean;
  /** Hands a key to the client, which keeps it in memory or for this tab; an empty one is forgotten. */
  setKey: (provider: string, key: string, options: { keep: "memory" | "tab" }) => void;
}

/** Keys and connection tests of a client's providers. */
export function useProviderKeys({
  client,
  groups,
  chosen,
  queryClient,
}: ProviderKeysOptions): ProviderKeys {
  const cache = useOwnQueryClient(queryClient);
  const { results, testing, test } = useConnectionTests(client, queryClient);
  const tested = useMemo(
    () =>
      groups.map((group) => {
        const result = resultOf(group, chosen, results);
        return result ? { ...group, state: stateAfter(result) ?? group.state } : group;
      }),
    [groups, results, chosen],
  );
  const groupOf = (provider: string): ModelGroup | undefined =>
    groups.find(({ id }) => id === provider);
  return {
    groups: tested,
    canTest: client.testConnection !== undefined,
    test: (provider) => {
      const group = groupOf(provider);
      const model = group && modelToTest(group, chosen);
      if (model !== undefined && client.testConnection) test(model);
    },
    testOf: (provider) => {
      const group = groupOf(provider);
      return group && resultOf(group, chosen, results);
    },
    testing,
    canSetKey: (provider) =>
      client.setKey !== undefined &&
      groups.some(({ id, status }) => id === provider && status?.canSetKey === true),
    setKey: (provider, key, options) => {
      client.setKey?.(provider, key, options);
      // A client that does not say when its keys change is asked again all the same.
      if (!client.subscribe) forgetAnswers(client, cache);
    },
  };
}

function modelToTest(group: ModelGroup, chosen: PickerItem | undefined): string | undefined {
  if (chosen?.group.id === group.id) return chosen.model.id;
  return (group.rows.find(({ isRetired }) => !isRetired) ?? group.rows[0])?.model.id;
}

/**
 * What is known of the model that would be tested; where none is chosen, of any model of the provider: which one is first
 * may have changed since, as when its own list took the place of the catalogue.
 */
function resultOf(
  group: ModelGroup,
  chosen: PickerItem | undefined,
  results: ConnectionTests["results"],
): ConnectionTest | undefined {
  const own = results[modelToTest(group, chosen) ?? ""];
  if (own || chosen?.group.id === group.id) return own;
  const prefix = `${group.id}/`;
  return Object.values(results).findLast(({ model }) => model.startsWith(prefix));
}

/** What a test says of the provider; nothing where it says something of the model alone. */
function stateAfter(result: ConnectionTest): ProviderState | undefined {
  if (result.success) return "connected";
  switch (result.code) {
    case "authentication":
    case "permission":
      return "refused";
    case "missing_key":
      return "missing_key";
    case "network":
    case "timeout":
      return "unreachable";
    default:
      return undefined;
  }
}
