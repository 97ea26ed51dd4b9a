"use client";
import { useState, type KeyboardEvent } from "react";
import type { UseModelPickerResult } from "../../hooks/usePickerState.js";
import { moveFrom, startOf, type PickerEntry } from "./pickerEntries.js";

/** How many lines Page Up and Page Down go. */
const pageLines = 6;

/** Where the keys are in a list, and what they do. */
export interface PanelKeys {
  /** The index of the line the keys are at, or -1. */
  active: number;
  /** Rises when a key moved. */
  moves: number;
  /** Whether it was a key that led there: then the line shows it as a focus is shown. */
  isByKey: boolean;
  setActive: (key: string) => void;
  /** For the search field, which keeps the focus. */
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** What the keys of a panel work on. */
export interface PanelKeysOptions {
  picker: UseModelPickerResult;
  entries: readonly PickerEntry[];
  /** Changes when the list is another one: the keys then begin anew. */
  listKey: string;
  onPick: (entry: PickerEntry) => void;
  /** The keys left the list for the providers. */
  onLeave: () => void;
  /** A key was meant for the list. */
  onEnter: () => void;
}

/** The keys of a search field over a list: they move through the list while the focus stays in the field. */
export function usePanelKeys(options: PanelKeysOptions): PanelKeys {
  const { picker, entries, listKey, onPick, onLeave, onEnter } = options;
  const [at, setAt] = useState<{ listKey: string; key: string; isByKey: boolean }>();
  const [moves, setMoves] = useState(0);
  const found = at?.listKey === listKey ? entries.findIndex(({ key }) => key === at.key) : -1;
  const active = found >= 0 ? found : startOf(entries, picker.query.trim() ? "" : picker.value);

  function moveBy(step: number): void {
    const next = entries[moveFrom(entries, active, step)];
    if (next) setAt({ listKey, key: next.key, isByKey: true });
    setMoves(moves + 1);
  }

  /** Left and right move through the text while there is one. */
  function isSideways(event: KeyboardEvent<HTMLInputElement>): "forward" | "back" | undefined {
    const { key, currentTarget: field } = event;
    if ((key !== "ArrowLeft" && key !== "ArrowRight") || field.value) return undefined;
    const isRTL = getComputedStyle(field).direction === "rtl";
    return (key === "ArrowRight") === isRTL ? "back" : "forward";
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // While an input method composes, the keys are its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageLines,
      PageUp: -pageLines,
      Home: -entries.length,
      End: entries.length,
    };
    const entry = entries[active];
    const sideways = isSideways(event);
    const row = entry?.kind === "model" ? entry.item.row : undefined;
    if (steps[event.key] !== undefined) {
      onEnter();
      moveBy(steps[event.key]!);
    } else if (event.key === "Enter") {
      if (entry) onPick(entry);
    } else if (sideways === "forward") {
      if (row && row.variants.length > 0 && !picker.isOpen(row)) picker.toggleRow(row);
    } else if (sideways === "back") {
      if (row && row.variants.length > 0 && picker.isOpen(row)) {
        setAt({ listKey, key: keyOfRow(entries, active), isByKey: true });
        picker.toggleRow(row);
      } else onLeave();
    } else return;
    event.preventDefault();
  }

  return {
    active,
    moves,
    isByKey: found >= 0 && at?.isByKey === true,
    setActive: (key) => setAt({ listKey, key, isByKey: false }),
    onKeyDown,
  };
}

/** A version that is folded away leaves the keys at its row. */
function keyOfRow(entries: readonly PickerEntry[], index: number): string {
  const head = entries
    .slice(0, index + 1)
    .findLast((one) => one.kind === "model" && !one.item.isVariant);
  return head?.key ?? "";
}
