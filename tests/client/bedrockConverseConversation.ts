import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import type { Target } from "../../src/client/protocol.js";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import type { ChatRequest } from "../../src/client/types.js";
import { call, file, text, user } from "./conversation.js";

export { assistant, call, file, text, user } from "./conversation.js";

/** A model with nothing special about it. */
export const claude = "anthropic.claude-3-5-sonnet-20240620-v1:0";
/** Where the requests of these tests go. */
export const target: Target = {
  provider: "bedrock",
  name: "Amazon Bedrock",
  model: claude,
  baseURL: "https://bedrock-runtime.us-east-1.amazonaws.com",
  apiKey: " k-1 ",
};

/** A file part with a `data:` URL. */
export const data = (mediaType: string, filename?: string): UIMessagePart =>
  file(mediaType, `data:${mediaType};base64,AAAA`, filename);
/** A call that has its output. */
export const done = (toolCallId: string, output: unknown): UIMessagePart =>
  call(toolCallId, { state: "output-available", input: { x: 1 }, output });

/** The body of a request. */
export interface ConverseBody {
  messages: { role: string; content: Record<string, unknown>[] }[];
  system?: unknown;
  toolConfig?: { tools: unknown[]; toolChoice?: unknown };
  inferenceConfig?: Record<string, unknown>;
  additionalModelRequestFields?: Record<string, unknown>;
}

/** The body written for a request. */
export function write(request: Partial<ChatRequest>, model: string = claude): ConverseBody {
  const full = { model: "m", messages: [user(text("Hi"))], ...request };
  return bedrockConverse.toRequest(full, { ...target, model }).body as ConverseBody;
}

/** The messages written for a conversation. */
export function messages(...list: UIMessage[]): ConverseBody["messages"] {
  return write({ messages: list }).messages;
}
