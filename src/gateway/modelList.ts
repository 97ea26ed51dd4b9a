import type { ModelInfo } from "../client/types.js";
import { onlyDefined } from "../internal/onlyDefined.js";
import type { AllowList } from "./allowList.js";

/**
 * A model as OpenAI lists it, with what OpenRouter and LiteLLM add, in their words: clients of any of them read it.
 * @see https://platform.openai.com/docs/api-reference/models/object
 * @see https://openrouter.ai/docs/api-reference/list-available-models
 */
export interface ListedModel {
  id: string;
  object: "model";
  /** Seconds since 1970-01-01 UTC; 0 when not known. */
  created: number;
  owned_by: string;
  name: string;
  context_length?: number;
  max_input_tokens?: number;
  max_output_tokens?: number;
  architecture?: { input_modalities: string[] };
  supports_function_calling?: boolean;
  supports_reasoning?: boolean;
  /** US dollars for one token, as text. */
  pricing?: { prompt: string; completion: string; input_cache_read?: string };
  /** The day it stops answering. */
  expiration_date?: string;
  preview?: boolean;
  responsesOnly?: boolean;
  snapshots?: readonly string[];
  upstream?: string;
}

/** The answer to `GET /v1/models`. */
export function toOpenAIList(
  models: readonly ModelInfo[],
  allows: AllowList,
): { object: "list"; data: ListedModel[] } {
  return { object: "list", data: models.filter(({ id }) => allows.model(id)).map(toListedModel) };
}

/** The answer to `GET /models`: everything that is known of each model, by provider. */
export function groupByProvider(
  models: readonly ModelInfo[],
  allows: AllowList,
): Record<string, ModelInfo[]> {
  const groups = new Map<string, ModelInfo[]>();
  for (const model of models) {
    if (!allows.model(model.id)) continue;
    const provider = providerOf(model);
    const group = groups.get(provider) ?? [];
    group.push({ ...model, name: nameOf(model) });
    groups.set(provider, group);
  }
  return Object.fromEntries(groups);
}

function toListedModel(model: ModelInfo): ListedModel {
  return {
    id: model.id,
    object: "model",
    created: Math.floor((model.createdAt ?? 0) / 1000),
    owned_by: providerOf(model),
    name: nameOf(model),
    ...factsOf(model),
  };
}

function factsOf(model: ModelInfo): Partial<ListedModel> {
  const { price, retiresAt, vision } = model;
  return onlyDefined({
    context_length: model.contextTokens,
    max_input_tokens: model.maxInputTokens,
    max_output_tokens: model.maxOutputTokens,
    architecture:
      vision === undefined
        ? undefined
        : { input_modalities: vision ? ["text", "image"] : ["text"] },
    supports_function_calling: model.tools,
    supports_reasoning: model.reasoning,
    pricing: price && {
      prompt: perToken(price.input),
      completion: perToken(price.output),
      ...(price.cachedInput === undefined ? {} : { input_cache_read: perToken(price.cachedInput) }),
    },
    expiration_date: retiresAt === undefined ? undefined : new Date(retiresAt).toISOString(),
    preview: model.preview,
    responsesOnly: model.responsesOnly,
    snapshots: model.snapshots,
    upstream: model.upstream,
  });
}

/** OpenRouter writes out what would lose digits as a number. */
function perToken(perMillion: number): string {
  return (perMillion / 1e6).toFixed(12).replace(/\.?0+$/, "");
}

function providerOf(model: ModelInfo): string {
  return model.provider ?? model.id.split("/", 1)[0] ?? "";
}

/** A name for people, who see the provider beside it. */
function nameOf({ id, name }: ModelInfo): string {
  return name ?? id.slice(id.indexOf("/") + 1);
}
