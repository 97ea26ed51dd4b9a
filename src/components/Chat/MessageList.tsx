"use client";
import {
  forwardRef,
  useEffect,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { ErrorBoundary } from "../ErrorBoundary.js";
import { IconButton } from "../IconButton.js";
import { useChatContext } from "./ChatContext.js";
import { Empty } from "./Empty.js";
import { ErrorNotice } from "./ErrorNotice.js";
import { Message } from "./Message.js";
import { Pending } from "./Pending.js";
import { useComposedRef } from "./useComposedRef.js";
import { useStickToBottom } from "./useStickToBottom.js";

/** Props of `Chat.Messages`: those of a `div`. */
export type MessageListProps = Omit<ComponentPropsWithoutRef<"div">, "children">;

/**
 * The conversation: a log whose end stays in view while an answer arrives, until the reader scrolls away. Arriving text is
 * not announced from here (a screen reader would read every delta); `Chat.Announcer` speaks instead.
 */
export const MessageList: ForwardRefExoticComponent<
  MessageListProps & RefAttributes<HTMLDivElement>
> = forwardRef(function MessageList(
  props: MessageListProps,
  ref: Ref<HTMLDivElement>,
): ReactElement {
  const { store, labels, components, focusInput } = useChatContext();
  const order = useChatState(store, (state) => state.order);
  const { scrollRef, contentRef, atEnd, scrollToEnd } = useStickToBottom();
  const outerRef = useComposedRef(scrollRef, ref);
  const { Message: MessageView = Message } = components;
  const EmptyView = components.Empty === undefined ? Empty : components.Empty;

  const lastRun = useRef<string>(undefined);
  const runId = useChatState(store, (state) => state.run?.id);
  useEffect(() => {
    // A question was asked: its answer is what the person wants to see.
    if (runId !== undefined && runId !== lastRun.current) scrollToEnd();
    lastRun.current = runId;
  }, [runId, scrollToEnd]);

  return (
    <div data-pl-viewport="">
      <div
        data-pl-messages=""
        role="log"
        aria-live="off"
        aria-label={labels.messages}
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        {...props}
        ref={outerRef}
      >
        <div data-pl-column="" data-empty={order.length === 0 ? "" : undefined} ref={contentRef}>
          {order.length === 0 && EmptyView ? <EmptyView /> : null}
          {order.map((id, index) => (
            <ErrorBoundary key={id} fallback={<p data-pl-note="">{labels.brokenMessage}</p>}>
              <MessageView messageId={id} position={index + 1} />
            </ErrorBoundary>
          ))}
          <Pending />
          <ErrorNotice />
        </div>
      </div>
      {atEnd ? null : (
        <IconButton
          icon="down"
          label={labels.jumpToLatest}
          data-pl-jump=""
          onClick={() => {
            scrollToEnd();
            focusInput();
          }}
        />
      )}
    </div>
  );
});
