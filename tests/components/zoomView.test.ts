import { expect, test } from "vitest";
import {
  fitted,
  maxScale,
  panBy,
  zoomTo,
  type ZoomSizes,
} from "../../src/components/Lightbox/zoomView.js";

const sizes: ZoomSizes = {
  stage: { width: 400, height: 300 },
  image: { width: 400, height: 200 },
};

test("what was under the pointer is there still", () => {
  expect(zoomTo(fitted, 2, { x: 100, y: 0 }, sizes)).toEqual({ scale: 2, x: -100, y: 0 });
  const close = zoomTo(fitted, 4, { x: 50, y: -20 }, sizes);
  expect(zoomTo(close, 5, { x: 50, y: -20 }, sizes)).toEqual({ scale: 5, x: -200, y: 80 });
});

test("no edge comes further in than the stage's", () => {
  const close = zoomTo(fitted, 2, { x: 0, y: 0 }, sizes);
  expect(panBy(close, { x: 1_000, y: -1_000 }, sizes)).toEqual({ scale: 2, x: 200, y: -50 });
});

test("what is smaller than the stage stays in its middle", () => {
  expect(panBy(fitted, { x: 50, y: 50 }, sizes)).toEqual(fitted);
  expect(zoomTo(fitted, 1.2, { x: 0, y: 100 }, sizes).y).toBe(0);
});

test("the scale ends at the whole image and at the closest view", () => {
  expect(zoomTo(fitted, 0.2, { x: 9, y: 9 }, sizes)).toEqual(fitted);
  expect(zoomTo(fitted, 99, { x: 0, y: 0 }, sizes).scale).toBe(maxScale);
});
