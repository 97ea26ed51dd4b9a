import { describe, expect, test } from "vitest";
import { createDirectClient } from "../../src/client/index.js";
import type { Environment } from "../../src/client/index.js";
import { json, scriptedFetch } from "./scriptedFetch.js";

/** The headers that carry keys, of one request and one look at the model list. */
async function sent(
  model: string,
  env: Environment,
  key?: string,
): Promise<Record<string, string | undefined>[]> {
  const { fetch, requests } = scriptedFetch(() => json({ error: { message: "no" } }, 403));
  const provider = model.slice(0, model.indexOf("/"));
  const client = createDirectClient({ env, fetch, maxRetries: 0, keys: { [provider]: key } });
  await client.testConnection({ model });
  await client.listModels({ provider }).catch(() => {});
  return requests.map(({ headers }) =>
    Object.fromEntries(
      ["authorization", "x-api-key", "api-key"].flatMap((name) =>
        name in headers ? [[name, headers[name]]] : [],
      ),
    ),
  );
}

describe("Anthropic, for an answer and for the model list", () => {
  const twice = (headers: object): object[] => [headers, headers];

  test("a token is sent as one", async () => {
    expect(await sent("anthropic/claude-opus-5", { ANTHROPIC_AUTH_TOKEN: "t" })).toEqual(
      twice({ authorization: "Bearer t" }),
    );
  });

  test("a key wins over it, from the environment or given", async () => {
    const key = twice({ "x-api-key": "k" });
    const both = { ANTHROPIC_AUTH_TOKEN: "t", ANTHROPIC_API_KEY: "k" };
    expect(await sent("anthropic/claude-opus-5", both)).toEqual(key);
    expect(await sent("anthropic/claude-opus-5", { ANTHROPIC_AUTH_TOKEN: "t" }, "k")).toEqual(key);
  });

  test("a token that cannot stand in a header is refused before it is sent", async () => {
    expect(await sent("anthropic/claude-opus-5", { ANTHROPIC_AUTH_TOKEN: "t\nt" })).toEqual([]);
  });
});

test("Azure takes a token of Microsoft Entra beside its keys", async () => {
  const base = { AZURE_API_BASE: "https://r.openai.azure.com" };
  expect(await sent("azure/d", { ...base, AZURE_AD_TOKEN: "t" })).toEqual([
    { authorization: "Bearer t" },
  ]);
  expect(await sent("azure/d", { ...base, AZURE_AD_TOKEN: "t", AZURE_API_KEY: "k" })).toEqual([
    { "api-key": "k" },
  ]);
});
