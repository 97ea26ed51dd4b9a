"use client";
import { useEffect, useRef, type MouseEvent, type PointerEvent } from "react";
import type { Zoom } from "./useZoom.js";
import type { StagePoint } from "./zoomView.js";

/** What a double click makes of an image that fits. */
const closeUp = 2.5;
/** How far a pointer moves before that is a drag, in CSS pixels. */
const slop = 4;

/** Handlers for the stage of an image. */
export interface ZoomPointers {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
}

interface Press {
  /** Where each pointer is that is down. */
  pointers: Map<number, StagePoint>;
  /** Whether it began beside the image. */
  isBeside: boolean;
  /** How far the pointers have gone together, in CSS pixels. */
  way: number;
}

/**
 * Zooms and moves an image by wheel, double click, one pointer that drags and two that pinch. A click beside the image calls
 * `onLeave`.
 */
export function useZoomPointers(zoom: Zoom, onLeave: () => void): ZoomPointers {
  const press = useRef<Press>({ pointers: new Map(), isBeside: false, way: 0 });
  const { stageRef, imageRef, zoomBy, panBy, fit } = zoom;

  useEffect(() => {
    const stage = stageRef.current;
    if (!stage) return;
    function onWheel(event: WheelEvent): void {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16);
      // A pinch on a touchpad comes as a wheel with the control key, in small steps.
      zoomBy(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)), pointOf(event, stage!));
    }
    // Not React's, which is passive: the page would scroll.
    stage.addEventListener("wheel", onWheel, { passive: false });
    return () => stage.removeEventListener("wheel", onWheel);
  }, [stageRef, zoomBy]);

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const { pointers } = press.current;
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event, event.currentTarget);
    pointers.set(event.pointerId, now);
    press.current.way += distance(before, now);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return panBy({ x: now.x - before.x, y: now.y - before.y });
    // Each of two fingers moves the middle between them by half of its own way.
    panBy({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
    const apart = distance(before, other);
    if (apart > 0) zoomBy(distance(now, other) / apart, middle(now, other));
  }

  function onPointerEnd({ pointerId }: PointerEvent<HTMLElement>): void {
    press.current.pointers.delete(pointerId);
  }

  return {
    onPointerDown(event) {
      const { target, currentTarget: stage, pointerId } = event;
      const isBeside = target === stage;
      if (event.button !== 0 || (!isBeside && target !== imageRef.current)) return;
      const { pointers } = press.current;
      if (pointers.size === 0) press.current = { pointers, isBeside, way: 0 };
      stage.setPointerCapture(pointerId);
      pointers.set(pointerId, pointOf(event, stage));
    },
    onPointerMove,
    onPointerUp: onPointerEnd,
    onPointerCancel: onPointerEnd,
    onDoubleClick(event) {
      if (press.current.isBeside || press.current.way > slop) return;
      if (zoom.view.scale > 1) fit();
      else zoomBy(closeUp, pointOf(event, event.currentTarget));
    },
    onClick({ detail, target, currentTarget }) {
      // Captured pointers click on the stage wherever they are. The second half of a double click on the image in the
      // message lands here too.
      const isOn = target === currentTarget && press.current.isBeside;
      if (isOn && press.current.way <= slop && detail <= 1) onLeave();
    },
  };
}

function pointOf({ clientX, clientY }: Pick<WheelEvent, "clientX" | "clientY">, stage: Element) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 } satisfies StagePoint;
}

function distance(a: StagePoint, b: StagePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: StagePoint, b: StagePoint): StagePoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
