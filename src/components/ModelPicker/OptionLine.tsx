"use client";
import { type CSSProperties, type HTMLAttributes, type ReactElement } from "react";

/** Where a line of the list stands and what happens to it. */
export interface OptionPlace {
  id: string;
  /** From 1, headings not counted. */
  position: number;
  /** How many lines there are, headings not counted. */
  count: number;
  style: CSSProperties;
  /** Whether the keys are at it. */
  isActive: boolean;
  onActive: () => void;
  onChoose: () => void;
}

/** Props of `OptionLine`: its place, and those of a `div`. */
export interface OptionLineProps
  extends OptionPlace, Omit<HTMLAttributes<HTMLDivElement>, "id" | "style"> {
  isSelected: boolean;
}

/** One line of the list. The search field keeps the focus and has the keys; the pointer moves the line they are at. */
export function OptionLine(props: OptionLineProps): ReactElement {
  const { position, count, isActive, isSelected, onActive, onChoose, ...rest } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={count}
      data-pl-option=""
      data-active={isActive ? "" : undefined}
      {...rest}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={isActive ? undefined : onActive}
      onClick={onChoose}
    />
  );
}
