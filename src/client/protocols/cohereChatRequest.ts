import { keyHeader } from "../apiKey.js";
import { familyOf } from "../limits/rows.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig, ChatRequest } from "../types.js";
import { toCohereMessages } from "./cohereChatMessages.js";
import {
  type CohereParameter,
  cohereParameters,
  type CohereRules,
  cohereRules,
  cohereThinking,
} from "../limits/cohereChat.js";

/**
 * Writes a Cohere Chat request: system message, conversation, attached texts as documents to cite, and parameters.
 * `data-*` parts and other providers' reasoning stay at home.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file that Cohere does not take, `authentication` for a key that
 *   cannot stand in a header.
 */
export function toCohereChatRequest(
  request: ChatRequest,
  target: Target,
  { stream = true }: { stream?: boolean } = {},
): WireRequest {
  const { reasoningEffort, ...numbers } = request.config ?? {};
  const rules = cohereRules(familyOf(target));
  const { messages, documents } = toCohereMessages(request, target);
  return {
    url: `${target.baseURL.replace(/\/chat$/, "")}/chat`,
    headers: {
      "content-type": "application/json",
      ...keyHeader(target),
      ...target.headers,
    },
    body: {
      model: target.model,
      messages,
      ...(documents.length > 0 && { documents }),
      ...parameters(numbers),
      ...(rules.thinking && reasoningEffort && { thinking: cohereThinking[reasoningEffort] }),
      ...toolFields(request, rules),
      stream,
    },
  };
}

function parameters(config: Omit<ChatConfig, "reasoningEffort">): Record<string, number> {
  const sent: Record<string, number> = {};
  for (const key of Object.keys(cohereParameters) as (keyof typeof cohereParameters)[]) {
    const [name, min = -Infinity, max = Infinity]: CohereParameter = cohereParameters[key];
    const value = config[key];
    if (value !== undefined) sent[name] = Math.min(Math.max(value, min), max);
  }
  return sent;
}

/** Cohere can be told that some tool must be called; which one is said by offering no other. */
function toolFields({ tools = [], toolChoice = "auto" }: ChatRequest, rules: CohereRules): object {
  const isNone = toolChoice === "none";
  const offered = tools.filter(({ name }) =>
    typeof toolChoice === "string" ? rules.toolChoice || !isNone : toolChoice.toolName === name,
  );
  if (offered.length === 0) return {};
  return {
    tools: offered.map(({ name, description, inputSchema }) => ({
      type: "function",
      function: { name, ...(description && { description }), parameters: inputSchema },
    })),
    ...(rules.toolChoice && toolChoice !== "auto" && { tool_choice: isNone ? "NONE" : "REQUIRED" }),
  };
}
