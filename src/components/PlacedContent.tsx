"use client";
import { Popover } from "radix-ui";
import { useMemo, type ComponentPropsWithoutRef, type ReactElement } from "react";
import { variablesAt } from "./themeVariables.js";

/** Props of `PlacedContent`: those of Radix's `Popover.Content`, where it is put, and where it belongs. */
export interface PlacedContentProps extends ComponentPropsWithoutRef<typeof Popover.Content> {
  /** What it is put into. Default: the page's body. */
  container: Popover.PopoverPortalProps["container"];
  /** What opens it; `null` until that is on the page. */
  place: Element | null;
  /** The theme of its own. Default: the one in force where `place` stands, whenever it opens. */
  theme?: string | undefined;
}

/** What a popover holds: put elsewhere on the page, it looks as the place it belongs to. */
export function PlacedContent({ container, ...props }: PlacedContentProps): ReactElement {
  return (
    <Popover.Portal container={container}>
      <Content {...props} />
    </Popover.Portal>
  );
}

/** Mounted while it is open: what holds at its place is read when it opens, and not again with each key pressed in it. */
function Content({
  place,
  theme,
  style,
  ...props
}: Omit<PlacedContentProps, "container">): ReactElement {
  const themed = place?.closest<HTMLElement>("[data-theme]");
  const variables = useMemo(() => variablesAt(place), [place]);
  return (
    <Popover.Content
      data-pl-root=""
      data-pl-menu=""
      data-theme={theme ?? themed?.dataset["theme"]}
      collisionPadding={8}
      style={{ ...variables, ...style }}
      {...props}
    />
  );
}
