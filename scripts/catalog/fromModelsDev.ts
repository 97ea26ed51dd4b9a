import type { CatalogRow } from "../../src/client/catalog/catalogFile.js";
import { makeRows, type SourceFacts } from "./makeRow.js";

/** A model as https://models.dev/api.json describes it (MIT). */
export interface ModelsDevModel {
  id?: string;
  name?: string;
  release_date?: string;
  tool_call?: boolean;
  reasoning?: boolean;
  status?: string;
  limit?: { context?: number; input?: number; output?: number };
  cost?: { input?: number; output?: number; cache_read?: number };
  modalities?: { input?: readonly string[]; output?: readonly string[] };
}

/** The rows of one provider of models.dev. What writes no text is left out. */
export function fromModelsDev(models: Readonly<Record<string, ModelsDevModel>>): CatalogRow[] {
  const facts = Object.entries(models).flatMap(([id, model]): SourceFacts[] => {
    const { limit = {}, cost, modalities = {}, status } = model;
    if (modalities.output && !modalities.output.includes("text")) return [];
    return [
      {
        id,
        name: model.name,
        date: model.release_date,
        context: limit.context,
        input: limit.input,
        output: limit.output,
        price: cost && [cost.input, cost.output, cost.cache_read],
        vision: modalities.input?.includes("image"),
        tools: model.tool_call,
        reasoning: model.reasoning,
        preview: status === "alpha" || status === "beta",
        retired: status === "deprecated" ? 1 : undefined,
      },
    ];
  });
  return makeRows(facts);
}
