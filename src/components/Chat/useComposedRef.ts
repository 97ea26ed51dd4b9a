"use client";
import { useCallback, type Ref, type RefCallback } from "react";

/** One ref that fills two. */
export function useComposedRef<T>(first: Ref<T>, second: Ref<T>): RefCallback<T> {
  return useCallback(
    (node: T | null) => {
      for (const ref of [first, second]) {
        if (typeof ref === "function") ref(node);
        else if (ref) ref.current = node;
      }
    },
    [first, second],
  );
}
