import { createStore } from "zustand/vanilla";
import { toChatError } from "../client/foreignErrors.js";
import type { AnyUIMessage, UIMessage, UIMessagePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import { createAppendLog } from "./appendLog.js";
import {
  isBusy,
  lastMessage,
  stateOf,
  type ChatState,
  type ChatStatus,
  type Run,
} from "./chatState.js";
import type { ChatStore } from "./chatStore.js";
import { createFrameScheduler } from "./frame.js";
import { isSameList, mirrorMessage, type Mirror } from "./mirrorMessage.js";
import { partsOf, type OutgoingMessage } from "./outgoingMessage.js";
import type { ToolApproval, ToolOutput } from "./toolAnswer.js";

/**
 * A conversation that is held elsewhere: the part of the AI SDK's `UseChatHelpers` that a chat needs, written out
 * structurally, so that what `useChat` of `@ai-sdk/react` for `ai` v5 to v7 returns fits without a dependency on it.
 *
 * @see https://ai-sdk.dev/docs/reference/ai-sdk-ui/use-chat
 */
export interface ForeignChat {
  // Methods, not functions: their arguments are compared loosely, so a chat of narrower messages fits too.
  readonly id: string;
  readonly messages: readonly AnyUIMessage[];
  readonly status: ChatStatus;
  readonly error: Error | undefined;
  sendMessage(message?: ForeignMessage): Promise<void>;
  regenerate(options?: { messageId?: string }): Promise<void>;
  stop(): void | Promise<void>;
  resumeStream?(): Promise<void>;
  // oxlint-disable-next-line typescript/no-explicit-any
  setMessages(messages: (messages: any[]) => any[]): void;
  clearError(): void;
  addToolOutput?(result: ToolOutput & { tool: string }): void | PromiseLike<void>;
  addToolApprovalResponse?(approval: ToolApproval): void | PromiseLike<void>;
  readonly experimental_queuedMessages?: readonly AnyUIMessage[];
  experimental_removeQueuedMessage?(id: string): void;
  experimental_sendQueuedMessageNow?(id: string): Promise<void>;
}

/** What a foreign chat is sent. */
export interface ForeignMessage {
  // oxlint-disable-next-line typescript/no-explicit-any
  parts: any[];
  messageId?: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  metadata?: any;
}

/** A store whose state follows a foreign chat, and whose actions are the foreign chat's. */
export interface ForeignStore extends ChatStore {
  /** Takes over what `chat` says now. To be called after each of its renders. */
  follow: (chat: ForeignChat) => void;
}

const noSiblings: readonly string[] = [];

/** Makes the store of a conversation that is held elsewhere. It holds no timer, listener or request. */
export function createForeignStore(first: ForeignChat): ForeignStore {
  const frames = createFrameScheduler();
  const createLog = (text?: string): ReturnType<typeof createAppendLog> =>
    createAppendLog(frames, text);
  const listeners = new Set<() => void>();
  let chat = first;
  let mirrors: ReadonlyMap<string, Mirror> = new Map();
  /** What was asked for and has not shown in the chat's status yet: until then a second click must find it busy. */
  let asked: object | undefined;
  const state = createStore<ChatState>(() => stateOf([]));
  take();

  function take(): void {
    const now = state.getState();
    const isAnswering = isBusy(chat) || asked !== undefined;
    const held = stateOf(chat.messages);
    const last = lastMessage(held);
    const open = chat.status === "streaming" && last?.role === "assistant" ? last : undefined;
    // An answer of nothing yet is still to come.
    const hasBegun = open?.parts.some(({ type }) => type !== "step-start") ?? false;
    const order = open && !hasBegun ? held.order.slice(0, -1) : held.order;
    mirrors = new Map(
      order.map((id) => {
        const source = held.byId.get(id)!;
        return [id, mirrorMessage(source, source === open, mirrors.get(id), createLog)];
      }),
    );
    const byId = new Map([...mirrors].map(([id, { message }]) => [id, message]));
    const error = isAnswering || !chat.error ? undefined : errorOf(chat.error, now);
    state.setState({
      // The same objects where nothing changed, so that nobody renders for it.
      order: isSameList(order, now.order) ? now.order : order,
      byId,
      status: !isAnswering ? chat.status : hasBegun ? "streaming" : "submitted",
      error,
      run: isAnswering ? runOf(now, hasBegun ? open!.id : undefined) : undefined,
      queue: (chat.experimental_queuedMessages ?? none) as readonly UIMessage[],
    });
    for (const listener of listeners) listener();
  }

  async function ask(action: () => Promise<void>): Promise<void> {
    const mine = {};
    asked = mine;
    take();
    try {
      await action();
    } finally {
      if (asked === mine) {
        asked = undefined;
        take();
      }
    }
  }

  /** Changes the conversation; `isEnded` names a change that a running answer must not outlive. */
  async function change(
    next: (messages: UIMessage[]) => readonly AnyUIMessage[],
    isEnded: boolean,
  ): Promise<void> {
    // A running answer would write itself back into the changed conversation.
    if (isEnded && isBusy(chat)) await chat.stop();
    chat.setMessages((messages: UIMessage[]) => [...next(messages)]);
    chat.clearError();
  }

  async function sendMessage(message?: OutgoingMessage): Promise<void> {
    if (isBusy(state.getState())) return;
    if (!message) return ask(() => chat.sendMessage());
    const parts: UIMessagePart[] = partsOf(message);
    if (parts.length === 0) return;
    const { messageId, metadata } = message;
    await ask(() =>
      chat.sendMessage({
        parts,
        ...(messageId !== undefined && { messageId }),
        ...(metadata !== undefined && { metadata }),
      }),
    );
  }

  return {
    id: first.id,
    state,
    getMessages: () => chat.messages as UIMessage[],
    // The AI SDK keeps no branches.
    getConversation: () => ({ messages: chat.messages as UIMessage[] }),
    setConversation({ messages }) {
      void change(() => messages, true);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    follow(next) {
      const isSame =
        next.messages === chat.messages &&
        next.status === chat.status &&
        next.error === chat.error &&
        next.experimental_queuedMessages === chat.experimental_queuedMessages;
      chat = next;
      if (isSame) return;
      if (isBusy(next)) asked = undefined;
      take();
    },
    sendMessage,
    // The AI SDK keeps no branches, so what was there is replaced.
    canBranch: false,
    editMessage: (messageId, message) => sendMessage({ ...message, messageId }),
    branch: () => {},
    siblingsOf: () => noSiblings,
    // Whether the chat has a queue of its own cannot be told from what it returns.
    whileBusy: () => "drop",
    removeQueuedMessage: (id) => chat.experimental_removeQueuedMessage?.(id),
    sendQueuedMessageNow: async (id) => chat.experimental_sendQueuedMessageNow?.(id),
    guardQueue: () => () => {},
    async regenerate({ messageId } = {}) {
      const { order, byId } = state.getState();
      if (isBusy(state.getState())) return;
      const named = messageId === undefined ? order.length - 1 : order.indexOf(messageId);
      if (named < 0) return;
      // A greeting answers nothing.
      if (named === 0 && byId.get(order[0]!)?.role === "assistant") return;
      await ask(() => chat.regenerate(messageId === undefined ? {} : { messageId }));
    },
    oneOffModel: () => undefined,
    canContinue: false,
    continueMessage: async () => {},
    resumeStream: async () => {
      if (!isBusy(state.getState())) await chat.resumeStream?.();
    },
    stop: () => void chat.stop(),
    setMessages(next) {
      void change((messages) => (typeof next === "function" ? next(messages) : next), true);
    },
    deleteMessage(messageId) {
      const isRunning = state.getState().run?.messageId === messageId;
      void change((messages) => messages.filter(({ id }) => id !== messageId), isRunning);
    },
    clearError: () => chat.clearError(),
    addToolOutput: async (result) => {
      await chat.addToolOutput?.({ ...result, tool: String(result.tool ?? "") });
    },
    addToolApprovalResponse: async (approval) => {
      await chat.addToolApprovalResponse?.(approval);
    },
  };
}

const none: readonly AnyUIMessage[] = [];

function errorOf(error: Error, { error: before }: ChatState): ChatState["error"] {
  return before?.cause === error ? before : toChatError(error);
}

function runOf({ run }: ChatState, messageId: string | undefined): Run {
  if (run?.messageId === messageId && run) return run;
  const begun = run ?? {
    id: generateId(),
    controller: new AbortController(),
    startedAt: Date.now(),
  };
  return { ...begun, messageId };
}
