import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import type { Target } from "../../src/client/protocol.js";
import { anthropicMessages } from "../../src/client/protocols/anthropicMessages.js";
import type { ChatRequest } from "../../src/client/types.js";
import { text, user } from "./conversation.js";

export { assistant, file, png, text, user } from "./conversation.js";

/** Anthropic itself. */
export const anthropic: Target = {
  provider: "anthropic",
  name: "Anthropic",
  model: "claude-sonnet-4-5",
  baseURL: "https://api.anthropic.com/v1",
  apiKey: "k-1",
};

/** A reasoning part, with what Anthropic said of it. */
export function thought(value: string, metadata?: Record<string, string>): UIMessagePart {
  const own = metadata && { providerMetadata: { anthropic: metadata } };
  return { type: "reasoning", text: value, ...own };
}

/** A call of the tool `add`, without arguments unless `rest` has some. */
export function call(toolCallId: string, rest: object): UIMessagePart {
  return { type: "tool-add", toolCallId, input: {}, ...rest } as unknown as UIMessagePart;
}

/** What is true of a call that has come back with 2. */
export const done = { state: "output-available", output: "2" };

/** The body of a request. */
export function write(
  target: Partial<Target>,
  request: Partial<ChatRequest>,
): Record<string, unknown> {
  const full = { model: "m", messages: [user(text("Hi"))], ...request };
  return anthropicMessages.toRequest(full, { ...anthropic, ...target }).body as Record<
    string,
    unknown
  >;
}

/** The turns of a conversation. */
export function turns(...messages: UIMessage[]): unknown {
  return write({}, { messages })["messages"];
}
