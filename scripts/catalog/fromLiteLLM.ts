import type { CatalogRow } from "../../src/client/catalog/catalogFile.js";
import { makeRows, type SourceFacts } from "./makeRow.js";

/** A row of LiteLLM's price map (MIT). */
export interface LiteLLMModel {
  litellm_provider?: string;
  mode?: string;
  max_input_tokens?: number;
  max_output_tokens?: number;
  input_cost_per_token?: number;
  output_cost_per_token?: number;
  cache_read_input_token_cost?: number;
  deprecation_date?: string;
  supports_vision?: boolean;
  supports_function_calling?: boolean;
  supports_reasoning?: boolean;
}

/** The rows of one provider in LiteLLM's price map. Rows for one region and templates for tuned models are left out. */
export function fromLiteLLM(
  map: Readonly<Record<string, LiteLLMModel>>,
  providers: readonly string[],
): CatalogRow[] {
  const facts = Object.entries(map).flatMap(([name, model]): SourceFacts[] => {
    const { mode, litellm_provider: provider = "" } = model;
    if (!providers.includes(provider) || (mode !== "chat" && mode !== "responses")) return [];
    const id = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
    if (id.includes("/")) return [];
    const { input_cost_per_token: input, output_cost_per_token: output } = model;
    return [
      {
        id,
        // It has no word for the window of both; this is the most that can be sent.
        context: model.max_input_tokens,
        output: model.max_output_tokens,
        price: [
          perMillion(input),
          perMillion(output),
          perMillion(model.cache_read_input_token_cost),
        ],
        vision: model.supports_vision,
        tools: model.supports_function_calling,
        reasoning: model.supports_reasoning,
        responsesOnly: mode === "responses",
        retired: model.deprecation_date,
      },
    ];
  });
  return makeRows(facts);
}

function perMillion(price: number | undefined): number | undefined {
  return price === undefined ? undefined : price * 1e6;
}
