"use client";
import { useCallback } from "react";
import { preflightError } from "../../client/preflightError.js";
import type { ChatHistory } from "../../hooks/useHistory.js";
import type { ChatStore } from "../../store/chatStore.js";
import { isDoneNow, perform, type ChatAction } from "./chatAction.js";
import type { ChatContextValue } from "./ChatContext.js";

/** How a chat does what it is asked for: after its history is there, and after the composer's pre-flight. */
export function useAsk(
  store: ChatStore,
  { isLoading, loaded }: ChatHistory,
  preflightRef: ChatContextValue["preflightRef"],
): ChatContextValue["ask"] {
  return useCallback(
    (action: ChatAction): Promise<void> => {
      // An answer to a history that is not there yet would answer nothing.
      if (isLoading) return loaded.then(() => perform(store, action));
      // What is not done now is not to be spoken against now.
      const finding = isDoneNow(store, action) ? preflightRef.current?.(action) : undefined;
      if (!finding) return perform(store, action);
      const refusal = Promise.reject(preflightError(finding));
      // The composer says it, so nobody has to wait for it.
      refusal.catch(() => {});
      return refusal;
    },
    [store, isLoading, loaded, preflightRef],
  );
}
