/** How an image is shown on its stage: its centre's offset from that of the stage, and its scale. */
export interface ZoomView {
  /** 1 for the size that fits, up to `maxScale`. */
  readonly scale: number;
  /** CSS pixels. */
  readonly x: number;
  readonly y: number;
}

/** CSS pixels of the stage, and of the image at scale 1. */
export interface ZoomSizes {
  stage: { width: number; height: number };
  image: { width: number; height: number };
}

/** A point on the stage, in CSS pixels from its centre. */
export interface StagePoint {
  x: number;
  y: number;
}

/** The largest scale: enough to see each pixel of what a message keeps, on a phone as well. */
export const maxScale = 8;

/** The whole image. */
export const fitted: ZoomView = { scale: 1, x: 0, y: 0 };

/** The view at another scale, in which what was at `point` is there still, as far as the image reaches. */
export function zoomTo(
  { scale, x, y }: ZoomView,
  wanted: number,
  point: StagePoint,
  sizes: ZoomSizes,
): ZoomView {
  const next = Math.min(maxScale, Math.max(1, wanted));
  const ratio = next / scale;
  return within(
    { scale: next, x: point.x - (point.x - x) * ratio, y: point.y - (point.y - y) * ratio },
    sizes,
  );
}

/** The view moved by so much, as far as the image reaches. */
export function panBy(view: ZoomView, by: StagePoint, sizes: ZoomSizes): ZoomView {
  return within({ ...view, x: view.x + by.x, y: view.y + by.y }, sizes);
}

/** No edge of the image comes further in than the stage's, and what is smaller than the stage stays in its middle. */
function within({ scale, x, y }: ZoomView, { stage, image }: ZoomSizes): ZoomView {
  return {
    scale,
    x: limit(x, (image.width * scale - stage.width) / 2),
    y: limit(y, (image.height * scale - stage.height) / 2),
  };
}

function limit(value: number, room: number): number {
  return room <= 0 ? 0 : Math.min(room, Math.max(-room, value));
}
