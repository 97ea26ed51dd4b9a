import type { StoreApi } from "zustand/vanilla";
import { ChatError, toChatError } from "../client/errors.js";
import type { MessageMetadata, MessageStatus, UIMessage } from "../client/messages.js";
import type { FinishReason, RetryNotice, StreamPart } from "../client/streamParts.js";
import { abortable } from "../internal/abortable.js";
import { generateId } from "../internal/generateId.js";
import { createAppendLog } from "./appendLog.js";
import { applyPart } from "./applyPart.js";
import { lastMessage, withMessage, type ChatState, type Run } from "./chatState.js";
import type { FinishEvent } from "./chatStore.js";
import type { FrameScheduler } from "./frame.js";
import { labelOf, openAnswer, type Backend } from "./openAnswer.js";
import { reopenText, resumePrompt } from "./resume.js";
import { endParts, toUIMessage, type StoredMessage } from "./storedMessage.js";

/** What a run needs of the store it writes to. */
export interface RunContext {
  readonly chatId: string;
  readonly state: StoreApi<ChatState>;
  readonly frames: FrameScheduler;
  getMessages(): UIMessage[];
  /** Text has arrived in a log. */
  onText(): void;
  onEnd(event: FinishEvent, error: ChatError | undefined): void;
}

/** What a run is asked for. */
export interface RunRequest {
  /** Appends to the last answer instead of beginning one. */
  resume?: boolean | undefined;
  /** The answer this one replaces. */
  replaces?: string | undefined;
}

interface Opening {
  /** What the stream said before any content. */
  opening: { messageId: string | undefined; messageMetadata: MessageMetadata };
  /** Whether the last text part goes on here rather than a new one. */
  resumes: boolean;
}

interface Ending {
  status: MessageStatus;
  finishReason?: FinishReason | undefined;
  metadata?: MessageMetadata | undefined;
  error?: ChatError | undefined;
}

/**
 * Makes one answer and writes it to the store, part by part. Never rejects:
 * a failure is the state's `error`.
 */
export async function startRun(
  context: RunContext,
  backend: Backend,
  { resume = false, replaces }: RunRequest = {},
): Promise<void> {
  const { state } = context;
  const run: Run = {
    id: generateId(),
    controller: new AbortController(),
    messageId: resume ? lastMessage(state.getState())?.id : undefined,
    startedAt: Date.now(),
    ...labelOf(backend.model),
  };
  const asked = {
    chatId: context.chatId,
    ...(replaces !== undefined && { trigger: "regenerate-message" as const, messageId: replaces }),
  };
  const messages = [...context.getMessages(), ...(resume ? [resumePrompt()] : [])];
  state.setState({ run, status: "submitted", error: undefined, retry: undefined });
  const { signal } = run.controller;
  const opening: Opening["opening"] = { messageId: undefined, messageMetadata: {} };
  let reopen = resume;
  try {
    for await (const part of abortable(openAnswer(backend, messages, signal, asked), signal)) {
      if (!isCurrent(state, run)) return;
      if (part.type === "finish") return end(context, run, finishOf(part));
      if (showRetry(state, part)) continue;
      if (part.type === "start" || (part.type === "message-metadata" && !hasBegun(state))) {
        if (part.type === "start") opening.messageId = part.messageId;
        Object.assign(opening.messageMetadata, part.messageMetadata);
        continue;
      }
      const resumes = reopen && (part.type === "text-start" || part.type === "text-delta");
      write(context, run, part, { opening, resumes });
      if (resumes) reopen = false;
    }
    // The client left the stream without saying how it ended: what is there is not known to be the whole answer.
    throw new ChatError(
      "truncated",
      "The answer ended before the model said it was complete. What arrived is kept.",
    );
  } catch (thrown) {
    if (!isCurrent(state, run)) return;
    const error = toChatError(thrown, signal);
    const aborted = error.code === "aborted";
    end(context, run, aborted ? { status: "stopped" } : { status: "error", error });
  }
}

/** Ends the current run, if any, as stopped by a person: the state first, then the request. */
export function stopRun(context: RunContext): void {
  const { run } = context.state.getState();
  if (!run) return;
  end(context, run, { status: "stopped" });
  run.controller.abort();
}

function isCurrent(state: StoreApi<ChatState>, run: Run): boolean {
  return state.getState().run?.id === run.id;
}

function hasBegun(state: StoreApi<ChatState>): boolean {
  return state.getState().run?.messageId !== undefined;
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
  { opening, resumes }: Opening,
): void {
  const { state, frames } = context;
  const now = state.getState();
  const createLog = (text?: string): ReturnType<typeof createAppendLog> =>
    createAppendLog(frames, text);
  const id = now.run?.messageId;
  const before = id === undefined ? newAnswer(now, run, opening) : now.byId.get(id)!;
  const open = resumes ? reopenText(before, (part as { id?: string }).id, createLog) : before;
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

function newAnswer(state: ChatState, run: Run, opening: Opening["opening"]): StoredMessage {
  const metadata: MessageMetadata = {
    createdAt: Date.now(),
    firstTokenMs: Date.now() - run.startedAt,
    parentId: state.order.at(-1),
    model: run.model,
    provider: run.provider,
    ...opening.messageMetadata,
  };
  return { id: opening.messageId ?? generateId(), role: "assistant", parts: [], metadata };
}

function finishOf({
  finishReason,
  messageMetadata,
}: Extract<StreamPart, { type: "finish" }>): Ending {
  const status = finishReason === "length" ? "length" : "complete";
  return { status, finishReason, metadata: messageMetadata };
}

function end(
  context: RunContext,
  run: Run,
  { status, finishReason, metadata, error }: Ending,
): void {
  const { state, frames } = context;
  const now = state.getState();
  const open = now.byId.get(now.run?.messageId ?? "");
  const closed = open && {
    ...endParts(open),
    metadata: {
      ...open.metadata,
      durationMs: Date.now() - run.startedAt,
      ...metadata,
      status,
      error: error && { code: error.code, message: error.message },
    },
  };
  state.setState({
    ...(closed && withMessage(now, closed)),
    run: undefined,
    retry: undefined,
    error,
    status: error ? "error" : "ready",
  });
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
