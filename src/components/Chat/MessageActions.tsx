"use client";
import type { MouseEvent, ReactElement } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { isBusy } from "../../store/chatState.js";
import type { StoredMessage } from "../../store/storedMessage.js";
import { CopyButton } from "../CopyButton.js";
import { IconButton } from "../IconButton.js";
import { AnswerFacts } from "./AnswerFacts.js";
import { BranchSwitch } from "./BranchSwitch.js";
import { useChatContext } from "./ChatContext.js";
import { messageText } from "./messageText.js";
import { OtherModel } from "./OtherModel.js";

/** What can be done with a finished message, its versions, and what is known of it. */
export function MessageActions({ message }: { message: StoredMessage }): ReactElement {
  const { store, labels, disabled, components, canAskOthers, edit, focusInput, ask } =
    useChatContext();
  const busy = useChatState(store, isBusy);
  const versions = useChatState(store, () => store.siblingsOf(message.id));
  const text = messageText(message);
  const isAnswer = message.role === "assistant";
  const branches =
    versions.length > 0 ? <BranchSwitch messageId={message.id} versions={versions} /> : null;
  // The second half of a double click lands on what has moved there.
  const once = (action: () => void) => (event: MouseEvent) => {
    if (event.detail <= 1) action();
  };
  return (
    <div data-pl-actions="" data-versions={versions.length || undefined}>
      {isAnswer ? branches : null}
      {text ? (
        <CopyButton key={message.id} text={() => text} label={labels.copy} labels={labels} />
      ) : null}
      {isAnswer ? (
        <IconButton
          icon="redo"
          label={labels.regenerate}
          disabled={busy || disabled}
          onClick={once(() => {
            focusInput();
            void ask({ type: "regenerate", messageId: message.id });
          })}
        />
      ) : null}
      {isAnswer && canAskOthers ? (
        <OtherModel message={message} disabled={busy || disabled} />
      ) : null}
      {/* A composer of the page's own is not known to write a message anew. */}
      {!isAnswer && components.Composer === undefined ? (
        <IconButton
          icon="edit"
          label={labels.editMessage}
          disabled={busy || disabled}
          onClick={once(() => edit(message.id))}
        />
      ) : null}
      <IconButton
        icon="trash"
        label={labels.deleteMessage}
        disabled={disabled}
        onClick={once(() => {
          focusInput();
          store.deleteMessage(message.id);
        })}
      />
      <ContinueButton message={message} />
      {isAnswer ? <AnswerFacts message={message} /> : branches}
    </div>
  );
}

/**
 * Takes up the last answer where it ended too early: stopped by a person, with the page it was made in, or by a failure that
 * is not spoken of any more.
 */
function ContinueButton({ message }: { message: StoredMessage }): ReactElement | null {
  const { store, labels, disabled, focusInput, ask } = useChatContext();
  const isIdle = useChatState(store, (state) => state.status === "ready");
  const isLast = useChatState(store, (state) => state.order.at(-1) === message.id);
  const { role, metadata } = message;
  const isPartial = role === "assistant" && /^(stopped|error)$/.test(metadata?.status ?? "");
  if (!isPartial || !isLast || !isIdle || !store.canContinue) return null;
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
