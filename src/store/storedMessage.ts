import type {
  ProviderMetadata,
  ReasoningPart,
  TextPart,
  UIMessage,
  UIMessagePart,
} from "../client/messages.js";
import type { AppendLog } from "./appendLog.js";

/** A text or reasoning part that is still growing: its text is in the log until it ends. */
export interface RunningPart {
  type: "text" | "reasoning";
  state: "streaming";
  log: AppendLog;
  /** The id its deltas carry, where the stream gives one. */
  id: string | undefined;
  providerMetadata?: ProviderMetadata | undefined;
}

/** A part as the store keeps it. */
export type StoredPart = UIMessagePart | RunningPart;

/** A message as the store keeps it. Its identity changes when a part opens, ends or changes, not when text arrives. */
export interface StoredMessage extends Omit<UIMessage, "parts"> {
  parts: readonly StoredPart[];
}

/** Whether `part` still grows. */
export function isRunning(part: StoredPart): part is RunningPart {
  return "log" in part;
}

/** The part with the text that has arrived so far. */
export function snapshotPart(part: StoredPart): UIMessagePart {
  if (!isRunning(part)) return part;
  const { type, state, log, providerMetadata } = part;
  return { type, text: log.since(0), state, ...(providerMetadata && { providerMetadata }) };
}

/** The public form of a message: the same object when nothing in it is running. */
export function toUIMessage(message: StoredMessage): UIMessage {
  return message.parts.some(isRunning)
    ? { ...message, parts: message.parts.map(snapshotPart) }
    : (message as UIMessage);
}

/** Ends a running part: its text is joined, once. */
export function endPart(part: StoredPart): UIMessagePart {
  if (!isRunning(part)) return part;
  part.log.end();
  return { ...(snapshotPart(part) as TextPart | ReasoningPart), state: "done" };
}

/** Ends every running part of a message. */
export function endParts(message: StoredMessage): StoredMessage {
  return message.parts.some(isRunning)
    ? { ...message, parts: message.parts.map(endPart) }
    : message;
}
