import { asFields, asList, isFields } from "../client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";

/** What a part of each type must hold to be shown at all; parts of other types are the app's own affair. */
const texts: Readonly<Record<string, readonly string[]>> = {
  text: ["text"],
  reasoning: ["text"],
  file: ["url", "mediaType"],
  "source-url": ["sourceId", "url"],
  "source-document": ["sourceId", "title"],
  "dynamic-tool": ["toolName", "toolCallId", "state"],
};

/** Whether a value out of a file is a part of a message. */
export function isPart(value: unknown): value is UIMessagePart {
  const { type } = asFields(value);
  if (typeof type !== "string") return false;
  const isTool = type.startsWith("tool-");
  const needed = isTool ? ["toolCallId", "state"] : Object.hasOwn(texts, type) ? texts[type]! : [];
  return needed.every((name) => typeof asFields(value)[name] === "string");
}

/** A message out of a file: the same object where it is sound, else what of it can be shown. `undefined` for none. */
export function readMessage(value: unknown): UIMessage | undefined {
  const { id, role, parts, metadata } = asFields(value);
  if (role !== "user" && role !== "assistant" && role !== "system") return undefined;
  if (!Array.isArray(parts)) return undefined;
  const hasMetadata = metadata === undefined || isFields(metadata);
  const isSound = typeof id === "string" && hasMetadata && parts.every(isPart);
  if (isSound) return value as UIMessage;
  const { metadata: _broken, ...rest } = value as UIMessage;
  return {
    ...(hasMetadata ? (value as UIMessage) : rest),
    id: typeof id === "string" ? id : generateId(),
    parts: parts.filter(isPart),
  };
}

/** The messages of a list, each under an id of its own: one that comes again would replace the first. */
export function readMessages(list: unknown, taken: Set<string> = new Set()): UIMessage[] {
  return asList(list).flatMap((value) => {
    const message = readMessage(value);
    if (!message) return [];
    const own = taken.has(message.id) ? { ...message, id: generateId() } : message;
    taken.add(own.id);
    return [own];
  });
}
