"use client";
import {
  forwardRef,
  useEffect,
  useMemo,
  useRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { useChatContext } from "./ChatContext.js";
import { ComparedAnswers } from "./ComparedAnswers.js";
import { Empty } from "./Empty.js";
import { ErrorNotice } from "./ErrorNotice.js";
import { JumpButton } from "./JumpButton.js";
import { MessageRow } from "./MessageRow.js";
import { OlderMessages } from "./OlderMessages.js";
import { Pending } from "./Pending.js";
import { useCopyAsMarkdown } from "./useCopyAsMarkdown.js";
import { stepThroughMessages } from "./stepThroughMessages.js";
import { useComposedRef } from "./useComposedRef.js";
import { useHeldMessages } from "./useHeldMessages.js";
import { useKeptPlace } from "./useKeptPlace.js";
import { useMessageWindow } from "./useMessageWindow.js";
import { useStickToBottom } from "./useStickToBottom.js";

/** Props of `Chat.Messages`: those of a `div`. */
export type MessageListProps = Omit<ComponentPropsWithoutRef<"div">, "children">;

/**
 * The conversation: a log whose end stays in view while an answer arrives, until the reader goes elsewhere. Of a long one
 * only the last turn and what is around the view are in the page. Arriving text is not announced from here (a screen reader
 * would read every delta); `Chat.Announcer` speaks instead.
 */
export const MessageList: ForwardRefExoticComponent<
  MessageListProps & RefAttributes<HTMLDivElement>
> = forwardRef(function MessageList(
  props: MessageListProps,
  ref: Ref<HTMLDivElement>,
): ReactElement {
  const { store } = useChatContext();
  // Another conversation is read from its own end.
  return <Conversation key={store.id} {...props} listRef={ref} />;
});

function Conversation({
  listRef,
  ...props
}: MessageListProps & { listRef: Ref<HTMLDivElement> }): ReactElement {
  const { store, history, labels, components } = useChatContext();
  const { scrollRef, contentRef, scroller, atEnd, scrollToEnd, follow } = useStickToBottom();
  const viewRef = useRef<HTMLDivElement>(null);
  const outerRef = useComposedRef(viewRef, useComposedRef(scrollRef, listRef));
  const order = useChatState(store, (state) => state.order);
  const placeKey = history.isKept ? `polylogue:place:${store.id}` : undefined;
  const wanted = useKeptPlace({ scroller, key: placeKey, ids: order, atEnd });
  const inHand = useHeldMessages(scroller);
  const held = useMemo(() => (wanted ? [...inHand, wanted] : inHand), [inHand, wanted]);
  const { older, recent } = useMessageWindow(store, { atEnd, held });
  const copyAsMarkdown = useCopyAsMarkdown();
  const total = older.length + recent.length;
  const EmptyView = components.Empty === undefined ? Empty : components.Empty;

  const questionId = useChatState(store, (state) => state.comparison?.questionId);
  // Of answers side by side the one that is kept as shown does not stand there once more.
  const whole = questionId === undefined ? recent : recent.slice(0, recent.indexOf(questionId) + 1);

  const lastRun = useRef<string>(undefined);
  const runId = useChatState(store, (state) => state.run?.id);
  useEffect(() => {
    // A question was asked: its answer is what the person wants to see.
    if (runId !== undefined && runId !== lastRun.current) scrollToEnd();
    lastRun.current = runId;
  }, [runId, scrollToEnd]);

  return (
    <div data-pl-viewport="">
      {/* The keys move the focus between the messages in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        data-pl-messages=""
        role="log"
        aria-live="off"
        aria-label={labels.messages}
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        {...props}
        onKeyDown={(event) => {
          props.onKeyDown?.(event);
          stepThroughMessages(event);
        }}
        onCopy={(event) => {
          props.onCopy?.(event);
          copyAsMarkdown(event);
        }}
        ref={outerRef}
      >
        <div data-pl-column="" data-empty={total === 0 ? "" : undefined}>
          {older.length > 0 ? (
            <OlderMessages
              ids={older}
              total={total}
              held={held}
              scrollRef={viewRef}
              onResize={follow}
            />
          ) : null}
          <div data-pl-recent="" ref={contentRef}>
            {total === 0 && history.isLoading ? (
              <p data-pl-note="" data-pl-loading="">
                {labels.loadingChat}
              </p>
            ) : null}
            {total === 0 && !history.isLoading && EmptyView ? <EmptyView /> : null}
            {whole.map((id, index) => (
              <MessageRow
                // Versions share a place, so that the focus stays on the buttons that switch them.
                key={store.siblingsOf(id)[0] ?? id}
                messageId={id}
                position={older.length + index + 1}
                total={older.length > 0 ? total : undefined}
              />
            ))}
            {questionId === undefined ? <Pending /> : <ComparedAnswers />}
            <ErrorNotice />
          </div>
        </div>
      </div>
      {atEnd ? null : <JumpButton onJump={scrollToEnd} />}
    </div>
  );
}
