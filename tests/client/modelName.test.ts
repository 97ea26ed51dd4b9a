import { describe, expect, test } from "vitest";
import { ChatError, type ParsedModelName, parseModelName } from "../../src/client/index.js";

describe("a model name is taken apart", () => {
  const cases: [string, ParsedModelName][] = [
    ["openai/gpt-5", { provider: "openai", model: "gpt-5" }],
    [
      "openrouter/anthropic/claude-sonnet-5",
      { provider: "openrouter", model: "anthropic/claude-sonnet-5" },
    ],
    [
      "together_ai/meta-llama/Llama-3-70b",
      { provider: "together_ai", model: "meta-llama/Llama-3-70b" },
    ],
    ["azure/my-deployment", { provider: "azure", model: "my-deployment" }],
    ["ollama/llama3:8b", { provider: "ollama", model: "llama3:8b" }],
    ["anthropic/claude-opus-5", { provider: "anthropic", model: "claude-opus-5" }],
    ["gemini/gemini-2.5-pro", { provider: "gemini", model: "gemini-2.5-pro" }],
    ["google/gemini-2.5-pro", { provider: "gemini", model: "gemini-2.5-pro" }],
    ["groq/openai/gpt-oss-120b", { provider: "groq", model: "openai/gpt-oss-120b" }],
    [
      "bedrock/us.anthropic.claude-sonnet-5-v1:0",
      { provider: "bedrock", model: "us.anthropic.claude-sonnet-5-v1:0" },
    ],
    ["nano-gpt/a/b", { provider: "nano-gpt", model: "a/b" }],
    ["ollama_chat/llama3", { provider: "ollama_chat", model: "llama3" }],
    [
      "openai/responses/gpt-5",
      { provider: "openai", model: "gpt-5", protocol: "openai-responses" },
    ],
    ["gpt-4o", { provider: "openai", model: "gpt-4o" }],
    ["o3-mini", { provider: "openai", model: "o3-mini" }],
    ["chatgpt-4o-latest", { provider: "openai", model: "chatgpt-4o-latest" }],
    ["claude-opus-5", { provider: "anthropic", model: "claude-opus-5" }],
    ["gemini-2.5-pro", { provider: "gemini", model: "gemini-2.5-pro" }],
    ["  openai/gpt-5 ", { provider: "openai", model: "gpt-5" }],
  ];
  test.each(cases)("%s", (name, expected) => expect(parseModelName(name)).toEqual(expected));
});

describe("an Azure address is recognised", () => {
  const deployment = "https://res.openai.azure.com/openai/deployments/gpt4";
  test.each([
    deployment,
    `${deployment}/`,
    `${deployment}/chat/completions?api-version=2024-10-21`,
    `${deployment}/completions?api-version=2024-10-21`,
    "https://RES.openai.azure.com/openai/deployments/gpt4?api-version=2024-10-21&x=1",
  ])("%s", (url) => {
    expect(parseModelName(url)).toEqual({
      provider: "azure",
      model: "gpt4",
      baseURL: deployment,
      apiVersion: "2024-10-21",
    });
  });

  test("one without a deployment says what is missing", () => {
    expect(() =>
      parseModelName("https://res.services.ai.azure.com/openai/v1/chat/completions"),
    ).toThrow("azure/<deployment>");
  });
});

test.each([
  "llama3",
  "meta-llama/Llama-3-70b",
  "",
  "   ",
  "/",
  "openai/",
  "/gpt-4o",
  "constructor/x",
  "__proto__/x",
  "https://example.com/v1",
  "https://evil.example/openai/deployments/a",
])("%o belongs to nobody, and says what to write", (name) => {
  expect(() => parseModelName(name)).toThrow(ChatError);
  expect(() => parseModelName(name)).toThrow(
    expect.objectContaining({
      code: "bad_request",
      message: expect.stringContaining("/") as string,
    }),
  );
});
