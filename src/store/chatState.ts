import type { ChatError } from "../client/errors.js";
import type { AnyUIMessage, UIMessage, UIMessagePart } from "../client/messages.js";
import type { RetryNotice } from "../client/streamParts.js";
import { pathTo, withNewestEnd, type Tree } from "./branches.js";
import type { Comparison } from "./comparison.js";
import type { ModelLabel } from "./openAnswer.js";
import type { StoredMessage } from "./storedMessage.js";

/**
 * What a chat is doing: `ready` for a message, `submitted` until the first content, `streaming` after it, `error` when
 * the last answer failed (a message may be sent then too).
 */
export type ChatStatus = "ready" | "submitted" | "streaming" | "error";

/** One answer being made. What arrives for a run that is no longer current is dropped. */
export interface Run extends ModelLabel {
  readonly id: string;
  readonly controller: AbortController;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  /** The message it writes to; `undefined` until there is something to write. */
  readonly messageId: string | undefined;
}

/** The state of one conversation. Replaced, never changed in place. */
export interface ChatState {
  /** Ids of the messages shown, oldest first. Another array whenever a message comes, goes or is shown elsewhere. */
  readonly order: readonly string[];
  /** Those messages, and the ones of branches that are not shown. */
  readonly byId: ReadonlyMap<string, StoredMessage>;
  readonly status: ChatStatus;
  readonly error: ChatError | undefined;
  readonly run: Run | undefined;
  /** Messages that wait until the running answer has ended, oldest first. */
  readonly queue: readonly UIMessage[];
  /** Answers that stand side by side, until one of them is chosen or something else is asked; `undefined` otherwise. */
  readonly comparison: Comparison | undefined;
  /** A refused request that is about to be sent again; `undefined` otherwise. */
  readonly retry: RetryNotice | undefined;
}

/**
 * The state of a conversation that shows `messages` and keeps `branches` beside them. Of two with one id the later counts,
 * and what is shown before what is not; where `messages` ends before a branch does, that is shown to its end. Histories come
 * from storage and servers, so what is no message or no part is left out, and the plain text of older AI SDK messages
 * becomes a part.
 */
export function stateOf(
  messages: readonly AnyUIMessage[],
  branches: readonly AnyUIMessage[] = [],
): ChatState {
  const shown = byIdOf(messages);
  const hidden = byIdOf(branches);
  return {
    ...withNewestEnd({
      order: [...shown.keys()],
      // What is shown stands first and counts last.
      byId: hidden.size === 0 ? shown : new Map([...shown, ...hidden, ...shown]),
    }),
    status: "ready",
    error: undefined,
    run: undefined,
    queue: [],
    comparison: undefined,
    retry: undefined,
  };
}

/** The change that puts `message` at its place, or at the end when it is new. */
export function withMessage(tree: Tree, message: StoredMessage): Tree {
  const byId = new Map(tree.byId).set(message.id, message);
  return { byId, order: tree.byId.has(message.id) ? tree.order : [...tree.order, message.id] };
}

/** Whether an answer is being made. */
export function isBusy(state: Pick<ChatState, "status">): boolean {
  return state.status === "submitted" || state.status === "streaming";
}

/** The message that is being written; `undefined` until there is one. */
export function runningAnswer({ run, byId }: ChatState): StoredMessage | undefined {
  return byId.get(run?.messageId ?? "");
}

/** The last message, or `undefined` in an empty conversation. */
export function lastMessage(state: ChatState): StoredMessage | undefined {
  return state.byId.get(state.order.at(-1) ?? "");
}

/** The messages before one of them: what goes along when it is written anew. All where none is named, or it is not there. */
export function orderBefore(
  { order }: Pick<ChatState, "order">,
  messageId: string | undefined,
): readonly string[] {
  const at = messageId === undefined ? -1 : order.indexOf(messageId);
  return at < 0 ? order : order.slice(0, at);
}

/** The messages an answer made again would answer, oldest first: none for a message that is not there, or answers nothing. */
export function orderToAnswer(state: ChatState, messageId: string): readonly string[] {
  const path = pathTo(state, messageId);
  return state.byId.get(messageId)?.role === "assistant" ? path.slice(0, -1) : path;
}

function byIdOf(messages: readonly AnyUIMessage[]): Map<string, StoredMessage> {
  return new Map(messages.filter(isMessage).map((message) => [message.id, withParts(message)]));
}

function isMessage(value: unknown): value is UIMessage {
  return (
    typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
  );
}

function withParts(message: UIMessage & { content?: unknown }): StoredMessage {
  const parts: unknown = message.parts;
  if (Array.isArray(parts)) {
    const isPart = (part: unknown): boolean =>
      typeof part === "object" && part !== null && "type" in part;
    return parts.every(isPart)
      ? message
      : { ...message, parts: parts.filter(isPart) as UIMessagePart[] };
  }
  const { content } = message;
  return {
    ...message,
    parts: typeof content === "string" ? [{ type: "text", text: content }] : [],
  };
}
