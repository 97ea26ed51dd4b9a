import type { Protocol } from "../protocol.js";
import { toCohereChatRequest } from "./cohereChatRequest.js";
import { readCohereChatStream } from "./cohereChatStream.js";

/**
 * Cohere Chat, version 2.
 *
 * @see https://docs.cohere.com/reference/chat
 */
export const cohereChat: Protocol = {
  id: "cohere-chat",
  toRequest: toCohereChatRequest,
  readStream: readCohereChatStream,
};
