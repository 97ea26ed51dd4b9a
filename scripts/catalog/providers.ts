/** What each source calls a provider of ours. */
export interface CatalogProvider {
  /** As in the provider table. */
  id: string;
  modelsDev: string;
  /** At @cline/llms, whose names differ here and there. Default: as models.dev calls it. */
  cline?: string;
  /** At LiteLLM, more than one where it names the protocol beside. Default: as we do. */
  liteLLM?: readonly string[];
  /** Whether LiteLLM's rows become rows here, and do not only fill gaps. It lists much that its maker does not. */
  addLiteLLM?: boolean;
  /** Who lists the same models under the same names, and may know names and dates that the sources of this one lack. */
  kin?: string;
  /** Which ids are taken. Default: all. */
  only?: RegExp;
  /** Most rows, the newest. Default: all. */
  most?: number;
}

/** The providers of the main file. */
export const mainProviders: readonly CatalogProvider[] = [
  {
    id: "openai",
    modelsDev: "openai",
    cline: "openai-native",
    addLiteLLM: true,
    kin: "azure",
    // Beside what is none: models for a few customers.
    only: /^(?!chat-|container|daybreak|.*(?:cyber|rosalind|daybreak|-law|-16k))/,
  },
  { id: "anthropic", modelsDev: "anthropic", addLiteLLM: true, only: /^(?!claude-mythos)/ },
  {
    id: "gemini",
    modelsDev: "google",
    cline: "gemini",
    addLiteLLM: true,
    only: /^(?!learnlm|gemini-exp|gemini-gemma)/,
  },
  { id: "groq", modelsDev: "groq" },
  {
    id: "bedrock",
    modelsDev: "amazon-bedrock",
    cline: "bedrock",
    liteLLM: ["bedrock_converse", "bedrock"],
  },
];

/** Each further provider has a file of its own. */
export const furtherProviders: readonly CatalogProvider[] = [
  { id: "azure", modelsDev: "azure", kin: "openai", addLiteLLM: true, only: /^(?:gpt|o\d)/ },
  { id: "cerebras", modelsDev: "cerebras" },
  { id: "cohere", modelsDev: "cohere", liteLLM: ["cohere_chat", "cohere"], addLiteLLM: true },
  { id: "dashscope", modelsDev: "alibaba" },
  { id: "deepseek", modelsDev: "deepseek", addLiteLLM: true },
  { id: "fireworks_ai", modelsDev: "fireworks-ai", cline: "fireworks" },
  { id: "minimax", modelsDev: "minimax" },
  { id: "mistral", modelsDev: "mistral", addLiteLLM: true },
  { id: "moonshot", modelsDev: "moonshotai", cline: "moonshot", addLiteLLM: true },
  { id: "nvidia_nim", modelsDev: "nvidia" },
  { id: "openrouter", modelsDev: "openrouter", most: 160 },
  {
    id: "perplexity",
    modelsDev: "perplexity",
    addLiteLLM: true,
    only: /^sonar(?!-(?:small|medium))/,
  },
  { id: "together_ai", modelsDev: "togetherai", cline: "together" },
  { id: "xai", modelsDev: "xai" },
  { id: "zai", modelsDev: "zai" },
];
