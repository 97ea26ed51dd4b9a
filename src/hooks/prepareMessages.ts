import type { UIMessage } from "../client/messages.js";
import type { ModelInfo } from "../client/types.js";
import { loadImages } from "./loadImages.js";
import type { UseChatOptions } from "./useChat.js";

/**
 * The conversation with its images as the model takes them; `undefined` where it holds none that are here.
 * @throws ChatError `image_rejected` for an image of the newest question that cannot be sent.
 */
export function prepareMessages(
  messages: readonly UIMessage[],
  model: ModelInfo,
  { modelFacts, workerUrl }: Pick<UseChatOptions, "modelFacts" | "workerUrl">,
): Promise<readonly UIMessage[]> | undefined {
  if (!messages.some(holdsImage)) return undefined;
  const { id, provider } = model;
  // A model with a connection of its own says itself who serves it.
  const known = provider === undefined ? { ...model, ...modelFacts?.(id) } : model;
  return loadImages().then(({ fitMessages }) => fitMessages(messages, known, { workerUrl }));
}

function holdsImage({ role, parts }: UIMessage): boolean {
  return role === "user" && parts.some((part) => part.type === "file");
}
