"use client";
import type { ReactElement } from "react";
import { PlacedContent, type PlacedContentProps } from "../PlacedContent.js";
import { useChatContext } from "./ChatContext.js";

/** Props of `ChatPopover`: those of `PlacedContent` that the chat does not know itself. */
export type ChatPopoverProps = Omit<PlacedContentProps, "container" | "theme" | "dir">;

/** What a popover of the chat holds, above its button: in the place, the theme and the direction of the chat. */
export function ChatPopover(props: ChatPopoverProps): ReactElement {
  const { portalContainer, theme, dir } = useChatContext();
  return (
    <PlacedContent container={portalContainer} theme={theme} dir={dir} side="top" {...props} />
  );
}
