import type { Protocol } from "../protocol.js";
import { errorFromBedrockResponse } from "./bedrockConverseErrors.js";
import { toBedrockConverseRequest } from "./bedrockConverseRequest.js";
import { signBedrockRequest } from "./bedrockConverseSign.js";
import { readBedrockConverseStream } from "./bedrockConverseStream.js";

/**
 * Amazon Bedrock's Converse API: one protocol for Claude, Nova, Llama, Mistral and all other models there. Where they
 * differ, `bedrockConverseRules.ts` says how. No web page can call it: it sends no CORS headers.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html
 */
export const bedrockConverse: Protocol = {
  id: "bedrock-converse",
  toRequest: toBedrockConverseRequest,
  sign: signBedrockRequest,
  readError: errorFromBedrockResponse,
  readStream: readBedrockConverseStream,
};
