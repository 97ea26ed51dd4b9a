"use client";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ChatPersistence } from "../client/threads.js";
import type { ChatStore } from "../store/chatStore.js";
import { createKeeper, type HistoryState, type Keeper } from "../store/keepConversation.js";
import { useLatest } from "./useLatest.js";

/** How a conversation and its storage get along. */
export interface ChatHistory extends HistoryState {
  /** Whether the conversation is kept at all. */
  readonly isKept: boolean;
  /** Resolves when what is kept has been read, or could not be; at once where nothing is kept. */
  readonly loaded: Promise<void>;
  /** Takes the notice away. The same one does not come back before something was saved. */
  dismiss: () => void;
}

const unkept: Pick<Keeper, "state" | "loaded" | "dismiss"> = {
  state: createStore<HistoryState>(() => ({ isLoading: false, notice: undefined })),
  loaded: Promise.resolve(),
  dismiss: () => {},
};

/** Keeps the conversation of `store` in `persistence`, which is asked each time; without one nothing is kept. */
export function useHistory(
  store: ChatStore,
  persistence: ChatPersistence | undefined,
): ChatHistory {
  const latest = useLatest(persistence);
  const [held, setHeld] = useState<{ store: ChatStore; keeper: Keeper }>();
  let current = held?.store === store ? held : undefined;
  if (persistence && !current) {
    current = { store, keeper: createKeeper(store, () => latest()!) };
    setHeld(current);
  }
  const keeper = persistence && current?.keeper;
  useEffect(() => keeper?.enter(), [keeper]);
  const { state, loaded, dismiss } = keeper ?? unkept;
  const now = useStore(state);
  const isKept = keeper !== undefined;
  return useMemo(() => ({ ...now, isKept, loaded, dismiss }), [now, isKept, loaded, dismiss]);
}
