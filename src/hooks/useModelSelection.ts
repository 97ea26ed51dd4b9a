"use client";
import { useCallback } from "react";
import { useStoredText, writeStored } from "./storedText.js";

/** Where the browser keeps a shared choice. */
export function selectionName(persistKey: string): string {
  return `polylogue:model:${persistKey}`;
}

/**
 * A model chosen once and used in many places: every component that names the same `persistKey`, in every tab of the
 * browser, has the same model, and so has a chat with that `persistKey`. Only the model's id is stored.
 *
 * @returns The id, empty for none, and how to choose another.
 */
export function useModelSelection(
  persistKey: string,
): readonly [model: string, choose: (model: string) => void] {
  const name = selectionName(persistKey);
  const choose = useCallback((model: string) => writeStored(name, model), [name]);
  return [useStoredText(name) ?? "", choose];
}
