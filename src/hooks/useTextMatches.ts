"use client";
import { useEffect, useState } from "react";
import type { ChatPersistence } from "../client/threads.js";

/** How long typing must rest before texts are searched, in milliseconds. */
const restMs = 150;

/** What is found in the texts of the conversations. */
export interface TextMatches {
  /** Excerpts by the ids of their threads. */
  readonly excerpts: ReadonlyMap<string, string>;
  readonly isSearching: boolean;
}

const nothing: ReadonlyMap<string, string> = new Map();

/**
 * Searches the texts of conversations, where `persistence` can: what was found stays while more of the same words is typed.
 *
 * @param query Empty to search nothing.
 */
export function useTextMatches(persistence: ChatPersistence, query: string): TextMatches {
  const [found, setFound] = useState({ query: "", excerpts: nothing });
  const isWanted = query !== "" && persistence.search !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    async function search(): Promise<void> {
      // What cannot be searched is found by its title alone: the list says already what is wrong with the storage.
      const matches = (await persistence.search?.(query).catch(() => [])) ?? [];
      const excerpts = new Map(matches.map(({ id, excerpt }) => [id, excerpt]));
      if (isHere) setFound({ query, excerpts });
    }
    const timer = setTimeout(() => void search(), restMs);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [persistence, query, isWanted]);
  if (!isWanted) return { excerpts: nothing, isSearching: false };
  const excerpts = query.startsWith(found.query) ? found.excerpts : nothing;
  return { excerpts, isSearching: found.query !== query };
}
