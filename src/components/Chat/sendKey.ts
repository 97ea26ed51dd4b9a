import type { KeyboardEvent } from "react";

/** The key that sends: Enter, or Enter together with Ctrl or ⌘. The other begins a new line; so does Shift+Enter always. */
export type SendKey = "enter" | "mod+enter";

/** Whether a key pressed in the input sends. Not while an input method composes, which is for the caller to know. */
export function isSendKey(event: KeyboardEvent, sendOn: SendKey): boolean {
  if (event.key !== "Enter" || event.shiftKey) return false;
  return sendOn === "enter" || event.ctrlKey || event.metaKey;
}

/** The same for assistive technology, as `aria-keyshortcuts` has it. */
export const sendKeyShortcuts: Readonly<Record<SendKey, string>> = {
  enter: "Enter",
  "mod+enter": "Control+Enter Meta+Enter",
};
