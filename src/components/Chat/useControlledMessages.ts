"use client";
import { useEffect, useState } from "react";
import type { AnyUIMessage, UIMessage } from "../../client/messages.js";
import { useLatest } from "../../hooks/useLatest.js";
import type { ChatStore } from "../../store/chatStore.js";

type History = readonly AnyUIMessage[];

/** A conversation whose value is held by the page. */
export interface ControlledMessages {
  /** To be told of every change of the conversation. */
  onMessage: (messages: UIMessage[]) => void;
  /** Takes over another value of the page's. What the chat has said itself, given back, changes nothing. */
  follow: (store: ChatStore, messages: History | undefined) => void;
}

/** How many of its own words the chat recognises when the page gives them back late. */
const mostKnown = 20;

/** What stands between a chat and a page that holds its messages. `onMessage` hears of every change. */
export function useControlledMessages(
  onMessage: ((messages: UIMessage[]) => void) | undefined,
): ControlledMessages {
  const latest = useLatest(onMessage);
  const [controlled] = useState(() => createControlled((all) => latest()?.(all)));
  return controlled;
}

/** Follows the value after each render that brings another one. */
export function useFollowedMessages(
  { follow }: ControlledMessages,
  store: ChatStore,
  messages: History | undefined,
): void {
  useEffect(() => follow(store, messages), [follow, store, messages]);
}

function createControlled(tell: (messages: UIMessage[]) => void): ControlledMessages {
  let followed: ChatStore | undefined;
  /** What was given last, and what was said since. */
  let known: readonly History[] = [];
  return {
    onMessage(messages) {
      known = [...known.slice(1 - mostKnown), messages];
      tell(messages);
    },
    follow(store, messages) {
      const isNew = store !== followed;
      followed = store;
      // It began with them.
      if (isNew) known = messages ? [messages] : [];
      if (isNew || !messages) return;
      const at = known.findLastIndex((one) => isSame(one, messages));
      // What the page gives back late is still on its way to what was said last.
      known = at < 0 ? [messages] : known.slice(at);
      if (at < 0) store.setMessages(messages);
    },
  };
}

/** Whether two histories say the same. Metadata is left aside: who keeps less of it must not stop an answer by that. */
function isSame(one: History, other: History): boolean {
  const wordsOf = ({ id, role, parts }: AnyUIMessage): string => JSON.stringify([id, role, parts]);
  return (
    one.length === other.length &&
    one.every((message, index) => {
      const twin = other[index]!;
      return message === twin || (message.id === twin.id && wordsOf(message) === wordsOf(twin));
    })
  );
}
