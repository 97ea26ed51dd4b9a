import { withCheckedKey } from "../checkKey.js";
import { rulesOf } from "../limits/openaiChat.js";
import type { Protocol, Target } from "../protocol.js";
import { createChatDeltas, toolFields, toWireMessages } from "./openaiChatMore.js";
import { createOpenAIChat } from "./openaiChatProtocol.js";

const more = { createChatDeltas, toolFields, toWireMessages };

const protocolOf = (target: Target): Protocol => createOpenAIChat(rulesOf(target), more);

/**
 * OpenAI Chat Completions, spoken by OpenAI and by nearly everybody else: Groq, OpenRouter, Together, Mistral, DeepSeek,
 * xAI, Azure, Ollama, LM Studio, vLLM, LiteLLM and this package's own gateway. Where they differ, `limits/openaiChat.ts` says how.
 *
 * Reasoning goes back only where a gateway carries its signature; `data-*` parts stay at home.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file the target does not take, `authentication` for a key that
 *   cannot stand in a header.
 * @see https://platform.openai.com/docs/api-reference/chat
 */
export const openaiChat: Protocol = {
  id: "openai-chat",
  toRequest: (request, target, options) =>
    protocolOf(target).toRequest(request, withCheckedKey(target), options),
  readStream: (bytes, target) => protocolOf(target).readStream(bytes, target),
};
