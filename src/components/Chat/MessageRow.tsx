"use client";
import { memo, type NamedExoticComponent, type ReactElement } from "react";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { useChatContext } from "./ChatContext.js";
import { Message, type MessageProps } from "./Message.js";

/** A message in its place in the list. What it throws stays there. */
export const MessageRow: NamedExoticComponent<MessageProps> = memo(function MessageRow(
  props: MessageProps,
): ReactElement {
  const { labels, components } = useChatContext();
  const { Message: MessageView = Message } = components;
  return (
    <div data-pl-row={props.messageId}>
      <ErrorBoundary
        fallback={<p data-pl-note="">{labels.brokenMessage}</p>}
        resetKey={props.messageId}
      >
        <MessageView {...props} />
      </ErrorBoundary>
    </div>
  );
});
