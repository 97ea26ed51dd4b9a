import { describe, expect, test } from "vitest";
import { fromCline } from "../../scripts/catalog/fromCline.js";
import { fromLiteLLM } from "../../scripts/catalog/fromLiteLLM.js";
import { mergeRows } from "../../scripts/catalog/mergeRows.js";
import { modelsDevSource } from "../../scripts/catalog/sources.js";
import type { CatalogRow } from "../../src/client/catalog/catalogFile.js";

describe("rows are made of", () => {
  test("models.dev", () => {
    const source = modelsDevSource({
      openai: {
        models: {
          "gpt-5": {
            id: "gpt-5",
            name: "GPT-5 (latest)",
            release_date: "2025-08-07",
            tool_call: true,
            reasoning: true,
            limit: { context: 400_000, input: 272_000, output: 128_000 },
            cost: { input: 1.25, output: 10, cache_read: 0.125 },
            modalities: { input: ["text", "image"], output: ["text"] },
          },
          "gpt-image-2": { modalities: { input: ["text"], output: ["image"] } },
          "text-embedding-3-small": { modalities: { input: ["text"], output: ["text"] } },
          old: { status: "deprecated", limit: { context: 8 } },
          "large-2512": { release_date: "2024-11-01" },
          early: { status: "beta" },
        },
      },
    });
    expect(source.label).toMatch(/^models\.dev \d{4}-\d\d-\d\d \(MIT\)$/);
    expect(source.rows({ id: "openai", modelsDev: "openai" })).toEqual([
      {
        id: "gpt-5",
        n: "GPT-5",
        d: "2025-08-07",
        c: 400_000,
        i: 272_000,
        o: 128_000,
        p: [1.25, 10, 0.125],
        k: "vtr",
      },
      { id: "old", c: 8, x: 1 },
      // The day of another version: this one is of 2025.
      { id: "large-2512", d: "2025-12-01" },
      { id: "early", k: "p" },
    ]);
    expect(source.rows({ id: "nobody", modelsDev: "nobody" })).toEqual([]);
  });

  test("Cline's copy of it, where Bedrock's regions are one model at the price of no region", () => {
    const rows = fromCline({
      "eu.anthropic.claude-opus-5": {
        name: "Claude Opus 5 (EU)",
        releaseDate: "2026-07-24",
        contextWindow: 1_000_000,
        maxInputTokens: 1_000_000,
        maxTokens: 128_000,
        capabilities: ["images", "tools", "reasoning"],
        pricing: { input: 5.5, output: 27.5, cacheRead: 0 },
        operation: "language",
      },
      "anthropic.claude-opus-5": {
        name: "Claude Opus 5",
        capabilities: ["images"],
        pricing: { input: 0.049999999999999996, output: 25 },
      },
      "whisper-large-v3": { operation: "transcription" },
    });
    expect(mergeRows([{ rows, adds: true }])).toEqual([
      { id: "anthropic.claude-opus-5", n: "Claude Opus 5", p: [0.05, 25], k: "v" },
    ]);
  });

  test("LiteLLM's price map, without its regions, templates and other kinds of models", () => {
    const rows = fromLiteLLM(
      {
        "gemini/gemini-4-argon": {
          litellm_provider: "gemini",
          mode: "chat",
          max_input_tokens: 1_000_000,
          max_output_tokens: 65_536,
          input_cost_per_token: 2e-7,
          output_cost_per_token: 8e-7,
          cache_read_input_token_cost: 2e-8,
          deprecation_date: "2027-01-01",
          supports_vision: true,
          supports_function_calling: true,
        },
        "gpt-5-pro": { litellm_provider: "openai", mode: "responses" },
        "azure/eu/gpt-5": { litellm_provider: "azure", mode: "chat" },
        "ft:gpt-4o": { litellm_provider: "openai", mode: "chat" },
        "tts-1": { litellm_provider: "openai", mode: "audio_speech" },
        "vertex_ai/claude-opus-5": { litellm_provider: "vertex_ai-anthropic_models", mode: "chat" },
      },
      ["gemini", "openai", "azure", "anthropic"],
    );
    expect(rows).toEqual([
      {
        id: "gemini-4-argon",
        c: 1_000_000,
        o: 65_536,
        p: [0.2, 0.8, 0.02],
        k: "vt",
        x: "2027-01-01",
      },
      { id: "gpt-5-pro", k: "R" },
    ]);
  });
});

describe("several sources become one row a model", () => {
  const merge = (...lists: (readonly CatalogRow[])[]): CatalogRow[] =>
    mergeRows(lists.map((rows) => ({ rows, adds: true })));

  test("each fact is that of the first source that knows it; what a model can do is one fact", () => {
    expect(
      merge(
        [{ id: "a-1", d: "2026-01-01", p: [1, 2], k: "vt" }],
        [{ id: "a-1", n: "A", d: "2025-01-01", p: [3, 4], k: "rR", x: "2027-01-01" }],
      ),
    ).toEqual([{ id: "a-1", n: "A", d: "2026-01-01", p: [1, 2], k: "vtR", x: "2027-01-01" }]);
  });

  test("snapshots fold behind their alias, the newest first, and date it where nothing else does", () => {
    expect(
      merge(
        [{ id: "a-1-2026-05-01" }, { id: "a-1", c: 8 }],
        [{ id: "a-1-2026-02-01", x: "2026-09-01" }],
      ),
    ).toEqual([{ id: "a-1", d: "2026-02-01", c: 8, s: ["a-1-2026-05-01", "a-1-2026-02-01"] }]);
  });

  test("a snapshot with another window or price keeps its own row", () => {
    expect(
      merge(
        [
          { id: "a-1", c: 8, p: [1, 2, 0.1] },
          { id: "a-1-2026-05-01", c: 8, p: [1, 2] },
        ],
        [
          { id: "a-1", s: ["a-1-2025-01-01", "a-1-2024-01-01"] },
          { id: "a-1-2025-01-01", c: 4 },
          { id: "a-1-2025-01-01", c: 5 },
        ],
        [
          { id: "a-1", c: 8 },
          { id: "a-1-2025-01-01", c: 4, n: "A of 2025" },
        ],
      ),
    ).toEqual([
      { id: "a-1-2025-01-01", n: "A of 2025", d: "2025-01-01", c: 4 },
      {
        id: "a-1",
        d: "2024-01-01",
        c: 8,
        p: [1, 2, 0.1],
        s: ["a-1-2026-05-01", "a-1-2024-01-01"],
      },
    ]);
  });

  test("a model that has become stable is no preview any more", () => {
    expect(merge([{ id: "a-1", k: "v" }], [{ id: "a-1-preview", k: "vp" }])).toEqual([
      { id: "a-1", k: "v", s: ["a-1-preview"] },
    ]);
  });

  test("an alias of the latest stays by itself", () => {
    expect(merge([{ id: "m-latest" }, { id: "m-2512" }]).map(({ id }) => id)).toEqual([
      "m-2512",
      "m-latest",
    ]);
  });

  test("a source may fill gaps alone, and only so many rows are kept", () => {
    const filled = mergeRows(
      [
        {
          rows: [
            { id: "old", d: "2020-01-01" },
            { id: "new", d: "2026-01-01" },
          ],
          adds: true,
        },
        {
          rows: [
            { id: "new", c: 5 },
            { id: "other", d: "2027-01-01" },
          ],
          adds: false,
        },
      ],
      1,
    );
    expect(filled).toEqual([{ id: "new", d: "2026-01-01", c: 5 }]);
  });

  test("to merge the result with itself changes nothing", () => {
    const rows = merge([
      { id: "a-1", d: "2026-01-01", s: ["a-1-2026-01-01"], k: "v" },
      { id: "b-2-preview", k: "tp" },
      { id: "c-latest", x: 1 },
    ]);
    expect(merge(rows, rows)).toEqual(rows);
  });
});
