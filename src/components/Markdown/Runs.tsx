"use client";
import { memo, type ReactElement } from "react";

/** How many entries are rendered together. */
const RUN = 32;

/** How the entries of some data are shown. One constant object a kind of data. */
export interface RunPlan<Data> {
  /** Differs whenever an entry of this range (the end excluded) was added, removed or has to be given other props. */
  stampOf: (data: Data, from: number, to: number) => string | number;
  show: (data: Data, index: number) => ReactElement;
  /** Puts an element around the entries of a run; `isFull` once others follow it. */
  wrap?: (entries: readonly ReactElement[], isFull: boolean) => ReactElement;
}

interface RunProps<Data> {
  data: Data;
  plan: RunPlan<Data>;
  from: number;
  to: number;
  size: number;
  isFull: boolean;
  /** What it differs in from the time before. */
  stamp: string | number;
}

/**
 * Any number of entries that grow at their end, in runs of runs, so that adding one neither renders the others nor compares
 * them. An entry's run depends on its index alone: it never moves to another.
 */
export function Runs<Data>({
  data,
  plan,
  from = 0,
  to,
}: {
  data: Data;
  plan: RunPlan<Data>;
  from?: number;
  to: number;
}): ReactElement {
  return <>{runsOf({ data, plan, from, to, size: RUN * RUN, isFull: false })}</>;
}

function runsOf<Data>({
  data,
  plan,
  from,
  to,
  size,
  isFull,
}: Omit<RunProps<Data>, "stamp">): ReactElement[] {
  const runs: ReactElement[] = [];
  for (let start = from; start < to; start += size) {
    const end = Math.min(start + size, to);
    const props = { data, plan, from: start, to: end, size, isFull: isFull || end < to };
    runs.push(
      <Run key={start} {...(props as RunProps<unknown>)} stamp={plan.stampOf(data, start, end)} />,
    );
  }
  return runs;
}

const Run = memo(function Run({ data, plan, from, to, size, isFull }: RunProps<unknown>) {
  if (size > RUN) return <>{runsOf({ data, plan, from, to, size: RUN, isFull })}</>;
  const entries = Array.from({ length: to - from }, (_, at) => plan.show(data, from + at));
  return plan.wrap ? plan.wrap(entries, isFull) : <>{entries}</>;
});
