"use client";
import { useState, type HTMLAttributes, type KeyboardEvent, type PointerEvent } from "react";
import { isolateName } from "../../client/isolateName.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** How far the mouse goes before it drags, in pixels: less is a click. */
const dragDistance = 6;

/** What `useAttachmentOrder` returns. */
export interface AttachmentOrder {
  /** The attachment that is being dragged. */
  readonly dragged: string | undefined;
  /** Where the last one was put, for those who cannot see it. */
  readonly announcement: string;
  moveBy: (id: string, by: number) => void;
  /** The handlers of an attachment's list item. */
  handlersOf: (id: string) => HTMLAttributes<HTMLLIElement>;
  /** The handlers of the list. */
  listHandlers: HTMLAttributes<HTMLUListElement>;
}

interface Drag {
  id: string;
  x: number;
  y: number;
  hasMoved: boolean;
}

/** Changes the order of the attachments: by dragging with mouse or pen, and with Alt and the arrow keys. */
export function useAttachmentOrder(): AttachmentOrder {
  const { labels } = useChatContext();
  const { attachments } = useDraftContext();
  const [drag, setDrag] = useState<Drag>();
  const [announcement, setAnnouncement] = useState("");
  const all = attachments.attachments;

  function moveTo(id: string, to: number): void {
    const moved = all.find((one) => one.id === id);
    if (!moved || to < 0 || to >= all.length || all[to] === moved) return;
    attachments.move(id, to);
    setAnnouncement(labels.attachmentMoved(isolateName(moved.name), to + 1, all.length));
  }

  function moveBy(id: string, by: number): void {
    moveTo(id, all.findIndex((one) => one.id === id) + by);
  }

  function onKeyDown(id: string, event: KeyboardEvent<HTMLLIElement>): void {
    const isHere = event.currentTarget.contains(event.target as Node);
    const isSideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (!event.altKey || !isSideways || !isHere) return;
    // Otherwise the browser would go back a page.
    event.preventDefault();
    const isRTL = getComputedStyle(event.currentTarget).direction === "rtl";
    moveBy(id, (event.key === "ArrowRight") === isRTL ? -1 : 1);
  }

  function onPointerDown(id: string, event: PointerEvent<HTMLLIElement>): void {
    const target = event.target as Element;
    // A finger scrolls; what is in the menu belongs to the menu.
    if (event.pointerType === "touch" || event.button !== 0 || all.length < 2) return;
    if (!event.currentTarget.contains(target) || target.closest("button")) return;
    setDrag({ id, x: event.clientX, y: event.clientY, hasMoved: false });
  }

  function onPointerMove(event: PointerEvent<HTMLUListElement>): void {
    if (!drag) return;
    const { clientX: x, clientY: y } = event;
    if (!drag.hasMoved) {
      if (Math.hypot(x - drag.x, y - drag.y) < dragDistance) return;
      // The list's, because an item that is put elsewhere would lose the pointer.
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ ...drag, hasMoved: true });
    }
    const items = [...event.currentTarget.children];
    const over = items.findIndex((item) => {
      const { left, right, top, bottom } = item.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    if (over >= 0) moveTo(drag.id, over);
  }

  const endDrag = (): void => setDrag(undefined);
  return {
    dragged: drag?.hasMoved ? drag.id : undefined,
    announcement,
    moveBy,
    handlersOf: (id) => ({
      onKeyDown: (event) => onKeyDown(id, event),
      onPointerDown: (event) => onPointerDown(id, event),
    }),
    listHandlers: { onPointerMove, onPointerUp: endDrag, onPointerCancel: endDrag },
  };
}
