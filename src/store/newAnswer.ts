import type { StreamPart } from "../client/streamParts.js";
import type { MessageMetadata } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import { lastMessage, type ChatState, type Run } from "./chatState.js";
import type { StoredMessage } from "./storedMessage.js";

/** What a stream says before any content. */
export interface Opening {
  messageId: string | undefined;
  messageMetadata: MessageMetadata;
}

/**
 * The answer that `run` begins, still without parts.
 *
 * @param resumes Whether its stream tells it once more: then it takes the place of what had arrived of it.
 */
export function newAnswer(
  state: ChatState,
  run: Run,
  opening: Opening,
  resumes: boolean,
): StoredMessage {
  // A server that names two answers alike must not overwrite the first.
  const isNew = opening.messageId !== undefined && !state.byId.has(opening.messageId);
  const begun = resumes ? brokenOff(state, opening.messageId) : undefined;
  const id = begun ?? (isNew ? opening.messageId! : generateId());
  const metadata: MessageMetadata = {
    createdAt: Date.now(),
    firstTokenMs: Date.now() - run.startedAt,
    parentId: state.order.findLast((other) => other !== id),
    model: run.model,
    provider: run.provider,
    ...opening.messageMetadata,
  };
  return { id, role: "assistant", parts: [], metadata };
}

/** The answer that a resumed stream tells once more: the last, if that is it by name or, without a name, by its state. */
function brokenOff(state: ChatState, messageId: string | undefined): string | undefined {
  const last = lastMessage(state);
  if (last?.role !== "assistant") return undefined;
  const isIt = messageId
    ? messageId === last.id
    : /error|stopped/.test(last.metadata?.status ?? "");
  return isIt ? last.id : undefined;
}

/** Keeps what frames an answer until there is some: an answer that never begins leaves nothing behind. */
export function hold(part: StreamPart, opening: Opening, held: StreamPart[]): void {
  if (part.type === "start") opening.messageId = part.messageId;
  if (part.type === "start" || part.type === "message-metadata") {
    Object.assign(opening.messageMetadata, part.messageMetadata);
  } else if (part.type !== "start-step" || !held.some(({ type }) => type === "start-step")) {
    held.push(part);
  }
}
