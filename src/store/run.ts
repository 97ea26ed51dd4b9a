import type { StoreApi } from "zustand/vanilla";
import { ChatError } from "../client/errors.js";
import { toChatError } from "../client/foreignErrors.js";
import type { MessageMetadata, MessageStatus, UIMessage } from "../client/messages.js";
import type { FinishReason, RetryNotice, StreamPart } from "../client/streamParts.js";
import { isFraming, isTransient } from "../client/framing.js";
import { abortable } from "../internal/abortable.js";
import { generateId } from "../internal/generateId.js";
import { createAppendLog } from "./appendLog.js";
import { applyPart } from "./applyPart.js";
import { lastMessage, withMessage, type ChatState, type Run } from "./chatState.js";
import type { FinishEvent } from "./chatStore.js";
import type { FrameScheduler } from "./frame.js";
import { labelOf, openAnswer, type Backend } from "./openAnswer.js";
import { reopenText, resumePrompt } from "./resume.js";
import { endParts, toUIMessage, type StoredMessage, type StoredPart } from "./storedMessage.js";
import { addCost, addUsage } from "./usage.js";

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
  const held: StreamPart[] = [];
  let hasContent = false;
  let reopen = resume;
  try {
    for await (const part of abortable(openAnswer(backend, messages, signal, asked), signal)) {
      if (!isCurrent(state, run)) return;
      if (part.type === "finish") return end(context, run, finishOf(part, answerOf(state, run)));
      if (showRetry(state, part)) continue;
      if (!hasContent && (isFraming(part) || isTransient(part))) {
        hold(part, opening, held);
        continue;
      }
      hasContent = true;
      for (const one of [...held.splice(0), part]) {
        const resumes = reopen && (one.type === "text-start" || one.type === "text-delta");
        write(context, run, one, { opening, resumes });
        if (resumes) reopen = false;
      }
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
}

function isCurrent(state: StoreApi<ChatState>, run: Run): boolean {
  return state.getState().run?.id === run.id;
}

/** Keeps what frames an answer until there is some: an answer that never begins leaves nothing behind. */
function hold(part: StreamPart, opening: Opening["opening"], held: StreamPart[]): void {
  if (part.type === "start") opening.messageId = part.messageId;
  if (part.type === "start" || part.type === "message-metadata") {
    Object.assign(opening.messageMetadata, part.messageMetadata);
  } else held.push(part);
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
  // A server that names two answers alike must not overwrite the first.
  const isNew = opening.messageId !== undefined && !state.byId.has(opening.messageId);
  const id = isNew ? opening.messageId! : generateId();
  return { id, role: "assistant", parts: [], metadata };
}

function answerOf(state: StoreApi<ChatState>, run: Run): StoredMessage | undefined {
  const { byId, run: now = run } = state.getState();
  return byId.get(now.messageId ?? "");
}

function finishOf(
  { finishReason, messageMetadata: metadata }: Extract<StreamPart, { type: "finish" }>,
  answer: StoredMessage | undefined,
): Ending {
  const error = faultOf(finishReason, answer);
  const status = error ? "error" : finishReason === "length" ? "length" : "complete";
  return { status, finishReason, metadata, error };
}

/** A proper end can still be no answer. */
function faultOf(
  reason: FinishReason | undefined,
  answer: StoredMessage | undefined,
): ChatError | undefined {
  if (reason === "error") {
    return new ChatError(
      "server",
      "The model broke the answer off with an error of its own. Try again in a moment.",
    );
  }
  if (reason === "content-filter" && !answer?.parts.some(isRefusal)) {
    return new ChatError(
      "content_policy",
      "The provider's content filter stopped the answer. Put the question differently.",
    );
  }
  if (!answer)
    return new ChatError(
      "server",
      "The model sent an empty answer. Try again, or choose another model.",
    );
  return undefined;
}

/** A refusal in words is an answer. */
function isRefusal(part: StoredPart): boolean {
  const metadata = "providerMetadata" in part ? part.providerMetadata : undefined;
  return Object.values(metadata ?? {}).some(({ refusal }) => refusal === true);
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
      usage: addUsage(open.metadata?.usage, metadata?.usage),
      cost: addCost(open.metadata?.cost, metadata?.cost),
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
