import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractDate } from "../../../src/client/catalog/extractDate.js";
import { modelKey } from "../../../src/client/catalog/modelKey.js";
import { modelVersion } from "../../../src/client/catalog/modelVersion.js";
import { parseModelId } from "../../../src/client/catalog/parseModelId.js";

/** The parts of an id as one line: base, kind, day, and whether it is a preview. */
function read(id: string): string {
  const { base, kind, date, preview } = parseModelId(id);
  const day = date === undefined ? "" : new Date(date).toISOString().slice(0, 10);
  return [base, kind, day, preview ? "preview" : ""].filter(Boolean).join(" ");
}

describe("an id is taken apart", () => {
  test.each([
    ["gpt-5.6", "gpt-5.6 alias"],
    ["gpt-5.5-2026-04-23", "gpt-5.5 snapshot 2026-04-23"],
    ["gpt-5.3-chat-latest", "gpt-5.3-chat latest"],
    ["chatgpt-4o-latest", "chatgpt-4o latest"],
    ["gpt-4-0613", "gpt-4 snapshot"],
    ["gpt-4-0125-preview", "gpt-4 snapshot preview"],
    ["gpt-4-1106-preview", "gpt-4 snapshot preview"],
    ["gpt-4-turbo-2024-04-09", "gpt-4-turbo snapshot 2024-04-09"],
    ["gpt-4-turbo-preview", "gpt-4-turbo alias preview"],
    ["gpt-4-32k", "gpt-4-32k alias"],
    ["gpt-3.5-turbo-1106", "gpt-3.5-turbo snapshot"],
    ["o3-mini-2025-01-31", "o3-mini snapshot 2025-01-31"],
    ["claude-opus-5-5", "claude-opus-5-5 alias"],
    ["claude-opus-4-7-20260416", "claude-opus-4-7 snapshot 2026-04-16"],
    ["claude-3-5-sonnet-20241022", "claude-3-5-sonnet snapshot 2024-10-22"],
    ["claude-opus-4-5@20251101", "claude-opus-4-5 snapshot 2025-11-01"],
    ["claude-3-7-sonnet-latest", "claude-3-7-sonnet latest"],
    ["models/gemini-2.5-pro", "gemini-2.5-pro alias"],
    ["gemini-flash-latest", "gemini-flash latest"],
    ["gemini-2.0-flash-001", "gemini-2.0-flash snapshot"],
    ["gemini-3.1-pro-preview", "gemini-3.1-pro alias preview"],
    ["gemini-2.5-pro-preview-05-06", "gemini-2.5-pro snapshot preview"],
    ["gemini-2.5-flash-preview-09-2025", "gemini-2.5-flash snapshot 2025-09-01 preview"],
    ["gemini-exp-1206", "gemini-exp snapshot"],
    ["anthropic.claude-opus-4-6-v1", "anthropic.claude-opus-4-6 alias"],
    [
      "us.anthropic.claude-3-5-sonnet-20241022-v2:0",
      "anthropic.claude-3-5-sonnet snapshot 2024-10-22",
    ],
    ["us-gov.anthropic.claude-opus-5", "anthropic.claude-opus-5 alias"],
    ["global.amazon.nova-2-lite-v1:0", "amazon.nova-2-lite alias"],
    ["converse/amazon.nova-pro-v1:0", "amazon.nova-pro alias"],
    ["bedrock/invoke/eu.amazon.nova-pro-v1:0", "amazon.nova-pro alias"],
    ["bedrock/us.anthropic.claude-opus-5-2-v1:0", "anthropic.claude-opus-5-2 alias"],
    ["amazon.nova-pro-v1:0:300k", "amazon.nova-pro alias"],
    ["amazon.nova-2-pro-preview-20251202-v1:0", "amazon.nova-2-pro snapshot 2025-12-02 preview"],
    ["openai.gpt-oss-120b-1:0", "openai.gpt-oss-120b alias"],
    ["mistral-large-2411", "mistral-large snapshot 2024-11-01"],
    ["mistral-small-2506", "mistral-small snapshot 2025-06-01"],
    ["command-r-08-2024", "command-r snapshot 2024-08-01"],
    ["command-a-03-2025", "command-a snapshot 2025-03-01"],
    ["deepseek-r1-0528", "deepseek-r1 snapshot"],
    ["moonshotai/kimi-k2-instruct-0905", "moonshotai/kimi-k2-instruct snapshot"],
    ["deepseek-ai/DeepSeek-V4-Pro-0813", "deepseek-ai/deepseek-v4-pro snapshot"],
    ["~openai/gpt-sol-latest", "~openai/gpt-sol latest"],
    ["llama3:8b", "llama3:8b alias"],
    ["gpt-5-2025-13-40", "gpt-5-2025-13-40 alias"],
    ["gemma-2-2b-it", "gemma-2-2b-it alias"],
    ["us.deepseek.r1-v1:0", "deepseek.r1 alias"],
    ["", "alias"],
  ])("%s", (id, parts) => {
    expect(read(id)).toBe(parts);
  });

  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const { base, date } = parseModelId(id);
        expect(base.length).toBeLessThanOrEqual(id.length * 2);
        expect(date === undefined || Number.isFinite(date)).toBe(true);
      }),
    );
  });
});

test.each([
  ["claude-opus-4-20250514", "claude-4-opus-20250514"],
  ["claude-opus-4-20250514", "claude-opus-4-0"],
  ["claude-opus-5.5", "claude-opus-5-5"],
  ["us.anthropic.claude-sonnet-5", "anthropic.claude-sonnet-5-v1:0"],
  ["gemini-3.1-flash-lite-preview", "gemini-3.1-flash-lite"],
  ["GPT-4o", "gpt-4o-2024-08-06"],
])("%s and %s are versions of one model", (a, b) => {
  expect(modelKey(a)).toBe(modelKey(b));
});

test.each([
  ["gpt-4o", "gpt-4o-mini"],
  ["gpt-5", "gpt-5.1"],
  ["claude-opus-4-5", "claude-opus-4"],
  ["gpt-oss-120b", "gpt-oss-20b"],
])("%s and %s are not", (a, b) => {
  expect(modelKey(a)).not.toBe(modelKey(b));
});

test.each([
  ["gpt-6.1-sol", "gpt-#-sol", 6.1],
  ["gpt-4o-mini", "gpt-#o-mini", 4],
  ["gpt-4-32k", "gpt-#-32k", 4],
  ["gpt-35-turbo", "gpt-35-turbo", undefined],
  ["gpt-oss-120b", "gpt-oss-120b", undefined],
  ["o4-mini", "o#-mini", 4],
  ["claude-opus-5-5", "claude-opus-#", 5.5],
  ["claude-3-7-sonnet", "claude-sonnet-#", 3.7],
  ["anthropic.claude-haiku-4-5", "claude-haiku-#", 4.5],
  ["anthropic/claude-opus-5.5", "claude-opus-#", 5.5],
  ["gemini-4-argon", "gemini-#-argon", 4],
  ["gemini-flash", "gemini-flash", undefined],
  ["meta-llama/llama-4-scout-17b-16e-instruct", "llama-#-scout-17b-16e-instruct", 4],
  ["llama-3-70b", "llama-#-70b", 3],
  ["mixtral-8x7b-instruct", "mixtral-8x7b-instruct", undefined],
  ["qwen/qwen3.8-27b", "qwen#-27b", 3.8],
  ["accounts/fireworks/models/glm-5p3-flash", "glm-#-flash", 5.3],
  ["moonshotai/kimi-k2.6", "kimi-k#", 2.6],
])("the family and the version of %s", (base, family, version) => {
  expect(modelVersion(base)).toMatchObject({ family });
  expect(modelVersion(base).version).toBe(version);
});

describe("the plain rule for dates", () => {
  test.each([
    ["gpt-5.5-2026-04-23", "2026-04-23"],
    ["claude-opus-4-5-20251101", "2025-11-01"],
    ["vertex_ai/claude-opus-4-5@20251101", "2025-11-01"],
    ["model_2024_05_13", "2024-05-13"],
    ["gpt-5-chat-latest", "9999-99-99"],
    ["latest-2024-05-13", "2024-05-13"],
    ["gpt-5.6", "0000-00-00"],
    ["gpt-4-0613", "0000-00-00"],
    ["gemini-2.5-pro-preview-05-06", "0000-00-00"],
    ["", "0000-00-00"],
    ["x-20269999", "2026-99-99"],
  ])("of %s", (name, date) => {
    expect(extractDate(name)).toBe(date);
  });
});
