import { expect, test } from "vitest";
import { type ConfigNumber, configRanges } from "../../src/client/limits/configRanges.js";

function refusedBy(provider: string | undefined, model: string): string[] {
  return Object.entries(configRanges(provider, model))
    .filter(([, { isRefused }]) => isRefused)
    .map(([name]) => name);
}

const sampling = ["temperature", "topP", "topK", "frequencyPenalty", "presencePenalty"];

test.each([
  ["openai", "gpt-4o", ["topK"]],
  ["openai", "gpt-5", sampling],
  ["openai", "o3-mini", sampling],
  ["openai", "gpt-5.2", ["topK"]],
  ["groq", "llama-3.3-70b-versatile", ["topK"]],
  ["xai", "grok-4", ["topK", "frequencyPenalty", "presencePenalty"]],
  ["openrouter", "anthropic/claude-opus-4-5", []],
  ["anthropic", "claude-opus-4-5", ["frequencyPenalty", "presencePenalty"]],
  ["anthropic", "claude-opus-5", sampling],
  ["gemini", "gemini-2.5-pro", ["frequencyPenalty", "presencePenalty"]],
  ["gemini", "gemini-3-pro", []],
  ["bedrock", "meta.llama3-70b", ["topK", "frequencyPenalty", "presencePenalty"]],
  ["bedrock", "anthropic.claude-3-5-sonnet-v2", ["frequencyPenalty", "presencePenalty"]],
  ["cohere", "command-a", []],
  ["ollama_chat", "llama3", []],
  ["somebody", "model", []],
  [undefined, "a-group-of-a-gateway", []],
])("%s/%s refuses what its requests leave out", (provider, model, refused) => {
  expect(new Set(refusedBy(provider, model))).toEqual(new Set(refused));
});

test.each<[string, string, ConfigNumber, number, number | undefined]>([
  ["openai", "gpt-4o", "temperature", 0, 2],
  ["anthropic", "claude-haiku-4-5", "temperature", 0, 1],
  ["anthropic", "claude-haiku-4-5", "maxTokens", 1, 64_000],
  ["bedrock", "anthropic.claude-opus-4-1-v1:0", "maxTokens", 1, 32_000],
  ["cohere", "command-a", "presencePenalty", 0, 1],
  ["cohere", "command-a", "topP", 0.01, 0.99],
  ["openai", "gpt-4o", "topK", 1, undefined],
])("%s/%s takes %s from %s to %s", (provider, model, name, min, max) => {
  expect(configRanges(provider, model)[name]).toMatchObject({ min, max });
});

test("the longest answer that is known of a model wins over the rules of its protocol", () => {
  expect(configRanges("anthropic", "claude-haiku-4-5", 8192).maxTokens.max).toBe(8192);
  expect(configRanges("openai", "gpt-4o", 16_384).maxTokens.max).toBe(16_384);
});
