import type { ChatRequest, Target, UIMessage, UIMessagePart } from "../../src/client/index.js";
import { geminiGenerate } from "../../src/client/protocols/geminiGenerate.js";

/** A picture, as far as a request cares. */
export const png = "data:image/png;base64,AAAA";
/** Google AI Studio, with a model that neither thinks nor signs. */
export const gemini: Target = {
  provider: "gemini",
  name: "Google Gemini",
  model: "gemini-2.0-flash",
  baseURL: "https://generativelanguage.googleapis.com/v1beta",
  apiKey: "k-1",
};
/** What makes of it a model that signs. */
export const gemini3 = { model: "gemini-3-flash-preview" };
/** What stands in for a missing signature. */
export const validator = "skip_thought_signature_validator";

/** A message of the person. */
export function user(...parts: UIMessagePart[]): UIMessage {
  return { id: "u", role: "user", parts };
}

/** A message of the model. */
export function assistant(...parts: UIMessagePart[]): UIMessage {
  return { id: "a", role: "assistant", parts };
}

/** A system message among the others. */
export function system(value: string): UIMessage {
  return { id: "s", role: "system", parts: [text(value)] };
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
/** What Gemini wants back with a part. */
export const google = (thoughtSignature: string): { google: { thoughtSignature: string } } => ({
  google: { thoughtSignature },
});
/** A call of the tool `add`. */
export const tool = (toolCallId: string, rest: object): UIMessagePart =>
  ({ type: "tool-add", toolCallId, ...rest }) as unknown as UIMessagePart;

/** The body of a request. */
export function write(
  target: Partial<Target>,
  request: Partial<ChatRequest>,
): Record<string, unknown> {
  const full = { model: "m", messages: [user(text("Hi"))], ...request };
  return geminiGenerate.toRequest(full, { ...gemini, ...target }).body as Record<string, unknown>;
}

/** The turns of a request. */
export function contents(target: Partial<Target>, ...messages: UIMessage[]): unknown {
  return write(target, { messages })["contents"];
}
