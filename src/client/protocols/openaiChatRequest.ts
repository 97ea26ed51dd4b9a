import { keyHeader } from "../apiKey.js";
import { type ParameterRules, parameterRules } from "../limits/openaiChat.js";
import { familyOf } from "../limits/rows.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig, ChatRequest, ToolChoice } from "../types.js";
import { toWireMessages } from "./openaiChatMessages.js";

/**
 * Writes a Chat Completions request: system message, conversation and parameters, each as the target's rules want it.
 * Reasoning goes back only where a gateway carries its signature; `data-*` parts stay at home.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file the target does not take, `authentication` for a key that
 *   cannot stand in a header.
 */
export function toOpenAIChatRequest(
  request: ChatRequest,
  target: Target,
  { stream = true }: { stream?: boolean } = {},
): WireRequest {
  const rules = parameterRules(target.provider, familyOf(target), target.apiVersion);
  const query = target.apiVersion ? `?api-version=${encodeURIComponent(target.apiVersion)}` : "";
  return {
    url: `${target.baseURL}/chat/completions${query}`,
    headers: {
      "content-type": "application/json",
      ...keyHeader(target, ...rules.keyHeaders),
      ...target.headers,
    },
    body: {
      model: target.model,
      messages: toWireMessages(request, target, rules),
      ...parameters(request.config ?? {}, rules),
      ...toolFields(request),
      ...(stream ? { stream: true } : {}),
      ...(stream && rules.streamOptions ? { stream_options: { include_usage: true } } : {}),
    },
  };
}

function parameters(
  { reasoningEffort, ...config }: ChatConfig,
  rules: ParameterRules,
): Record<string, unknown> {
  const effort =
    reasoningEffort && rules.efforts.includes(reasoningEffort) ? reasoningEffort : undefined;
  const isSampling = rules.samplingAt.includes(effort ?? "default");
  const names = {
    maxTokens: rules.maxTokens,
    temperature: "temperature",
    topP: "top_p",
    topK: "top_k",
    frequencyPenalty: "frequency_penalty",
    presencePenalty: "presence_penalty",
  };
  const sent: Record<string, unknown> = {};
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    const isTaken = !rules.omit.includes(key) && (key === "maxTokens" || isSampling);
    if (isTaken && config[key] !== undefined) sent[names[key]] = config[key];
  }
  return {
    ...sent,
    ...(effort && (rules.effortFields[effort] ?? { reasoning_effort: effort })),
  };
}

function toolFields({ tools = [], toolChoice }: ChatRequest): Record<string, unknown> {
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, inputSchema }) => ({
      type: "function",
      function: { name, ...(description && { description }), parameters: inputSchema },
    })),
    ...(toolChoice && { tool_choice: toWireChoice(toolChoice) }),
  };
}

function toWireChoice(choice: ToolChoice): unknown {
  return typeof choice === "string"
    ? choice
    : { type: "function", function: { name: choice.toolName } };
}
