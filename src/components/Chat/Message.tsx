"use client";
import { memo, type ReactElement } from "react";
import type { FilePart, TextPart } from "../../client/messages.js";
import { useChatState, useMessage } from "../../hooks/useMessage.js";
import type { StoredMessage } from "../../store/storedMessage.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { FilePartView } from "../parts/FilePartView.js";
import { isData, MessageParts } from "../parts/MessageParts.js";
import { useChatContext } from "./ChatContext.js";
import { MessageActions } from "./MessageActions.js";
import { ModelMark } from "./ModelMark.js";

/** Props of a message. */
export interface MessageProps {
  messageId: string;
  /** Its place in the conversation, from 1. */
  position: number;
  /** How many messages there are, where not all of them are in the page. */
  total?: number | undefined;
}

/** One message. It follows its own message alone, so text arriving elsewhere does not render it. */
export const Message: React.NamedExoticComponent<MessageProps> = memo(function Message({
  messageId,
  position,
  total,
}: MessageProps): ReactElement | null {
  const { store, labels, nameOf } = useChatContext();
  const message = useMessage(store, messageId);
  const running = useChatState(store, (state) => state.run?.messageId === messageId);
  if (!message || message.role === "system") return null;
  const author =
    message.role === "user" ? labels.you : (nameOf(message.metadata?.model) ?? labels.assistant);
  return (
    <article
      data-pl-message=""
      data-role={message.role}
      data-status={running ? "streaming" : message.metadata?.status}
      aria-label={labels.messageName(author, position)}
      aria-posinset={total && position}
      aria-setsize={total}
      tabIndex={-1}
    >
      <ErrorBoundary
        // Another version has a body of its own; what is below it stays, and with it the focus.
        key={messageId}
        fallback={<p>{labels.brokenMessage}</p>}
        resetKey={message}
      >
        {message.role === "user" ? (
          <UserBody message={message} />
        ) : (
          <AnswerBody message={message} author={author} />
        )}
      </ErrorBoundary>
      {running ? null : <MessageActions message={message} />}
    </article>
  );
});

/** What an answer consists of: who gave it, its parts, and what was changed to get it. */
export function AnswerBody({
  message,
  author,
}: {
  message: StoredMessage;
  author: string;
}): ReactElement {
  const { labels, nameOf, providerNameOf } = useChatContext();
  const { model, provider, refusals = [], warnings = [] } = message.metadata ?? {};
  const notes = [
    ...refusals.map((one) =>
      labels.fellBack(
        nameOf(one.model) ?? one.model,
        labels.error({ ...one, model: nameOf(one.model) }),
        nameOf(model),
      ),
    ),
    ...warnings.map((one) => labels.warning(one)),
  ];
  return (
    <>
      <header data-pl-author="">
        <ModelMark name={provider ?? model ?? author} />
        <bdi data-pl-author-name="">{author}</bdi>
        {provider ? <bdi>{providerNameOf(provider)}</bdi> : null}
      </header>
      <MessageParts parts={message.parts} />
      {[...new Set(notes)].map((words) => (
        <p key={words} data-pl-note="" dir="auto">
          {words}
        </p>
      ))}
    </>
  );
}

function UserBody({ message }: { message: StoredMessage }): ReactElement {
  const { components } = useChatContext();
  const { File = FilePartView } = components;
  const files = message.parts.filter((part): part is FilePart => part.type === "file");
  const text = message.parts
    .filter((part): part is TextPart => part.type === "text" && "text" in part)
    .map((part) => part.text)
    .join("\n\n");
  return (
    <>
      {files.length > 0 ? (
        <div data-pl-files="">
          {files.map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <File key={index} part={part} />
          ))}
        </div>
      ) : null}
      {text ? (
        <div data-pl-bubble="" dir="auto">
          {text}
        </div>
      ) : null}
      <MessageParts parts={message.parts.filter(isData)} />
    </>
  );
}
