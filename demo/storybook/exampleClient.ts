import type { ModelInfo } from "polylogue";
import { createMockClient, type MockClient } from "polylogue/testing";

const models: readonly ModelInfo[] = [
  {
    id: "anthropic/claude-opus-5",
    name: "Claude Opus 5",
    provider: "anthropic",
    vision: true,
    maxInputTokens: 200_000,
  },
  {
    id: "openai/gpt-5",
    name: "GPT-5",
    provider: "openai",
    vision: true,
    maxInputTokens: 272_000,
  },
  {
    id: "groq/llama-3.3-70b-versatile",
    name: "Llama 3.3 70B",
    provider: "groq",
    vision: false,
    maxInputTokens: 131_072,
  },
];

/** A client for the examples: it needs no network, lists three models, and repeats what it was told. */
export const exampleClient: MockClient = createMockClient({
  models,
  answer: ({ messages, model }) => {
    const last = messages.at(-1)?.parts.find((part) => part.type === "text");
    return `**${model}** would answer “${last?.text ?? ""}” here.`;
  },
});
