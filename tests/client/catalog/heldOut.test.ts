import { describe, expect, test } from "vitest";
import { arrangeModels } from "../../../src/client/catalog/arrange.js";
import { loadCatalog } from "../../../src/client/catalog/catalog.js";
import { visionCapable } from "../../../src/client/catalog/chatModels.js";
import { createCatalog } from "../../../src/client/catalog/createCatalog.js";
import { completeModel } from "../../../src/client/catalog/mergeModels.js";
import { describeRow } from "./describeRow.js";
import { frozenCatalog } from "./frozenCatalog.js";

const now = Date.UTC(2026, 10, 20);
const catalog = createCatalog([frozenCatalog]);

/** What a provider lists in November: what the catalogue of September knows, and what came since. Only names. */
function topTen(provider: string, since: readonly string[]): string {
  const ids = [...catalog.list(provider).map(({ id }) => id), ...since];
  const models = ids.map((id) => completeModel({ id, provider }, catalog, now));
  return arrangeModels(models, { now }).slice(0, 10).map(describeRow).join("\n");
}

/** The same by the catalogue of today, for providers whose rows are many. */
async function topTenToday(provider: string, since: readonly string[]): Promise<string> {
  const today = await loadCatalog([provider]);
  const ids = [
    ...today.list(provider).map(({ id }) => id),
    ...since.map((id) => `${provider}/${id}`),
  ];
  const models = ids.map((id) => completeModel({ id, provider }, today, now));
  return arrangeModels(models.filter(visionCapable), { now })
    .slice(0, 10)
    .map(describeRow)
    .join("\n");
}

describe("models the catalogue has never seen stand where they belong", () => {
  test("OpenAI", () => {
    expect(
      topTen("openai", [
        "gpt-6.1-sol",
        "gpt-6.1-terra",
        "gpt-5.4-thinking",
        "gpt-image-3",
        "gpt-realtime-3",
        "text-embedding-4",
        "gpt-6-transcribe",
        "ft:gpt-6-sol",
      ]),
    ).toMatchInlineSnapshot(`
      "gpt-5.3-chat-latest · 2026-03-03 · latest
      gpt-6.1-sol · – · new
      gpt-6.1-terra · – · new
      gpt-6-sol · 2026-09-22
      gpt-6-luna · 2026-09-22
      gpt-6-astra · 2026-09-04
      gpt-5.6 · 2026-07-09
      gpt-5.6-sol · 2026-07-09
      gpt-5.6-terra · 2026-07-09
      gpt-5.6-luna · 2026-07-09"
    `);
  });

  test("Anthropic", () => {
    expect(
      topTen("anthropic", [
        "claude-fable-5-2",
        "claude-haiku-5-5",
        "claude-sonnet-5-5",
        "claude-sonnet-5-5-20261105",
      ]),
    ).toMatchInlineSnapshot(`
      "claude-fable-5-2 · – · new
      claude-haiku-5-5 · – · new
      claude-sonnet-5-5 · – · +1 · new
      claude-opus-5-5 · 2026-09-22
      claude-fable-5-1 · 2026-09-01
      claude-opus-5 · 2026-07-24
      claude-sonnet-5 · 2026-06-29
      claude-fable-5 · 2026-06-07
      claude-opus-4-8 · 2026-05-28
      claude-opus-4-7 · 2026-04-14"
    `);
  });

  test("Gemini", () => {
    expect(
      topTen("gemini", [
        "gemini-4-argon",
        "gemini-4-carbon",
        "gemini-4-hydrogen",
        "gemini-4-flash-image",
        "gemini-4-flash-tts",
        "gemini-live-4-flash",
        "gemini-embedding-2",
      ]),
    ).toMatchInlineSnapshot(`
      "gemini-flash-latest · 2026-08-13 · latest
      gemini-flash-lite-latest · 2026-07-21 · latest
      gemini-pro-latest · – · latest
      gemini-4-argon · – · new
      gemini-4-carbon · – · new
      gemini-4-hydrogen · – · new
      gemini-3.8-flash · 2026-09-02
      gemini-3.7-flash · 2026-08-13
      gemini-3.6-flash · 2026-07-21
      gemini-3.5-flash-lite · 2026-07-21"
    `);
  });

  test("Groq", async () => {
    expect(
      await topTenToday("groq", [
        "qwen/qwen3.9-32b",
        "meta-llama/llama-5-scout",
        "openai/gpt-oss-2-120b",
        "whisper-large-v4",
        "meta-llama/llama-guard-5",
      ]),
    ).toMatchInlineSnapshot(`
      "meta-llama/llama-5-scout · – · new
      qwen/qwen3.9-32b · – · new
      qwen/qwen3.8-27b · 2026-08-14
      qwen/qwen3.6-27b · 2026-04-22
      meta-llama/llama-4-maverick-17b-128e-instruct · –
      meta-llama/llama-4-scout-17b-16e-instruct · 2025-04-05
      openai/gpt-oss-2-120b · –"
    `);
  });

  test("Bedrock, whose regions are one model", async () => {
    expect(
      await topTenToday("bedrock", [
        "us.anthropic.claude-fable-5-2-v1:0",
        "global.anthropic.claude-fable-5-2-v1:0",
        "anthropic.claude-fable-5-2-v1:0",
        "openai.gpt-6.1-sol-v1:0",
        "amazon.nova-3-pro-v1:0",
        "amazon.nova-canvas-v2:0",
        "cohere.rerank-v4:0",
      ]),
    ).toMatchInlineSnapshot(`
      "global.anthropic.claude-fable-5-2-v1:0 · – · +2 · new
      amazon.nova-3-pro-v1:0 · – · new
      openai.gpt-6.1-sol-v1:0 · 2026-09-29
      anthropic.claude-opus-5-5 · 2026-09-22
      openai.gpt-6-sol · 2026-09-22
      openai.gpt-6-luna · 2026-09-22
      openai.gpt-6-astra · 2026-09-04
      anthropic.claude-fable-5-1 · 2026-09-01
      xai.grok-4.6 · 2026-08-12
      anthropic.claude-opus-5 · 2026-07-24"
    `);
  });

  test("one that is older than what is known gets the date of its neighbour", () => {
    const models = ["gpt-5.4-thinking", "gpt-5.4", "gpt-5.5"].map((id) =>
      completeModel({ id: `openai/${id}`, provider: "openai" }, catalog, now),
    );
    expect(arrangeModels(models, { now }).map(describeRow)).toEqual([
      "gpt-5.5 · 2026-04-23",
      "gpt-5.4 · 2026-03-05",
      "gpt-5.4-thinking · –",
    ]);
  });

  test("their abilities are not made up", () => {
    const unknown = completeModel({ id: "openai/gpt-7", provider: "openai" }, catalog, now);
    expect(unknown).toEqual({ id: "openai/gpt-7", provider: "openai", name: "GPT-7" });
  });
});

describe("the rule on the models that came between July and September", () => {
  const later = [
    ["openai", "gpt-6-sol"],
    ["openai", "gpt-6-luna"],
    ["openai", "gpt-6-astra"],
    ["openai", "gpt-5.6"],
    ["openai", "gpt-5.6-sol"],
    ["openai", "gpt-5.6-luna"],
    ["openai", "gpt-5.6-terra"],
    ["anthropic", "claude-opus-5"],
    ["anthropic", "claude-opus-5-5"],
    ["anthropic", "claude-fable-5-1"],
    ["gemini", "gemini-3.5-flash-lite"],
    ["gemini", "gemini-3.6-flash"],
    ["gemini", "gemini-3.7-flash"],
    ["gemini", "gemini-3.8-flash"],
  ] as const;
  const july = Date.UTC(2026, 6, 2);

  test.each(later)("%s %s would have come first in July", (provider, id) => {
    const known = catalog
      .list(provider)
      .filter((model) => (model.createdAt ?? 0) < july && !model.id.endsWith("-latest"));
    const [first] = arrangeModels([...known, { id: `${provider}/${id}`, provider }], { now: july });
    expect(first?.model.id).toBe(`${provider}/${id}`);
    expect(first?.isNew).toBe(true);
  });
});
