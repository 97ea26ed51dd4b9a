import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { canChat, soundsLikeChat } from "../../../src/client/catalog/chatModels.js";
import { loadCatalog } from "../../../src/client/catalog/catalog.js";
import type { CatalogFile, CatalogRow } from "../../../src/client/catalog/catalogFile.js";
import { createCatalog } from "../../../src/client/catalog/createCatalog.js";
import { findProvider } from "../../../src/client/providers.js";

const folder = new URL("../../../src/client/catalog/data/", import.meta.url);
const files = readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), "utf8");
  return { name: name.replace(/\.json$/, ""), text, file: JSON.parse(text) as CatalogFile };
});
const rows = files.flatMap(({ file }) =>
  Object.entries(file.models).flatMap(([provider, list]) => list.map((row) => ({ provider, row }))),
);

function faultsOf({
  id,
  d = "2020-01",
  c,
  i,
  o,
  p = [0, 0],
  k = "",
  s = [],
  x = 1,
}: CatalogRow): string[] {
  const limits = [c, i, o].filter((limit) => limit !== undefined);
  const faults = {
    "does not chat": !soundsLikeChat(id),
    "has no such date": !/^20[2-4]\d-[01]\d(?:-[0-3]\d)?$/.test(d),
    "has no such end": !/^(?:1|20[2-4]\d-[01]\d-[0-3]\d)$/.test(String(x)),
    "has unknown flags": !/^v?t?r?p?R?$/.test(k),
    "reads more than its window": i !== undefined && i >= (c ?? 0),
    "has no such limit": limits.some((limit) => !Number.isInteger(limit) || limit <= 0),
    "has no such price": p.length < 2 || p.length > 3 || p.some((price) => !(price >= 0)),
    "is a version of itself": s.includes(id),
  };
  return Object.entries(faults).flatMap(([fault, isOne]) => (isOne ? [fault] : []));
}

describe("the committed files", () => {
  test("the main one is at most 30,000 bytes", () => {
    const main = files.find(({ name }) => name === "main")!;
    expect(Object.keys(main.file.models)).toEqual([
      "openai",
      "anthropic",
      "gemini",
      "groq",
      "bedrock",
    ]);
    expect(Buffer.byteLength(main.text)).toBeLessThanOrEqual(30_000);
  });

  test.each(files)("$name names its sources, their licences and its day", ({ file }) => {
    expect(file.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(file.sources.length).toBeGreaterThan(0);
    for (const source of file.sources) expect(source).toMatch(/\((?:MIT|Apache-2\.0)/);
  });

  test("every provider is one of the table, and every further file can be loaded", async () => {
    const providers = files.flatMap(({ file }) => Object.keys(file.models));
    expect(new Set(providers).size).toBe(providers.length);
    const catalog = await loadCatalog(providers);
    for (const provider of providers) {
      expect(findProvider(provider)?.id).toBe(provider);
      expect(catalog.list(provider).length).toBeGreaterThan(0);
    }
  });

  test("every row is a model that chats, once, with facts that can be", () => {
    const faults = rows.flatMap(({ provider, row }) =>
      faultsOf(row).map((fault) => `${provider}/${row.id}: ${fault}`),
    );
    expect(faults).toEqual([]);
    expect(new Set(rows.map(({ provider, row }) => `${provider}/${row.id}`)).size).toBe(
      rows.length,
    );
  });

  test("nearly every model of the five has a context window, and most of them a date", () => {
    const main = rows.filter(({ provider }) =>
      ["openai", "anthropic", "gemini", "groq", "bedrock"].includes(provider),
    );
    const share = (fact: "c" | "d"): number =>
      main.filter(({ row }) => row[fact] !== undefined).length / main.length;
    expect(share("c")).toBeGreaterThan(0.97);
    expect(share("d")).toBeGreaterThan(0.8);
  });
});

describe("a model is found by any of its names", async () => {
  const catalog = await loadCatalog(["openrouter", "azure", "together_ai"]);

  test.each([
    ["gpt-5.5", "openai/gpt-5.5"],
    ["openai/gpt-5.5", "openai/gpt-5.5"],
    ["  OpenAI/GPT-5.5 ", "openai/gpt-5.5"],
    ["gpt-5.5-2026-04-23", "openai/gpt-5.5"],
    ["openai/gpt-4o-2024-08-06", "openai/gpt-4o"],
    ["claude-opus-4-20250514", "anthropic/claude-opus-4-0"],
    ["anthropic/claude-4-opus-20250514", "anthropic/claude-opus-4-0"],
    ["anthropic/claude-opus-5.5", "anthropic/claude-opus-5-5"],
    ["models/gemini-2.5-pro", "gemini/gemini-2.5-pro"],
    ["google/gemini-2.5-pro", "gemini/gemini-2.5-pro"],
    ["gemini/gemini-2.5-flash-preview-09-2025", "gemini/gemini-2.5-flash"],
    ["gemini-flash-latest", "gemini/gemini-flash-latest"],
    ["groq/qwen/qwen3-32b", "groq/qwen/qwen3-32b"],
    ["qwen/qwen3.8-27b", "groq/qwen/qwen3.8-27b"],
    ["anthropic.claude-opus-5", "bedrock/anthropic.claude-opus-5"],
    ["bedrock/us.anthropic.claude-opus-5-v1:0", "bedrock/anthropic.claude-opus-5"],
    ["bedrock/converse/eu.anthropic.claude-opus-5", "bedrock/anthropic.claude-opus-5"],
    ["bedrock/invoke/global.amazon.nova-2-lite-v1:0", "bedrock/amazon.nova-2-lite-v1:0"],
    ["openrouter/anthropic/claude-opus-5.5", "openrouter/anthropic/claude-opus-5.5"],
    ["azure/gpt-5", "azure/gpt-5"],
    ["together/moonshotai/Kimi-K3", "together_ai/moonshotai/Kimi-K3"],
  ])("%s is %s", (name, id) => {
    expect(catalog.find(name)?.id).toBe(id);
    expect(catalog.find(name)?.price).toBeDefined();
  });

  test.each([
    ["vertex_ai/claude-opus-4-5@20251101", "anthropic/claude-opus-4-5"],
    ["vertex_ai/gemini-2.5-pro", "gemini/gemini-2.5-pro"],
    ["github_copilot/gpt-5.5", "openai/gpt-5.5"],
    ["bedrock/us-east-1/anthropic.claude-opus-5", "anthropic/claude-opus-5"],
    ["snowflake/claude-opus-5-5", "anthropic/claude-opus-5-5"],
  ])("%s has the abilities of %s, and neither its price nor its plans", (name, id) => {
    const { price, provider, vision, contextTokens, ...rest } = catalog.find(name)!;
    expect(rest.id).toBe(id);
    expect({ price, provider }).toEqual({});
    expect(vision).toBe(true);
    expect(contextTokens).toBeGreaterThan(100_000);
    expect(rest).not.toHaveProperty("retiresAt");
    expect(rest).not.toHaveProperty("snapshots");
  });

  test.each([
    "my-fast-model",
    "fast",
    "",
    "/",
    "openai/",
    "openai/nothing-here",
    "constructor",
    "__proto__/x",
  ])("%o is nobody's", (name) => {
    expect(catalog.find(name)).toBeUndefined();
  });

  test("a version has its own day, and no versions of its own", () => {
    const { createdAt, name, snapshots } = catalog.find("gpt-4o-2024-11-20")!;
    expect({ createdAt, name, snapshots }).toEqual({
      createdAt: Date.UTC(2024, 10, 20),
      name: "GPT-4o (2024-11-20)",
      snapshots: undefined,
    });
  });

  test("a model of Vertex is not one of Anthropic's list", () => {
    expect(catalog.list("anthropic").every(({ id }) => id.startsWith("anthropic/claude-"))).toBe(
      true,
    );
    expect(catalog.list("vertex_ai-anthropic_models")).toEqual([]);
  });

  test("every model has a name, and can chat", () => {
    for (const model of catalog.list("openai").concat(catalog.list("bedrock"))) {
      expect(model.name).toBeTruthy();
      expect(canChat(model)).toBe(true);
    }
    expect(catalog.find("gpt-6.1-sol")?.name).toBe("GPT-6.1 Sol");
  });
});

test("a provider the catalogue does not know is no failure", async () => {
  const catalog = await loadCatalog(["nobody", "constructor", "lm_studio"]);
  expect(catalog.list("nobody")).toEqual([]);
  expect(catalog.asOf).toMatch(/^20\d\d-/);
});

test("what a row says in short", () => {
  const catalog = createCatalog([
    {
      asOf: "2026-09-27",
      sources: [],
      models: {
        x: [
          {
            id: "a-1",
            n: "A",
            d: "2026-02-03",
            c: 400_000,
            i: 272_000,
            o: 128_000,
            p: [1.25, 10, 0.125],
            k: "vtrpR",
            s: ["a-1-2026-02-03"],
            x: "2027-01-02",
          },
          { id: "b", x: 1 },
        ],
      },
    },
  ]);
  expect(catalog.list("x")).toEqual([
    {
      id: "x/a-1",
      provider: "x",
      name: "A",
      createdAt: Date.UTC(2026, 1, 3),
      retiresAt: Date.UTC(2027, 0, 2),
      contextTokens: 400_000,
      maxInputTokens: 272_000,
      maxOutputTokens: 128_000,
      vision: true,
      tools: true,
      reasoning: true,
      price: { input: 1.25, output: 10, cachedInput: 0.125 },
      preview: true,
      responsesOnly: true,
      snapshots: ["a-1-2026-02-03"],
    },
    {
      id: "x/b",
      provider: "x",
      name: "B",
      retiresAt: 0,
      vision: false,
      tools: false,
      reasoning: false,
    },
  ]);
});
