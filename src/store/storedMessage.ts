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

/** Ends a running part: its text is joined, once, and a thought whose beginning was seen is given how long it took. */
export function endPart(part: StoredPart): UIMessagePart {
  if (!isRunning(part)) return part;
  const { type, log, providerMetadata } = part;
  log.end();
  const ended = { ...(snapshotPart(part) as TextPart | ReasoningPart), state: "done" } as const;
  if (type === "text" || log.startedAt === undefined) return ended;
  const durationMs = Math.max(0, Date.now() - log.startedAt);
  return { ...ended, providerMetadata: { ...providerMetadata, polylogue: { durationMs } } };
}

/** Ends every running part of a message. */
export function endParts(message: StoredMessage): StoredMessage {
  return message.parts.some(isRunning)
    ? { ...message, parts: message.parts.map(endPart) }
    : message;
}

/**
 * How long a thought took, in milliseconds; `undefined` while it goes on, and where nobody saw it begin and end, as in a
 * history from elsewhere.
 */
export function thoughtMs(part: ReasoningPart | RunningPart): number | undefined {
  const durationMs: unknown = part.providerMetadata?.["polylogue"]?.["durationMs"];
  return typeof durationMs === "number" && durationMs >= 0 ? durationMs : undefined;
}
