import { isUnrejectedImage, withRejection } from "../client/fileNotes.js";
import type { FilePart } from "../client/messages.js";
import { withMessage, type ChatState } from "./chatState.js";

/**
 * The change after a model refused an image. Which one, it does not say: so those of the newest question that holds any are
 * marked, or, where all of them are already, those of the one before. They stay in the conversation and are no longer sent.
 */
export function markRejected(state: ChatState, model: string): Partial<ChatState> {
  const { order, byId } = state;
  const isImage = (part: { readonly type: string }): boolean => isUnrejectedImage(part, model);
  const asked = order.findLast((id) => {
    const message = byId.get(id);
    return message?.role === "user" && message.parts.some(isImage);
  });
  const message = byId.get(asked ?? "");
  if (!message) return {};
  const parts = message.parts.map((part) =>
    isImage(part) ? withRejection(part as FilePart, model) : part,
  );
  return withMessage(state, { ...message, parts });
}
