import type { ModelInfo } from "../client/types.js";
import type { AllowList } from "./allowList.js";

/**
 * A model as OpenAI lists it, with what OpenRouter adds: clients of either read it.
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
  architecture?: { input_modalities: string[] };
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
    ...(model.contextTokens === undefined ? {} : { context_length: model.contextTokens }),
    ...(model.vision === undefined
      ? {}
      : { architecture: { input_modalities: model.vision ? ["text", "image"] : ["text"] } }),
  };
}

function providerOf(model: ModelInfo): string {
  return model.provider ?? model.id.split("/", 1)[0] ?? "";
}

/** A name for people, who see the provider beside it. */
function nameOf({ id, name }: ModelInfo): string {
  return name ?? id.slice(id.indexOf("/") + 1);
}
