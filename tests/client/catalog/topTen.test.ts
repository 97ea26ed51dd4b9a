import { describe, expect, test } from "vitest";
import { arrangeModels } from "../../../src/client/catalog/arrange.js";
import { loadCatalog } from "../../../src/client/catalog/catalog.js";
import { visionCapable } from "../../../src/client/catalog/chatModels.js";
import { describeRow } from "./describeRow.js";

/** A day soon after the dates of the catalogue. */
const now = Date.UTC(2026, 9, 1);

async function topTen(provider: string): Promise<string> {
  const catalog = await loadCatalog([provider]);
  const rows = arrangeModels(catalog.list(provider).filter(visionCapable), { now });
  return rows.slice(0, 10).map(describeRow).join("\n");
}

describe("the first ten models that read images, as the catalogue knows them", () => {
  test("openai", async () => {
    expect(await topTen("openai")).toMatchInlineSnapshot(`
      "gpt-6.1-terra · – · new
      gpt-6.1-sol · 2026-09-29 · new
      gpt-6-sol · 2026-09-22 · new
      gpt-6-luna · 2026-09-22 · new
      gpt-6-astra · 2026-09-04 · new
      gpt-5.6 · 2026-07-09
      gpt-5.6-sol · 2026-07-09
      gpt-5.6-terra · 2026-07-09
      gpt-5.6-luna · 2026-07-09
      gpt-5.5-pro · 2026-04-23 · Responses"
    `);
  });

  test("anthropic", async () => {
    expect(await topTen("anthropic")).toMatchInlineSnapshot(`
      "claude-sonnet-5-5 · – · new
      claude-haiku-5-5 · – · new
      claude-opus-5-5 · 2026-09-22 · new
      claude-fable-5-1 · 2026-09-01
      claude-opus-5 · 2026-07-24
      claude-sonnet-5 · 2026-06-29
      claude-fable-5 · 2026-06-07
      claude-opus-4-8 · 2026-05-28
      claude-opus-4-7 · 2026-04-14
      claude-sonnet-4-6 · 2026-02-17"
    `);
  });

  test("gemini", async () => {
    expect(await topTen("gemini")).toMatchInlineSnapshot(`
      "gemini-flash-latest · 2026-08-13 · latest
      gemini-flash-lite-latest · 2026-07-21 · latest
      gemini-pro-latest · – · latest
      gemini-4-argon · – · new
      gemini-4-hydrogen · – · new
      gemini-3.8-flash · 2026-09-02 · new
      gemini-3.7-flash · 2026-08-13
      gemini-3.6-flash · 2026-07-21
      gemini-3.5-flash-lite · 2026-07-21
      gemini-3.5-flash · 2026-05-19"
    `);
  });

  test("groq", async () => {
    expect(await topTen("groq")).toMatchInlineSnapshot(`
      "qwen/qwen3.8-27b · 2026-08-14
      qwen/qwen3.6-27b · 2026-04-22
      meta-llama/llama-4-maverick-17b-128e-instruct · –
      meta-llama/llama-4-scout-17b-16e-instruct · 2025-04-05"
    `);
  });

  test("bedrock", async () => {
    expect(await topTen("bedrock")).toMatchInlineSnapshot(`
      "anthropic.claude-opus-5-5 · 2026-09-22 · new
      openai.gpt-6-sol · 2026-09-22 · new
      openai.gpt-6-luna · 2026-09-22 · new
      openai.gpt-6-astra · 2026-09-04 · new
      anthropic.claude-fable-5-1 · 2026-09-01
      xai.grok-4.6 · 2026-08-12
      anthropic.claude-opus-5 · 2026-07-24
      moonshotai.kimi-k3 · 2026-07-16
      openai.gpt-5.6-sol · 2026-07-09
      openai.gpt-5.6-terra · 2026-07-09"
    `);
  });

  test("openrouter", async () => {
    expect(await topTen("openrouter")).toMatchInlineSnapshot(`
      "~deepseek/deepseek-flash-latest · 2026-09-14 · latest · new
      ~openai/gpt-astra-latest · 2026-09-11 · latest · new
      ~openai/gpt-sol-latest · 2026-09-11 · latest · new
      ~openai/gpt-terra-latest · 2026-09-11 · latest · new
      ~openai/gpt-luna-latest · 2026-09-11 · latest · new
      ~z-ai/glm-flash-latest · 2026-08-27 · latest
      ~x-ai/grok-latest · 2026-07-08 · latest
      ~anthropic/claude-fable-latest · 2026-06-09 · latest
      openai/gpt-chat-latest · 2026-05-05 · latest
      ~google/gemini-pro-latest · 2026-04-27 · latest"
    `);
  });

  test("mistral", async () => {
    expect(await topTen("mistral")).toMatchInlineSnapshot(`
      "mistral-medium-latest · 2026-04-29 · latest
      mistral-small-latest · 2026-03-16 · latest
      mistral-large-latest · 2024-11-01 · latest
      ministral-14b-latest · – · latest
      mistral-vibe-cli-latest · – · latest
      magistral-small-latest · – · latest
      mistral-large-4 · – · new
      mistral-medium-3-5 · –
      mistral-medium · 2026-04-29 · +2
      mistral-small · 2026-03-16 · +2"
    `);
  });

  test("xai", async () => {
    expect(await topTen("xai")).toMatchInlineSnapshot(`
      "grok-4.7 · 2026-09-21 · new
      grok-4.6 · 2026-08-12
      grok-4.5 · 2026-07-08
      grok-4.3 · 2026-04-17
      grok-build-0.1 · 2026-04-16
      grok-4.20-0309-non-reasoning · 2026-03-09
      grok-4.20-0309-reasoning · 2026-03-09"
    `);
  });

  test("azure", async () => {
    expect(await topTen("azure")).toMatchInlineSnapshot(`
      "gpt-chat-latest · – · latest
      gpt-6.1-terra · – · new
      gpt-6.1-sol · 2026-09-29 · new
      gpt-6-sol · 2026-09-22 · new
      gpt-6-luna · 2026-09-22 · new
      gpt-6-astra · 2026-09-04 · new
      gpt-5.6 · 2026-07-09
      gpt-5.6-sol · 2026-07-09
      gpt-5.6-terra · 2026-07-09
      gpt-5.6-luna · 2026-07-09"
    `);
  });
});
