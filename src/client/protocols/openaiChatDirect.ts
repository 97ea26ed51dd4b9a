import { rulesOf } from "../limits/openaiChat.js";
import type { Protocol, Target } from "../protocol.js";
import type { ChatRequest } from "../types.js";
import { openaiChatFor } from "./openaiChatProtocol.js";

/** OpenAI Chat Completions for one request to a provider itself, as its model wants the parameters. */
export function openaiChatTo(target: Target, request: ChatRequest): Promise<Protocol> {
  return openaiChatFor(request, rulesOf(target));
}
