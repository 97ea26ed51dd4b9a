"use client";
import { useState, type DragEvent } from "react";
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
  const [depth, setDepth] = useState(0);
  const takes = (event: DragEvent): boolean =>
    onFiles !== undefined && event.dataTransfer.types.includes("Files");

  return {
    isOver: depth > 0,
    handlers: {
      onDragEnter: chainHandlers(own.onDragEnter, (event) => {
        if (takes(event)) setDepth((now) => now + 1);
      }),
      onDragOver: chainHandlers(own.onDragOver, (event) => {
        // Without this the browser opens the file instead of the chat taking it.
        if (takes(event)) event.preventDefault();
      }),
      onDragLeave: chainHandlers(own.onDragLeave, (event) => {
        if (takes(event)) setDepth((now) => Math.max(0, now - 1));
      }),
      onDrop: chainHandlers(own.onDrop, (event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setDepth(0);
        onFiles?.(event.dataTransfer.files);
      }),
    },
  };
}
