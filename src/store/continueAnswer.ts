import type { TextPart, UIMessage } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import type { AppendLog } from "./appendLog.js";
import { isRunning, type RunningPart, type StoredMessage } from "./storedMessage.js";

/** What is asked to get the rest of a broken-off answer. Sent after it, never shown and never kept. */
export function continuePrompt(): UIMessage {
  const text =
    "Your last answer was cut off. Continue it exactly where it stopped: no greeting, no repetition, no comment.";
  return { id: generateId(), role: "user", parts: [{ type: "text", text }] };
}

/**
 * The message with its last text part open again under the id of the text that goes on there, so that it is appended to
 * the same text. A message without text stays as it is.
 */
export function reopenText(
  message: StoredMessage,
  id: string | undefined,
  createLog: (text?: string) => AppendLog,
): StoredMessage {
  const at = message.parts.findLastIndex(({ type }) => type === "text");
  const last = message.parts[at];
  if (!last || isRunning(last) || !("text" in last)) return message;
  const { providerMetadata } = last as TextPart;
  const running: RunningPart = {
    type: "text",
    state: "streaming",
    log: createLog(last.text),
    id,
    ...(providerMetadata && { providerMetadata }),
  };
  return { ...message, parts: message.parts.map((part) => (part === last ? running : part)) };
}
