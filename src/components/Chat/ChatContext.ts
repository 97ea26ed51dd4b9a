"use client";
import { createContext, useContext, type ComponentType } from "react";
import type { PreflightFinding } from "../../client/preflight.js";
import type { ModelInfo, ToolDefinition } from "../../client/types.js";
import type { UseAttachmentsResult } from "../../hooks/useAttachments.js";
import type { ModelProp } from "../../hooks/useChat.js";
import type { ChatHistory } from "../../hooks/useHistory.js";
import type { Configuration } from "../../hooks/useConfiguration.js";
import type { ModelGroups } from "../../hooks/useModelGroups.js";
import type { ModelFacts } from "../../hooks/useModelFacts.js";
import type { ChatStore } from "../../store/chatStore.js";
import type { WhileBusy } from "../../store/messageQueue.js";
import type { ChatLabels } from "../labels.js";
import type { LightboxProps } from "../Lightbox/Lightbox.js";
import type {
  DataPartProps,
  FilePartProps,
  ReasoningPartProps,
  SourcesProps,
  TextPartProps,
  ToolPartProps,
} from "../parts/partProps.js";
import type { ChatAction } from "./chatAction.js";
import type { MessageProps } from "./Message.js";
import type { SendKey } from "./sendKey.js";

/** Components of yours in the place of ours. `null` leaves the place empty. */
export interface ChatComponents {
  Header?: ComponentType | null | undefined;
  /** What stands where no message is yet. */
  Empty?: ComponentType | null | undefined;
  Message?: ComponentType<MessageProps> | undefined;
  Composer?: ComponentType | null | undefined;
  Text?: ComponentType<TextPartProps> | undefined;
  Reasoning?: ComponentType<ReasoningPartProps> | undefined;
  File?: ComponentType<FilePartProps> | undefined;
  Tool?: ComponentType<ToolPartProps> | undefined;
  Sources?: ComponentType<SourcesProps> | undefined;
  /** What shows an image large. `null`: images do not open. */
  Lightbox?: ComponentType<LightboxProps> | null | undefined;
  /** What shows a `data-*` part, by its type. Without one such a part is kept and not shown. */
  // Each knows the data of its own.
  // oxlint-disable-next-line typescript/no-explicit-any
  [type: `data-${string}`]: ComponentType<DataPartProps<any>> | undefined;
}

/** The models a person may choose from, and the choice. */
export interface ModelChoice {
  /** Who answers; `undefined` until one is chosen. */
  model: ModelProp | undefined;
  /** Whether a picker is shown at all. */
  canChoose: boolean;
  /** Everything listed, versions included. */
  models: readonly ModelInfo[];
  choose: (model: string) => void;
  /** The same by provider, as the picker shows it. */
  list: ModelGroups;
}

/** What the parts of a chat share. Nothing in it changes with the text or the draft. */
export interface ChatContextValue {
  store: ChatStore;
  /** How the conversation and its `persistence` get along. */
  history: ChatHistory;
  labels: ChatLabels;
  components: ChatComponents;
  /** A model's name for people; `undefined` for no model. */
  nameOf: (model: string | undefined) => string | undefined;
  /** A provider's name for people, by the prefix of its models' names. */
  providerNameOf: (provider: string) => string;
  /** Whether anything can be attached. */
  allowAttachments: boolean;
  /** Prompts to choose from, with or without `{{variables}}`. */
  prompts: readonly string[];
  /** What is offered while the conversation is empty. */
  suggestions: readonly string[];
  showConfigurationControls: boolean;
  /** What the draft is kept under while the page is reloaded; `undefined` for a chat without an id of its own. */
  draftKey: string | undefined;
  disabled: boolean;
  /** What a message does that is sent while an answer is made. */
  whileBusy: WhileBusy;
  /** The key that sends. */
  sendOn: SendKey;
  portalContainer: HTMLElement | undefined;
  /** The chat's own `data-theme`, for what is put elsewhere on the page. */
  theme: string | undefined;
  /** The chat's own direction, for what is put elsewhere on the page. */
  dir: "ltr" | "rtl" | undefined;
  /** The composer's input registers here. */
  inputRef: { current: HTMLTextAreaElement | null };
  /**
   * Brings the focus to the input after a button that goes away was used, so that it does not fall on the page. Not where
   * there is only touch: there it would open the keyboard of the screen.
   */
  focusInput: () => void;
  /** The composer's picker registers here how it is opened. */
  pickerRef: { current: (() => void) | null };
  /** The composer registers here how a message of the person's is written anew in it. */
  editRef: { current: ((messageId: string) => void) | null };
  /** Writes a message of the person's anew in the composer. */
  edit: (messageId: string) => void;
  /** Whether another model than the chosen one can be asked for one answer. */
  canAskOthers: boolean;
  /** The composer's pre-flight registers here: it keeps what it finds something against, and says so. */
  preflightRef: { current: ((action: ChatAction) => PreflightFinding | undefined) | null };
  /**
   * Does something after the composer's pre-flight. Resolves when the answer ended, however it did. What the model would
   * refuse is not sent: the composer says why and does it once it can be done, and the promise rejects with a `ChatError`.
   */
  ask: (action: ChatAction) => Promise<void>;
  /** Opens the picker, where there is one. */
  openModelPicker: () => void;
  /** Begins another chat in the place of this one; `undefined` where that means to empty it. */
  onNewChat: (() => void) | undefined;
}

/** What belongs to the next message. Apart, so that it changes without the conversation being rendered again. */
export interface DraftContextValue {
  choice: ModelChoice;
  attachments: UseAttachmentsResult;
  /** What is known of the chosen model; `undefined` for none, and for a function. */
  modelInfo: ModelInfo | undefined;
  /** What will be sent before the conversation. */
  systemMessage: string | undefined;
  /** What the model is offered; `undefined` for nothing. */
  tools: readonly ToolDefinition[] | undefined;
  /** The parameters of the next request, and how to change them. */
  configuration: Configuration;
  /** Where the file of the image worker is, where that was said. */
  workerUrl: string | URL | undefined;
}

/** What is known of models, the names alone outside `Chat.Root`. Apart, so that the messages do not follow what is loaded. */
export const ModelFactsContext: React.Context<ModelFacts> = createContext<ModelFacts>((id) => ({
  id,
}));

/** Provided by `Chat.Root`. */
export const DraftContext: React.Context<DraftContextValue | null> =
  createContext<DraftContextValue | null>(null);

/** Provided by `Chat.Root`. */
export const ChatContext: React.Context<ChatContextValue | null> =
  createContext<ChatContextValue | null>(null);

/**
 * What the parts of a chat share.
 * @throws Error outside `Chat.Root`.
 */
export function useChatContext(): ChatContextValue {
  const value = useContext(ChatContext);
  if (!value) throw new Error("This part of a chat must stand inside <Chat.Root>.");
  return value;
}

/**
 * The model chosen and the images attached for the next message.
 * @throws Error outside `Chat.Root`.
 */
export function useDraftContext(): DraftContextValue {
  const value = useContext(DraftContext);
  if (!value) throw new Error("This part of a chat must stand inside <Chat.Root>.");
  return value;
}
