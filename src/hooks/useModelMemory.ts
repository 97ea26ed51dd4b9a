"use client";
import { useMemo } from "react";
import { readStored, useStoredText, writeStored } from "./storedText.js";

/** Which models a person used and which they marked: ids alone. */
export interface ModelMemory {
  /** The last first, at most 30. */
  readonly recent: readonly string[];
  /** In the order they were marked. */
  readonly favourites: readonly string[];
}

const name = "polylogue:models";
const maxRecent = 30;

/** What this browser remembers of the models a person used, the same for every picker on the page. */
export function useModelMemory(): ModelMemory {
  const text = useStoredText(name);
  return useMemo(() => readMemory(text), [text]);
}

/** Remembers that a model was used just now. */
export function rememberUse(model: string): void {
  const memory = readMemory(readStored(name));
  const recent = [model, ...memory.recent.filter((one) => one !== model)].slice(0, maxRecent);
  writeStored(name, JSON.stringify({ ...memory, recent }));
}

/** Marks a model as a favourite, or takes the mark away. */
export function toggleFavourite(model: string): void {
  const memory = readMemory(readStored(name));
  const favourites = memory.favourites.includes(model)
    ? memory.favourites.filter((one) => one !== model)
    : [...memory.favourites, model];
  writeStored(name, JSON.stringify({ ...memory, favourites }));
}

/** Whatever stands in the storage may be somebody else's. */
function readMemory(text: string | undefined | null): ModelMemory {
  try {
    const { recent, favourites } = JSON.parse(text ?? "{}") as Partial<ModelMemory>;
    return { recent: ids(recent), favourites: ids(favourites) };
  } catch {
    return { recent: [], favourites: [] };
  }
}

function ids(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
