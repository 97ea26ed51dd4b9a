import { expect, test } from "vitest";
import { findProvider, providerTable } from "../../src/client/index.js";
import { keyPage } from "../../src/client/keyPages.js";
import { loadProtocol } from "../../src/client/loadProtocol.js";

test("every row of the provider table is whole", async () => {
  const ids = providerTable.map(({ id }) => id);
  expect(ids).toHaveLength(85);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, name, protocol, baseURL, keyVariables, browser } of providerTable) {
    expect(id).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
    expect(name).toMatch(/^\S.*\S$/);
    expect(["yes", "no", "local", "unknown"]).toContain(browser);
    for (const variable of keyVariables) expect(variable).toMatch(/^[A-Z0-9_]+$/);
    for (const address of [baseURL, keyPage(id)].filter((one) => one !== undefined)) {
      expect(new URL(address).href.replace(/\/$/, "")).toBe(address);
    }
    expect((await loadProtocol(protocol)).id).toBe(protocol);
  }
});

test("what a row leaves out follows its rule", () => {
  expect(findProvider("groq")).toEqual({
    id: "groq",
    name: "Groq",
    protocol: "openai-chat",
    baseURL: "https://api.groq.com/openai/v1",
    keyVariables: ["GROQ_API_KEY"],
    browser: "yes",
  });
  expect(findProvider("ollama_chat")).toEqual({
    id: "ollama_chat",
    name: "Ollama, native",
    protocol: "ollama-chat",
    baseURL: "http://localhost:11434",
    keyVariables: ["OLLAMA_API_KEY"],
    browser: "local",
  });
  expect(findProvider("llamafile")?.keyVariables).toEqual([]);
  expect(findProvider("azure")?.tokenVariables).toEqual(["AZURE_AD_TOKEN"]);
  expect(findProvider("nano-gpt")?.keyVariables).toEqual(["NANOGPT_API_KEY"]);
  expect(findProvider("bedrock")).toMatchObject({ baseURL: undefined, browser: "no" });
  expect(findProvider("snowflake")?.keyVariables).toEqual(["SNOWFLAKE_JWT", "SNOWFLAKE_TOKEN"]);
});
