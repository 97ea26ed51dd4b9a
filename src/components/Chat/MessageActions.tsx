"use client";
import { useContext, type ReactElement } from "react";
import { isBusy } from "../../store/chatState.js";
import { costOfAnswer, tokensOf } from "../../hooks/useChatUsage.js";
import { useChatState } from "../../hooks/useMessage.js";
import type { ModelFacts } from "../../hooks/useModelFacts.js";
import type { StoredMessage } from "../../store/storedMessage.js";
import { CopyButton } from "../CopyButton.js";
import { IconButton } from "../IconButton.js";
import type { ChatLabels } from "../labels.js";
import { ModelFactsContext, useChatContext } from "./ChatContext.js";
import { messageText } from "./messageText.js";

/** What can be done with a finished message, and what is known of it. */
export function MessageActions({ message }: { message: StoredMessage }): ReactElement {
  const { store, labels, disabled, focusInput, ask } = useChatContext();
  const busy = useChatState(store, isBusy);
  const text = messageText(message);
  const facts = factsIn(message, labels, useContext(ModelFactsContext));
  return (
    <div data-pl-actions="">
      {text ? <CopyButton text={() => text} label={labels.copy} labels={labels} /> : null}
      {message.role === "assistant" ? (
        <IconButton
          icon="redo"
          label={labels.regenerate}
          disabled={busy || disabled}
          onClick={(event) => {
            if (event.detail > 1) return;
            focusInput();
            void ask({ type: "regenerate", messageId: message.id });
          }}
        />
      ) : null}
      <IconButton
        icon="trash"
        label={labels.deleteMessage}
        disabled={disabled}
        onClick={(event) => {
          // The second half of a double click lands on the message that has moved up.
          if (event.detail > 1) return;
          focusInput();
          store.deleteMessage(message.id);
        }}
      />
      <ContinueButton message={message} />
      {facts ? <span data-pl-facts="">{facts}</span> : null}
    </div>
  );
}

/** Takes up the last answer where it was stopped: by a person, or by the end of the page it was made in. */
function ContinueButton({ message }: { message: StoredMessage }): ReactElement | null {
  const { store, labels, disabled, focusInput, ask } = useChatContext();
  const isIdle = useChatState(store, (state) => state.status === "ready");
  const isLast = useChatState(store, (state) => state.order.at(-1) === message.id);
  const isStopped = message.role === "assistant" && message.metadata?.status === "stopped";
  if (!isStopped || !isLast || !isIdle || !store.canContinue) return null;
  return (
    <button
      type="button"
      data-pl-button=""
      disabled={disabled}
      onClick={(event) => {
        if (event.detail > 1) return;
        focusInput();
        void ask({ type: "continue" });
      }}
    >
      {labels.continue}
    </button>
  );
}

function factsIn(message: StoredMessage, labels: ChatLabels, factsOf: ModelFacts): string {
  const metadata = message.metadata ?? {};
  const { status, durationMs } = metadata;
  const ending =
    status &&
    { complete: "", stopped: labels.stopped, error: labels.cutOff, length: labels.lengthLimit }[
      status
    ];
  const tokens = tokensOf(metadata);
  const cost = costOfAnswer(metadata, factsOf);
  return [
    ending,
    tokens && labels.tokens(tokens),
    cost !== undefined && labels.cost(cost),
    durationMs && labels.seconds(durationMs / 1000),
  ]
    .filter(Boolean)
    .join(" · ");
}
