import type { StagePoint } from "./zoomView.js";

/** What a key does in the lightbox: `turn` goes on by so many images, `to` shows the first or the last, `pan` moves the image. */
export type LightboxAction =
  | { type: "turn"; by: 1 | -1 }
  | { type: "to"; end: "first" | "last" }
  | { type: "zoom"; direction: "in" | "out" | "fit" }
  | { type: "pan"; by: StagePoint };

/** How far an arrow key moves an image that is zoomed in, in CSS pixels. */
const step = 80;

const arrows: Readonly<Record<string, StagePoint>> = {
  // The view goes where the arrow points, so the image goes the other way.
  ArrowLeft: { x: step, y: 0 },
  ArrowRight: { x: -step, y: 0 },
  ArrowUp: { x: 0, y: step },
  ArrowDown: { x: 0, y: -step },
};

const others: Readonly<Record<string, LightboxAction>> = {
  PageUp: { type: "turn", by: -1 },
  PageDown: { type: "turn", by: 1 },
  Home: { type: "to", end: "first" },
  End: { type: "to", end: "last" },
  "+": { type: "zoom", direction: "in" },
  "=": { type: "zoom", direction: "in" },
  "-": { type: "zoom", direction: "out" },
  _: { type: "zoom", direction: "out" },
  "0": { type: "zoom", direction: "fit" },
};

/**
 * What a key does; `undefined` for any other. Arrows turn to the next image, and move an image that is zoomed in: without
 * that nobody could reach its edges by keyboard.
 */
export function lightboxKey(
  key: string,
  { isZoomed, isRTL }: { isZoomed: boolean; isRTL: boolean },
): LightboxAction | undefined {
  const arrow = arrows[key];
  if (!arrow) return others[key];
  if (isZoomed) return { type: "pan", by: arrow };
  if (arrow.x === 0) return undefined;
  return { type: "turn", by: arrow.x > 0 === isRTL ? 1 : -1 };
}
