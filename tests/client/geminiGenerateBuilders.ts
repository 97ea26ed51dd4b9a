import type { ChatRequest, Target, UIMessage } from "../../src/client/index.js";
import { geminiGenerate } from "../../src/client/protocols/geminiGenerate.js";
import { text, user } from "./conversation.js";

export { assistant, call as tool, file, png, text, user } from "./conversation.js";

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

/** A system message among the others. */
export function system(value: string): UIMessage {
  return { id: "s", role: "system", parts: [text(value)] };
}

/** What Gemini wants back with a part. */
export const google = (thoughtSignature: string): { google: { thoughtSignature: string } } => ({
  google: { thoughtSignature },
});
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
