"use client";
import { useEffect, useInsertionEffect, useState } from "react";
import { useLatest } from "../../hooks/useLatest.js";
import { inTab } from "../../internal/inTab.js";

/** Frames after which a place that was not found is given up. */
const mostFrames = 60;

/** A message at the top of the view, and how far below the view's upper edge it begins, in CSS pixels. */
interface Place {
  id: string;
  offset: number;
}

/** Options of `useKeptPlace`. */
export interface KeptPlaceOptions {
  scroller: HTMLElement | null;
  /** What it is kept under; `undefined` keeps nothing. */
  key: string | undefined;
  /** The messages, oldest first: empty while they are loading. */
  ids: readonly string[];
  /** Whether the end is in view: that place needs no keeping. */
  atEnd: boolean;
}

/**
 * Keeps where a conversation is read while the page is reloaded or another chat is shown: in the tab's `sessionStorage`.
 *
 * @returns The message that is being gone to, which must be mounted; `undefined` once it is in its place.
 */
export function useKeptPlace({ scroller, key, ids, atEnd }: KeptPlaceOptions): string | undefined {
  const [place, setPlace] = useState(() =>
    key === undefined ? undefined : inTab((tab) => readPlace(tab.getItem(key))),
  );
  const latest = useLatest({ atEnd, place });

  // It ends while the messages are still in the page, as a layout effect does, of which React 18 warns on a server.
  useInsertionEffect(() => {
    if (!scroller || key === undefined) return;
    const keep = (): void => {
      const { atEnd: isAtEnd, place: wanted } = latest();
      const now = wanted ?? (isAtEnd ? undefined : placeIn(scroller));
      inTab((tab) => (now ? tab.setItem(key, JSON.stringify(now)) : tab.removeItem(key)));
    };
    const leaving = new AbortController();
    addEventListener("pagehide", keep, { signal: leaving.signal });
    document.addEventListener("visibilitychange", keep, { signal: leaving.signal });
    return () => {
      keep();
      leaving.abort();
    };
  }, [scroller, key, latest]);

  const isHere = place !== undefined && ids.includes(place.id);
  useEffect(() => {
    if (!scroller || !place || !isHere) return;
    let frames = 0;
    let still = 0;
    // Heights are guesses until the messages around are measured, so that one step does not lead there.
    const approach = (): void => {
      frames += 1;
      const row = rowsIn(scroller).find((one) => idOf(one) === place.id);
      const shift = row ? topIn(scroller, row) - place.offset : 0;
      still = row && Math.abs(shift) < 1 ? still + 1 : 0;
      if (shift !== 0) scroller.scrollBy({ top: shift, behavior: "instant" });
      if (still >= 3 || frames >= mostFrames) setPlace(undefined);
      else frame = requestAnimationFrame(approach);
    };
    let frame = requestAnimationFrame(approach);
    return () => cancelAnimationFrame(frame);
  }, [scroller, place, isHere]);

  return isHere ? place.id : undefined;
}

function readPlace(text: string | null): Place | undefined {
  const found = text === null ? undefined : (JSON.parse(text) as Partial<Place>);
  return typeof found?.id === "string" && typeof found.offset === "number"
    ? { id: found.id, offset: found.offset }
    : undefined;
}

function placeIn(scroller: HTMLElement): Place | undefined {
  const row = rowsIn(scroller).find(
    (one) => topIn(scroller, one) + one.getBoundingClientRect().height > 0,
  );
  return row && { id: idOf(row), offset: topIn(scroller, row) };
}

/** Rows that are shown: a windowed one stands hidden in a guessed place until its height is known. */
function rowsIn(scroller: HTMLElement): HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>("[data-pl-row]")].filter(
    (row) => getComputedStyle(row).visibility !== "hidden",
  );
}

function idOf(row: HTMLElement): string {
  return row.dataset["plRow"] ?? "";
}

function topIn(scroller: HTMLElement, row: HTMLElement): number {
  return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
