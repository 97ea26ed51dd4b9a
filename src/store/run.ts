import type { StoreApi } from "zustand/vanilla";
import { ChatError } from "../client/errors.js";
import { toChatError } from "../client/foreignErrors.js";
import type { MessageMetadata } from "../client/messages.js";
import type { RetryNotice, StreamPart } from "../client/streamParts.js";
import { isFraming, isTransient } from "../client/framing.js";
import { abortable } from "../internal/abortable.js";
import { generateId } from "../internal/generateId.js";
import { stepsIn } from "./answerCalls.js";
import { createAppendLog } from "./appendLog.js";
import { applyPart } from "./applyPart.js";
import { createCallIds } from "./callIds.js";
import { callTools } from "./callTools.js";
import {
  isBusy,
  lastMessage,
  runningAnswer,
  withMessage,
  type ChatState,
  type Run,
} from "./chatState.js";
import { finishOf, type FinishPart } from "./ending.js";
import { endRun, forgetRun, isCurrent, restRun } from "./endRun.js";
import { continuePrompt, reopenText } from "./continueAnswer.js";
import { markRejected } from "./markRejected.js";
import { newAnswer, type Opening } from "./newAnswer.js";
import { labelOf, openAnswer, resumeAnswer, type Backend } from "./openAnswer.js";
import type { RunContext } from "./runContext.js";
import { endParts } from "./storedMessage.js";
import { addCost, addUsage } from "./usage.js";

/** What a run is asked for. */
export interface RunRequest {
  /** Appends to the last answer instead of beginning one. */
  continues?: boolean | undefined;
  /** Takes up an answer that the backend is still making, instead of asking for one. */
  resumes?: boolean | undefined;
  /** Goes on with the last answer after its calls, once all of them are answered. */
  goesOn?: boolean | undefined;
  /** The answer this one is made instead of. */
  replaces?: string | undefined;
}

interface Writing {
  opening: Opening;
  /** Whether the last text part goes on here rather than a new one. */
  continues: boolean;
  /** Whether the answer comes once more from its beginning. */
  resumes: boolean;
}

/**
 * Makes one answer and writes it to the store, part by part. Never rejects:
 * a failure is the state's `error`.
 */
export async function startRun(
  context: RunContext,
  backend: Backend,
  request: RunRequest = {},
): Promise<void> {
  const { state } = context;
  const { continues = false, goesOn = false, resumes = false } = request;
  const run: Run = {
    id: generateId(),
    controller: new AbortController(),
    messageId: continues || goesOn ? lastMessage(state.getState())?.id : undefined,
    startedAt: Date.now(),
    ...labelOf(backend.model),
  };
  // Nothing to resume is the usual case, and shows nothing.
  state.getState().run?.controller.abort();
  state.setState({ run, comparison: undefined, ...(!resumes && submitted) });
  const isOver = (): boolean => !isCurrent(state, run);
  try {
    // Without tools here the backend has them.
    if (goesOn && backend.tools && (await callTools(context, run, backend)) !== "answered")
      return restRun(context, run);
    for (let next: RunRequest = request; ; next = { goesOn: true }) {
      const finish = await readAnswer(context, run, backend, next);
      if (isOver()) return;
      if (!finish) return forgetRun(state, run);
      const ending = finishOf(finish, runningAnswer(state.getState()));
      const calls = ending.error ? "none" : await callTools(context, run, backend);
      if (isOver()) return;
      if (calls !== "answered") return endRun(context, run, ending);
      if (stepsIn(runningAnswer(state.getState())!) >= (backend.maxSteps ?? 5))
        return endRun(context, run, ending);
      keepCounts(state, run, ending.metadata);
    }
  } catch (thrown) {
    if (isOver()) return;
    const error = toChatError(thrown, run.controller.signal);
    const aborted = error.code === "aborted";
    // Otherwise it would be sent again with every later turn, and spoil each.
    if (error.code === "image_rejected" && run.model !== undefined) {
      state.setState((now) => markRejected(now, run.model!));
    }
    endRun(context, run, aborted ? { status: "stopped" } : { status: "error", error });
  }
}

/** Reads one answer into the store. Its `finish` part; `undefined` where there was none to resume, or the run is over. */
async function readAnswer(
  context: RunContext,
  run: Run,
  backend: Backend,
  { continues = false, goesOn = false, resumes = false, replaces }: RunRequest,
): Promise<FinishPart | undefined> {
  const { state, chatId } = context;
  const { signal } = run.controller;
  const asked = {
    chatId,
    ...(replaces !== undefined && { trigger: "regenerate-message" as const, messageId: replaces }),
  };
  const messages = [...context.getMessages(), ...(continues ? [continuePrompt()] : [])];
  const opening: Opening = { messageId: undefined, messageMetadata: {} };
  const held: StreamPart[] = goesOn ? [{ type: "start-step" }] : [];
  let isBegun = !resumes;
  let hasContent = false;
  let reopen = continues;
  const callIds = createCallIds();
  const answer = resumes
    ? resumeAnswer(backend, chatId, signal)
    : openAnswer(backend, messages, signal, asked);
  for await (const part of abortable(answer, signal)) {
    if (!isCurrent(state, run)) return undefined;
    if (showRetry(state, part)) continue;
    if (!isBegun) state.setState(submitted);
    isBegun = true;
    if (part.type === "finish") return part;
    if (!hasContent && (isFraming(part) || isTransient(part))) {
      hold(part, opening, held);
      continue;
    }
    // What came of the calls that it goes on from belongs to their step.
    if (!hasContent && goesOn && part.type.startsWith("tool-output")) {
      write(context, run, part, { opening, continues, resumes });
      continue;
    }
    hasContent = true;
    for (const one of [...held.splice(0), part]) {
      const reopens = reopen && (one.type === "text-start" || one.type === "text-delta");
      const own = callIds(one, runningAnswer(state.getState()));
      write(context, run, own, { opening, continues: reopens, resumes });
      if (reopens) reopen = false;
    }
  }
  if (!isBegun) return undefined;
  // The client left the stream without saying how it ended: what is there is not known to be the whole answer.
  throw new ChatError(
    "truncated",
    "The answer ended before the model said it was complete. What arrived is kept.",
  );
}

/** Ends the current run, if any, as stopped by a person: the state first, then the request. */
export function stopRun(context: RunContext): void {
  const now = context.state.getState();
  if (!now.run) return;
  if (isBusy(now)) endRun(context, now.run, { status: "stopped" });
  else forgetRun(context.state, now.run);
}

const submitted = { status: "submitted", error: undefined, retry: undefined } as const;

/** Keeps what frames an answer until there is some: an answer that never begins leaves nothing behind. */
function hold(part: StreamPart, opening: Opening, held: StreamPart[]): void {
  if (part.type === "start") opening.messageId = part.messageId;
  if (part.type === "start" || part.type === "message-metadata") {
    Object.assign(opening.messageMetadata, part.messageMetadata);
  } else if (part.type !== "start-step" || !held.some(({ type }) => type === "start-step")) {
    held.push(part);
  }
}

function showRetry(state: StoreApi<ChatState>, part: StreamPart): boolean {
  if (part.type !== "data-retry" || !("transient" in part) || !part.transient) return false;
  state.setState({ retry: part.data as RetryNotice });
  return true;
}

function write(
  context: RunContext,
  run: Run,
  part: StreamPart,
  { opening, continues, resumes }: Writing,
): void {
  const { state, frames } = context;
  const now = state.getState();
  // What is told once more comes faster than it was thought.
  const startedAt = resumes ? undefined : Date.now();
  const createLog = (text?: string): ReturnType<typeof createAppendLog> =>
    createAppendLog(frames, text, startedAt);
  const id = now.run?.messageId;
  const before = id === undefined ? newAnswer(now, run, opening, resumes) : now.byId.get(id)!;
  const open = continues ? reopenText(before, (part as { id?: string }).id, createLog) : before;
  // What would begin a text goes on with the one that is open again.
  const isBegun = open !== before && part.type === "text-start";
  const after = isBegun ? open : applyPart(open, part, createLog);
  context.onText();
  if (after === before && now.status === "streaming") return;
  state.setState({
    ...withMessage(now, after),
    run: { ...run, messageId: after.id },
    status: "streaming",
    retry: undefined,
  });
}

/** Adds up what the steps of an answer used. */
function keepCounts(
  state: StoreApi<ChatState>,
  run: Run,
  counted: MessageMetadata | undefined,
): void {
  const answer = runningAnswer(state.getState())!;
  const usage = addUsage(answer.metadata?.usage, counted?.usage);
  const cost = addCost(answer.metadata?.cost, counted?.cost);
  const metadata = { ...answer.metadata, ...counted, usage, cost };
  state.setState((now) => withMessage(now, { ...endParts(answer), metadata }));
}
