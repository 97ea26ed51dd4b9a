import type { UIMessage } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import type { AppendLog } from "./appendLog.js";
import { isRunning, type StoredMessage } from "./storedMessage.js";

/** What is asked to get the rest of a broken-off answer. Sent after it, never shown and never kept. */
export function resumePrompt(): UIMessage {
  const text =
    "Your last answer was cut off. Continue it exactly where it stopped: no greeting, no repetition, no comment.";
  return { id: generateId(), role: "user", parts: [{ type: "text", text }] };
}

/** The message with its last text part open again, so that what follows is appended to the same text. */
export function reopenText(
  message: StoredMessage,
  createLog: (text?: string) => AppendLog,
): StoredMessage {
  const at = message.parts.length - 1;
  const last = message.parts[at];
  if (last?.type !== "text" || isRunning(last) || !("text" in last)) return message;
  const running = {
    type: "text",
    state: "streaming",
    log: createLog(last.text),
    id: undefined,
  } as const;
  return { ...message, parts: [...message.parts.slice(0, at), running] };
}
