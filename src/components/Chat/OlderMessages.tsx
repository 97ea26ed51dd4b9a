"use client";
import {
  memo,
  useCallback,
  useMemo,
  useState,
  useSyncExternalStore,
  type NamedExoticComponent,
  type ReactElement,
  type RefObject,
} from "react";
import { Virtualizer } from "virtua";
import { useChatContext } from "./ChatContext.js";
import { MessageRow } from "./MessageRow.js";
import { useLayoutEffectInPage } from "./useLayoutEffectInPage.js";

/** How many of the newest are always mounted, so that those that have just come here are measured before they are shown. */
const mountedAtEnd = 6;

/** How many a server renders, of the oldest. */
const renderedOnServer = 10;

/** How far above and below the view messages are mounted, in CSS pixels: what find-in-page and screen readers reach. */
const buffer = 800;

/** Props of `OlderMessages`. */
export interface OlderMessagesProps {
  /** Message ids, oldest first. */
  ids: readonly string[];
  /** How many messages the conversation has. */
  total: number;
  /** Ids of messages that stay mounted wherever the view is. */
  held: readonly string[];
  /** The element that scrolls. */
  scrollRef: RefObject<HTMLElement | null>;
  /** Told when the list or a height in it has changed, before that is shown. */
  onResize: () => void;
}

const never = (): (() => void) => () => {};

/** The messages of a long conversation before its last turn: only those around the view are in the page. */
export const OlderMessages: NamedExoticComponent<OlderMessagesProps> = memo(function OlderMessages({
  ids,
  total,
  held,
  scrollRef,
  onResize,
}: OlderMessagesProps): ReactElement {
  const { store } = useChatContext();
  const [shown, setShown] = useState({ ids, changedAtStart: false });
  if (shown.ids !== ids) {
    const changedAtStart = ids[0] !== shown.ids[0] && ids.at(-1) === shown.ids.at(-1);
    setShown({ ids, changedAtStart });
  }
  useLayoutEffectInPage(onResize, [ids, onResize]);
  const hydrating = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const kept = useMemo(() => {
    const newest = Array.from({ length: mountedAtEnd }, (_, index) => ids.length - 1 - index);
    return [...newest, ...held.map((id) => ids.indexOf(id))].filter((index) => index >= 0);
  }, [ids, held]);
  const row = useCallback(
    (id: string, index: number) => (
      // Versions share a place, so that the focus stays on the buttons that switch them.
      <MessageRow
        key={store.siblingsOf(id)[0] ?? id}
        messageId={id}
        position={index + 1}
        total={total}
      />
    ),
    [store, total],
  );
  return (
    <div data-pl-older="">
      <Virtualizer
        data={ids}
        shift={shown.changedAtStart}
        bufferSize={buffer}
        ssrCount={hydrating ? renderedOnServer : 0}
        keepMounted={hydrating ? [] : kept}
        scrollRef={scrollRef}
        onResize={onResize}
      >
        {row}
      </Virtualizer>
    </div>
  );
});
