"use client";
import { type MouseEvent, type ReactElement } from "react";
import { Icon } from "../icons.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** How long after sending a click is still taken for the one that sent, in milliseconds. */
const doubleClickMs = 400;

/** Props of `SendButton`. */
export interface SendButtonProps {
  /** Whether an answer is being made: the button then stops it. */
  busy: boolean;
  /** Whether there is something to send and somebody to send it to. Only shown: what is sent is the form's decision. */
  canSend: boolean;
}

/**
 * One button that sends and, while an answer is made, stops. It keeps the focus through both, so it is never `disabled`.
 * It submits the form it stands in, inside `Chat.Root`.
 */
export function SendButton({ busy, canSend }: SendButtonProps): ReactElement {
  const { store, labels } = useChatContext();
  const { choice } = useDraftContext();
  const missingModel = choice.model === undefined;

  function onClick(event: MouseEvent): void {
    if (!busy) return;
    event.preventDefault();
    const { run } = store.state.getState();
    // The second half of a double click, or a click right after Enter, lands on what has just become Stop.
    const meantSend = run !== undefined && Date.now() - run.startedAt < doubleClickMs;
    if (!meantSend) store.stop();
  }

  const label = busy ? labels.stop : missingModel ? labels.chooseModel : labels.send;
  return (
    <button
      type="submit"
      data-pl-send=""
      data-busy={busy ? "" : undefined}
      aria-label={label}
      title={label}
      aria-disabled={busy || canSend ? undefined : true}
      onClick={onClick}
    >
      <Icon name={busy ? "stop" : "send"} />
    </button>
  );
}
