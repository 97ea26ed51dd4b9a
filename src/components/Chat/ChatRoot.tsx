"use client";
import type { QueryClient } from "@tanstack/react-query";
import {
  forwardRef,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ForwardRefExoticComponent,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefAttributes,
} from "react";
import { defaultClient } from "../../hooks/defaultClient.js";
import { useAttachments } from "../../hooks/useAttachments.js";
import { useChat, type ModelProp, type UseChatOptions } from "../../hooks/useChat.js";
import { useChatState } from "../../hooks/useMessage.js";
import type { ModelsProp } from "../../hooks/useModelGroups.js";
import { useModelFacts } from "../../hooks/useModelFacts.js";
import { useStable } from "../../hooks/useStable.js";
import { useStoreOf, type GivenChat } from "../../hooks/useStoreOf.js";
import type { OutgoingMessage } from "../../store/outgoingMessage.js";
import { englishLabels, type ChatLabels } from "../labels.js";
import {
  ChatContext,
  DraftContext,
  ModelFactsContext,
  type ChatComponents,
  type ChatContextValue,
  type DraftContextValue,
} from "./ChatContext.js";
import { modelTitle } from "./ModelMark.js";
import { useFileDrop } from "./useFileDrop.js";
import { useModelChoice } from "./useModelChoice.js";

/** What a ref to `<Chat>` gives. */
export interface ChatHandle {
  element: HTMLElement;
  send: (message: string | OutgoingMessage) => Promise<void>;
  stop: () => void;
  /** Empties the conversation. */
  clear: () => void;
  /** Brings the focus to the input. */
  focus: () => void;
}

/** The props of a chat that are not those of its element. */
export interface ChatOwnProps extends Omit<UseChatOptions, "messages" | "model" | "modelFacts"> {
  /** Who answers. Without it a picker is shown. */
  model?: ModelProp | undefined;
  /** Where the choice begins when `model` is absent. Default: the first model listed. */
  defaultModel?: string | undefined;
  /** Called with the model a person chose. Giving it shows the picker. */
  onModelChange?: ((model: string) => void) | undefined;
  models?: ModelsProp | undefined;
  /** The providers to choose from, in this order. Default: all, in the client's order. */
  providers?: readonly string[] | undefined;
  /** Shares the choice of a model with every chat and every `useModelSelection` of this name, and keeps it in the browser. */
  persistKey?: string | undefined;
  /** What the conversation begins with. */
  defaultMessages?: UseChatOptions["messages"];
  /**
   * A chat of yours, from our `useChat()` or the AI SDK's. What speaks of the conversation is then read from it alone.
   */
  chat?: GivenChat | undefined;
  /** Whether images can be attached. Default: true. */
  allowAttachments?: boolean | undefined;
  /** The greatest height, in CSS pixels or as a CSS length. Default: that of the place it stands in. */
  maxHeight?: number | string | undefined;
  disabled?: boolean | undefined;
  /** Strings of yours. Default: English. */
  labels?: Partial<ChatLabels> | undefined;
  /** Components of yours in the place of ours. */
  components?: ChatComponents | undefined;
  /** Where menus are put, for shadow roots. Default: the page's body. */
  portalContainer?: HTMLElement | undefined;
  /** Default: the page's, else one of ours. */
  queryClient?: QueryClient | undefined;
}

/** Props of `Chat.Root`: a chat's own, and those of a `section`. */
export interface ChatRootProps
  extends ChatOwnProps, Omit<ComponentPropsWithoutRef<"section">, keyof ChatOwnProps> {
  children?: ReactNode;
}

const noComponents: ChatComponents = {};

/** Holds a conversation and what its parts share. Images dropped anywhere on it are attached. */
export const ChatRoot: ForwardRefExoticComponent<ChatRootProps & RefAttributes<ChatHandle>> =
  forwardRef(function ChatRoot(
    {
      model,
      defaultModel,
      onModelChange,
      models,
      providers,
      persistKey,
      client,
      systemMessage,
      config,
      fallbacks,
      id,
      defaultMessages,
      keepAlive,
      onFinish,
      onError,
      onMessage,
      chat,
      workerUrl,
      allowAttachments = true,
      maxHeight,
      disabled = false,
      labels,
      components = noComponents,
      portalContainer,
      queryClient,
      style,
      children,
      ...props
    }: ChatRootProps,
    ref: Ref<ChatHandle>,
  ): ReactElement {
    const dir = props.dir === "rtl" || props.dir === "ltr" ? props.dir : undefined;
    const theme = (props as { "data-theme"?: string })["data-theme"];
    const element = useRef<HTMLElement>(null);
    const inputRef = useRef<HTMLTextAreaElement>(null);
    const pickerRef = useRef<() => void>(null);
    const backend = client ?? defaultClient();
    const choice = useModelChoice({
      model,
      defaultModel,
      onModelChange,
      models,
      providers,
      persistKey,
      client: backend,
      queryClient,
      isForeign: chat !== undefined,
    });
    const own = useChat({
      id,
      messages: defaultMessages,
      model: choice.model,
      client: backend,
      systemMessage,
      config,
      fallbacks,
      keepAlive,
      onFinish,
      onError,
      onMessage,
      // Read when a message is sent, so after this render.
      modelFacts: (name) => factsOf(name),
      workerUrl,
    });
    const store = useStoreOf(chat) ?? own.store;
    const status = useChatState(store, (state) => state.status);
    const attachments = useAttachments({ workerUrl });
    const drop = useFileDrop(allowAttachments && !disabled ? attachments.add : undefined, props);
    const allLabels = useStable({ ...englishLabels, ...labels });
    const parts = useStable(components);

    useImperativeHandle(
      ref,
      () => ({
        element: element.current!,
        send: (message) =>
          store.sendMessage(typeof message === "string" ? { text: message } : message),
        stop: store.stop,
        clear: () => store.setMessages([]),
        focus: () => inputRef.current?.focus(),
      }),
      [store],
    );

    const focusInput = useCallback(() => {
      if (matchMedia("(hover: hover), (any-pointer: fine)").matches)
        inputRef.current?.focus({ preventScroll: true });
    }, []);
    const openModelPicker = useCallback(() => pickerRef.current?.(), []);
    const listed = choice.models;
    const nameOf = useCallback(
      (name: string | undefined) => listed.find((one) => one.id === name)?.name ?? modelTitle(name),
      [listed],
    );
    const value = useMemo<ChatContextValue>(
      () => ({
        store,
        labels: allLabels,
        components: parts,
        nameOf,
        allowAttachments,
        disabled,
        portalContainer,
        theme,
        dir,
        inputRef,
        focusInput,
        pickerRef,
        openModelPicker,
      }),
      [
        store,
        allLabels,
        parts,
        nameOf,
        allowAttachments,
        disabled,
        portalContainer,
        theme,
        dir,
        focusInput,
        openModelPicker,
      ],
    );
    const bound = typeof choice.model === "object" ? choice.model : undefined;
    const modelId = bound?.id ?? (typeof choice.model === "string" ? choice.model : undefined);
    const factsOf = useModelFacts({ store, model: modelId, models: listed, queryClient });
    // Who answers a chat of the page's own, and what it is sent, is the page's affair.
    const modelInfo = modelId && !chat ? factsOf(modelId) : undefined;
    const system = [bound?.systemMessage, systemMessage].filter(Boolean).join("\n\n") || undefined;
    const maxTokens = config?.maxTokens;
    const draft = useMemo<DraftContextValue>(
      () => ({ choice, attachments, modelInfo, systemMessage: system, maxTokens, workerUrl }),
      [choice, attachments, modelInfo, system, maxTokens, workerUrl],
    );
    const height =
      maxHeight === undefined ? undefined : ({ maxBlockSize: maxHeight } satisfies CSSProperties);
    return (
      <ChatContext.Provider value={value}>
        <section
          aria-label={allLabels.title}
          data-pl-chat=""
          data-status={status}
          data-disabled={disabled ? "" : undefined}
          data-drop={drop.isOver ? "" : undefined}
          {...props}
          {...drop.handlers}
          ref={element}
          style={{ ...height, ...style }}
        >
          <ModelFactsContext.Provider value={factsOf}>
            <DraftContext.Provider value={draft}>{children}</DraftContext.Provider>
          </ModelFactsContext.Provider>
          {drop.isOver ? <div data-pl-drop="">{allLabels.dropHere}</div> : null}
        </section>
      </ChatContext.Provider>
    );
  });
