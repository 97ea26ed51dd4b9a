"use client";
import { useMemo, type CSSProperties, type ReactElement } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { isBusy, lastMessage } from "../../store/chatState.js";
import type { ComparedAnswer } from "../../store/comparison.js";
import { CopyButton } from "../CopyButton.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { errorFacts } from "../errorFacts.js";
import { Icon } from "../icons.js";
import { AnswerFacts } from "./AnswerFacts.js";
import { ChatContext, useChatContext } from "./ChatContext.js";
import { AnswerBody } from "./Message.js";
import { messageText } from "./messageText.js";
import { ModelMark } from "./ModelMark.js";
import { Pending } from "./Pending.js";

/** The answers of several models side by side, until one of them is chosen. Nothing while none are compared. */
export function ComparedColumns(): ReactElement | null {
  const { store, labels } = useChatContext();
  const comparison = useChatState(store, (state) => state.comparison);
  if (!comparison) return null;
  const { answers } = comparison;
  return (
    <div
      data-pl-compared=""
      role="group"
      aria-label={labels.comparison}
      // It scrolls where it is narrow, and what scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      style={{ "--_columns": answers.length } as CSSProperties}
    >
      {answers.map((answer, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Column key={index} {...answer} />
      ))}
    </div>
  );
}

/** One model's answer, in the chat it has of its own. */
function Column({ model, chat, answerId, retry }: ComparedAnswer): ReactElement {
  const context = useChatContext();
  const { store, labels, nameOf, disabled, focusInput } = context;
  const author = nameOf(model) ?? model;
  const own = useMemo(() => ({ ...context, store: chat }), [context, chat]);
  const answer = useChatState(chat, lastMessage);
  const error = useChatState(chat, (state) => state.error);
  const running = useChatState(chat, isBusy);
  const busy = useChatState(store, isBusy);
  const message = answer?.role === "assistant" ? answer : undefined;
  const text = message && !running ? messageText(message) : "";
  const isPartial = error !== undefined || message?.metadata?.status === "stopped" || !message;
  const canRetry = isPartial && !running;
  return (
    <ChatContext.Provider value={own}>
      <article
        data-pl-message=""
        data-role="assistant"
        data-status={running ? "streaming" : message?.metadata?.status}
        aria-label={author}
      >
        <ErrorBoundary fallback={<p>{labels.brokenMessage}</p>} resetKey={message}>
          {message ? <AnswerBody message={message} author={author} /> : null}
          {!message && error ? (
            <header data-pl-author="">
              <ModelMark name={author} />
              <bdi data-pl-author-name="">{author}</bdi>
            </header>
          ) : null}
          <Pending />
        </ErrorBoundary>
        {error ? (
          <div data-pl-error="" data-code={error.code}>
            <Icon name="alert" />
            <div>
              <p dir="auto">{labels.error(errorFacts(error, nameOf))}</p>
            </div>
          </div>
        ) : null}
        {message && !running ? (
          <div data-pl-actions="">
            <AnswerFacts message={message} />
          </div>
        ) : null}
        {answerId === undefined && !canRetry ? null : (
          <div data-pl-buttons="">
            {answerId === undefined ? null : (
              <button
                type="button"
                data-pl-button=""
                disabled={busy || disabled}
                aria-label={`${labels.useAnswer}: ${author}`}
                onClick={() => {
                  focusInput();
                  store.branch(answerId);
                }}
              >
                {labels.useAnswer}
              </button>
            )}
            {canRetry ? (
              <button
                type="button"
                data-pl-button=""
                disabled={busy || disabled}
                aria-label={`${labels.retry}: ${author}`}
                onClick={() => {
                  focusInput();
                  void retry();
                }}
              >
                {labels.retry}
              </button>
            ) : null}
            {text ? <CopyButton text={() => text} label={labels.copy} labels={labels} /> : null}
          </div>
        )}
      </article>
    </ChatContext.Provider>
  );
}
