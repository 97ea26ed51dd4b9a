import type { StoreApi } from "zustand/vanilla";
import { abandonCalls } from "./answerCalls.js";
import { withNewestEnd } from "./branches.js";
import { runningAnswer, withMessage, type ChatState, type Run } from "./chatState.js";
import type { FinishEvent } from "./finishEvent.js";
import type { Ending } from "./ending.js";
import type { RunContext } from "./runContext.js";
import { endParts, toUIMessage } from "./storedMessage.js";
import { addCost, addUsage } from "./usage.js";

/** Whether a run is the one that writes to the store. */
export function isCurrent(state: StoreApi<ChatState>, run: Run): boolean {
  return state.getState().run?.id === run.id;
}

/** Ends a run as it ended, and tells it. */
export function endRun(
  context: RunContext,
  run: Run,
  { status, finishReason, metadata, error }: Ending,
): void {
  const { state, frames } = context;
  const now = state.getState();
  const open = now.byId.get(now.run?.messageId ?? "");
  const ended = open && (status === "stopped" ? abandonCalls(endParts(open)) : endParts(open));
  const closed = ended && {
    ...ended,
    metadata: {
      ...ended.metadata,
      durationMs: Date.now() - run.startedAt,
      ...metadata,
      usage: addUsage(ended.metadata?.usage, metadata?.usage),
      cost: addCost(ended.metadata?.cost, metadata?.cost),
      status,
      error: error && { code: error.code, message: error.message },
    },
  };
  state.setState({
    // Nothing came to take the place of what was answered before.
    ...(closed ? withMessage(now, closed) : status === "stopped" && withNewestEnd(now)),
    run: undefined,
    retry: undefined,
    error,
    status: error ? "error" : "ready",
  });
  // Before anybody is told: what they do must not keep the request open.
  if (status === "stopped") run.controller.abort();
  frames.flush();
  const event: FinishEvent = {
    message: closed && toUIMessage(closed),
    messages: context.getMessages(),
    isAbort: status === "stopped",
    isDisconnect: error?.code === "network" || error?.code === "truncated",
    isError: error !== undefined,
    finishReason,
  };
  context.onEnd(event, error);
}

/** Ends a run whose calls still wait for somebody: the answer stays as it was. */
export function restRun(context: RunContext, run: Run): void {
  const { state } = context;
  if (!isCurrent(state, run)) return;
  const message = runningAnswer(state.getState());
  state.setState({ run: undefined, status: "ready" });
  context.onEnd(
    {
      message: message && toUIMessage(message),
      messages: context.getMessages(),
      isAbort: false,
      isDisconnect: false,
      isError: false,
      finishReason: "tool-calls",
    },
    undefined,
  );
}

/** Ends a run that has not shown: there was nothing to resume, or nobody waits for it any more. */
export function forgetRun(state: StoreApi<ChatState>, run: Run): void {
  if (isCurrent(state, run)) state.setState({ run: undefined, retry: undefined });
  run.controller.abort();
}
