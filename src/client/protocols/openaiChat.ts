import type { Protocol } from "../protocol.js";
import { toOpenAIChatRequest } from "./openaiChatRequest.js";
import { readOpenAIChatStream } from "./openaiChatStream.js";

/**
 * OpenAI Chat Completions, spoken by OpenAI and by nearly everybody else: Groq, OpenRouter, Together, Mistral, DeepSeek,
 * xAI, Azure, Ollama, LM Studio, vLLM, LiteLLM and this package's own gateway. Where they differ, `limits/openaiChat.ts` says how.
 *
 * @see https://platform.openai.com/docs/api-reference/chat
 */
export const openaiChat: Protocol = {
  id: "openai-chat",
  toRequest: toOpenAIChatRequest,
  readStream: readOpenAIChatStream,
};
