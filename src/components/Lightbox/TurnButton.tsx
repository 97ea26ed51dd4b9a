"use client";
import type { ReactElement } from "react";
import { useChatContext } from "../Chat/ChatContext.js";
import { IconButton } from "../IconButton.js";

/** Props of `TurnButton`. */
export interface TurnButtonProps {
  to: "previous" | "next";
  /** Whether there is no image any more on that side. */
  isEnd: boolean;
  onTurn: () => void;
}

/** A button at the edge that turns to the image before or behind. */
export function TurnButton({ to, isEnd, onTurn }: TurnButtonProps): ReactElement {
  const { labels } = useChatContext();
  return (
    <IconButton
      icon={to === "next" ? "chevronRight" : "chevronLeft"}
      label={to === "next" ? labels.nextImage : labels.previousImage}
      data-pl-turn={to}
      // Not `disabled`, which would drop the focus at the last image.
      aria-disabled={isEnd}
      onClick={onTurn}
    />
  );
}
