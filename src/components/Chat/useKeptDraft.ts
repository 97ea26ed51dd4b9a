"use client";
import { useEffect, type RefObject } from "react";
import { inTab } from "../../internal/inTab.js";

/**
 * Keeps what stands in the input while the page is reloaded or another chat is shown: in the tab's `sessionStorage`, which
 * ends with the tab.
 *
 * @param key What it is kept under; `undefined` keeps nothing.
 * @param restore Puts a text into the input.
 */
export function useKeptDraft(
  input: RefObject<HTMLTextAreaElement | null>,
  key: string | undefined,
  restore: (text: string) => void,
): void {
  useEffect(() => {
    const field = input.current;
    if (!field || key === undefined) return;
    const kept = inTab((tab) => tab.getItem(key));
    if (kept && !field.value) restore(kept);
    // When the page goes, not with every key: a long text costs nothing while it is written.
    const keep = (): void => {
      inTab((tab) => (field.value ? tab.setItem(key, field.value) : tab.removeItem(key)));
    };
    const leaving = new AbortController();
    addEventListener("pagehide", keep, { signal: leaving.signal });
    document.addEventListener("visibilitychange", keep, { signal: leaving.signal });
    return () => {
      keep();
      // It belongs to this chat, and the field may go on to another.
      if (field.isConnected) restore("");
      leaving.abort();
    };
  }, [input, key, restore]);
}
