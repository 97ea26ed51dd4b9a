import type { Protocol } from "../protocol.js";
import { toOllamaChatRequest } from "./ollamaChatRequest.js";
import { readOllamaChatStream } from "./ollamaChatStream.js";

/**
 * Ollama's own chat protocol, which knows more of a local model than its imitation of OpenAI Chat: whether to think, `top_k`
 * and how long loading took.
 *
 * @see https://docs.ollama.com/api/chat
 */
export const ollamaChat: Protocol = {
  id: "ollama-chat",
  toRequest: toOllamaChatRequest,
  readStream: readOllamaChatStream,
};
