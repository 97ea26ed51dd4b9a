"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ChatClient } from "../client/types.js";

const numbers = new WeakMap<ChatClient, number>();
let made = 0;

/** An opaque number for a client: nothing of its keys or addresses enters the cache. */
function numberOf(client: ChatClient): number {
  const number = numbers.get(client) ?? ++made;
  numbers.set(client, number);
  return number;
}

/** What is asked of a client: its models, its providers, or whether they answer. */
export type ClientFact = "models" | "providers" | "tests";

/** Where the cache keeps what a client said; `provider` for what it said of one alone. */
export function clientKey(client: ChatClient, fact: ClientFact, provider?: string): unknown[] {
  const key = ["polylogue", fact, numberOf(client)];
  return provider === undefined ? key : [...key, provider];
}

const generations = new WeakMap<ChatClient, number>();

/** A number that rises when a client's keys change: what was asked before belongs to other keys. */
export function generationOf(client: ChatClient): number {
  return generations.get(client) ?? 0;
}

/** Forgets what a client said before its keys changed: lists are asked for again, tests are void. */
export function forgetAnswers(client: ChatClient, cache: QueryClient): void {
  generations.set(client, generationOf(client) + 1);
  cache.setQueryData(clientKey(client, "tests"), {});
  for (const fact of ["models", "providers"] as const)
    void cache.invalidateQueries({ queryKey: clientKey(client, fact) });
}

const watched = new WeakMap<ChatClient, WeakSet<QueryClient>>();

/**
 * Keeps a cache in step with a client whose keys change, for as long as both live: what is cached outlasts the component
 * that asked for it.
 */
export function useClientChanges(client: ChatClient, cache: QueryClient): void {
  useEffect(() => {
    const caches = watched.get(client) ?? new WeakSet();
    watched.set(client, caches);
    if (!client.subscribe || caches.has(cache)) return;
    caches.add(cache);
    const held = new WeakRef(cache);
    const stop = client.subscribe(() => {
      const living = held.deref();
      if (living) forgetAnswers(client, living);
      else stop();
    });
  }, [client, cache]);
}
