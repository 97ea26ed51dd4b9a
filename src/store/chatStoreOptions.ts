import type { ChatError } from "../client/errors.js";
import type { AnyUIMessage, UIMessage } from "../client/messages.js";
import type { FinishReason } from "../client/streamParts.js";
import type { WhileBusy } from "./messageQueue.js";
import type { Backend } from "./openAnswer.js";

/** How an answer ended, as told to `onFinish`. */
export interface FinishEvent {
  /** The answer; `undefined` when nothing arrived. */
  message: UIMessage | undefined;
  messages: UIMessage[];
  isAbort: boolean;
  isDisconnect: boolean;
  isError: boolean;
  finishReason: FinishReason | undefined;
}

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
