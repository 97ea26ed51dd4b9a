"use client";
import { Popover } from "radix-ui";
import type { ComponentPropsWithoutRef, ReactElement } from "react";
import { variablesAt } from "./themeVariables.js";

/** Props of `PlacedContent`: those of Radix's `Popover.Content`, and where it belongs. */
export interface PlacedContentProps extends ComponentPropsWithoutRef<typeof Popover.Content> {
  /** What opens it; `null` until that is on the page. */
  place: Element | null;
  /** The theme of its own. Default: the one in force where `place` stands, whenever it opens. */
  theme?: string | undefined;
}

/** What a popover holds: put elsewhere on the page, it looks as the place it belongs to. */
export function PlacedContent({ place, theme, style, ...props }: PlacedContentProps): ReactElement {
  const themed = place?.closest<HTMLElement>("[data-theme]");
  return (
    <Popover.Content
      data-pl-menu=""
      data-theme={theme ?? themed?.dataset["theme"]}
      collisionPadding={8}
      style={{ ...variablesAt(place), ...style }}
      {...props}
    />
  );
}
