import type { Protocol } from "../protocol.js";
import { toAnthropicMessagesRequest } from "./anthropicMessagesRequest.js";
import { readAnthropicMessagesStream } from "./anthropicMessagesStream.js";

/**
 * Anthropic Messages, spoken by Anthropic and by the servers that imitate it. What models want differently stands in
 * `anthropicMessagesRules.ts`. Parts carry what Anthropic needs to get its own history back unchanged in
 * `providerMetadata.anthropic`: `signature` or `redactedData` of reasoning, `block`, `serverName` and `caller` of calls.
 *
 * @see https://platform.claude.com/docs/en/api/messages
 */
export const anthropicMessages: Protocol = {
  id: "anthropic-messages",
  toRequest: toAnthropicMessagesRequest,
  readStream: readAnthropicMessagesStream,
};
