"use client";
import { useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { PreflightFinding } from "../../client/preflight.js";
import { useLatest } from "../../hooks/useLatest.js";
import { useChatState } from "../../hooks/useMessage.js";
import type { UsePreflightResult } from "../../hooks/usePreflight.js";
import { isBusy, type ChatState } from "../../store/chatState.js";
import type { ChatStore } from "../../store/chatStore.js";
import {
  perform,
  requestOf,
  withoutFiles,
  type ActionRequest,
  type ChatAction,
} from "./chatAction.js";
import { ModelFactsContext, useChatContext } from "./ChatContext.js";

/** What was asked for and would be refused. It waits until nothing speaks against it, and then is done. */
export interface HeldAction {
  /** What it would send; `undefined` while nothing waits. */
  readonly request: ActionRequest | undefined;
  /** What speaks against it, errors first; empty while nothing waits. */
  readonly findings: readonly PreflightFinding[];
  /** Gives it up. What waits in the queue stays there. */
  readonly giveUp: () => void;
  /** Goes on without some of its files. */
  readonly dropFiles: (files: readonly unknown[]) => void;
}

/** Options of `useHeldAction`. */
export interface HeldActionOptions extends Pick<UsePreflightResult, "check"> {
  /** Something was asked for and would be refused. */
  onRefused: () => void;
}

const nothing: readonly PreflightFinding[] = [];

/** Checks what is asked for from outside the composer, and what has waited in the queue, and keeps what would be refused. */
export function useHeldAction(options: HeldActionOptions): HeldAction {
  const { store, preflightRef } = useChatContext();
  const { check: checkRequest, onRefused } = options;
  const factsOf = useContext(ModelFactsContext);
  const check = useCallback(
    (asked: ChatAction, wanted: ActionRequest | undefined): readonly PreflightFinding[] => {
      const other = otherModel(store, asked);
      return wanted
        ? checkRequest(wanted, other === undefined ? undefined : factsOf(other))
        : nothing;
    },
    [store, checkRequest, factsOf],
  );
  const [held, setHeld] = useState<{ action: ChatAction; during: string | undefined }>();
  const action = held?.action;
  const order = useChatState(store, (state) => state.order);
  const queue = useChatState(store, (state) => state.queue);
  const answering = useChatState(store, runningId);
  const request = useMemo(
    () => action && requestOf({ ...store.state.getState(), order, queue }, action),
    [store, order, queue, action],
  );
  const findings = useMemo(
    () => (action ? check(action, request) : nothing),
    [check, action, request],
  );
  const isRefused = findings[0]?.severity === "error";
  // It has begun, or something else was asked, or there is nothing left of it.
  const isOver = held && answering !== undefined && answering !== held.during;
  if (action && (isOver || !request)) setHeld(undefined);

  const latest = useLatest({ check, onRefused });
  useEffect(() => {
    preflightRef.current = (asked) => {
      const now = latest();
      const state = store.state.getState();
      const [first] = now.check(asked, requestOf(state, asked));
      const finding = first?.severity === "error" ? first : undefined;
      setHeld(finding && { action: asked, during: runningId(state) });
      if (finding) now.onRefused();
      return finding;
    };
    const stop = store.guardQueue(
      ({ id }) => !preflightRef.current?.({ type: "queued", messageId: id }),
    );
    return () => {
      stop();
      preflightRef.current = null;
    };
  }, [store, preflightRef, latest]);

  useEffect(() => {
    // Another model or a shorter conversation: what was asked can be done now.
    if (action && request && !isOver && !isRefused) void perform(store, action);
  }, [store, action, request, isOver, isRefused]);

  return {
    request,
    findings: isRefused ? findings : nothing,
    giveUp: () => setHeld(undefined),
    dropFiles(files) {
      if (!held) return;
      const kept = withoutFiles(store.state.getState(), held.action, files);
      setHeld({ ...held, action: kept });
      if (held.action.type === "queued") store.removeQueuedMessage(held.action.messageId);
    },
  };
}

/** Who would answer, where it is not the chat's own model. */
function otherModel(store: ChatStore, action: ChatAction): string | undefined {
  if (action.type === "continue") return store.oneOffModel();
  return action.type === "regenerate"
    ? (action.model ?? store.oneOffModel(action.messageId))
    : undefined;
}

/** The run that answers; `undefined` while none does. */
function runningId(state: ChatState): string | undefined {
  return isBusy(state) ? state.run?.id : undefined;
}
