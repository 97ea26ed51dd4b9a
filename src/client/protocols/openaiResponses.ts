import type { Protocol } from "../protocol.js";
import { toOpenAIResponsesRequest } from "./openaiResponsesRequest.js";
import { readOpenAIResponsesStream } from "./openaiResponsesStream.js";

/**
 * OpenAI Responses, spoken by OpenAI, Azure, xAI, OpenRouter, DeepSeek and Bedrock's OpenAI endpoint. Nothing is stored at
 * the provider: reasoning comes and goes back encrypted, in `providerMetadata`.
 *
 * @see https://platform.openai.com/docs/api-reference/responses
 */
export const openaiResponses: Protocol = {
  id: "openai-responses",
  toRequest: toOpenAIResponsesRequest,
  readStream: readOpenAIResponsesStream,
};
