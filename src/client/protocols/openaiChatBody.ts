import type { ParameterRules } from "../parameterRules.js";
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
  { model, baseURL, apiKey, apiVersion, headers }: Target,
  rules: ParameterRules,
  { config = {}, messages, tools, stream }: ChatBody,
): WireRequest {
  const query = apiVersion ? `?api-version=${encodeURIComponent(apiVersion)}` : "";
  return {
    url: `${baseURL}/chat/completions${query}`,
    headers: { "content-type": "application/json", ...keyHeader(apiKey, rules), ...headers },
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

/** The header that carries a key, if there is one. */
export function keyHeader(
  key: string | undefined,
  rules: Pick<ParameterRules, "keyHeader">,
): Record<string, string> {
  if (!key) return {};
  return rules.keyHeader === "api-key" ? { "api-key": key } : { authorization: `Bearer ${key}` };
}

const parameterKeys: readonly (keyof ChatConfig)[] = [
  "maxTokens",
  "temperature",
  "topP",
  "topK",
  "frequencyPenalty",
  "presencePenalty",
  "reasoningEffort",
];

function parameters(config: ChatConfig, rules: ParameterRules): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const key of parameterKeys) {
    if (config[key] === undefined || rules.omit.includes(key)) continue;
    const name = key.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`);
    sent[key === "maxTokens" ? rules.maxTokens : name] = config[key];
  }
  return sent;
}
