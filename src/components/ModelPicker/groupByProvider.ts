import type { ModelInfo } from "../../client/types.js";

/** The models of one provider. */
export interface ProviderModels {
  provider: string;
  models: ModelInfo[];
}

/** Models by provider, both in the order they came. A model that names no provider belongs to what stands before its `/`. */
export function groupByProvider(models: readonly ModelInfo[]): ProviderModels[] {
  const groups = new Map<string, ModelInfo[]>();
  for (const model of models) {
    const slash = model.id.indexOf("/");
    const provider = model.provider ?? (slash > 0 ? model.id.slice(0, slash) : "other");
    const group = groups.get(provider);
    if (group) group.push(model);
    else groups.set(provider, [model]);
  }
  return [...groups].map(([provider, all]) => ({ provider, models: all }));
}
