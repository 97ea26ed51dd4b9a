import type { Conversation } from "../client/conversation.js";
import type { UIMessage, UIMessagePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import { isSameJSON } from "../internal/isSameJSON.js";

/**
 * Puts two versions of one conversation together, so that no message of either is lost. What `mine` shows stays shown; what
 * only `theirs` has becomes a branch beside it. Of a message that went on growing in one of them the longer form counts; one
 * that says two different things is kept twice, the other one under a new id.
 */
export function mergeConversations(mine: Conversation, theirs: Conversation): Conversation {
  const messages = [...mine.messages];
  const branches = [...(mine.branches ?? [])];
  const ids = new Map<string, string>();
  const add = (message: UIMessage, follows: string | undefined): void => {
    const parentId = follows === undefined ? undefined : (ids.get(follows) ?? follows);
    const placed = { ...message, metadata: { ...message.metadata, parentId } };
    for (const list of [messages, branches]) {
      const at = list.findIndex(({ id }) => id === message.id);
      const own = list[at];
      if (!own) continue;
      if (hasSameContent(own, message) || isContinuedBy(message, own)) return;
      if (isContinuedBy(own, message)) list[at] = message;
      else {
        const id = generateId();
        ids.set(message.id, id);
        branches.push({ ...placed, id });
      }
      return;
    }
    branches.push(placed);
  };
  theirs.messages.forEach((message, index) => add(message, theirs.messages[index - 1]?.id));
  for (const message of theirs.branches ?? []) add(message, message.metadata?.parentId);
  return { messages, ...(branches.length > 0 && { branches }) };
}

/** The same conversation, with the objects of `before` where a message says the same, so that nobody renders it again. */
export function reuseMessages(next: Conversation, before: Conversation): Conversation {
  const known = new Map(
    [...before.messages, ...(before.branches ?? [])].map((message) => [message.id, message]),
  );
  const reuse = (message: UIMessage): UIMessage => {
    const own = known.get(message.id);
    return own && isSameJSON(own, message) ? own : message;
  };
  return {
    messages: next.messages.map(reuse),
    ...(next.branches && { branches: next.branches.map(reuse) }),
  };
}

function hasSameContent(a: UIMessage, b: UIMessage): boolean {
  return a === b || (a.role === b.role && isSameJSON(a.parts, b.parts));
}

/** Whether `later` holds all that `earlier` does, as a text that went on. */
function isContinuedBy(earlier: UIMessage, later: UIMessage): boolean {
  return (
    earlier.role === later.role &&
    earlier.parts.length <= later.parts.length &&
    earlier.parts.every((part, index) => goesOn(part, later.parts[index]!))
  );
}

function goesOn(earlier: UIMessagePart, later: UIMessagePart): boolean {
  if (earlier.type !== later.type) return false;
  if ("text" in earlier && "text" in later) return later.text.startsWith(earlier.text);
  // A call that was given up while it was still being made elsewhere.
  if ("toolCallId" in earlier && "toolCallId" in later)
    return earlier.toolCallId === later.toolCallId && earlier.state !== "output-available";
  return isSameJSON(earlier, later);
}
