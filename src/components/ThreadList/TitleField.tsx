"use client";
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";

/** Props of `TitleField`. */
export interface TitleFieldProps {
  title: string;
  label: string;
  /** Called once: with the new title, or without one to leave it as it was; and whether a key ended it. */
  onEnd: (title: string | undefined, isByKey: boolean) => void;
}

/** The field of a new title. Enter and leaving it take what stands there, Escape does not. */
export function TitleField({ title, label, onEnd }: TitleFieldProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => field.current?.select(), []);

  function end(next: string | undefined, isByKey: boolean): void {
    // Leaving the field is told once more when it goes away.
    if (isOver.current) return;
    isOver.current = true;
    onEnd(next === title ? undefined : next, isByKey);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // While an input method composes, the keys are its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    // A dialog the list stands in stays open.
    event.stopPropagation();
    end(event.key === "Enter" ? event.currentTarget.value : undefined, true);
  }

  return (
    <input
      data-pl-field=""
      dir="auto"
      aria-label={label}
      defaultValue={title}
      maxLength={200}
      ref={field}
      onKeyDown={onKeyDown}
      onBlur={(event) => end(event.currentTarget.value, false)}
    />
  );
}
