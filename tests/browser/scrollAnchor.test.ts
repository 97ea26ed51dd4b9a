import { expect, onTestFinished, test } from "vitest";
import { isLost, shiftOf, takeAnchor } from "../../src/components/Chat/scrollAnchor.js";

/** A scroller of 100 pixels whose rows are as high as given; a negative height is that of a row nobody has measured. */
function scrollerOf(...heights: number[]): HTMLElement {
  const scroller = document.createElement("div");
  scroller.style.cssText = "block-size: 100px; overflow: auto; overflow-anchor: none";
  for (const height of heights) {
    const row = document.createElement("div");
    row.dataset["plRow"] = "";
    row.style.blockSize = `${Math.abs(height)}px`;
    if (height < 0) row.style.visibility = "hidden";
    scroller.append(row);
  }
  document.body.append(scroller);
  onTestFinished(() => scroller.remove());
  return scroller;
}

const rowsOf = (scroller: HTMLElement) => [...scroller.children] as HTMLElement[];

test("holds the first row that reaches into the view, and the one after it", () => {
  const scroller = scrollerOf(50, 50, 50, 200);
  scroller.scrollTop = 60;
  const anchor = takeAnchor(scroller);
  const [first, second, third] = rowsOf(scroller);
  expect(anchor.map(({ element }) => element)).toEqual([third, second]);
  first!.style.blockSize = "80px";
  expect(shiftOf(anchor, scroller)).toBe(30);
  second!.remove();
  expect(isLost(anchor, scroller)).toBe(true);
  expect(shiftOf(anchor, scroller)).toBe(-20);
});

test("does not hold a row whose height was guessed", () => {
  const scroller = scrollerOf(-50, 50, 200);
  expect(takeAnchor(scroller).map(({ element }) => element)).toEqual(
    rowsOf(scroller).slice(1).toReversed(),
  );
});

test("holds nothing where no row is in view: one far below says nothing about what is seen", () => {
  const scroller = scrollerOf(-300, 50);
  const anchor = takeAnchor(scroller);
  expect(anchor).toEqual([]);
  expect(shiftOf(anchor, scroller)).toBe(0);
  expect(isLost(anchor, scroller)).toBe(true);
});
