import { ChatError } from "./errors.js";
import { asFields, asList, asNumber, asText, type Fields, isFields } from "./looseJSON.js";
import type { ModelInfo } from "./types.js";

/** Models that do not chat: providers list them beside those that do. */
const notForChat =
  /embed|whisper|\btts\b|-tts|dall-e|gpt-image|moderation|transcribe|realtime|\bsora\b|rerank|stable-diffusion|\bflux\b|guard|davinci-002|babbage-002|gpt-audio|computer-use/i;

/** LiteLLM gives every model this date. */
const liteLLMDate = 1_677_610_602;

/**
 * Reads a model list in any shape there is: `{ data: […] }`, `{ models: […] }`, a bare list, or lists by provider. Entries
 * without an id, and models that are plainly not for chat, are left out.
 *
 * @param provider Who serves the models, where the list itself does not say.
 * @throws ChatError `server` for an answer that is no list.
 * @see https://platform.openai.com/docs/api-reference/models/list
 */
export function readModelList(value: unknown, provider?: string): ModelInfo[] {
  const list = Array.isArray(value)
    ? value
    : (asFields(value)["data"] ?? asFields(value)["models"]);
  if (Array.isArray(list)) return list.flatMap((item) => readModel(item, provider));
  const groups = Object.entries(asFields(value)).filter(([, models]) => Array.isArray(models));
  if (groups.length > 0 || (isFields(value) && Object.keys(value).length === 0)) {
    return groups.flatMap(([id, models]) => asList(models).flatMap((item) => readModel(item, id)));
  }
  throw new ChatError(
    "server",
    "The answer is not a list of models. Check the base URL and try again.",
  );
}

function readModel(item: unknown, provider: string | undefined): ModelInfo[] {
  const raw = asFields(item);
  const named =
    asText(item) ?? asText(raw["id"]) ?? asText(raw["model_name"]) ?? asText(raw["name"]);
  // Gemini puts the collection before the name.
  const id = named?.replace(/^models\//, "");
  if (lists(raw["supportedGenerationMethods"], "generateContent") === false) return [];
  const kind = asText(raw["type"]);
  if (!id || notForChat.test(id) || (kind && /embedding|image|audio|rerank|moderation/.test(kind)))
    return [];
  const info: ModelInfo = { id, ...readFacts(raw) };
  const servedBy = asText(raw["provider"]) ?? provider;
  if (servedBy) info.provider = servedBy;
  return [info];
}

/** What the entry says beyond its name; each provider has its own words for it. */
function readFacts(raw: Fields): Omit<ModelInfo, "id"> {
  const facts = {
    name: asText(raw["displayName"]) ?? asText(raw["display_name"]) ?? asText(raw["name"]),
    createdAt: readDate(raw),
    contextTokens: firstNumber(
      raw,
      "contextTokens",
      "context_length",
      "context_window",
      "max_context_length",
      "max_input_tokens",
      "inputTokenLimit",
    ),
    maxOutputTokens:
      firstNumber(
        raw,
        "maxOutputTokens",
        "max_completion_tokens",
        "max_output_tokens",
        "outputTokenLimit",
      ) ?? firstNumber(asFields(raw["top_provider"]), "max_completion_tokens"),
    vision:
      flag(raw, "vision") ??
      supported(raw, "image_input") ??
      lists(asFields(raw["architecture"])["input_modalities"] ?? raw["input_modalities"], "image"),
    tools: flag(raw, "tools", "function_calling") ?? lists(raw["supported_parameters"], "tools"),
    reasoning: flag(raw, "reasoning") ?? lists(raw["supported_parameters"], "reasoning"),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

/** Milliseconds since 1970, out of seconds, milliseconds or an ISO date. Dates that stand for "not known" are dropped. */
function readDate(raw: Fields): number | undefined {
  const value = raw["createdAt"] ?? raw["created"] ?? raw["created_at"] ?? raw["modified_at"];
  if (value === liteLLMDate) return undefined;
  const number = asNumber(value);
  const ms =
    number === undefined ? Date.parse(asText(value) ?? "") : number < 1e11 ? number * 1000 : number;
  return ms > 0 ? ms : undefined;
}

function firstNumber(raw: Fields, ...names: string[]): number | undefined {
  return names
    .map((name) => asNumber(raw[name]))
    .find((number) => number !== undefined && number > 0);
}

function flag(raw: Fields, ...names: string[]): boolean | undefined {
  const capabilities = raw["capabilities"];
  for (const name of names) {
    const value = raw[name] ?? raw[`supports_${name}`] ?? asFields(capabilities)[name];
    if (typeof value === "boolean") return value;
    if (Array.isArray(capabilities)) return capabilities.includes(name);
  }
  return undefined;
}

/** Anthropic says of each capability whether it is supported. */
function supported(raw: Fields, name: string): boolean | undefined {
  const value = asFields(asFields(raw["capabilities"])[name])["supported"];
  return typeof value === "boolean" ? value : undefined;
}

function lists(list: unknown, entry: string): boolean | undefined {
  return Array.isArray(list) ? list.includes(entry) : undefined;
}
