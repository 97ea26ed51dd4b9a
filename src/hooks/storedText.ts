"use client";
import { useCallback, useSyncExternalStore } from "react";

/** What the browser's storage does not take, because it is full or closed to the page, lives as long as the page. */
const inPage = new Map<string, string>();
const listeners = new Set<() => void>();

/** What is stored under a name in this browser; `undefined` for nothing. */
export function readStored(name: string): string | undefined {
  const text = inPage.get(name);
  if (text !== undefined) return text;
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a text for every tab of this browser, or for this page alone where the browser does not let it. */
export function writeStored(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
    inPage.delete(name);
  } catch {
    inPage.set(name, text);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // Other tabs are heard only while somebody listens here.
  if (listeners.size === 0) addEventListener("storage", tellAll);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("storage", tellAll);
  };
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

/**
 * What is stored under a name, kept in step with every other reader on the page and in other tabs; `undefined` for nothing.
 * On a server, and while a page of a server comes alive, it is not known yet: `null`.
 */
export function useStoredText(name: string | undefined): string | undefined | null {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => (name === undefined ? undefined : readStored(name)), [name]),
    notKnown,
  );
}

function notKnown(): null {
  return null;
}
