"use client";
import { useCallback, useRef, useState, type RefObject } from "react";

/** How far beyond what is seen rows are rendered, in CSS pixels. */
const overscanPx = 240;

/** What the style sheet leaves above and below the rows together, in CSS pixels. */
const marginPx = 12;

/** What is seen before the list could be measured, in CSS pixels. */
const assumedPx = 320;

/** The part of a long list that is rendered. */
export interface RowWindow {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** The first row rendered. */
  first: number;
  /** The one after the last. */
  end: number;
  /** Scrolls as little as needed to show a row. */
  reveal: (index: number) => void;
}

/**
 * Renders the rows one can see and some around them. Rows have known heights, so their places need no measuring, and a list
 * of thousands costs no more than a short one.
 *
 * @param tops Where each row begins, in CSS pixels, and at the end where the last one ends.
 */
export function useRowWindow(tops: readonly number[]): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: assumedPx });

  const measure = useCallback(() => {
    const { scrollTop: top, clientHeight: height } = scroller.current!;
    setView((seen) =>
      Math.abs(seen.top - top) < overscanPx / 4 && seen.height === height ? seen : { top, height },
    );
  }, []);

  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box || index < 0) return;
      const top = tops[index] ?? 0;
      const bottom = tops[index + 1] ?? top;
      // With the first row its heading is shown too.
      if (index <= 1) box.scrollTop = 0;
      else if (top < box.scrollTop) box.scrollTop = top;
      else box.scrollTop = Math.max(box.scrollTop, bottom + marginPx - box.clientHeight);
      measure();
    },
    [tops, measure],
  );

  return {
    scroller,
    onScroll: measure,
    first: Math.max(0, rowAt(tops, view.top - overscanPx)),
    end: Math.min(tops.length - 1, rowAt(tops, view.top + view.height + overscanPx) + 1),
    reveal,
  };
}

/** The last row that begins at or before a place. */
function rowAt(tops: readonly number[], place: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
