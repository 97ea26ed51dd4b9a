import type { UIMessage } from "../client/messages.js";
import type { FinishReason } from "../client/streamParts.js";

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
