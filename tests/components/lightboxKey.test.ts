import { expect, test } from "vitest";
import { lightboxKey } from "../../src/components/Lightbox/lightboxKey.js";

const fits = { isZoomed: false, isRTL: false };

test.each([
  ["ArrowRight", false, 1],
  ["ArrowLeft", false, -1],
  ["ArrowRight", true, -1],
  ["ArrowLeft", true, 1],
] as const)("%s, right to left %s, goes on by %s", (key, isRTL, by) => {
  expect(lightboxKey(key, { isZoomed: false, isRTL })).toEqual({ type: "turn", by });
});

test("arrows go over an image that is zoomed in, and pages turn it still", () => {
  const close = { isZoomed: true, isRTL: true };
  expect(lightboxKey("ArrowRight", close)).toEqual({ type: "pan", by: { x: -80, y: 0 } });
  expect(lightboxKey("ArrowUp", close)).toEqual({ type: "pan", by: { x: 0, y: 80 } });
  expect(lightboxKey("PageDown", close)).toEqual({ type: "turn", by: 1 });
});

test.each(["ArrowUp", "ArrowDown", "a", "Tab", "Escape", "Enter"])(
  "%s is left to the browser",
  (key) => {
    expect(lightboxKey(key, fits)).toBeUndefined();
  },
);
