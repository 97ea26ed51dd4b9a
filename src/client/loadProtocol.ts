import { ChatError } from "./errors.js";
import { loadPart } from "./loadPart.js";
import type { Protocol } from "./protocol.js";

/** Each protocol is fetched when a model that speaks it is first asked. */
const loaders: Readonly<Record<string, () => Promise<Protocol>>> = {
  "openai-chat": async () => (await import("./protocols/openaiChat.js")).openaiChat,
  "openai-responses": async () => (await import("./protocols/openaiResponses.js")).openaiResponses,
  "anthropic-messages": async () =>
    (await import("./protocols/anthropicMessages.js")).anthropicMessages,
  "gemini-generate": async () => (await import("./protocols/geminiGenerate.js")).geminiGenerate,
  "bedrock-converse": async () => (await import("./protocols/bedrockConverse.js")).bedrockConverse,
  "ollama-chat": async () => (await import("./protocols/ollamaChat.js")).ollamaChat,
  "cohere-chat": async () => (await import("./protocols/cohereChat.js")).cohereChat,
};

/** The protocol with this `id`, as the provider table names it. @throws ChatError `bad_request` for an unknown one, `network` where it cannot be loaded. */
export async function loadProtocol(id: string): Promise<Protocol> {
  if (Object.hasOwn(loaders, id)) return loadPart(loaders[id]!);
  throw new ChatError("bad_request", `There is no protocol "${id}".`);
}
