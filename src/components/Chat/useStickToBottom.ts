"use client";
import { useCallback, useEffect, useRef, useState } from "react";

/** How near the end counts as being there, in CSS pixels. */
const slack = 24;

/** What `useStickToBottom` returns. */
export interface StickToBottom {
  /** For the element that scrolls. */
  scrollRef: React.RefCallback<HTMLElement>;
  /** For the one element inside it that grows. */
  contentRef: React.RefCallback<HTMLElement>;
  /** Whether the end is in view. */
  atEnd: boolean;
  /** Goes to the end and stays there while text arrives. */
  scrollToEnd: () => void;
}

/**
 * Keeps the end in view while content grows, until the reader moves away from it by whatever means: wheel, touch, keys, a
 * dragged scrollbar, find-in-page. Coming back to the end takes it up again. Selecting text holds the view still.
 */
export function useStickToBottom(): StickToBottom {
  const [scroller, scrollRef] = useState<HTMLElement | null>(null);
  const [content, contentRef] = useState<HTMLElement | null>(null);
  const [atEnd, setAtEnd] = useState(true);
  const stuck = useRef(true);

  const scrollToEnd = useCallback(() => {
    stuck.current = true;
    setAtEnd(true);
    scroller?.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
  }, [scroller]);

  useEffect(() => {
    if (!scroller || !content) return;
    let lastTop = scroller.scrollTop;
    let lastHeight = scroller.scrollHeight;

    const distance = (): number =>
      scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;

    const onScroll = (): void => {
      const { scrollTop, scrollHeight } = scroller;
      // Going up with the content unchanged is the reader's doing, however little. A shrinking content moves the view by
      // itself; so do a growing view and Safari's bounce, which both end at the very end.
      const wentUp = scrollTop < lastTop && scrollHeight >= lastHeight && distance() >= 1;
      if (wentUp) stuck.current = false;
      else if (distance() <= slack) stuck.current = true;
      lastTop = scrollTop;
      lastHeight = scrollHeight;
      setAtEnd(stuck.current || distance() <= slack);
    };

    const follow = (): void => {
      lastHeight = scroller.scrollHeight;
      if (stuck.current && !isSelecting(content)) {
        scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
      }
      setAtEnd(stuck.current || distance() <= slack);
    };

    const observer = new ResizeObserver(follow);
    observer.observe(content);
    observer.observe(scroller);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", onScroll);
    };
  }, [scroller, content]);

  return { scrollRef, contentRef, atEnd, scrollToEnd };
}

function isSelecting(content: HTMLElement): boolean {
  const selection = content.ownerDocument.getSelection();
  return selection !== null && !selection.isCollapsed && content.contains(selection.anchorNode);
}
