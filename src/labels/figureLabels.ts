import type { Figures } from "./formats.js";
import type { LabelSet } from "./labelSet.js";

/** The labels that are figures alone. */
export type FigureLabels = Pick<
  LabelSet,
  | "count"
  | "fileSize"
  | "modelReleased"
  | "moreHosts"
  | "number"
  | "seconds"
  | "testDuration"
  | "version"
  | "zoomLevel"
>;

/** The labels that follow from how a language writes figures. */
export function figureLabels({
  bytes,
  latency,
  month,
  number,
  percent,
  seconds,
}: Figures): FigureLabels {
  return {
    count: (waiting) => (waiting > 99 ? `${number(99)}+` : number(waiting)),
    fileSize: bytes,
    modelReleased: month,
    moreHosts: (count) => `+${number(count)}`,
    number,
    seconds,
    testDuration: latency,
    version: (position, count) => `${number(position)}/${number(count)}`,
    zoomLevel: (zoom) => percent(zoom / 100),
  };
}
