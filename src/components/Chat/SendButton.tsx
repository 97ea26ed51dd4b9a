"use client";
import { useEffect, useRef, type MouseEvent, type ReactElement } from "react";
import { Icon } from "../icons.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { sendKeyShortcuts } from "./sendKey.js";
import { useIsApple } from "./useIsApple.js";

/** How long after the button became Stop a click is still taken for one on Send, in milliseconds. */
const doubleClickMs = 400;

/** Props of `SendButton`. */
export interface SendButtonProps {
  /** Whether an answer is being made: the button then stops it. */
  busy: boolean;
  /**
   * Whether there is something to send and somebody to send it to. Only shown: what is sent is the form's decision. While
   * busy it says that a message can be sent nevertheless; stopping is then a button beside this one.
   */
  canSend: boolean;
}

/**
 * One button that sends and, while an answer is made, stops. It keeps the focus through both, so it is never `disabled`.
 * It submits the form it stands in, inside `Chat.Root`.
 */
export function SendButton({ busy, canSend }: SendButtonProps): ReactElement {
  const { store, labels, whileBusy, sendOn, focusInput } = useChatContext();
  const { choice } = useDraftContext();
  const isApple = useIsApple();
  const stops = busy && !canSend;
  const stopsSince = useRef(0);
  useEffect(() => {
    if (stops) stopsSince.current = Date.now();
  }, [stops]);

  function onClick(event: MouseEvent): void {
    if (!stops) return;
    event.preventDefault();
    // The second half of a double click, or a click right after Enter, lands on what has just become Stop.
    if (Date.now() - stopsSince.current >= doubleClickMs) store.stop();
  }

  const sending = busy ? labels.sendWhileBusy(whileBusy) : labels.send;
  const label = stops ? labels.stop : choice.model === undefined ? labels.chooseModel : sending;
  return (
    <>
      {busy && canSend ? (
        <button
          type="button"
          data-pl-send=""
          data-busy=""
          aria-label={labels.stop}
          title={labels.stop}
          onClick={() => {
            focusInput();
            store.stop();
          }}
        >
          <Icon name="stop" />
        </button>
      ) : null}
      <button
        type="submit"
        data-pl-send=""
        data-busy={stops ? "" : undefined}
        aria-label={label}
        title={label === sending ? `${label} (${labels.sendKey(sendOn, isApple)})` : label}
        aria-keyshortcuts={stops ? undefined : sendKeyShortcuts[sendOn]}
        aria-disabled={stops || canSend ? undefined : true}
        onClick={onClick}
      >
        <Icon name={stops ? "stop" : "send"} />
      </button>
    </>
  );
}
