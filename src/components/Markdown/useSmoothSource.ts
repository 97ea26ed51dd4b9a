"use client";
import { useMemo } from "react";
import type { AppendLogReader } from "../../store/appendLog.js";
import { paceSource } from "./paceSource.js";

/** The source itself, or one that shows its text evenly where that is wanted and motion is not reduced. */
export function useSmoothSource(
  source: AppendLogReader | undefined,
  smooth: boolean,
): AppendLogReader | undefined {
  return useMemo(() => {
    const isWanted =
      source && smooth && !globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches;
    return isWanted ? paceSource(source) : source;
  }, [source, smooth]);
}
