"use client";
import type { ReactElement } from "react";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** Messages to send with one click. Nothing where the chat has no suggestions. Inside `Chat.Root`. */
export function Suggestions(): ReactElement | null {
  const { ask, labels, suggestions, disabled, focusInput } = useChatContext();
  const { choice } = useDraftContext();
  if (suggestions.length === 0) return null;
  return (
    <ul data-pl-suggestions="" aria-label={labels.suggestions}>
      {suggestions.map((text) => (
        <li key={text}>
          <button
            type="button"
            data-pl-suggestion=""
            dir="auto"
            disabled={disabled || choice.model === undefined}
            onClick={() => {
              focusInput();
              void ask({ type: "send", message: { text } });
            }}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
