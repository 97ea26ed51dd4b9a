"use client";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { useStore } from "zustand";
import type { ChatError } from "../client/errors.js";
import type { UIMessage } from "../client/messages.js";
import type { ChatClient, ChatConfig, ChatModel, FunctionModel } from "../client/types.js";
import type { ModelName } from "../client/modelName.js";
import type { ChatStatus } from "../store/chatState.js";
import { createChatStore, type ChatStore, type FinishEvent } from "../store/chatStore.js";
import { defaultClient } from "./defaultClient.js";
import { useLatest } from "./useLatest.js";

/** A model as a component takes it: a name, a model with its own connection, or a function that may yield React nodes. */
export type ModelProp = ModelName | ChatModel | FunctionModel<ReactNode>;

/** Options of `useChat`. All but `id` and `messages` may change at any time; they are read when a message is sent. */
export interface UseChatOptions {
  /** A new id begins a new conversation. Default: a random id. */
  id?: string | undefined;
  /** What the conversation begins with. */
  messages?: readonly UIMessage[] | undefined;
  model?: ModelProp | undefined;
  /** Who is asked for a model given by name. Default: the gateway at `/api/polylogue`. */
  client?: ChatClient | undefined;
  systemMessage?: string | undefined;
  config?: ChatConfig | undefined;
  /** Other models to ask, in order, when one refuses before any content. Shown with the answer. */
  fallbacks?: readonly ModelName[] | undefined;
  /** Whether a running answer goes on when the component leaves the page. Default: false. */
  keepAlive?: boolean | undefined;
  onFinish?: ((event: FinishEvent) => void) | undefined;
  onError?: ((error: ChatError) => void) | undefined;
  /** After each change of the conversation by a person, and at the end of each answer. */
  onMessage?: ((messages: UIMessage[]) => void) | undefined;
}

/** What `useChat` returns, in the AI SDK's words. */
export interface UseChatResult extends Omit<ChatStore, "state" | "getMessages" | "subscribe"> {
  /** The conversation, oldest first. Reading it makes the component follow the text, once a frame. */
  readonly messages: UIMessage[];
  readonly status: ChatStatus;
  /** Why the last answer failed. */
  readonly error: ChatError | undefined;
  /** The conversation without React: for selectors, and for `<Chat chat={…}>`. */
  readonly store: ChatStore;
}

/**
 * One conversation. It is aborted when the component unmounts, unless `keepAlive`.
 *
 * @see https://ai-sdk.dev/docs/reference/ai-sdk-ui/use-chat for the words it shares
 */
export function useChat(options: UseChatOptions = {}): UseChatResult {
  const latest = useLatest(options);
  const [held, setHeld] = useState(() => hold(options, latest));
  const current =
    options.id === undefined || options.id === held.store.id ? held : hold(options, latest);
  if (current !== held) setHeld(current);
  const { store } = current;

  useEffect(() => current.enter(), [current]);

  const status = useStore(store.state, (state) => state.status);
  const error = useStore(store.state, (state) => state.error);
  const getSnapshot = (): UIMessage[] | undefined =>
    current.followed ? store.getMessages() : undefined;
  useSyncExternalStore(store.subscribe, getSnapshot, getSnapshot);

  const {
    id,
    sendMessage,
    regenerate,
    continueMessage,
    stop,
    setMessages,
    deleteMessage,
    clearError,
  } = store;
  return {
    id,
    status,
    error,
    store,
    get messages() {
      current.followed = true;
      return store.getMessages();
    },
    sendMessage,
    regenerate,
    continueMessage,
    stop,
    setMessages,
    deleteMessage,
    clearError,
  };
}

interface Held {
  store: ChatStore;
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
      const { model, client, systemMessage, config, fallbacks } = latest();
      return { model, client: client ?? defaultClient(), system: systemMessage, config, fallbacks };
    },
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
  return { store, enter, followed: false };
}
