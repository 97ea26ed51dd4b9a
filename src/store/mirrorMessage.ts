import type {
  AnyUIMessage,
  ReasoningPart,
  TextPart,
  UIMessage,
  UIMessagePart,
} from "../client/messages.js";
import type { AppendLog } from "./appendLog.js";
import {
  isRunning,
  type RunningPart,
  type StoredMessage,
  type StoredPart,
} from "./storedMessage.js";

/** A message that somebody else holds, and what the store makes of it. */
export interface Mirror {
  readonly source: AnyUIMessage;
  readonly message: StoredMessage;
  /** Whether it may still grow. */
  readonly isOpen: boolean;
  /** The text of each part as it was: who holds the source may write into it. */
  readonly texts: readonly (string | undefined)[];
}

/**
 * Mirrors a message that is handed over whole at each change. Its `message` stays the same object unless more has changed
 * than the text of its running parts; that text goes to their logs, as far as it is new. Nothing runs in a message that is
 * not open.
 */
export function mirrorMessage(
  source: AnyUIMessage,
  isOpen: boolean,
  before: Mirror | undefined,
  createLog: (text?: string) => AppendLog,
): Mirror {
  if (before?.source === source && before.isOpen === isOpen) return before;
  const old = before?.message;
  const parts = (source.parts as readonly UIMessagePart[]).map((part, index) =>
    isOpen && isStreamingText(part)
      ? grow(part, before?.texts[index], old?.parts[index], createLog)
      : keep(part, old?.parts[index], isOpen),
  );
  for (const part of old?.parts ?? []) {
    if (isRunning(part) && !parts.includes(part)) part.log.end();
  }
  const message: StoredMessage = { ...(source as UIMessage), parts };
  const isSame = old !== undefined && isSameList(parts, old.parts) && hasSameFacts(message, old);
  const texts = source.parts.map((part) => ("text" in part ? part.text : undefined));
  return { source, isOpen, texts, message: isSame ? old : message };
}

function isStreamingText(part: UIMessagePart): part is TextPart | ReasoningPart {
  const isText = (part.type === "text" || part.type === "reasoning") && "text" in part;
  return isText && part.state === "streaming";
}

function grow(
  { type, text, providerMetadata }: TextPart | ReasoningPart,
  seen: string | undefined,
  old: StoredPart | undefined,
  createLog: (text?: string) => AppendLog,
): RunningPart {
  if (old && isRunning(old) && old.type === type && text.startsWith(seen ?? "")) {
    old.log.append(text.slice(seen?.length ?? 0));
    return old;
  }
  const running: RunningPart = { type, state: "streaming", log: createLog(text), id: undefined };
  return providerMetadata ? { ...running, providerMetadata } : running;
}

/** The object of before where it says the same: each delta may come with new copies of all parts. */
function keep(part: UIMessagePart, old: StoredPart | undefined, isOpen: boolean): StoredPart {
  if (old && !isRunning(old) && hasSameFields(part, old)) return old;
  return isOpen ? { ...part } : part;
}

function hasSameFacts(a: StoredMessage, b: StoredMessage): boolean {
  return a.role === b.role && hasSameFields(a.metadata, b.metadata);
}

/** Whether two lists hold the same things in the same order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function hasSameFields(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const fields = Object.entries(a);
  return (
    fields.length === Object.keys(b).length &&
    fields.every(([key, value]) => Object.is(value, (b as Record<string, unknown>)[key]))
  );
}
