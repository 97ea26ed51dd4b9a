import { onlyDefined } from "../internal/onlyDefined.js";
import { asFields, asList, asNumber, asText, type Fields } from "./looseJSON.js";
import { readModelPrice } from "./modelPrice.js";
import type { ModelInfo } from "./types.js";

/** LiteLLM gives every model this date. */
const liteLLMDate = 1_677_610_602;

/** Owners of models whose servers date them with the moment of the question, or of the download. */
const undated = /^(?:mistralai|vllm|sglang|llamacpp|library)$/;

/** What an entry of a model list says beyond the id; each provider has its own words for it. */
export function readModelFacts(raw: Fields): Omit<ModelInfo, "id"> {
  return onlyDefined({
    name: asText(raw["displayName"]) ?? asText(raw["display_name"]) ?? asText(raw["name"]),
    createdAt: readRelease(raw),
    retiresAt: readRetirement(raw),
    ...readLimits(raw),
    vision: readVision(raw),
    tools: flag(raw, "tools", "function_calling") ?? has(parameters(raw), "tools"),
    reasoning: readReasoning(raw),
    price: readModelPrice(raw),
    preview: flag(raw, "preview"),
    responsesOnly: flag(raw, "responsesOnly"),
    snapshots: readIds(raw["snapshots"]),
    upstream: asText(raw["upstream"]),
  });
}

function readLimits(
  raw: Fields,
): Record<"contextTokens" | "maxInputTokens" | "maxOutputTokens", number | undefined> {
  const context = firstNumber(
    raw,
    "contextTokens",
    "context_length",
    "context_window",
    "max_context_length",
  );
  const input = firstNumber(raw, "maxInputTokens", "max_input_tokens", "inputTokenLimit");
  return {
    // Who names one limit alone means the window: Anthropic, Gemini.
    contextTokens: context ?? input,
    maxInputTokens: context && input && input < context ? input : undefined,
    maxOutputTokens:
      firstNumber(
        raw,
        "maxOutputTokens",
        "max_completion_tokens",
        "max_output_tokens",
        "outputTokenLimit",
      ) ??
      firstNumber(asFields(raw["top_provider"]), "max_completion_tokens") ??
      // Anthropic's word; LiteLLM uses it for either limit.
      (raw["type"] === "model" ? firstNumber(raw, "max_tokens") : undefined),
  };
}

function readVision(raw: Fields): boolean | undefined {
  const modalities = asFields(raw["architecture"])["input_modalities"] ?? raw["input_modalities"];
  return (
    flag(raw, "vision") ??
    supported(raw, "image_input") ??
    has(modalities, "image") ??
    has(raw["inputModalities"], "IMAGE") ??
    has(raw["features"], "vision") ??
    // LM Studio.
    { vlm: true, llm: false }[asText(raw["type"]) ?? ""]
  );
}

function readReasoning(raw: Fields): boolean | undefined {
  const { reasoning, thinking } = raw;
  if (typeof thinking === "boolean") return thinking;
  return (
    (typeof reasoning === "boolean" ? reasoning : flag(raw, "reasoning", "thinking")) ??
    supported(raw, "thinking") ??
    has(parameters(raw), "reasoning")
  );
}

/** OpenRouter's parameters, Cohere's features. */
function parameters(raw: Fields): unknown {
  return raw["supported_parameters"] ?? raw["features"];
}

function readRelease(raw: Fields): number | undefined {
  if (undated.test(asText(raw["owned_by"]) ?? "")) return undefined;
  return readDate(raw["createdAt"] ?? raw["created"] ?? raw["created_at"] ?? raw["date"]);
}

/** When a model stops answering, in each provider's words. A day that is long past still counts. */
function readRetirement(raw: Fields): number | undefined {
  if (raw["retiresAt"] === 0 || raw["is_deprecated"] === true) return 0;
  const lifecycle = asFields(raw["modelLifecycle"]);
  return readDate(
    raw["retiresAt"] ??
      raw["expiration_date"] ??
      raw["shutdown_date"] ??
      raw["deprecation_date"] ??
      raw["deprecation"] ??
      lifecycle["endOfLifeTime"],
  );
}

/** Milliseconds since 1970, out of seconds, milliseconds or an ISO date. Dates that stand for "not known" are dropped. */
function readDate(value: unknown): number | undefined {
  if (value === liteLLMDate) return undefined;
  const number = asNumber(value);
  const ms =
    number === undefined ? Date.parse(asText(value) ?? "") : number < 1e11 ? number * 1000 : number;
  return ms > 0 ? ms : undefined;
}

function readIds(value: unknown): string[] | undefined {
  const ids = asList(value).filter((id) => typeof id === "string");
  return ids.length > 0 ? ids : undefined;
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
  }
  return Array.isArray(capabilities)
    ? names.some((name) => capabilities.includes(name))
    : undefined;
}

/** Anthropic says of each capability whether it is supported. */
function supported(raw: Fields, name: string): boolean | undefined {
  const value = asFields(asFields(raw["capabilities"])[name])["supported"];
  return typeof value === "boolean" ? value : undefined;
}

function has(list: unknown, entry: string): boolean | undefined {
  return Array.isArray(list) ? list.includes(entry) : undefined;
}
