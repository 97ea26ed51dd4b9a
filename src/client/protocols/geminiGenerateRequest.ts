import { keyHeader } from "../apiKey.js";
import { familyOf } from "../limits/rows.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig, ChatRequest, ReasoningEffort, ToolChoice } from "../types.js";
import { toGeminiContents } from "./geminiGenerateMessages.js";
import { type GeminiRules, geminiRules, thinkingLevels } from "../limits/geminiGenerate.js";

/**
 * Writes a `streamGenerateContent` request, or `generateContent` without a stream. A model that thinks is asked to tell
 * what it thought.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file the target does not take, `authentication` for a key that
 *   cannot stand in a header.
 */
export function toGeminiGenerateRequest(
  request: ChatRequest,
  target: Target,
  { stream = true }: { stream?: boolean } = {},
): WireRequest {
  const rules = geminiRules(target.provider, familyOf(target));
  const generationConfig = parameters(request.config ?? {}, rules);
  return {
    url: `${target.baseURL}/${modelPath(target.model)}:${stream ? "streamGenerateContent?alt=sse" : "generateContent"}`,
    headers: {
      "content-type": "application/json",
      ...keyHeader(target, "x-goog-api-key"),
      ...target.headers,
    },
    body: {
      ...toGeminiContents(request, target, rules),
      ...(Object.keys(generationConfig).length > 0 && { generationConfig }),
      ...toolFields(request),
    },
  };
}

/** A name may come with its folder: `models/`, as the model list has it, or `tunedModels/`. */
function modelPath(model: string): string {
  const path = model.includes("/") ? model : `models/${model}`;
  return path.split("/").map(encodeURIComponent).join("/");
}

const parameterNames: Readonly<Record<Exclude<keyof ChatConfig, "reasoningEffort">, string>> = {
  maxTokens: "maxOutputTokens",
  temperature: "temperature",
  topP: "topP",
  topK: "topK",
  frequencyPenalty: "frequencyPenalty",
  presencePenalty: "presencePenalty",
};

function parameters(config: ChatConfig, rules: GeminiRules): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const key of Object.keys(parameterNames) as (keyof typeof parameterNames)[]) {
    const value = config[key];
    if (value !== undefined && !rules.omit.includes(key)) sent[parameterNames[key]] = value;
  }
  const thinkingConfig = toThinkingConfig(config.reasoningEffort, rules);
  return { ...sent, ...(thinkingConfig && { thinkingConfig }) };
}

/** Google's own reading of an effort in tokens. @see https://ai.google.dev/gemini-api/docs/openai#thinking */
const effortTokens: Readonly<Record<ReasoningEffort, number>> = {
  none: 0,
  minimal: 1024,
  low: 1024,
  medium: 8192,
  high: 24_576,
  xhigh: Number.POSITIVE_INFINITY,
};

function toThinkingConfig(
  effort: ReasoningEffort | undefined,
  { thinking }: GeminiRules,
): Record<string, unknown> | undefined {
  if (!thinking) return undefined;
  const includeThoughts = effort !== "none" && { includeThoughts: true };
  if (!effort) return { ...includeThoughts };
  if ("levels" in thinking) {
    return { thinkingLevel: nearestLevel(effort, thinking.levels), ...includeThoughts };
  }
  const { minTokens, maxTokens } = thinking;
  const thinkingBudget = Math.min(Math.max(effortTokens[effort], minTokens), maxTokens);
  return { thinkingBudget, ...includeThoughts };
}

/** The least of the model's levels that is not below the effort. These models cannot stop thinking altogether. */
function nearestLevel(
  effort: ReasoningEffort,
  levels: readonly (typeof thinkingLevels)[number][],
): string | undefined {
  const rank = { none: 0, minimal: 0, low: 1, medium: 2, high: 3, xhigh: 3 }[effort];
  return levels.find((level) => thinkingLevels.indexOf(level) >= rank);
}

function toolFields({ tools = [], toolChoice }: ChatRequest): Record<string, unknown> {
  if (tools.length === 0) return {};
  const functionDeclarations = tools.map(({ name, description, inputSchema }) => ({
    name,
    ...(description && { description }),
    parametersJsonSchema: inputSchema,
  }));
  return {
    tools: [{ functionDeclarations }],
    ...(toolChoice && { toolConfig: { functionCallingConfig: toCallingConfig(toolChoice) } }),
  };
}

function toCallingConfig(choice: ToolChoice): Record<string, unknown> {
  if (typeof choice === "object") return { mode: "ANY", allowedFunctionNames: [choice.toolName] };
  return { mode: { auto: "AUTO", none: "NONE", required: "ANY" }[choice] };
}
