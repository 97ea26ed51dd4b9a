import type { CatalogRow } from "../../src/client/catalog/catalogFile.js";
import { makeRows, type SourceFacts } from "./makeRow.js";

/** A model as `getGeneratedProviderModels()` of @cline/llms describes it (Apache-2.0). It leaves out what is retired. */
export interface ClineModel {
  name?: string;
  releaseDate?: string;
  contextWindow?: number;
  maxInputTokens?: number;
  maxTokens?: number;
  capabilities?: readonly string[];
  pricing?: { input?: number; output?: number; cacheRead?: number };
  operation?: string;
}

/** The rows of one provider of @cline/llms. */
export function fromCline(models: Readonly<Record<string, ClineModel>>): CatalogRow[] {
  const facts = Object.entries(models).flatMap(([id, model]): SourceFacts[] => {
    if (model.operation !== undefined && model.operation !== "language") return [];
    const { capabilities = [], pricing } = model;
    return [
      {
        id,
        name: model.name,
        date: model.releaseDate,
        context: model.contextWindow,
        input: model.maxInputTokens,
        output: model.maxTokens,
        price: pricing && [pricing.input, pricing.output, pricing.cacheRead],
        vision: capabilities.includes("images"),
        tools: capabilities.includes("tools"),
        reasoning: capabilities.includes("reasoning"),
      },
    ];
  });
  return makeRows(facts);
}
