import { inTab } from "../internal/inTab.js";

/** The keys a person typed in, by provider. */
export interface Keyring {
  get(provider: string): string | undefined;
  /** An empty key forgets the provider's key. */
  set(provider: string, key: string, options: { keep: "memory" | "tab" }): void;
}

const prefix = "polylogue:key:";

/**
 * Keeps keys in memory, and where the person asked for it in the tab's `sessionStorage`, which ends with the tab. Nothing
 * is kept longer. Where there is no such storage, or it is closed to the page, memory alone serves.
 */
export function createKeyring(): Keyring {
  const memory = new Map<string, string>();
  return {
    get: (provider) =>
      memory.get(provider) ?? inTab((tab) => tab.getItem(prefix + provider)) ?? undefined,
    set(provider, key, { keep }) {
      const trimmed = key.trim();
      if (trimmed) memory.set(provider, trimmed);
      else memory.delete(provider);
      inTab((tab) =>
        trimmed && keep === "tab"
          ? tab.setItem(prefix + provider, trimmed)
          : tab.removeItem(prefix + provider),
      );
    },
  };
}
