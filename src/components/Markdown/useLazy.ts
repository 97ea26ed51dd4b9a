"use client";
import { useCallback, useEffect, useSyncExternalStore } from "react";

/** Something that is fetched when it is first wanted, and then there for everybody. */
export interface Lazy<Value> {
  /** `undefined` until it has arrived. */
  readonly value: Value | undefined;
  load(): void;
  /** Calls `listener` when it has arrived. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Makes a {@link Lazy} of what fetches it. A failure (a deploy replaced the file, say) lets the next `load` try again. */
export function createLazy<Value>(fetchValue: () => Promise<Value>): Lazy<Value> {
  let value: Value | undefined;
  let loading = false;
  const listeners = new Set<() => void>();

  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      value = await fetchValue();
    } catch {
      loading = false;
      return;
    }
    for (const listener of listeners) listener();
  }

  return {
    get value() {
      return value;
    },
    load: () => void load(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const nothing = (): void => {};

/**
 * Fetches something once the component is there, and gives it when it has come; `undefined` until then, on a server and
 * while a page hydrates. Not `React.lazy`, which older ways of server rendering cannot wait for.
 */
export function useLazy<Value>(lazy: Lazy<Value> | undefined): Value | undefined {
  useEffect(() => lazy?.load(), [lazy]);
  const subscribe = useCallback(
    (listener: () => void) => lazy?.subscribe(listener) ?? nothing,
    [lazy],
  );
  return useSyncExternalStore(
    subscribe,
    () => lazy?.value,
    () => undefined,
  );
}
