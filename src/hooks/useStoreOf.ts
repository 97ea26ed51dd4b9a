"use client";
import { useEffect, useState } from "react";
import { createForeignStore, type ForeignChat } from "../store/foreignStore.js";
import type { ChatStore } from "../store/chatStore.js";
import type { UseChatResult } from "./useChat.js";

/** A conversation made outside of `<Chat>`: by our `useChat`, or held elsewhere, such as by the AI SDK's. */
export type GivenChat =
  | (Pick<UseChatResult, "store"> & Partial<Pick<UseChatResult, "history">>)
  | ForeignChat;

/**
 * The store of `chat`: its own, or, for one that is held elsewhere, a store that follows each of its renders. Another one
 * for a chat of another id; `undefined` without a chat.
 */
export function useStoreOf(chat: GivenChat | undefined): ChatStore | undefined {
  const own = chat && "store" in chat ? chat.store : undefined;
  const foreign = chat && "store" in chat ? undefined : chat;
  const [held, setHeld] = useState(() => foreign && createForeignStore(foreign));
  const current = held?.id === foreign?.id ? held : foreign && createForeignStore(foreign);
  if (current !== held) setHeld(current);
  useEffect(() => {
    if (foreign) current?.follow(foreign);
  }, [foreign, current]);
  return own ?? current;
}
