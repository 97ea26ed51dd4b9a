"use client";
import { useEffect, useState } from "react";
import { isSameList } from "../../store/mirrorMessage.js";
import { selectedRange } from "../selection/selectedRange.js";

const none: readonly string[] = [];

/** The messages in `scroller` that hold the focus or an end of the selection: to unmount them would take it away. */
export function useHeldMessages(scroller: HTMLElement | null): readonly string[] {
  const [held, setHeld] = useState(none);
  useEffect(() => {
    if (!scroller) return;
    function update(): void {
      const next = heldIn(scroller!);
      setHeld((before) => (isSameList(before, next) ? before : next));
    }
    const listening = new AbortController();
    const { signal } = listening;
    scroller.ownerDocument.addEventListener("selectionchange", update, { signal });
    scroller.addEventListener("focusin", update, { signal });
    scroller.addEventListener("focusout", update, { signal });
    return () => listening.abort();
  }, [scroller]);
  return held;
}

function heldIn(scroller: HTMLElement): readonly string[] {
  const range = selectedRange(scroller);
  const { activeElement } = scroller.getRootNode() as Document | ShadowRoot;
  const ids = [range?.startContainer, range?.endContainer, activeElement].flatMap((node) => {
    if (!node || !scroller.contains(node)) return [];
    const row = (node instanceof Element ? node : node.parentElement)?.closest("[data-pl-row]");
    return row?.getAttribute("data-pl-row") ?? [];
  });
  return ids.length === 0 ? none : [...new Set(ids)];
}
