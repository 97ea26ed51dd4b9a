"use client";
import { useStore } from "zustand";
import type { ChatState } from "../store/chatState.js";
import type { ChatStore } from "../store/chatStore.js";
import type { StoredMessage } from "../store/storedMessage.js";

/** Part of a chat's state, followed: the component renders again when `selector` gives something else (by `Object.is`). */
export function useChatState<T>(store: ChatStore, selector: (state: ChatState) => T): T {
  return useStore(store.state, selector);
}

/** One message, followed alone: other messages, and text arriving in this one, do not render the component again. */
export function useMessage(store: ChatStore, id: string): StoredMessage | undefined {
  return useStore(store.state, (state) => state.byId.get(id));
}
