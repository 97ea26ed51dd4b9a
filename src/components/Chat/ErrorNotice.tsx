"use client";
import { type ReactElement } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { lastMessage } from "../../store/chatState.js";
import { Icon } from "../icons.js";
import { useChatContext } from "./ChatContext.js";
import { splitSentence } from "./splitSentence.js";

/** Why the last answer failed, and what can be done about it. */
export function ErrorNotice(): ReactElement | null {
  const { store, labels, disabled, focusInput } = useChatContext();
  const error = useChatState(store, (state) => state.error);
  const hasAnswer = useChatState(store, (state) => lastMessage(state)?.role === "assistant");
  const canSend = useChatState(store, (state) => state.order.length > 0);
  if (!error) return null;
  // Each of the buttons makes the notice, and so itself, go away.
  function leaveFor(action: () => unknown): void {
    focusInput();
    void action();
  }

  const [headline, rest] = splitSentence(error.message);
  return (
    <div data-pl-error="" data-code={error.code} role="alert">
      <Icon name="alert" />
      <div>
        <p dir="auto">
          <strong>{headline}</strong> {rest}
        </p>
        <div data-pl-buttons="">
          {hasAnswer && store.canContinue ? (
            <button
              type="button"
              data-pl-button=""
              disabled={disabled}
              onClick={() => leaveFor(() => store.continueMessage())}
            >
              {labels.continue}
            </button>
          ) : null}
          {canSend ? (
            <button
              type="button"
              data-pl-button=""
              disabled={disabled}
              onClick={() => leaveFor(() => store.regenerate())}
            >
              {labels.retry}
            </button>
          ) : null}
          <button
            type="button"
            data-pl-button=""
            onClick={() => leaveFor(() => store.clearError())}
          >
            {labels.dismiss}
          </button>
        </div>
      </div>
    </div>
  );
}
