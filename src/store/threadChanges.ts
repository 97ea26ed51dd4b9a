import type { ChatPersistence, ThreadChange } from "../client/threads.js";

type Listener = (change: ThreadChange) => void;

/** Who on this page wants to know of threads. */
const listeners = new Set<Listener>();

/** Tells everybody on this page but `except` that a thread was saved or removed here. */
export function tellThreadChange(change: ThreadChange, except?: Listener): void {
  for (const listener of listeners) if (listener !== except) listener(change);
}

/** Calls `listener` when a thread was changed, on this page or, where `persistence` can tell, elsewhere. Returns how to stop. */
export function onThreadChange(persistence: ChatPersistence, listener: Listener): () => void {
  listeners.add(listener);
  const leave = persistence.subscribe?.(listener);
  return () => {
    listeners.delete(listener);
    leave?.();
  };
}
