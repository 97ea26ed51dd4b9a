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
  const [isOver, setIsOver] = useState(false);
  const takes = (event: DragEvent): boolean =>
    onFiles !== undefined && event.dataTransfer.types.includes("Files");

  const takeFiles = chainHandlers(own.onDrop, (event: DragEvent<HTMLElement>) => {
    if (!takes(event)) return;
    event.preventDefault();
    onFiles?.(event.dataTransfer.files);
  });

  return {
    isOver,
    handlers: {
      onDragEnter: chainHandlers(own.onDragEnter, (event) => {
        if (takes(event)) setIsOver(true);
      }),
      onDragOver: chainHandlers(own.onDragOver, (event) => {
        if (!takes(event)) return;
        // Without this the browser opens the file instead of the chat taking it.
        event.preventDefault();
        // Safari names no element when one inside is left; this takes back what that turned off.
        setIsOver(true);
      }),
      onDragLeave: chainHandlers(own.onDragLeave, ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setIsOver(false);
      }),
      onDrop: (event) => {
        // Whoever takes the files, they hover no more.
        setIsOver(false);
        takeFiles(event);
      },
    },
  };
}
