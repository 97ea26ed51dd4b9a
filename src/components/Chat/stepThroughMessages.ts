import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Moves the focus from message to message with Alt and the arrows, from wherever it is in the list: from the list itself to
 * its last message, or down to its first. What is read then can be left, copied or answered by Tab.
 */
export function stepThroughMessages(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  const messages = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-pl-message]")];
  const current = (event.target as Element).closest<HTMLElement>("[data-pl-message]");
  const next = current
    ? messages[messages.indexOf(current) + step]
    : messages.at(step < 0 ? -1 : 0);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
