"use client";
import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { PreflightFinding } from "../../client/preflight.js";
import { useLatest } from "../../hooks/useLatest.js";
import { useChatState } from "../../hooks/useMessage.js";
import type { UsePreflightResult } from "../../hooks/usePreflight.js";
import { isBusy } from "../../store/chatState.js";
import { perform, requestOf, type ActionRequest, type ChatAction } from "./chatAction.js";
import { ModelFactsContext, useChatContext } from "./ChatContext.js";

/** What was asked for and would be refused. It waits until nothing speaks against it, and then is done. */
export interface HeldAction {
  /** What it would send; `undefined` while nothing waits. */
  readonly request: ActionRequest | undefined;
  /** What speaks against it, errors first; empty while nothing waits. */
  readonly findings: readonly PreflightFinding[];
  /** Puts another in its place, or, with `undefined`, gives it up. */
  readonly hold: (change: (action: ChatAction) => ChatAction | undefined) => void;
}

/** Options of `useHeldAction`. */
export interface HeldActionOptions extends Pick<UsePreflightResult, "check"> {
  /** Something was asked for and would be refused. */
  onRefused: () => void;
}

const nothing: readonly PreflightFinding[] = [];

/** Checks what is asked for from outside the composer, and keeps what would be refused. */
export function useHeldAction(options: HeldActionOptions): HeldAction {
  const { store, preflightRef } = useChatContext();
  const { check: checkRequest, onRefused } = options;
  const factsOf = useContext(ModelFactsContext);
  const check = useCallback(
    (asked: ChatAction, wanted: ActionRequest | undefined): readonly PreflightFinding[] => {
      const other = asked.type === "regenerate" ? asked.model : undefined;
      return wanted
        ? checkRequest(wanted, other === undefined ? undefined : factsOf(other))
        : nothing;
    },
    [checkRequest, factsOf],
  );
  const [action, setAction] = useState<ChatAction>();
  const order = useChatState(store, (state) => state.order);
  const busy = useChatState(store, isBusy);
  const request = useMemo(
    () => action && requestOf({ ...store.state.getState(), order }, action),
    [store, order, action],
  );
  const findings = useMemo(
    () => (action ? check(action, request) : nothing),
    [check, action, request],
  );
  const isRefused = findings[0]?.severity === "error";
  // It has begun, or something else was asked, or there is nothing left of it.
  if (action && (busy || !request)) setAction(undefined);

  const latest = useLatest({ check, onRefused });
  useEffect(() => {
    preflightRef.current = (asked) => {
      const now = latest();
      const [first] = now.check(asked, requestOf(store.state.getState(), asked));
      const finding = first?.severity === "error" ? first : undefined;
      setAction(finding && asked);
      if (finding) now.onRefused();
      return finding;
    };
    return () => {
      preflightRef.current = null;
    };
  }, [store, preflightRef, latest]);

  useEffect(() => {
    // Another model or a shorter conversation: what was asked can be done now.
    if (action && request && !busy && !isRefused) void perform(store, action);
  }, [store, action, request, busy, isRefused]);

  return {
    request,
    findings: isRefused ? findings : nothing,
    hold: (change) => setAction((held) => held && change(held)),
  };
}
