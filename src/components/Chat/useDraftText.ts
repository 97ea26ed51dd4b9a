"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { fitDirection } from "./fitDirection.js";
import { fitHeight } from "./fitHeight.js";

/** How long nobody types before the text counts as written, in milliseconds. */
const pauseMs = 200;

/** What a composer knows of the text in its field. A key pressed changes none of it, but for the first and the last. */
export interface DraftText {
  /** The text, as it was when the writing last paused. What is sent is read from the field. */
  text: string;
  /** Whether there is more than space. */
  hasText: boolean;
  /** The text while it is one line that begins with a slash; else empty. */
  command: string;
  /** Takes over what stands in the field: at once, or, for one who is still typing, when there is a pause. */
  read: (field: HTMLTextAreaElement, isTyping?: boolean) => void;
}

/** The text of a draft, so that a key renders the field alone and all that follows from the text comes after it. */
export function useDraftText(): DraftText {
  const [text, setText] = useState("");
  const [hasText, setHasText] = useState(false);
  const [command, setCommand] = useState("");
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = useCallback((field: HTMLTextAreaElement, isTyping = false): void => {
    fitDirection(field);
    fitHeight(field);
    const { value } = field;
    setHasText(/\S/.test(value));
    setCommand(value.startsWith("/") && !value.includes("\n") ? value : "");
    clearTimeout(pause.current);
    if (isTyping) pause.current = setTimeout(() => setText(field.value), pauseMs);
    else setText(value);
  }, []);
  useEffect(() => () => clearTimeout(pause.current), []);
  return { text, hasText, command, read };
}
