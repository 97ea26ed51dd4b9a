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
import { findProvider } from "../../client/providers.js";
import { defaultClient } from "../../hooks/defaultClient.js";
import { useAttachments } from "../../hooks/useAttachments.js";
import { useChat } from "../../hooks/useChat.js";
import { useChatState } from "../../hooks/useMessage.js";
import { useConfiguration } from "../../hooks/useConfiguration.js";
import { useHistory } from "../../hooks/useHistory.js";
import { useModelFacts } from "../../hooks/useModelFacts.js";
import { useLatest } from "../../hooks/useLatest.js";
import { useStable } from "../../hooks/useStable.js";
import { useStoreOf } from "../../hooks/useStoreOf.js";
import { englishLabels } from "../labels.js";
import { LightboxHost } from "../Lightbox/LightboxHost.js";
import {
  ChatContext,
  DraftContext,
  ModelFactsContext,
  type ChatComponents,
  type ChatContextValue,
} from "./ChatContext.js";
import type { ChatHandle, ChatRootProps } from "./chatProps.js";
import { modelTitle } from "./ModelMark.js";
import { useAsk } from "./useAsk.js";
import { useControlledMessages, useFollowedMessages } from "./useControlledMessages.js";
import { useComposerReach } from "./useComposerReach.js";
import { modelIdOf, useDraftValue } from "./useDraftValue.js";
import { useFileDrop } from "./useFileDrop.js";
import { useModelChoice } from "./useModelChoice.js";

const noComponents: ChatComponents = {};
const noTexts: readonly string[] = [];

/** Holds a conversation and what its parts share. Files dropped anywhere on it are attached. */
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
      compare,
      fallbacks,
      tools,
      maxSteps,
      id,
      messages,
      defaultMessages,
      whileBusy = "queue",
      sendOn = "enter",
      persistence,
      onNewChat,
      keepAlive,
      onFinish,
      onError,
      onMessage,
      chat,
      workerUrl,
      allowAttachments: allows = true,
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
    const reach = useComposerReach();
    const { inputRef } = reach;
    const backend = client ?? defaultClient();
    const choice = useModelChoice({
      model,
      compare,
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
    const controlled = useControlledMessages(onMessage);
    const own = useChat({
      id,
      messages: messages ?? defaultMessages,
      model: choice.model,
      client: backend,
      systemMessage,
      config: configuration.config,
      compare,
      fallbacks,
      tools,
      maxSteps,
      keepAlive,
      onFinish,
      onError,
      onMessage: controlled.onMessage,
      whileBusy,
      // Read when a message is sent, so after this render.
      modelFacts: (name) => factsOf(name),
      workerUrl,
    });
    useFollowedMessages(controlled, own.store, messages);
    const store = useStoreOf(chat) ?? own.store;
    const rule = chat ? store.whileBusy() : whileBusy;
    const kept = useHistory(store, persistence);
    // A chat of the page's own may be kept there.
    const given = chat && "history" in chat ? chat.history : undefined;
    const history = persistence ? kept : (given ?? kept);
    const newChat = useLatest(onNewChat);
    const canBegin = onNewChat !== undefined;
    const status = useChatState(store, (state) => state.status);
    const attachments = useAttachments({ allowAttachments: allows, workerUrl });
    const allowAttachments = attachments.accept.length > 0;
    const drop = useFileDrop(allowAttachments && !disabled ? attachments.add : undefined, props);
    const allLabels = useStable({ ...englishLabels, ...labels });
    const parts = useStable(components);
    const allPrompts = useStable(prompts);
    const allSuggestions = useStable(suggestions);
    const draftKey = id === undefined ? undefined : `polylogue:draft:${id}`;

    const ask = useAsk(store, history, reach.preflightRef);
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
      [store, ask, inputRef],
    );

    const listed = choice.models;
    const canAskOthers = choice.canChoose && store.canBranch;
    const nameOf = useCallback(
      (name: string | undefined) => listed.find((one) => one.id === name)?.name ?? modelTitle(name),
      [listed],
    );
    const { groups } = choice.list;
    const providerNameOf = useCallback(
      (provider: string) =>
        groups.find(({ id: listedId }) => listedId === provider)?.name ??
        findProvider(provider)?.name ??
        provider,
      [groups],
    );
    const value = useMemo<ChatContextValue>(
      () => ({
        store,
        history,
        labels: allLabels,
        components: parts,
        nameOf,
        providerNameOf,
        allowAttachments,
        prompts: allPrompts,
        suggestions: allSuggestions,
        showConfigurationControls,
        draftKey,
        disabled,
        whileBusy: rule,
        sendOn,
        portalContainer,
        theme,
        dir,
        canAskOthers,
        ask,
        ...reach,
        onNewChat: canBegin ? () => newChat()?.() : undefined,
      }),
      [
        store,
        history,
        allLabels,
        parts,
        nameOf,
        providerNameOf,
        allowAttachments,
        allPrompts,
        allSuggestions,
        showConfigurationControls,
        draftKey,
        disabled,
        rule,
        sendOn,
        portalContainer,
        theme,
        dir,
        canAskOthers,
        ask,
        reach,
        canBegin,
        newChat,
      ],
    );
    const modelId = modelIdOf(choice.model);
    const factsOf = useModelFacts({
      store,
      model: useStable<readonly string[]>(compare ?? (modelId === undefined ? [] : [modelId])),
      models: listed,
      queryClient,
    });
    const draft = useDraftValue({
      choice,
      attachments,
      configuration,
      // Who answers a chat of the page's own, and what it is sent, is the page's affair. Each of several models is looked at by
      // itself, once it is asked.
      modelInfo: modelId && !chat && !compare ? factsOf(modelId) : undefined,
      systemMessage,
      tools,
      workerUrl,
    });
    const height = maxHeight === undefined ? undefined : heightOf(maxHeight);
    return (
      <ChatContext.Provider value={value}>
        <section
          aria-label={allLabels.title}
          data-pl-root=""
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

/** The greatest height of a chat, half of which is left to its composer. */
function heightOf(maxHeight: number | string): CSSProperties {
  const length = typeof maxHeight === "number" ? `${maxHeight}px` : maxHeight;
  return { maxBlockSize: length, "--_composer-max": `calc(${length} / 2)` } as CSSProperties;
}
