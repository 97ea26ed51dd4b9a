"use client";
import { useCallback, useMemo, useRef, useState, type RefObject } from "react";
import {
  fitted,
  panBy,
  zoomTo,
  type StagePoint,
  type ZoomSizes,
  type ZoomView,
} from "./zoomView.js";

/** What is seen of an image, and how to change it. */
export interface Zoom {
  view: ZoomView;
  stageRef: RefObject<HTMLDivElement | null>;
  imageRef: RefObject<HTMLImageElement | null>;
  /** Multiplies the scale, around a point of the stage. Default: around its centre. */
  zoomBy: (factor: number, around?: StagePoint) => void;
  panBy: (by: StagePoint) => void;
  /** Shows the whole image. */
  fit: () => void;
}

const centre: StagePoint = { x: 0, y: 0 };

/** The zoom of one image after another: each begins whole. `shown` tells them apart. */
export function useZoom(shown: unknown): Zoom {
  const stageRef = useRef<HTMLDivElement>(null);
  const imageRef = useRef<HTMLImageElement>(null);
  const [held, setHeld] = useState({ shown, view: fitted });
  const view = held.shown === shown ? held.view : fitted;

  const change = useCallback(
    (next: (view: ZoomView, sizes: ZoomSizes) => ZoomView) => {
      const sizes = sizesOf(stageRef.current, imageRef.current);
      if (!sizes) return;
      setHeld((now) => ({ shown, view: next(now.shown === shown ? now.view : fitted, sizes) }));
    },
    [shown],
  );
  const actions = useMemo(
    () => ({
      zoomBy: (factor: number, around = centre) =>
        change((now, sizes) => zoomTo(now, now.scale * factor, around, sizes)),
      panBy: (by: StagePoint) => change((now, sizes) => panBy(now, by, sizes)),
      fit: () => change(() => fitted),
    }),
    [change],
  );
  return { view, stageRef, imageRef, ...actions };
}

function sizesOf(stage: HTMLElement | null, image: HTMLElement | null): ZoomSizes | undefined {
  if (!stage || !image) return undefined;
  return {
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    // Those of the layout, which a transform does not change.
    image: { width: image.offsetWidth, height: image.offsetHeight },
  };
}
