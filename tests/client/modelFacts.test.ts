import { describe, expect, test } from "vitest";
import { readModelList } from "../../src/client/modelList.js";
import type { ModelInfo } from "../../src/client/types.js";

const read = (entry: object, provider?: string): ModelInfo | undefined =>
  readModelList({ data: [entry] }, provider)[0];

describe("what each provider's list says of a model", () => {
  test.each<[string, object, Partial<ModelInfo>]>([
    [
      "OpenAI",
      { id: "gpt-5", created: 1_754_500_000, owned_by: "system", shutdown_date: "2026-12-11" },
      { id: "gpt-5", createdAt: 1_754_500_000_000, retiresAt: Date.UTC(2026, 11, 11) },
    ],
    [
      "Anthropic",
      {
        type: "model",
        id: "claude-opus-5",
        display_name: "Claude Opus 5",
        created_at: "2026-07-24T00:00:00Z",
        max_input_tokens: 1_000_000,
        max_tokens: 128_000,
        capabilities: {
          image_input: { supported: true },
          thinking: { supported: true, types: { adaptive: { supported: true } } },
        },
      },
      {
        id: "claude-opus-5",
        name: "Claude Opus 5",
        createdAt: Date.UTC(2026, 6, 24),
        contextTokens: 1_000_000,
        maxOutputTokens: 128_000,
        vision: true,
        reasoning: true,
      },
    ],
    [
      "Gemini",
      {
        name: "models/gemini-3.8-flash",
        displayName: "Gemini 3.8 Flash",
        inputTokenLimit: 1_048_576,
        outputTokenLimit: 65_536,
        supportedGenerationMethods: ["generateContent"],
        thinking: true,
      },
      {
        id: "gemini-3.8-flash",
        name: "Gemini 3.8 Flash",
        contextTokens: 1_048_576,
        maxOutputTokens: 65_536,
        reasoning: true,
      },
    ],
    [
      "Groq",
      {
        id: "qwen/q",
        created: 1_700_000_000,
        active: true,
        context_window: 8,
        max_completion_tokens: 4,
      },
      { id: "qwen/q", createdAt: 1_700_000_000_000, contextTokens: 8, maxOutputTokens: 4 },
    ],
    [
      "Mistral",
      {
        id: "mistral-large-2512",
        name: "mistral-large-2512",
        created: 1_764_000_000,
        owned_by: "mistralai",
        max_context_length: 262_144,
        deprecation: "2027-02-01T00:00:00Z",
        capabilities: { completion_chat: true, function_calling: true, vision: false },
      },
      {
        id: "mistral-large-2512",
        name: "mistral-large-2512",
        contextTokens: 262_144,
        retiresAt: Date.UTC(2027, 1, 1),
        tools: true,
        vision: false,
      },
    ],
    [
      "OpenRouter",
      {
        id: "perplexity/sonar-deep-research",
        name: "Perplexity: Sonar Deep Research",
        created: 1_741_000_000,
        context_length: 128_000,
        architecture: { input_modalities: ["text", "image"], output_modalities: ["text"] },
        pricing: { prompt: "0.000002", completion: "0.000008", input_cache_read: "0.00000015" },
        top_provider: { max_completion_tokens: 4000 },
        supported_parameters: ["tools", "reasoning"],
        expiration_date: "2026-12-31",
      },
      {
        id: "perplexity/sonar-deep-research",
        name: "Perplexity: Sonar Deep Research",
        createdAt: 1_741_000_000_000,
        contextTokens: 128_000,
        maxOutputTokens: 4000,
        price: { input: 2, output: 8, cachedInput: 0.15 },
        vision: true,
        tools: true,
        reasoning: true,
        retiresAt: Date.UTC(2026, 11, 31),
      },
    ],
    [
      "a router without a price",
      { id: "openrouter/auto", pricing: { prompt: "-1", completion: "-1" } },
      { id: "openrouter/auto" },
    ],
    [
      "Together",
      {
        id: "meta-llama/L",
        type: "chat",
        display_name: "L",
        context_length: 8,
        pricing: { hourly: 0, input: 0.88, output: 0.9, base: 0, finetune: 0 },
      },
      { id: "meta-llama/L", name: "L", contextTokens: 8, price: { input: 0.88, output: 0.9 } },
    ],
    [
      "Vercel's gateway",
      {
        id: "openai/gpt-5",
        type: "language",
        pricing: { input: "0.00000125", output: "0.00001", input_cache_read: "0.000000125" },
      },
      { id: "openai/gpt-5", price: { input: 1.25, output: 10, cachedInput: 0.125 } },
    ],
    [
      "xAI",
      {
        id: "grok-4.7",
        created: 1_743_724_800,
        input_modalities: ["text", "image"],
        output_modalities: ["text"],
        prompt_text_token_price: 30_000,
        cached_prompt_text_token_price: 7500,
        completion_text_token_price: 150_000,
      },
      {
        id: "grok-4.7",
        createdAt: 1_743_724_800_000,
        vision: true,
        price: { input: 3, output: 15, cachedInput: 0.75 },
      },
    ],
    [
      "Cohere",
      {
        name: "command-a",
        endpoints: ["chat"],
        context_length: 256_000,
        features: ["tools", "vision"],
        is_deprecated: true,
      },
      {
        id: "command-a",
        name: "command-a",
        contextTokens: 256_000,
        tools: true,
        vision: true,
        reasoning: false,
        retiresAt: 0,
      },
    ],
    [
      "LM Studio",
      { id: "qwen-vl", type: "vlm", state: "loaded", max_context_length: 32_768 },
      { id: "qwen-vl", vision: true, contextTokens: 32_768 },
    ],
    [
      "vLLM, which dates them now",
      { id: "x", created: 1_764_000_000, owned_by: "vllm" },
      { id: "x" },
    ],
    ["Cerebras, whose dates are none", { id: "x", created: 0 }, { id: "x" }],
    [
      "a list whose dates are for sorting",
      { name: "a", date: "9999-99-99" },
      { id: "a", name: "a" },
    ],
    ["one for the undated", { name: "b", date: "0000-00-00" }, { id: "b", name: "b" }],
    [
      "one with real dates",
      { name: "c", date: "2026-04-23" },
      { id: "c", name: "c", createdAt: Date.UTC(2026, 3, 23) },
    ],
  ])("%s", (_name, entry, info) => {
    expect(read(entry)).toEqual(info);
  });

  test.each([
    ["an image model", { id: "a", architecture: { output_modalities: ["image"] } }],
    ["a completion model", { id: "b", capabilities: { completion_chat: false } }],
    ["a model that is switched off", { id: "c", active: false }],
    ["an embedding model", { id: "d", type: "embeddings" }],
    ["a model that only decides", { id: "d", type: "decision" }],
    ["a model that only judges", { id: "d", mode: "evaluation" }],
    ["a model one calls", { id: "d", type: "realtime" }],
    ["a model of another method", { name: "models/e", supportedGenerationMethods: ["predict"] }],
    ["a speech model, by its name", { id: "gpt-4o-mini-tts" }],
  ])("%s is not listed", (_name, entry) => {
    expect(read(entry)).toBeUndefined();
  });

  test.each([null, "x", [], {}, { prompt: {} }, { prompt: "much", completion: "more" }])(
    "a price of %o is none",
    (pricing) => {
      expect(read({ id: "a", pricing })).toEqual({ id: "a" });
    },
  );
});
