"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { followEnd, type EndFollower } from "./followEnd.js";

/** What `useStickToBottom` returns. */
export interface StickToBottom {
  /** For the element that scrolls. */
  scrollRef: React.RefCallback<HTMLElement>;
  /** For what grows at its end. */
  contentRef: React.RefCallback<HTMLElement>;
  /** The element that scrolls, once it is there. */
  scroller: HTMLElement | null;
  /** Whether the end is in view. */
  atEnd: boolean;
  /** Goes to the end and stays there while text arrives. */
  scrollToEnd: () => void;
  /** To be called when something has changed its size and the next frame is not shown yet. */
  follow: () => void;
}

/** Keeps the end in view while content grows, and what the reader sees in place once they went elsewhere. */
export function useStickToBottom(): StickToBottom {
  const [scroller, scrollRef] = useState<HTMLElement | null>(null);
  const [content, contentRef] = useState<HTMLElement | null>(null);
  const [atEnd, setAtEnd] = useState(true);
  const follower = useRef<EndFollower>(null);

  useEffect(() => {
    if (!scroller || !content) return;
    const current = followEnd({ scroller, content, onAtEnd: setAtEnd });
    follower.current = current;
    return () => {
      current.stop();
      follower.current = null;
    };
  }, [scroller, content]);

  const scrollToEnd = useCallback(() => follower.current?.toEnd(), []);
  const follow = useCallback(() => follower.current?.follow(), []);
  return { scrollRef, contentRef, scroller, atEnd, scrollToEnd, follow };
}
