"use client";
import {
  forwardRef,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  type CSSProperties,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from "react";
import { defaultClient } from "../../hooks/defaultClient.js";
import { useAttachments } from "../../hooks/useAttachments.js";
import { useChat } from "../../hooks/useChat.js";
import { useChatState } from "../../hooks/useMessage.js";
import { useConfiguration } from "../../hooks/useConfiguration.js";
import { useModelFacts } from "../../hooks/useModelFacts.js";
import { useStable } from "../../hooks/useStable.js";
import { useStoreOf } from "../../hooks/useStoreOf.js";
import { preflightError } from "../../client/preflightError.js";
import type { PreflightFinding } from "../../client/preflight.js";
import { isBusy } from "../../store/chatState.js";
import { englishLabels } from "../labels.js";
import { LightboxHost } from "../Lightbox/LightboxHost.js";
import {
  ChatContext,
  DraftContext,
  ModelFactsContext,
  type ChatComponents,
  type ChatContextValue,
  type DraftContextValue,
} from "./ChatContext.js";
import { perform, type ChatAction } from "./chatAction.js";
import type { ChatHandle, ChatRootProps } from "./chatProps.js";
import { modelTitle } from "./ModelMark.js";
import { useFileDrop } from "./useFileDrop.js";
import { useModelChoice } from "./useModelChoice.js";
import { useToolDefinitions } from "./useToolDefinitions.js";

const noComponents: ChatComponents = {};
const noTexts: readonly string[] = [];

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
      tools,
      maxSteps,
      id,
      defaultMessages,
      keepAlive,
      onFinish,
      onError,
      onMessage,
      chat,
      workerUrl,
      allowAttachments = true,
      prompts = noTexts,
      suggestions = noTexts,
      showConfigurationControls = false,
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
    const preflightRef = useRef<(action: ChatAction) => PreflightFinding | undefined>(null);
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
    const configuration = useConfiguration(config);
    const own = useChat({
      id,
      messages: defaultMessages,
      model: choice.model,
      client: backend,
      systemMessage,
      config: configuration.config,
      fallbacks,
      tools,
      maxSteps,
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
    const allPrompts = useStable(prompts);
    const allSuggestions = useStable(suggestions);
    const draftKey = id === undefined ? undefined : `polylogue:draft:${id}`;

    const ask = useCallback(
      (action: ChatAction): Promise<void> => {
        // While busy nothing is done, so nothing is to be said.
        const isIdle = !isBusy(store.state.getState());
        const finding = isIdle ? preflightRef.current?.(action) : undefined;
        if (!finding) return perform(store, action);
        const refusal = Promise.reject(preflightError(finding));
        // The composer says it, so nobody has to wait for it.
        refusal.catch(() => {});
        return refusal;
      },
      [store],
    );
    useImperativeHandle(
      ref,
      () => ({
        element: element.current!,
        send: (message) =>
          ask({ type: "send", message: typeof message === "string" ? { text: message } : message }),
        stop: store.stop,
        clear: () => store.setMessages([]),
        focus: () => inputRef.current?.focus(),
      }),
      [store, ask],
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
        prompts: allPrompts,
        suggestions: allSuggestions,
        showConfigurationControls,
        draftKey,
        disabled,
        portalContainer,
        theme,
        dir,
        inputRef,
        focusInput,
        pickerRef,
        preflightRef,
        ask,
        openModelPicker,
      }),
      [
        store,
        allLabels,
        parts,
        nameOf,
        allowAttachments,
        allPrompts,
        allSuggestions,
        showConfigurationControls,
        draftKey,
        disabled,
        portalContainer,
        theme,
        dir,
        focusInput,
        ask,
        openModelPicker,
      ],
    );
    const bound = typeof choice.model === "object" ? choice.model : undefined;
    const modelId = bound?.id ?? (typeof choice.model === "string" ? choice.model : undefined);
    const factsOf = useModelFacts({ store, model: modelId, models: listed, queryClient });
    // Who answers a chat of the page's own, and what it is sent, is the page's affair.
    const modelInfo = modelId && !chat ? factsOf(modelId) : undefined;
    const system = [bound?.systemMessage, systemMessage].filter(Boolean).join("\n\n") || undefined;
    const { maxTokens } = configuration.config;
    const offered = useToolDefinitions(tools);
    const draft = useMemo<DraftContextValue>(
      () => ({
        choice,
        attachments,
        modelInfo,
        systemMessage: system,
        tools: offered,
        configuration,
        maxTokens,
        workerUrl,
      }),
      [choice, attachments, modelInfo, system, offered, configuration, maxTokens, workerUrl],
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
            <DraftContext.Provider value={draft}>
              <LightboxHost>{children}</LightboxHost>
            </DraftContext.Provider>
          </ModelFactsContext.Provider>
          {drop.isOver ? <div data-pl-drop="">{allLabels.dropHere}</div> : null}
        </section>
      </ChatContext.Provider>
    );
  });
