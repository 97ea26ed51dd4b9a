import { createStore, type StoreApi } from "zustand/vanilla";
import type { ChatError } from "../client/errors.js";
import type { Conversation } from "../client/conversation.js";
import type { AnyUIMessage, UIMessage } from "../client/messages.js";
import type { ModelName } from "../client/modelName.js";
import { callHost } from "../internal/callHost.js";
import { generateId } from "../internal/generateId.js";
import { isAllDecided } from "./answerCalls.js";
import { branchesBeside, withNewestEnd, withoutFollowing, type Tree } from "./branches.js";
import { createBranchActions, type BranchActions } from "./branchActions.js";
import {
  isBusy,
  lastMessage,
  orderToAnswer,
  stateOf,
  withMessage,
  type ChatState,
} from "./chatState.js";
import { compareModels, type OpenChat } from "./comparison.js";
import type { FinishEvent } from "./finishEvent.js";
import { createFrameScheduler } from "./frame.js";
import { createMessageQueue, type WhileBusy } from "./messageQueue.js";
import { createOneOff } from "./oneOff.js";
import { labelOf, type Backend } from "./openAnswer.js";
import { partsOf, type OutgoingMessage } from "./outgoingMessage.js";
import { startRun, stopRun, type RunRequest } from "./run.js";
import type { RunContext } from "./runContext.js";
import { toUIMessage } from "./storedMessage.js";
import { createToolActions, type ToolActions } from "./toolActions.js";

/** Options of a chat store. The callbacks are called after the state they speak of is in place. */
export interface ChatStoreOptions {
  /** Default: a random id. */
  id?: string | undefined;
  /** What the conversation begins with. */
  messages?: readonly AnyUIMessage[] | undefined;
  /** Who answers; asked each time a message is sent. */
  backend(): Backend;
  /** What a message does while an answer is made; asked each time one is sent. Default: it is ignored. */
  whileBusy?: (() => WhileBusy | undefined) | undefined;
  onFinish?: ((event: FinishEvent) => void) | undefined;
  onError?: ((error: ChatError) => void) | undefined;
  /** After each change of the conversation by a person, and at the end of each answer. */
  onMessage?: ((messages: UIMessage[]) => void) | undefined;
}

/** One conversation, without React. */
export interface ChatStore extends BranchActions, ToolActions {
  readonly id: string;
  /** The state, to be read with selectors. Change it through the methods below. */
  readonly state: StoreApi<ChatState>;
  /** The conversation in its public form. The same array until something changed. */
  getMessages: () => UIMessage[];
  /** All that is to be kept of the conversation: what is shown, and the branches that are not. */
  getConversation: () => Conversation;
  /** Replaces the conversation and its branches. A running answer is stopped. */
  setConversation: (conversation: Conversation) => void;
  /** Calls `listener` after each change, text included, at most once a frame for text. Returns how to stop. */
  subscribe: (listener: () => void) => () => void;
  /**
   * Sends a message, or, without one, the conversation as it is. Resolves when the answer ended, however it did. While busy,
   * `whileBusy` says what a new message does; all else is ignored.
   */
  sendMessage: (message?: OutgoingMessage) => Promise<void>;
  /** What a message would do that is sent while an answer is made. */
  whileBusy: () => WhileBusy;
  /** Takes back a message that waits for its turn. */
  removeQueuedMessage: (messageId: string) => void;
  /** Sends a message that waits, before its turn; a running answer is stopped. Resolves when its answer ended. */
  sendQueuedMessageNow: (messageId: string) => Promise<void>;
  /**
   * Asks `check` before a message that waits is sent by its turn; what it refuses goes on waiting. One at a time: a new one
   * takes the place of the last. Returns how to stop.
   */
  guardQueue: (check: (message: UIMessage) => boolean) => () => void;
  /** Whether `continueMessage` is possible. Always, but for a conversation that is held by the AI SDK. */
  readonly canContinue: boolean;
  /** Appends to the last answer what is still missing. */
  continueMessage: () => Promise<void>;
  /**
   * Takes up the answer that the backend is still making in this conversation, after a reload or a lost connection: it is
   * shown from its beginning, in place of what had arrived of it. Resolves when it ended, or at once where there is none.
   * Ignored while busy.
   */
  resumeStream: () => Promise<void>;
  /**
   * The model that another try at a message would be asked of, or the rest of it, where it is not the chat's own: the one
   * that was asked for this answer alone and did not end it. Default of `messageId`: the last message.
   */
  oneOffModel: (messageId?: string) => ModelName | undefined;
  /** Ends the running answer at once: its text stays, marked as stopped, and the request is closed. */
  stop: () => void;
  /**
   * Replaces what is shown. Branches of messages that stay are kept. A running answer is stopped, and what waits goes on
   * waiting, unless nothing is left.
   */
  setMessages: (
    messages: readonly AnyUIMessage[] | ((messages: UIMessage[]) => readonly AnyUIMessage[]),
  ) => void;
  clearError: () => void;
}

/** Makes the store of one conversation. It holds no timer, listener or request unless an answer is being made. */
export function createChatStore(options: ChatStoreOptions): ChatStore {
  const frames = createFrameScheduler();
  const state = createStore<ChatState>(() => stateOf(options.messages ?? []));
  const listeners = new Set<() => void>();
  const tell = (): void => {
    snapshot = undefined;
    for (const listener of listeners) listener();
  };
  let snapshot: UIMessage[] | undefined;
  state.subscribe(tell);

  function getMessages(): UIMessage[] {
    const { order, byId } = state.getState();
    snapshot ??= order.map((id) => toUIMessage(byId.get(id)!));
    return snapshot;
  }

  const onChange = (): void => callHost(options.onMessage, getMessages());

  function replace(messages: readonly AnyUIMessage[], branches?: readonly AnyUIMessage[]): void {
    stopRun(context);
    // Whoever was told may have asked anew at once.
    state.getState().run?.controller.abort();
    if (messages.length === 0) queue.clear();
    state.setState(({ queue: held }) => ({ ...stateOf(messages, branches), queue: held }));
    onChange();
  }

  const id = options.id ?? generateId();
  const allowed = new Set<string>();
  const context: RunContext = {
    chatId: id,
    state,
    frames,
    getMessages,
    allowed,
    onText: () => frames.request(tell),
    onEnd(event, error) {
      callHost(options.onMessage, event.messages);
      if (error) callHost(options.onError, error);
      callHost(options.onFinish, event);
      if (event.isAbort || event.isError) return;
      if (!/^(tool-calls|length)$/.test(event.finishReason ?? "")) oneOff.end();
      queue.goOn();
    },
  };

  const oneOff = createOneOff(() => labelOf(options.backend().model).model);
  const questionOf = (messageId?: string): string | undefined => {
    const now = state.getState();
    return orderToAnswer(now, messageId ?? now.order.at(-1) ?? "").at(-1);
  };

  /** Whether calls that the backend runs itself may go on: what comes of them belongs to their message. */
  function isDecided(): boolean {
    const last = lastMessage(state.getState());
    return last !== undefined && isAllDecided(last);
  }

  function run(request?: RunRequest, named?: ModelName): Promise<void> {
    const backend = options.backend();
    const question = questionOf();
    const model = named ?? (request && oneOff.modelFor(question));
    oneOff.begin(question, model);
    const { compare = [] } = backend;
    if (compare.length < 2)
      return startRun(context, model === undefined ? backend : { ...backend, model }, request);
    if (!request) return compareModels(context, compare, openChat);
    // One of several goes on as itself.
    const { order, byId } = state.getState();
    const own = byId.get(request.replaces ?? order.at(-1) ?? "")?.metadata?.model;
    return startRun(context, { ...backend, model: model ?? own ?? compare[0] }, request);
  }

  const openChat: OpenChat = (model, onAnswer) =>
    createChatStore({
      id,
      messages: getMessages(),
      backend: () => ({ ...options.backend(), model, compare: undefined, fallbacks: undefined }),
      onError: options.onError,
      onFinish: ({ message }) => message && onAnswer(message),
    });

  const queue = createMessageQueue(state, (message) => {
    stopRun(context);
    addUserMessage(message, withNewestEnd);
    return run();
  });
  const whileBusy = (): WhileBusy => options.whileBusy?.() ?? "drop";

  function reshape(change: (now: ChatState) => Tree): void {
    state.setState((now) => ({
      ...change(now),
      ...(!isBusy(now) && { error: undefined, status: "ready", comparison: undefined }),
    }));
  }

  /** Puts a message after what `before` shows. `replaced` is the one whose id and place it takes. */
  function addUserMessage(
    message: OutgoingMessage,
    before: (now: ChatState) => Tree,
    replaced?: string,
  ): boolean {
    const parts = partsOf(message);
    if (parts.length === 0) return false;
    const isNew = message.id !== undefined && !state.getState().byId.has(message.id);
    reshape((now) =>
      withMessage(before(now), {
        id: replaced ?? (isNew ? message.id! : generateId()),
        role: message.role ?? "user",
        parts,
        metadata: { createdAt: Date.now(), ...(message.metadata as UIMessage["metadata"]) },
      }),
    );
    onChange();
    return true;
  }

  return {
    ...createBranchActions({
      context,
      run,
      reshape,
      addUserMessage,
      onChange,
    }),
    ...createToolActions({
      context,
      onChange,
      // With tools of its own the chat goes on by itself once nothing waits any more.
      onLast: () => (options.backend().tools ?? isDecided()) && void run({ goesOn: true }),
    }),
    id,
    state,
    getMessages,
    getConversation() {
      const { order, byId } = state.getState();
      const shown = new Set(order);
      const branches = [...byId.values()].filter((message) => !shown.has(message.id));
      return {
        messages: getMessages(),
        ...(branches.length > 0 && { branches: branches.map(toUIMessage) }),
      };
    },
    setConversation({ messages, branches }) {
      queue.clear();
      replace(messages, branches);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async sendMessage(message) {
      if (isBusy(state.getState())) {
        const isNew = message?.messageId === undefined;
        if (!message || partsOf(message).length === 0 || whileBusy() === "drop") return;
        if (whileBusy() === "interrupt") stopRun(context);
        // The message written anew may be one that is being answered.
        else return isNew ? queue.add(message) : undefined;
      }
      const now = state.getState();
      const named = message?.messageId;
      const replaced = now.byId.get(named ?? "")?.role === "user" ? named : undefined;
      const before = (tree: ChatState): Tree =>
        replaced === undefined ? withNewestEnd(tree) : withoutFollowing(tree, replaced);
      if (message && !addUserMessage(message, before, replaced)) return;
      await run(!message && isDecided() ? { goesOn: true } : undefined);
    },
    whileBusy,
    removeQueuedMessage: queue.remove,
    sendQueuedMessageNow: queue.sendNow,
    guardQueue: queue.guard,
    canContinue: true,
    async continueMessage() {
      const now = state.getState();
      if (isBusy(now) || lastMessage(now)?.role !== "assistant") return;
      await run({ continues: true });
    },
    async resumeStream() {
      // Asked twice at once, as by an effect in StrictMode, it is one request.
      if (state.getState().run) return;
      await run({ resumes: true });
    },
    oneOffModel: (messageId) => oneOff.modelFor(questionOf(messageId)),
    stop: () => stopRun(context),
    setMessages(next) {
      stopRun(context);
      const messages = typeof next === "function" ? next(getMessages()) : next;
      replace(messages, branchesBeside(state.getState(), stateOf(messages).order));
    },
    clearError() {
      if (state.getState().status === "error") reshape(withNewestEnd);
    },
  };
}
