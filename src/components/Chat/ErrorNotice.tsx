"use client";
import { type ReactElement } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { lastMessage } from "../../store/chatState.js";
import { errorFacts } from "../errorFacts.js";
import { Icon } from "../icons.js";
import { useChatContext } from "./ChatContext.js";
import { OtherModel } from "./OtherModel.js";
import { splitSentence } from "./splitSentence.js";

/** Why the last answer failed, and what can be done about it. */
export function ErrorNotice(): ReactElement | null {
  const { store, labels, nameOf, disabled, focusInput, ask, canAskOthers } = useChatContext();
  const error = useChatState(store, (state) => state.error);
  const last = useChatState(store, lastMessage);
  if (!error) return null;
  // Each of the buttons makes the notice, and so itself, go away.
  function leaveFor(action: () => unknown): void {
    focusInput();
    void action();
  }

  const [headline, rest] = splitSentence(labels.error(errorFacts(error, nameOf)));
  return (
    <div data-pl-error="" data-code={error.code} role="alert">
      <Icon name="alert" />
      <div>
        <p dir="auto">
          <strong>{headline}</strong>
          {rest}
        </p>
        <div data-pl-buttons="">
          {last?.role === "assistant" && store.canContinue ? (
            <button
              type="button"
              data-pl-button=""
              disabled={disabled}
              onClick={() => leaveFor(() => ask({ type: "continue" }))}
            >
              {labels.continue}
            </button>
          ) : null}
          {last ? (
            <button
              type="button"
              data-pl-button=""
              disabled={disabled}
              onClick={() => leaveFor(() => ask({ type: "regenerate", messageId: last.id }))}
            >
              {labels.retry}
            </button>
          ) : null}
          {last && canAskOthers ? (
            <OtherModel message={last} disabled={disabled}>
              {labels.useOtherModel}
            </OtherModel>
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
