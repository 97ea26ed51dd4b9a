import type { ModelInfo } from "../types.js";
import type { CatalogFile } from "./catalogFile.js";

/** Facts about models, as they were known when this package was made. */
export interface ModelCatalog {
  /** The day of the facts, as `YYYY-MM-DD`: that of the oldest file. */
  readonly asOf: string;
  /**
   * What is known of a model by any of its names: with or without its provider, its region or its date. For a model of
   * OpenAI, say, that somebody else serves it is what its maker says: no price. `undefined` for one the catalogue does not
   * know.
   */
  find(id: string): ModelInfo | undefined;
  /** The models of one provider, each named `provider/model`; empty for a provider the catalogue does not know. */
  list(provider: string): readonly ModelInfo[];
}

interface CatalogModule {
  default: CatalogFile;
}

/** OpenAI, Anthropic, Gemini, Groq and Bedrock. */
const main = (): Promise<CatalogModule> => import("./data/main.json", { with: { type: "json" } });

/** The files of all others. */
const further: Readonly<Record<string, () => Promise<CatalogModule>>> = {
  azure: () => import("./data/azure.json", { with: { type: "json" } }),
  cerebras: () => import("./data/cerebras.json", { with: { type: "json" } }),
  cohere: () => import("./data/cohere.json", { with: { type: "json" } }),
  dashscope: () => import("./data/dashscope.json", { with: { type: "json" } }),
  deepseek: () => import("./data/deepseek.json", { with: { type: "json" } }),
  fireworks_ai: () => import("./data/fireworks_ai.json", { with: { type: "json" } }),
  minimax: () => import("./data/minimax.json", { with: { type: "json" } }),
  mistral: () => import("./data/mistral.json", { with: { type: "json" } }),
  moonshot: () => import("./data/moonshot.json", { with: { type: "json" } }),
  nvidia_nim: () => import("./data/nvidia_nim.json", { with: { type: "json" } }),
  openrouter: () => import("./data/openrouter.json", { with: { type: "json" } }),
  perplexity: () => import("./data/perplexity.json", { with: { type: "json" } }),
  together_ai: () => import("./data/together_ai.json", { with: { type: "json" } }),
  xai: () => import("./data/xai.json", { with: { type: "json" } }),
  zai: () => import("./data/zai.json", { with: { type: "json" } }),
};

/**
 * Loads the facts about the models of these providers: a chunk of code for the best known five, and one for each further
 * provider. A provider without facts is no failure.
 *
 * @param providers As in `ProviderStatus.id`.
 * @throws what the loader throws when the code of the page is not there any more.
 */
export async function loadCatalog(providers: readonly string[]): Promise<ModelCatalog> {
  const wanted = [...new Set(providers)].filter((provider) => Object.hasOwn(further, provider));
  const [{ createCatalog }, ...files] = await Promise.all([
    import("./createCatalog.js"),
    main(),
    ...wanted.map((provider) => further[provider]!()),
  ]);
  return createCatalog(files.map((file) => file.default));
}
