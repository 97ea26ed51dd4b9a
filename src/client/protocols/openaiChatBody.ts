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
