import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import type { Target } from "../../src/client/protocol.js";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import type { ChatRequest } from "../../src/client/types.js";

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

/** A user message. */
export function user(...parts: UIMessagePart[]): UIMessage {
  return { id: "u", role: "user", parts };
}

/** An answer. */
export function assistant(...parts: UIMessagePart[]): UIMessage {
  return { id: "a", role: "assistant", parts };
}

/** A text part. */
export const text = (value: string): UIMessagePart => ({ type: "text", text: value });

/** A file part. */
export const file = (mediaType: string, url: string, filename?: string): UIMessagePart => ({
  type: "file",
  mediaType,
  url,
  ...(filename !== undefined && { filename }),
});
/** A file part with a `data:` URL. */
export const data = (mediaType: string, filename?: string): UIMessagePart =>
  file(mediaType, `data:${mediaType};base64,AAAA`, filename);
/** A call of the tool `add` in any state. */
export const call = (toolCallId: string, rest: object): UIMessagePart =>
  ({ type: "tool-add", toolCallId, ...rest }) as unknown as UIMessagePart;
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
