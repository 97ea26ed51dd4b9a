import type { UIMessage } from "../client/messages.js";
import { preflight } from "../client/preflight.js";
import { preflightError } from "../client/preflightError.js";
import { toDefinitions } from "../store/toolSchema.js";
import type { ModelInfo } from "../client/types.js";
import { loadImages } from "./loadImages.js";
import type { UseChatOptions } from "./useChat.js";

/**
 * The conversation with its images as the model takes them; `undefined` where it holds none that are here.
 * @throws ChatError `image_rejected` for an image of the newest question that cannot be sent; of models that are compared, what
 * the pre-flight finds against this one.
 */
export function prepareMessages(
  messages: readonly UIMessage[],
  model: ModelInfo,
  options: UseChatOptions,
): Promise<readonly UIMessage[]> | undefined {
  const { modelFacts, workerUrl } = options;
  const { id, provider } = model;
  // A model with a connection of its own says itself who serves it.
  const known = provider === undefined ? { ...model, ...modelFacts?.(id) } : model;
  // Nobody has looked at each of several models before.
  if (options.compare) refuseUnfit(messages, known, options);
  if (!messages.some(holdsImage)) return undefined;
  return loadImages().then(({ fitMessages }) => fitMessages(messages, known, { workerUrl }));
}

function refuseUnfit(
  messages: readonly UIMessage[],
  model: ModelInfo,
  { systemMessage: system, tools, config }: UseChatOptions,
): void {
  const offered = tools && toDefinitions(tools);
  const { maxTokens } = config ?? {};
  const [first] = preflight({
    messages,
    system,
    tools: offered,
    model,
    maxTokens,
    fitsImages: true,
  });
  if (first?.severity === "error") throw preflightError(first);
}

function holdsImage({ role, parts }: UIMessage): boolean {
  return role === "user" && parts.some((part) => part.type === "file");
}
