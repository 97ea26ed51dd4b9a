import type { ThreadSummary } from "../../client/threads.js";

/** How long ago, in days of the reader's calendar: `week` is two to seven days. */
export type ThreadDay = "today" | "yesterday" | "week" | "earlier";

/** Threads under one heading. */
export interface ThreadGroup {
  day: ThreadDay;
  threads: readonly ThreadSummary[];
}

const days: readonly ThreadDay[] = ["today", "yesterday", "week", "earlier"];

/**
 * Threads by the day they changed last, in their order; groups of none are left out.
 *
 * @param now Milliseconds since 1970-01-01 UTC. Default: the present.
 */
export function groupByDay(
  threads: readonly ThreadSummary[],
  now: number = Date.now(),
): readonly ThreadGroup[] {
  const starts = [0, 1, 7].map((ago) => startOfDay(now, ago));
  const dayOf = (at: number): ThreadDay =>
    days[starts.findIndex((start) => at >= start)] ?? "earlier";
  return days.flatMap((day) => {
    const found = threads.filter(({ updatedAt }) => dayOf(updatedAt) === day);
    return found.length > 0 ? [{ day, threads: found }] : [];
  });
}

/** Midnight so many days ago: not a multiple of 24 hours where clocks are changed. */
function startOfDay(now: number, ago: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ago).getTime();
}
