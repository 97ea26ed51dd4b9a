import { describe, expect, test } from "vitest";
import { createCatalog } from "../../../src/client/catalog/createCatalog.js";
import { completeModel } from "../../../src/client/catalog/mergeModels.js";
import { prettifyModelId } from "../../../src/client/catalog/prettifyModelId.js";
import type { ModelInfo } from "../../../src/client/types.js";

const catalog = createCatalog([
  {
    asOf: "2026-09-27",
    sources: [],
    models: {
      openai: [
        {
          id: "gpt-5",
          n: "GPT-5",
          d: "2025-08-07",
          c: 400_000,
          i: 272_000,
          p: [1.25, 10],
          k: "vt",
        },
      ],
      azure: [{ id: "gpt-5", n: "GPT-5 on Azure", c: 300_000, k: "v" }],
    },
  },
]);
const now = Date.UTC(2026, 10, 27);
const complete = (listed: ModelInfo): ModelInfo => completeModel(listed, catalog, now);

test("the backend's word counts more, fact by fact", () => {
  expect(
    complete({
      id: "openai/gpt-5",
      provider: "openai",
      vision: false,
      tools: undefined,
      price: { input: 2, output: 4 },
    }),
  ).toEqual({
    id: "openai/gpt-5",
    provider: "openai",
    name: "GPT-5",
    createdAt: Date.UTC(2025, 7, 7),
    contextTokens: 400_000,
    maxInputTokens: 272_000,
    vision: false,
    tools: true,
    reasoning: false,
    price: { input: 2, output: 4 },
  });
});

test("a model is that of who serves it, under whichever name", () => {
  expect(complete({ id: "gpt-5" })).toMatchObject({ id: "gpt-5", provider: "openai" });
  expect(complete({ id: "gpt-5", provider: "azure" })).toMatchObject({ contextTokens: 300_000 });
  expect(complete({ id: "azure/gpt-5", provider: "azure" }).price).toBeUndefined();
  // Anybody's server may call a model so; what it costs there is not what OpenAI asks.
  const elsewhere = complete({ id: "gpt-5", provider: "hosted_vllm" });
  expect(elsewhere).toMatchObject({ vision: true, provider: "hosted_vllm" });
  expect(elsewhere.price).toBeUndefined();
  expect(complete({ id: "fast", provider: "litellm" }).contextTokens).toBeUndefined();
  expect(
    complete({ id: "fast", provider: "litellm", upstream: "openai/gpt-5-2025-08-07" }),
  ).toMatchObject({
    id: "fast",
    provider: "litellm",
    vision: true,
    createdAt: Date.UTC(2025, 7, 7),
  });
});

describe("a date", () => {
  test.each([
    ["of the backend counts", Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1)],
    ["of next week may be one", now + 6 * 86_400_000, now + 6 * 86_400_000],
    ["later than that is none", now + 8 * 86_400_000, Date.UTC(2025, 7, 7)],
    ["before 2020 is none", Date.UTC(2019, 11, 31), Date.UTC(2025, 7, 7)],
    ["that is not said is the catalogue's", undefined, Date.UTC(2025, 7, 7)],
  ])("%s", (_name, createdAt, expected) => {
    expect(complete({ id: "openai/gpt-5", provider: "openai", createdAt }).createdAt).toBe(
      expected,
    );
  });

  test("that nobody knows stays unknown", () => {
    expect(complete({ id: "x", createdAt: 1 })).toEqual({ id: "x", name: "X" });
  });
});

test("a preview is one by its name, where nobody says", () => {
  const preview = (listed: ModelInfo): boolean | undefined => complete(listed).preview;
  expect(preview({ id: "gemini-4-pro-preview-03-27", provider: "gemini" })).toBe(true);
  expect(preview({ id: "gemini-4-pro", provider: "gemini" })).toBeUndefined();
  expect(preview({ id: "a-preview", preview: false })).toBe(false);
});

describe("limits", () => {
  const limits = (listed: Partial<ModelInfo>): (number | undefined)[] => {
    const model = complete({ id: "openai/gpt-5", provider: "openai", ...listed });
    return [model.contextTokens, model.maxInputTokens];
  };

  test("of a gateway's smaller window are not mixed with the catalogue's larger prompt", () => {
    expect(limits({ contextTokens: 100_000 })).toEqual([100_000, undefined]);
  });

  test("of the prompt alone leave the window what it is", () => {
    expect(limits({ maxInputTokens: 200_000 })).toEqual([400_000, 200_000]);
    expect(limits({ maxInputTokens: 500_000 })).toEqual([500_000, undefined]);
    expect(complete({ id: "y", maxInputTokens: 5 })).toMatchObject({ contextTokens: 5 });
  });
});

describe("a name", () => {
  test("is the backend's, unless that is only the id again", () => {
    const model = { id: "openai/gpt-5", provider: "openai" };
    expect(complete({ ...model, name: "Our GPT" }).name).toBe("Our GPT");
    for (const name of ["gpt-5", "openai/gpt-5", undefined])
      expect(complete({ ...model, name }).name).toBe("GPT-5");
  });

  test.each([
    ["claude-opus-5-5", "Claude Opus 5.5"],
    ["gpt-6.1-sol", "GPT-6.1 Sol"],
    ["gpt-4o-2024-11-20", "GPT-4o (2024-11-20)"],
    ["gpt-5.3-chat-latest", "GPT-5.3 Chat Latest"],
    ["o4-mini", "o4 Mini"],
    ["models/gemini-3.1-pro-preview", "Gemini 3.1 Pro Preview"],
    ["meta-llama/Llama-3.3-70B-Instruct-Turbo", "Llama 3.3 70B Instruct Turbo"],
    ["us.anthropic.claude-sonnet-5-v1:0", "Claude Sonnet 5"],
    ["qwen/qwen3.8-27b", "Qwen3.8 27B"],
    ["llama3:8b", "Llama3:8b"],
    ["my_model", "My Model"],
    ["-", "-"],
    ["", ""],
  ])("of %s is %s where nobody gives one", (id, name) => {
    expect(prettifyModelId(id)).toBe(name);
  });

  test("leaves out the provider it stands under", () => {
    expect(prettifyModelId("groq/llama-3.3-70b-versatile", "groq")).toBe("Llama 3.3 70B Versatile");
  });
});
