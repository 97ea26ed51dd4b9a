import { keyHeader } from "../apiKey.js";
import { familyOf } from "../limits/rows.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig, ChatRequest } from "../types.js";
import { toOllamaMessages } from "./ollamaChatMessages.js";
import { ollamaRules } from "../limits/ollamaChat.js";

/**
 * Writes a request of Ollama's chat protocol: system message, conversation and parameters. `data-*` parts and other
 * providers' reasoning stay at home. Ollama streams unless it is told not to.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file it does not take, `authentication` for a key that cannot
 *   stand in a header.
 */
export function toOllamaChatRequest(
  request: ChatRequest,
  target: Target,
  { stream = true }: { stream?: boolean } = {},
): WireRequest {
  const config = request.config ?? {};
  const think =
    config.reasoningEffort && ollamaRules(familyOf(target)).think[config.reasoningEffort];
  const options = toOptions(config);
  return {
    url: `${hostOf(target.baseURL)}/api/chat`,
    headers: {
      "content-type": "application/json",
      ...keyHeader(target),
      ...target.headers,
    },
    body: {
      model: target.model,
      messages: toOllamaMessages(request, target),
      ...toolFields(request),
      ...(think !== undefined && { think }),
      ...(Object.keys(options).length > 0 && { options }),
      stream,
    },
  };
}

/** People have the address of the OpenAI imitation at hand, or the one with the path of Ollama's own. */
function hostOf(baseURL: string): string {
  return baseURL.replace(/\/(?:v1|api(?:\/chat)?)$/, "");
}

/** @see https://docs.ollama.com/modelfile#parameter */
function toOptions(config: ChatConfig): Record<string, number> {
  const options = {
    num_predict: config.maxTokens,
    temperature: config.temperature,
    top_p: config.topP,
    top_k: config.topK,
    frequency_penalty: config.frequencyPenalty,
    presence_penalty: config.presencePenalty,
  };
  const sent: Record<string, number> = {};
  for (const [name, value] of Object.entries(options)) if (value !== undefined) sent[name] = value;
  return sent;
}

/** Ollama cannot be told to call a tool, but what it is not offered it will not call. */
function toolFields({ tools = [], toolChoice = "auto" }: ChatRequest): object {
  const offered = tools.filter(
    ({ name }) =>
      toolChoice !== "none" && (typeof toolChoice === "string" || toolChoice.toolName === name),
  );
  if (offered.length === 0) return {};
  return {
    tools: offered.map(({ name, description, inputSchema }) => ({
      type: "function",
      function: { name, ...(description && { description }), parameters: inputSchema },
    })),
  };
}
