"use client";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { useStore } from "zustand";
import type { ChatError } from "../client/errors.js";
import { loadPart } from "../client/loadPart.js";
import type { AnyUIMessage, FilePart, UIMessage } from "../client/messages.js";
import type { ChatClient, ChatConfig, ChatModel, FunctionModel } from "../client/types.js";
import type { ModelName } from "../client/modelName.js";
import type { ChatPersistence } from "../client/threads.js";
import type { ChatStatus } from "../store/chatState.js";
import { createChatStore, type ChatStore } from "../store/chatStore.js";
import type { FinishEvent } from "../store/finishEvent.js";
import type { Backend } from "../store/openAnswer.js";
import type { OutgoingMessage } from "../store/outgoingMessage.js";
import type { WhileBusy } from "../store/messageQueue.js";
import type { ChatTools } from "../store/tools.js";
import { defaultClient } from "./defaultClient.js";
import { prepareMessages } from "./prepareMessages.js";
import { useHistory, type ChatHistory } from "./useHistory.js";
import type { ModelFacts } from "./useModelFacts.js";
import { useLatest } from "./useLatest.js";

/** A model as a component takes it: a name, a model with its own connection, or a function that may yield React nodes. */
export type ModelProp = ModelName | ChatModel | FunctionModel<ReactNode>;

/** Options of `useChat`. All but `id` and `messages` may change at any time; they are read when a message is sent. */
export interface UseChatOptions {
  /** A new id begins a new conversation. Default: a random id. */
  id?: string | undefined;
  /** What the conversation begins with. */
  messages?: readonly AnyUIMessage[] | undefined;
  /**
   * Where the conversation is kept under its `id`: it is loaded from there, and saved with each change. Default: nowhere.
   */
  persistence?: ChatPersistence | undefined;
  model?: ModelProp | undefined;
  /** Who is asked for a model given by name. Default: the gateway at `/api/polylogue`. */
  client?: ChatClient | undefined;
  systemMessage?: string | undefined;
  config?: ChatConfig | undefined;
  /** Other models to ask, in order, when one refuses before any content. Shown with the answer. */
  fallbacks?: readonly ModelName[] | undefined;
  /**
   * Two to four models that answer each question side by side, in the place of `model`. A model that is known to refuse the
   * conversation is not asked. Default: none.
   */
  compare?: readonly ModelName[] | undefined;
  /** What the model may call. Results are sent back by themselves. Default: nothing. */
  tools?: ChatTools | undefined;
  /** Most requests for one answer, with calls of tools between them. Default: 5. */
  maxSteps?: number | undefined;
  /**
   * What is known of a model, so that its images are made as it takes them; see `useModelFacts`. Default: what its name says.
   */
  modelFacts?: ModelFacts | undefined;
  /** Where the file of the image worker is. Default: beside the package's own files. */
  workerUrl?: string | URL | undefined;
  /**
   * What a message does that is sent while an answer is being made: `queue` sends it once that has ended, and leaves it waiting
   * where the answer was stopped or failed; `drop` ignores it; `interrupt` stops the answer and sends it. Default: `drop`.
   */
  whileBusy?: WhileBusy | undefined;
  /** Whether a running answer goes on when the component leaves the page. Default: false. */
  keepAlive?: boolean | undefined;
  onFinish?: ((event: FinishEvent) => void) | undefined;
  onError?: ((error: ChatError) => void) | undefined;
  /** After each change of the conversation by a person, and at the end of each answer. */
  onMessage?: ((messages: UIMessage[]) => void) | undefined;
}

/** What is sent through `useChat`: the files may also come straight from a file input. */
export interface UseChatMessage extends Omit<OutgoingMessage, "files"> {
  files?: FileList | readonly FilePart[] | undefined;
}

/**
 * What `useChat` returns, in the AI SDK's words: it is taken wherever a `UseChatHelpers` of `@ai-sdk/react` is, and
 * `Message` is what the messages are there.
 */
export interface UseChatResult<Message extends AnyUIMessage = UIMessage> extends Omit<
  ChatStore,
  | "state"
  | "getMessages"
  | "subscribe"
  | "canContinue"
  | "oneOffModel"
  | "canBranch"
  | "sendMessage"
  | "editMessage"
  | "setMessages"
  | "stop"
  | "whileBusy"
  | "removeQueuedMessage"
  | "sendQueuedMessageNow"
  | "guardQueue"
> {
  /** The conversation, oldest first. Reading it makes the component follow the text, once a frame. */
  readonly messages: Message[];
  readonly status: ChatStatus;
  /** Why the last answer failed. */
  readonly error: ChatError | undefined;
  /** The conversation without React: for selectors, and for `<Chat chat={…}>`. */
  readonly store: ChatStore;
  /** How the conversation and its `persistence` get along. */
  readonly history: ChatHistory;
  /**
   * Sends a message, or, without one, the conversation as it is. Resolves when the answer ended, however it did. While busy,
   * `whileBusy` says what a new message does; all else is ignored.
   */
  sendMessage: (message?: UseChatMessage) => Promise<void>;
  /** Writes a message of the person's anew and asks again. The old one and what followed it stay as a branch. Ignored while busy. */
  editMessage: (messageId: string, message: UseChatMessage) => Promise<void>;
  /**
   * Replaces what is shown. Branches of messages that stay are kept. A running answer is stopped, and what waits goes on
   * waiting, unless nothing is left.
   */
  setMessages: (
    messages: readonly AnyUIMessage[] | ((messages: Message[]) => readonly AnyUIMessage[]),
  ) => void;
  /** Ends the running answer at once: its text stays, marked as stopped, and the request is closed. */
  stop: () => Promise<void>;
  /** @deprecated The AI SDK's older name of `addToolOutput`. */
  addToolResult: ChatStore["addToolOutput"];
  /** The messages that wait for their turn, oldest first. The name is the AI SDK's. */
  readonly experimental_queuedMessages: Message[];
  /** Takes back a message that waits. */
  experimental_removeQueuedMessage: (id: string) => void;
  /** Sends a message that waits, before its turn; a running answer is stopped. */
  experimental_sendQueuedMessageNow: (id: string) => Promise<void>;
}

/**
 * One conversation. It is aborted when the component unmounts, unless `keepAlive`. `Message` says what the messages are
 * taken for, such as the `UIMessage` of an app's own AI SDK; it changes nothing else.
 *
 * @see https://ai-sdk.dev/docs/reference/ai-sdk-ui/use-chat for the words it shares
 */
export function useChat<Message extends AnyUIMessage = UIMessage>(
  options: UseChatOptions = {},
): UseChatResult<Message> {
  const latest = useLatest(options);
  const [held, setHeld] = useState(() => hold(options, latest));
  const current =
    options.id === undefined || options.id === held.store.id ? held : hold(options, latest);
  if (current !== held) setHeld(current);
  const { store, actions } = current;

  useEffect(() => current.enter(), [current]);
  const history = useHistory(store, options.persistence);

  const status = useStore(store.state, (state) => state.status);
  const error = useStore(store.state, (state) => state.error);
  const queue = useStore(store.state, (state) => state.queue);
  const getSnapshot = (): UIMessage[] | undefined =>
    current.followed ? store.getMessages() : undefined;
  useSyncExternalStore(store.subscribe, getSnapshot, getSnapshot);

  return {
    id: store.id,
    status,
    error,
    store,
    experimental_queuedMessages: queue as readonly AnyUIMessage[] as Message[],
    history,
    get messages() {
      current.followed = true;
      return store.getMessages() as AnyUIMessage[] as Message[];
    },
    ...actions,
    // An answer to a history that is not there yet would answer nothing.
    ...(history.isLoading && {
      sendMessage: (message) => history.loaded.then(() => actions.sendMessage(message)),
      resumeStream: () => history.loaded.then(actions.resumeStream),
    }),
  };
}

/** What `useChat` returns that never changes while its conversation is the same. */
type Actions = Omit<
  UseChatResult<never>,
  "id" | "status" | "error" | "store" | "history" | "messages" | "experimental_queuedMessages"
>;

function actionsOf(store: ChatStore, latest: () => UseChatOptions): Actions {
  // A list of files is read first; all else is sent before this returns, so that a second call finds the chat busy.
  async function send(
    message: UseChatMessage | undefined,
    pass: (message: OutgoingMessage) => Promise<void>,
  ): Promise<void> {
    const { files } = message ?? {};
    const isRead = files === undefined || !("item" in files);
    if (isRead) return pass(message as OutgoingMessage);
    const { readFiles } = await loadPart(() => import("./readFiles.js"));
    return pass({ ...message, files: await readFiles(files, latest().workerUrl) });
  }
  return {
    sendMessage: (message) => send(message, store.sendMessage),
    editMessage: (messageId, message) =>
      send(message, (outgoing) => store.editMessage(messageId, outgoing)),
    regenerate: store.regenerate,
    branch: store.branch,
    siblingsOf: store.siblingsOf,
    continueMessage: store.continueMessage,
    stop: async () => store.stop(),
    setMessages: store.setMessages as Actions["setMessages"],
    getConversation: store.getConversation,
    setConversation: store.setConversation,
    deleteMessage: store.deleteMessage,
    clearError: store.clearError,
    addToolOutput: store.addToolOutput,
    addToolApprovalResponse: store.addToolApprovalResponse,
    addToolResult: store.addToolOutput,
    resumeStream: store.resumeStream,
    experimental_removeQueuedMessage: store.removeQueuedMessage,
    experimental_sendQueuedMessageNow: store.sendQueuedMessageNow,
  };
}

interface Held {
  store: ChatStore;
  actions: Actions;
  /** A component that shows the chat came; the result is to be called when it leaves. */
  enter: () => () => void;
  /** Whether somebody reads `messages`: only then does text re-render the component. */
  followed: boolean;
}

function hold({ id, messages }: UseChatOptions, latest: () => UseChatOptions): Held {
  const store = createChatStore({
    id,
    messages,
    backend() {
      const { client = defaultClient(), systemMessage: system, ...rest } = latest();
      const { model, compare, config, fallbacks, tools, maxSteps } = rest;
      const prepare: Backend["prepare"] = (all, target) => prepareMessages(all, target, latest());
      return { model, compare, client, system, config, fallbacks, tools, maxSteps, prepare };
    },
    whileBusy: () => latest().whileBusy,
    onFinish: (event) => latest().onFinish?.(event),
    onError: (error) => latest().onError?.(error),
    onMessage: (all) => latest().onMessage?.(all),
  });
  let present = 0;
  function enter(): () => void {
    present += 1;
    return () => {
      present -= 1;
      // Later, because StrictMode leaves and comes back at once: what was asked meanwhile must go on.
      queueMicrotask(() => {
        if (present === 0 && !latest().keepAlive) store.stop();
      });
    };
  }
  return { store, actions: actionsOf(store, latest), enter, followed: false };
}
