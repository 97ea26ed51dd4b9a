"use client";
import { useContext, useEffect, useState, type ReactElement } from "react";
import { isBusy } from "../../store/chatState.js";
import { costOfAnswer, tokensOf } from "../../hooks/useChatUsage.js";
import { useChatState } from "../../hooks/useMessage.js";
import type { ModelFacts } from "../../hooks/useModelFacts.js";
import type { StoredMessage } from "../../store/storedMessage.js";
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
      {text ? <CopyButton text={text} /> : null}
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
      {facts ? <span data-pl-facts="">{facts}</span> : null}
    </div>
  );
}

function CopyButton({ text }: { text: string }): ReactElement {
  const { labels } = useChatContext();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton
      icon={copied ? "check" : "copy"}
      label={copied ? labels.copied : labels.copy}
      onClick={() => {
        // Refused without a permission or a secure context: then the button simply stays as it was.
        navigator.clipboard?.writeText(text).then(
          () => setCopied(true),
          () => {},
        );
      }}
    />
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
