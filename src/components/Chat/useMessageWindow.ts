"use client";
import { useMemo, useState } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import type { ChatStore } from "../../store/chatStore.js";
import { emptyWindow, lastTurn, nextWindow } from "./messageWindow.js";

/** What `useMessageWindow` returns. */
export interface DividedMessages {
  /** Ids of the messages that are windowed, oldest first. Empty for a chat that is whole. */
  older: readonly string[];
  /** Ids of the messages after them. */
  recent: readonly string[];
}

/** Divides the conversation into older messages and those that stand in the page wherever the view is. */
export function useMessageWindow(
  store: ChatStore,
  { atEnd, held }: { atEnd: boolean; held: readonly string[] },
): DividedMessages {
  const order = useChatState(store, (state) => state.order);
  const turn = useChatState(store, lastTurn);
  const [before, setBefore] = useState(emptyWindow);
  const now = nextWindow(before, { order, turn, atEnd, held });
  if (now !== before) setBefore(now);
  return useMemo(() => {
    const start = now.first === undefined ? 0 : now.order.indexOf(now.first);
    return { older: now.order.slice(0, start), recent: now.order.slice(start) };
  }, [now]);
}
