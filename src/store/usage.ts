import type { Usage } from "../client/messages.js";

/** What two requests for one answer used together. What neither says stays unknown. */
export function addUsage(first: Usage | undefined, second: Usage | undefined): Usage | undefined {
  if (!first || !second) return second ?? first;
  const sum: Usage = { ...first };
  for (const key of Object.keys(second) as (keyof Usage)[]) {
    const more = second[key];
    if (more !== undefined) sum[key] = (first[key] ?? 0) + more;
  }
  return sum;
}

/** What two requests for one answer cost together. What neither says stays unknown. */
export function addCost(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined || second === undefined ? (second ?? first) : first + second;
}
