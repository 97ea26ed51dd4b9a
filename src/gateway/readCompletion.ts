import type { ChatConfig, ChatRequest, ReasoningEffort } from "../client/types.js";
import { checkModel } from "./allowList.js";
import type { AllowList } from "./allowList.js";
import { badRequest } from "./errorAnswer.js";
import { readMessages } from "./readMessages.js";
import { readTools } from "./readTools.js";

/** What a body of OpenAI's Chat Completions asks for. */
export interface CompletionRequest {
  chat: ChatRequest;
  /** Whether the answer is wanted as a stream. */
  stream: boolean;
  /** Whether a stream ends with a chunk of token counts. */
  includeUsage: boolean;
}

const sampling = {
  temperature: "temperature",
  top_p: "topP",
  top_k: "topK",
  frequency_penalty: "frequencyPenalty",
  presence_penalty: "presencePenalty",
} as const satisfies Record<string, keyof ChatConfig>;

const efforts: readonly ReasoningEffort[] = ["none", "minimal", "low", "medium", "high", "xhigh"];

const limits: readonly string[] = ["max_completion_tokens", "max_tokens"];

/** What is read, and the notes to the provider that change no answer and may be left out. */
const understood: ReadonlySet<string> = new Set(
  "model messages tools tool_choice reasoning_effort stream stream_options metadata parallel_tool_calls prompt_cache_key prompt_cache_retention safety_identifier service_tier store user"
    .split(" ")
    .concat(limits, Object.keys(sampling)),
);

/** Values that ask for nothing beyond the default, as JSON. */
const neutral: Readonly<Record<string, readonly string[]>> = {
  n: ["1"],
  top_logprobs: ["0"],
  function_call: ['"auto"', '"none"'],
  response_format: ['{"type":"text"}'],
  modalities: ['["text"]'],
};

/**
 * Reads the body of `POST /chat/completions`. A parameter that cannot be honoured is refused rather than dropped, which
 * also keeps out every spelling of a base URL, a key or a header.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create
 * @throws ChatError with status 400 or 404, naming the parameter.
 */
export function readCompletion(
  body: Readonly<Record<string, unknown>>,
  allows: AllowList,
  maxOutputTokens: number | undefined,
): CompletionRequest {
  const model = checkModel(body["model"], allows);
  refuseOthers(body);
  const options = body["stream_options"];
  return {
    chat: {
      model,
      ...readMessages(body["messages"], model),
      ...readTools(body),
      config: readConfig(body, maxOutputTokens),
    },
    stream: readFlag(body, "stream"),
    includeUsage:
      typeof options === "object" &&
      options !== null &&
      "include_usage" in options &&
      options.include_usage === true,
  };
}

function refuseOthers(body: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(body)) {
    if (understood.has(name) || asksNothing(name, value)) continue;
    const hint = name.startsWith("function")
      ? "Use tools and tool_choice."
      : "Send the request without it.";
    const param = name.slice(0, 60);
    throw badRequest(`The gateway does not take the parameter "${param}". ${hint}`, param);
  }
}

function asksNothing(name: string, value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  const json = JSON.stringify(value);
  return (
    json === "[]" ||
    json === "{}" ||
    (Object.hasOwn(neutral, name) && neutral[name]!.includes(json))
  );
}

function readConfig(
  body: Readonly<Record<string, unknown>>,
  maxOutputTokens: number | undefined,
): ChatConfig {
  const config: ChatConfig = {};
  for (const [name, key] of Object.entries(sampling)) {
    const value = body[name] ?? undefined;
    if (value === undefined) continue;
    if (typeof value !== "number") throw badRequest(`${name} is not a number.`, name);
    config[key] = value;
  }
  for (const name of limits) {
    const value = body[name] ?? undefined;
    if (value === undefined) continue;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 1) {
      throw badRequest(`${name} is not a whole number of 1 or more.`, name);
    }
    config.maxTokens ??= value;
  }
  const effort = body["reasoning_effort"] ?? undefined;
  if (effort !== undefined) {
    config.reasoningEffort = efforts.find((one) => one === effort);
    if (!config.reasoningEffort) {
      throw badRequest(`reasoning_effort is none of ${efforts.join(", ")}.`, "reasoning_effort");
    }
  }
  if (maxOutputTokens !== undefined) {
    config.maxTokens = Math.min(config.maxTokens ?? maxOutputTokens, maxOutputTokens);
  }
  return config;
}

function readFlag(body: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = body[name] ?? false;
  if (typeof value !== "boolean") throw badRequest(`${name} is neither true nor false.`, name);
  return value;
}
