import { writeKey } from "../apiKey.js";
import type { ParameterRules } from "../limits/parameters.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig } from "../types.js";

/** What a request says beside who is asked. */
export interface ChatBody {
  config: ChatConfig | undefined;
  /** The conversation on the wire. */
  messages: unknown;
  /** Fields that offer tools. */
  tools?: object | undefined;
  /** Whether the answer is to come as it is written. */
  stream: boolean;
}

/** Puts a Chat Completions request together: address, key, and parameters as the target's rules want them. */
export function writeChatRequest(
  target: Target,
  rules: ParameterRules,
  { config = {}, messages, tools, stream }: ChatBody,
): WireRequest {
  const { model, baseURL, apiVersion, headers } = target;
  const query = apiVersion ? `?api-version=${encodeURIComponent(apiVersion)}` : "";
  return {
    url: `${baseURL}/chat/completions${query}`,
    headers: {
      "content-type": "application/json",
      ...writeKey(target, rules.keyHeaders),
      ...headers,
    },
    body: {
      model,
      messages,
      ...parameters(config, rules),
      ...tools,
      ...(stream && { stream }),
      ...(stream && rules.streamOptions && { stream_options: { include_usage: true } }),
    },
  };
}

const sampling = ["temperature", "topP", "topK", "frequencyPenalty", "presencePenalty"] as const;

function parameters(config: ChatConfig, rules: ParameterRules): Record<string, unknown> {
  const { maxTokens, reasoningEffort } = config;
  const effort =
    reasoningEffort && rules.efforts.includes(reasoningEffort) ? reasoningEffort : undefined;
  const sent: Record<string, unknown> = {};
  if (maxTokens !== undefined) sent[rules.maxTokens] = maxTokens;
  for (const key of rules.samplingAt.includes(effort ?? "default") ? sampling : []) {
    const name = key.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`);
    if (config[key] !== undefined && !rules.omit.includes(key)) sent[name] = config[key];
  }
  if (effort) Object.assign(sent, rules.effortFields[effort] ?? { reasoning_effort: effort });
  return sent;
}
