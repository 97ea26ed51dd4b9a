"use client";
import { useCallback, type Ref, type RefCallback } from "react";

/** One ref that fills two. A cleanup that a callback ref returns (React 19) runs when the node goes. */
export function useComposedRef<T>(first: Ref<T>, second: Ref<T>): RefCallback<T> {
  return useCallback(
    (node: T | null) => {
      const cleanups = [first, second].map((ref) => fill(ref, node));
      // React 18 warns of a returned function, so there is one only when a ref gave one.
      if (!cleanups.some((cleanup) => cleanup)) return;
      return () => {
        emptyRef(first, cleanups[0]);
        emptyRef(second, cleanups[1]);
      };
    },
    [first, second],
  );
}

type Cleanup = () => void;

function fill<T>(ref: Ref<T>, node: T | null): Cleanup | undefined {
  if (typeof ref === "function") return ref(node) ?? undefined;
  if (ref) ref.current = node;
  return undefined;
}

/** React calls a callback ref with `null` only when it returned no cleanup. */
function emptyRef<T>(ref: Ref<T>, cleanup: Cleanup | undefined): void {
  if (cleanup) cleanup();
  else fill(ref, null);
}
