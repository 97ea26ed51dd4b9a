import { checkKey } from "../apiKey.js";
import { type ParameterRules, parameterRules } from "../limits.js";
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
  const rules = parameterRules(target.provider, target.model, target.apiVersion);
  const query = target.apiVersion ? `?api-version=${encodeURIComponent(target.apiVersion)}` : "";
  return {
    url: `${target.baseURL}/chat/completions${query}`,
    headers: {
      "content-type": "application/json",
      ...keyHeader(target, rules),
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

/** The header that carries the target's key, if it has one. */
export function keyHeader(target: Target, rules: ParameterRules): Record<string, string> {
  const key = checkKey(target.apiKey, target);
  if (!key) return {};
  return rules.keyHeader === "api-key" ? { "api-key": key } : { authorization: `Bearer ${key}` };
}

function parameters(config: ChatConfig, rules: ParameterRules): Record<string, number | string> {
  const names: Readonly<Record<keyof ChatConfig, string>> = {
    maxTokens: rules.maxTokens,
    temperature: "temperature",
    topP: "top_p",
    topK: "top_k",
    frequencyPenalty: "frequency_penalty",
    presencePenalty: "presence_penalty",
    reasoningEffort: "reasoning_effort",
  };
  const sent: Record<string, number | string> = {};
  for (const key of Object.keys(names) as (keyof ChatConfig)[]) {
    const value = config[key];
    if (value !== undefined && !rules.omit.includes(key)) sent[names[key]] = value;
  }
  return sent;
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
