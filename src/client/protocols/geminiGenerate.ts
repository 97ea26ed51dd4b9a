import type { Protocol } from "../protocol.js";
import { toGeminiGenerateRequest } from "./geminiGenerateRequest.js";
import { readGeminiGenerateStream } from "./geminiGenerateStream.js";

/**
 * Gemini's `generateContent`, as Google AI Studio and Vertex AI speak it. The key goes in a header, never in the address,
 * where logs would keep it. Thought signatures come and go back in `providerMetadata.google`.
 *
 * @see https://ai.google.dev/api/generate-content
 */
export const geminiGenerate: Protocol = {
  id: "gemini-generate",
  toRequest: toGeminiGenerateRequest,
  readStream: readGeminiGenerateStream,
};
