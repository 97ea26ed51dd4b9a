/**
 * What a reader sees at the top of the view: elements from the coarsest to the finest, each with its distance from the
 * view's upper edge in CSS pixels. Owned by whoever took it; it holds the elements.
 */
export type ScrollAnchor = readonly { element: Element; offset: number }[];

/** Elements that move as one: what is inside is not looked at, however many lines or rows it has. */
const solid = "p, pre, table, h1, h2, h3, h4, h5, h6";

/** Takes hold of what is at the top of `scroller`'s view, by its messages and what they consist of. Empty where none is shown. */
export function takeAnchor(scroller: Element): ScrollAnchor {
  const { top: edge, bottom } = scroller.getBoundingClientRect();
  const rows = [...scroller.querySelectorAll("[data-pl-row]")];
  const first = rows.findIndex(
    (row) => row.getBoundingClientRect().bottom > edge && isMeasured(row),
  );
  let finest: Element | undefined = rows[first];
  if (!finest || finest.getBoundingClientRect().top >= bottom) return [];
  // The message after it too, for when the first is deleted.
  const elements = [rows[first + 1] ?? finest, finest];
  while (finest && finest.getBoundingClientRect().top < edge && !finest.matches(solid)) {
    finest = [...finest.children].find((child) => child.getBoundingClientRect().bottom > edge);
    if (finest) elements.push(finest);
  }
  return elements.map((element) => ({
    element,
    offset: element.getBoundingClientRect().top - edge,
  }));
}

/** Whether the finest of the anchor is no longer there. */
export function isLost(anchor: ScrollAnchor, scroller: Element): boolean {
  return !scroller.contains(anchor.at(-1)?.element ?? null);
}

/** A windowed row stands hidden, and overlapping, in a place that was guessed until its height is known. */
function isMeasured(row: Element): boolean {
  return getComputedStyle(row).visibility !== "hidden";
}

/** How far the anchor has moved down since it was taken, in CSS pixels; negative for up, 0 where nothing of it is left. */
export function shiftOf(anchor: ScrollAnchor, scroller: Element): number {
  const held = anchor.findLast(({ element }) => scroller.contains(element));
  if (!held) return 0;
  const edge = scroller.getBoundingClientRect().top;
  return held.element.getBoundingClientRect().top - edge - held.offset;
}
