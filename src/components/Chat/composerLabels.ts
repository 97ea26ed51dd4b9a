import type { WhileBusy } from "../../store/messageQueue.js";
import { excerptOf } from "./excerptOf.js";
import type { SendKey } from "./sendKey.js";

/** What is said about sending and about messages that wait. */
export interface ComposerLabels {
  send: string;
  stop: string;
  /** The button that sends while an answer is made. */
  sendWhileBusy: (whileBusy: WhileBusy) => string;
  /** What the key that sends is called. `isApple` for keyboards with ⌘. */
  sendKey: (sendOn: SendKey, isApple: boolean) => string;
  /** The list of the messages that wait. */
  queued: string;
  /** What is sent with a message that waits, beside its text. */
  queuedFiles: (count: number) => string;
  /** The buttons of a message that waits; `message` is its text, or, where it has none, its files. */
  editQueued: (message: string) => string;
  sendQueuedNow: (message: string) => string;
  removeQueued: (message: string) => string;
  announceQueued: string;
}

/** English, the default. */
export const englishComposerLabels: ComposerLabels = {
  send: "Send",
  stop: "Stop",
  sendWhileBusy: (whileBusy) => (whileBusy === "interrupt" ? "Stop and send" : "Send next"),
  sendKey: (sendOn, isApple) => (sendOn === "enter" ? "Enter" : isApple ? "⌘ Enter" : "Ctrl+Enter"),
  queued: "Waiting messages",
  queuedFiles: (count) => (count === 1 ? "1 file" : `${count} files`),
  editQueued: (message) => `Edit “${excerptOf(message)}”`,
  sendQueuedNow: (message) => `Send “${excerptOf(message)}” now`,
  removeQueued: (message) => `Remove “${excerptOf(message)}”`,
  announceQueued: "The message waits until the answer has ended.",
};
