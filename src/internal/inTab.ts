/** What is used of `sessionStorage`. */
export interface TabStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/**
 * Does something with the tab's `sessionStorage`; `undefined` where there is none, it is full, or the page may not use it
 * (merely looking at it throws then).
 */
export function inTab<T>(act: (tab: TabStorage) => T): T | undefined {
  try {
    const tab = (globalThis as { sessionStorage?: TabStorage }).sessionStorage;
    return tab && act(tab);
  } catch {
    return undefined;
  }
}
