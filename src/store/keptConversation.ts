import type { Conversation } from "../client/conversation.js";
import type { UIMessage, UIMessagePart } from "../client/messages.js";
import { abandonCalls } from "./answerCalls.js";
import type { ChatStore } from "./chatStore.js";
import { endParts } from "./storedMessage.js";

/**
 * A conversation as it may be kept: an answer that is still being made as if it were stopped now, since nobody will say so
 * if the page goes, and what was rendered by the app as words. Messages that need no change are the store's own objects.
 */
export function keptConversation(store: ChatStore): Conversation {
  const { run } = store.state.getState();
  const { messages, branches } = store.getConversation();
  return {
    messages: messages.map((message) =>
      asText(message.id === run?.messageId ? asStopped(message) : message),
    ),
    ...(branches && { branches: branches.map(asText) }),
  };
}

function asStopped(message: UIMessage): UIMessage {
  const ended = abandonCalls(endParts(message)) as UIMessage;
  const parts = ended.parts.map((part) =>
    "state" in part && part.state === "streaming" ? { ...part, state: "done" as const } : part,
  );
  return { ...ended, parts, metadata: { ...ended.metadata, status: "stopped" } };
}

/** By the message they were made of, so that one that did not change is the same object each time. */
const texts = new WeakMap<UIMessage, UIMessage>();

function asText(message: UIMessage): UIMessage {
  if (!message.parts.some(isNode)) return message;
  const known = texts.get(message);
  if (known) return known;
  const parts = message.parts.map((part): UIMessagePart =>
    isNode(part) ? { ...part, data: "[rich output]" } : part,
  );
  const kept = { ...message, parts };
  texts.set(message, kept);
  return kept;
}

function isNode(part: UIMessagePart): part is Extract<UIMessagePart, { data: unknown }> {
  return part.type === "data-node" && "data" in part && typeof part.data === "object";
}
