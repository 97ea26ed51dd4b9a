"use client";
import { useRef, useState, type DragEvent } from "react";
import { chainHandlers } from "../../internal/chainHandlers.js";

/** What `useFileDrop` returns: whether files hover, and the handlers of the place that takes them. */
export interface FileDrop {
  isOver: boolean;
  handlers: Required<DragHandlers>;
}

/** The drag handlers of an element. */
export interface DragHandlers {
  onDragEnter?: ((event: DragEvent<HTMLElement>) => void) | undefined;
  onDragOver?: ((event: DragEvent<HTMLElement>) => void) | undefined;
  onDragLeave?: ((event: DragEvent<HTMLElement>) => void) | undefined;
  onDrop?: ((event: DragEvent<HTMLElement>) => void) | undefined;
}

/** Takes files dropped on an element, after the element's own handlers. Dragged text and links are left to the page. */
export function useFileDrop(
  onFiles: ((files: Iterable<File>) => void) | undefined,
  own: DragHandlers = {},
): FileDrop {
  // Entering a child fires before leaving the parent, so entries are counted.
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  const takes = (event: DragEvent): boolean =>
    onFiles !== undefined && event.dataTransfer.types.includes("Files");

  return {
    isOver,
    handlers: {
      onDragEnter: chainHandlers(own.onDragEnter, (event) => {
        if (!takes(event)) return;
        depth.current += 1;
        setOver(true);
      }),
      onDragOver: chainHandlers(own.onDragOver, (event) => {
        // Without this the browser opens the file instead of the chat taking it.
        if (takes(event)) event.preventDefault();
      }),
      onDragLeave: chainHandlers(own.onDragLeave, (event) => {
        if (!takes(event)) return;
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }),
      onDrop: chainHandlers(own.onDrop, (event) => {
        if (!takes(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles?.(event.dataTransfer.files);
      }),
    },
  };
}
