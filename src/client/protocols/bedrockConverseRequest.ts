import { keyHeader } from "../checkKey.js";
import { familyOf } from "../limits/rows.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig, ChatRequest } from "../types.js";
import { writeConversation } from "./bedrockConverseMessages.js";
import { type ConverseRules, converseRules, type EffortFields } from "../limits/bedrockConverse.js";
import { writeToolConfig } from "./bedrockConverseTools.js";
import { withPlainCalls } from "./plainCalls.js";

/**
 * Writes a Converse request, or a ConverseStream request: they differ in their address alone. With a bearer key it is ready
 * to be sent; without one it has to be signed.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file Bedrock does not take, `authentication` for a key that
 *   cannot stand in a header.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 */
export function toBedrockConverseRequest(
  request: ChatRequest,
  target: Target,
  { stream = true }: { stream?: boolean } = {},
): WireRequest {
  // LiteLLM's names may say which API is meant; there is only one here.
  const model = target.model.replace(/^(?:converse|invoke)\//, "");
  const rules = converseRules(familyOf(target));
  const plain = { ...request, messages: withPlainCalls(request, rules.callId) };
  const { system, messages } = writeConversation(plain, target, rules);
  return {
    url: `${target.baseURL}/model/${encodeURIComponent(model)}/${stream ? "converse-stream" : "converse"}`,
    headers: {
      "content-type": "application/json",
      ...keyHeader(target),
      ...target.headers,
    },
    body: {
      messages,
      ...(system.length > 0 && { system }),
      ...parameters(request.config ?? {}, rules),
      ...withName("toolConfig", writeToolConfig(plain, rules)),
    },
  };
}

/** Most tokens of an answer beside its thinking, where nobody says how many. */
const usualMaxTokens = 4096;

function parameters(config: ChatConfig, rules: ConverseRules): Record<string, unknown> {
  const { reasoningEffort } = config;
  const effort: EffortFields | undefined = reasoningEffort && rules.efforts[reasoningEffort];
  const omit = new Set([...rules.omit, ...(effort?.omit ?? [])]);
  const take = (name: "maxTokens" | "temperature" | "topP" | "topK"): number | undefined =>
    omit.has(name) ? undefined : config[name];
  const budget = effort?.budgetTokens;
  const temperature = take("temperature");
  const topP = rules.oneSamplingParameter && temperature !== undefined ? undefined : take("topP");
  const topK = take("topK");
  const asked = take("maxTokens");
  const maxTokens =
    budget === undefined ? asked : Math.min(budget + (asked ?? usualMaxTokens), rules.mostTokens);
  const inferenceConfig = {
    ...withName("maxTokens", maxTokens),
    // Other providers go up to 2; here more than 1 is refused.
    ...withName("temperature", temperature === undefined ? undefined : Math.min(temperature, 1)),
    ...withName("topP", topP),
  };
  const additional = {
    ...(topK !== undefined && nest(rules.topK, topK)),
    ...effort?.fields,
  };
  return {
    ...withName("inferenceConfig", unlessEmpty(inferenceConfig)),
    ...withName("additionalModelRequestFields", unlessEmpty(additional)),
  };
}

function withName(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}

function unlessEmpty(fields: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** `value` behind these names: `["a", "b"]` gives `{ a: { b: value } }`, no name nothing. */
function nest(names: readonly string[], value: unknown): Record<string, unknown> {
  const [first, ...rest] = names;
  if (first === undefined) return {};
  return { [first]: rest.length > 0 ? nest(rest, value) : value };
}
