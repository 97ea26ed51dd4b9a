import type { QueryClient } from "@tanstack/react-query";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import type { AllowAttachments } from "../../hooks/attachmentRules.js";
import type { ModelProp, UseChatOptions } from "../../hooks/useChat.js";
import type { ModelsProp } from "../../hooks/useModelGroups.js";
import type { GivenChat } from "../../hooks/useStoreOf.js";
import type { OutgoingMessage } from "../../store/outgoingMessage.js";
import type { ChatLabels } from "../labels.js";
import type { WhileBusy } from "../../store/messageQueue.js";
import type { ChatComponents } from "./ChatContext.js";
import type { SendKey } from "./sendKey.js";

/** What a ref to `<Chat>` gives. */
export interface ChatHandle {
  element: HTMLElement;
  /**
   * Resolves when the answer ended, however it did. Rejects with a `ChatError` where the model is known to refuse it: nothing
   * is sent then, and the composer says why.
   */
  send: (message: string | OutgoingMessage) => Promise<void>;
  stop: () => void;
  /** Empties the conversation. */
  clear: () => void;
  /** Brings the focus to the input. */
  focus: () => void;
}

/** The props of a chat that are not those of its element. */
export interface ChatOwnProps extends Omit<
  UseChatOptions,
  "messages" | "model" | "modelFacts" | "whileBusy"
> {
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
  /**
   * What the conversation is: give back what `onMessage` gave. A value that is not what the chat said last replaces the
   * conversation, and a running answer is stopped; the chat's own words given back, even late, change nothing.
   */
  messages?: UseChatOptions["messages"];
  /** What the conversation begins with, where `messages` is not given. */
  defaultMessages?: UseChatOptions["messages"];
  /**
   * A chat of yours, from our `useChat()` or the AI SDK's. What speaks of the conversation is then read from it alone.
   */
  chat?: GivenChat | undefined;
  /**
   * Called by the button for a new chat, as `create` of `useThreads`. Default: the conversation is emptied, in its
   * `persistence` too.
   */
  onNewChat?: (() => void) | undefined;
  /**
   * Whether files can be attached: `true` for images, PDFs and text, a list of media types and endings, or an object with
   * limits and a place to upload to. Default: true.
   */
  allowAttachments?: AllowAttachments | undefined;
  /**
   * Prompts to choose from: behind a button, and behind `/` in the input. One with `{{variables}}` asks for them. Default:
   * none.
   */
  prompts?: readonly string[] | undefined;
  /** Messages that can be sent with one click while the conversation is empty. Default: none. */
  suggestions?: readonly string[] | undefined;
  /** Whether a person may change the parameters of `config`, from what it says. Default: false. */
  showConfigurationControls?: boolean | undefined;
  /** The greatest height, in CSS pixels or as a CSS length. Default: that of the place it stands in. */
  maxHeight?: number | string | undefined;
  disabled?: boolean | undefined;
  /**
   * What a message does that is sent while an answer is being made: `queue` lets it wait above the input and sends it once the
   * answer has ended, `drop` leaves it in the input, `interrupt` stops the answer and sends it. Default: `queue`.
   */
  whileBusy?: WhileBusy | undefined;
  /** The key that sends; Shift+Enter begins a new line in any case. Default: `enter`. */
  sendOn?: SendKey | undefined;
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
