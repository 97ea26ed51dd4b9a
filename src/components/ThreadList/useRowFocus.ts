"use client";
import { useEffect, useRef, useState, type RefCallback } from "react";

/** Where the focus is in a list, and how it moves. */
export interface RowFocus {
  /** The row that Tab leads to; `undefined` for none. */
  tabStop: string | undefined;
  setTabStop: (id: string) => void;
  /** For the element of a row. */
  rowRef: (id: string) => RefCallback<HTMLElement>;
  /** Brings the focus to a row, now or as soon as it is there; `undefined` to what stands above the list. */
  focus: (id: string | undefined) => void;
}

/**
 * One tab stop for a whole list.
 *
 * @param ids The rows, in order.
 * @param first Where the focus begins, if that is among them.
 * @param fallback Takes the focus where no row is left.
 */
export function useRowFocus(
  ids: readonly string[],
  first: string,
  fallback: () => HTMLElement | null,
): RowFocus {
  const [wanted, setTabStop] = useState<string>();
  const rows = useRef(new Map<string, HTMLElement>());
  const pending = useRef<{ id: string | undefined }>(undefined);
  const has = (id: string | undefined): boolean => id !== undefined && ids.includes(id);
  const tabStop = has(wanted) ? wanted : has(first) ? first : ids[0];

  useEffect(() => {
    const { current } = pending;
    if (!current) return;
    const row = current.id === undefined ? fallback() : rows.current.get(current.id);
    if (!row) return;
    pending.current = undefined;
    row.focus();
  });

  return {
    tabStop,
    setTabStop,
    rowRef: (id) => (element) => {
      if (element) rows.current.set(id, element);
      else rows.current.delete(id);
    },
    focus(id) {
      const row = id === undefined ? fallback() : rows.current.get(id);
      pending.current = row ? undefined : { id };
      row?.focus();
    },
  };
}
