import { describe, expect, test } from "vitest";
import {
  createDirectClient,
  type DirectClientOptions,
  providerTable,
} from "../../src/client/index.js";
import { askDirectly } from "./askDirectly.js";
import { chatStream, json, routedFetch, scriptedFetch } from "./scriptedFetch.js";

describe("a model that speaks Responses alone is not asked in Chat Completions", () => {
  const settings = { baseURL: "https://r.openai.azure.com", baseModels: { mine: "gpt-5.4-pro" } };
  const keys = { openai: "k", azure: "k", openrouter: "k" };

  async function asked(model: string): Promise<string> {
    const { fetch, requests } = scriptedFetch(json({}, 400));
    const options = { keys, providers: { azure: settings }, fetch, dangerouslyAllowBrowser: true };
    await createDirectClient(options).testConnection({ model });
    return new URL(requests[0]!.url).pathname;
  }

  test.each([
    "openai/gpt-5.5-pro",
    "o3-pro-2025-06-10",
    "openai/gpt-7-pro",
    "openai/gpt-5.3-codex",
    "openai/o3-deep-research",
    "azure/mine",
  ])("%s", async (model) => {
    expect(await asked(model)).toMatch(/\/v1\/responses$/);
  });

  test.each([
    "openai/gpt-5.5",
    "openai/o3",
    "openai/gpt-4o-prose",
    "openrouter/openai/gpt-5.5-pro",
    "azure/gpt-5.5",
  ])("%s speaks both", async (model) => {
    expect(await asked(model)).toMatch(/\/chat\/completions$/);
  });
});

describe("a model name finds its provider", () => {
  test.each<[string, DirectClientOptions, string, Record<string, string>]>([
    [
      "openai/gpt-4o",
      { keys: { openai: "k1" } },
      "https://api.openai.com/v1/chat/completions",
      { authorization: "Bearer k1" },
    ],
    [
      "gpt-4o",
      { keys: { openai: () => "k1" } },
      "https://api.openai.com/v1/chat/completions",
      { authorization: "Bearer k1" },
    ],
    [
      "groq/llama",
      { env: { GROQ_API_KEY: "k2" } },
      "https://api.groq.com/openai/v1/chat/completions",
      { authorization: "Bearer k2" },
    ],
    [
      "openrouter/anthropic/claude",
      { keys: { openrouter: "k3" } },
      "https://openrouter.ai/api/v1/chat/completions",
      {},
    ],
    ["ollama/llama3", {}, "http://localhost:11434/v1/chat/completions", {}],
    [
      "ollama/llama3",
      { env: { OLLAMA_API_BASE: "http://box:11434/" } },
      "http://box:11434/v1/chat/completions",
      {},
    ],
    [
      "openai/x",
      { env: { OPENAI_BASE_URL: "http://local:1/v1" } },
      "http://local:1/v1/chat/completions",
      {},
    ],
    [
      "mine/x",
      { providers: { mine: { baseURL: "https://mine.example/v1", apiKey: "k4" } } },
      "https://mine.example/v1/chat/completions",
      { authorization: "Bearer k4" },
    ],
    [
      "azure/dep",
      { keys: { azure: "k5" }, env: { AZURE_API_BASE: "https://r.openai.azure.com/" } },
      "https://r.openai.azure.com/openai/v1/chat/completions",
      { "api-key": "k5" },
    ],
    [
      "azure/dep",
      {
        env: {
          AZURE_API_KEY: "k5",
          AZURE_API_BASE: "https://r.openai.azure.com",
          AZURE_API_VERSION: "2024-10-21",
        },
      },
      "https://r.openai.azure.com/openai/deployments/dep/chat/completions?api-version=2024-10-21",
      { "api-key": "k5" },
    ],
    [
      "https://r.openai.azure.com/openai/deployments/dep/chat/completions?api-version=2024-10-21",
      { keys: { azure: "k5" } },
      "https://r.openai.azure.com/openai/deployments/dep/chat/completions?api-version=2024-10-21",
      { "api-key": "k5" },
    ],
    [
      "openai/gpt-4",
      {
        providers: {
          openai: {
            apiKey: "k6",
            baseURL: "https://r.openai.azure.com/openai/deployments/dep?api-version=2024-10-21",
          },
        },
      },
      "https://r.openai.azure.com/openai/deployments/gpt-4/chat/completions?api-version=2024-10-21",
      { "api-key": "k6" },
    ],
  ])("%s %o", async (model, options, url, headers) => {
    const { answer, requests } = await askDirectly(model, options);
    expect(answer.error).toBeUndefined();
    expect(requests[0]?.url).toBe(url);
    expect(requests[0]?.headers).toMatchObject(headers);
  });

  test("what is common goes to all, what is a provider's own only to it", async () => {
    const { requests } = await askDirectly("groq/a", {
      keys: { groq: "k" },
      headers: { "x-a": "1" },
      providers: { groq: { headers: { "x-b": "2" } }, xai: { headers: { "x-c": "3" } } },
    });
    expect(requests[0]?.headers).toMatchObject({ "x-a": "1", "x-b": "2" });
    expect(requests[0]?.headers).not.toHaveProperty("x-c");
  });
});

describe("what cannot be asked says why", () => {
  test("a missing key names the provider, the variable and the page", async () => {
    const { answer, requests } = await askDirectly("groq/a", {});
    expect(answer.error?.code).toBe("missing_key");
    for (const word of ["Groq", "GROQ_API_KEY", "https://console.groq.com/keys"])
      expect(answer.error?.message).toContain(word);
    expect(requests).toHaveLength(0);
  });

  test.each(
    providerTable.flatMap(({ id, name, keyVariables, browser }) =>
      keyVariables.length > 0 && browser !== "local" ? [[id, name, keyVariables[0]!] as const] : [],
    ),
  )(
    "%s: whose key is missing, where it is read, and where to get one",
    async (id, name, variable) => {
      const { answer, requests } = await askDirectly(`${id}/a`, { env: {} });
      expect(answer.error?.code).toBe("missing_key");
      expect(answer.error?.message).toContain(
        `There is no API key for ${name}. Set ${variable} on`,
      );
      expect(answer.error?.message).toMatch(
        / Keys are made at (?:[^ ]+\.[a-z]+\S*|[a-z' ]+, under \/ui)(?:, in your account there)?\.$/,
      );
      expect(requests).toEqual([]);
    },
  );

  test("keys are made where people have their account, not where models answer", async () => {
    for (const [id, place] of [
      ["github", "github.com/settings/tokens"],
      ["azure_ai", "ai.azure.com"],
      ["litellm_proxy", "the proxy's own address"],
    ] as const) {
      const { answer } = await askDirectly(`${id}/a`, { env: {} });
      expect(answer.error?.message).toContain(`Keys are made at ${place}`);
    }
  });

  test("a provider without a common address", async () => {
    const { answer } = await askDirectly("azure/dep", { keys: { azure: "k" } });
    expect(answer.error).toMatchObject({
      code: "bad_request",
      message: expect.stringContaining("AZURE_API_BASE") as string,
    });
  });

  test.each(["nobody/x", "constructor/x", "__proto__/x", "toString/x"])(
    "%s is nobody's",
    async (model) => {
      expect((await askDirectly(model, { keys: {}, providers: {} })).answer.error?.code).toBe(
        "bad_request",
      );
    },
  );

  test("a key that cannot be sent, before anything is", async () => {
    const { answer, requests } = await askDirectly("groq/a", { keys: { groq: "a b" } });
    expect(answer.error?.code).toBe("authentication");
    expect(requests).toHaveLength(0);
  });
});

describe("lists", () => {
  test("leave out Azure, which lists what could be deployed", async () => {
    const { fetch, requests } = scriptedFetch(json({ data: [{ id: "gpt-4o" }] }));
    const env = { AZURE_API_KEY: "k", AZURE_API_BASE: "https://r.openai.azure.com" };
    expect(await createDirectClient({ fetch, env }).listModels()).toEqual([]);
    expect(requests).toHaveLength(0);
  });

  const routes = {
    "/openai/v1/models": () => json({ data: [{ id: "llama", context_window: 8 }] }),
    "/v1/models": () => json({ error: { message: "down" } }, 500),
  };

  test("name every model with its provider, and do without a provider that fails", async () => {
    const { fetch, requests } = routedFetch(routes);
    const client = createDirectClient({ fetch, keys: { groq: "k", openai: "k" } });
    expect(await client.listModels()).toEqual([
      { id: "groq/llama", provider: "groq", contextTokens: 8 },
    ]);
    expect(requests).toHaveLength(2);
    expect(requests[0]?.headers).toMatchObject({ authorization: "Bearer k" });
  });

  test("fail when every provider fails, and are empty when there is none", async () => {
    const { fetch } = routedFetch(routes);
    await expect(
      createDirectClient({ fetch, keys: { openai: "k" } }).listModels(),
    ).rejects.toMatchObject({ code: "server" });
    expect(await createDirectClient({ fetch }).listModels()).toEqual([]);
  });

  test("of providers say what stands between a person and each", async () => {
    const { fetch } = routedFetch({ "/v1/models": () => json({ data: [] }) });
    const client = createDirectClient({
      fetch,
      keys: { groq: "k" },
      providers: { ollama: {}, mine: { baseURL: "https://m.example" } },
    });
    const providers = await client.providers();
    const by = (id: string): unknown => providers.find((one) => one.id === id);
    expect(by("groq")).toEqual({
      id: "groq",
      name: "Groq",
      status: "ready",
      keyVariables: ["GROQ_API_KEY"],
      keyUrl: "https://console.groq.com/keys",
      canSetKey: true,
    });
    expect(by("openai")).toMatchObject({ status: "missing_key" });
    expect(by("ollama")).toMatchObject({ status: "ready", canSetKey: false });
    expect(by("mine")).toMatchObject({ status: "ready" });
    expect(by("anthropic")).toMatchObject({ status: "missing_key" });
    expect(JSON.stringify(providers)).not.toContain('"k"');
  });

  test("a server that is not running is unreachable; nobody else is asked", async () => {
    const { fetch, requests } = scriptedFetch(new TypeError("refused"));
    const client = createDirectClient({ fetch, keys: { groq: "k" }, providers: { ollama: {} } });
    expect((await client.providers()).find(({ id }) => id === "ollama")?.status).toBe(
      "unreachable",
    );
    expect(requests.map(({ url }) => url)).toEqual(["http://localhost:11434/api/tags"]);
  });
});

describe("a connection test", () => {
  test("is one small request", async () => {
    const { fetch, requests } = scriptedFetch(chatStream("Hi"));
    expect(
      await createDirectClient({ fetch, keys: { openai: "k" } }).testConnection({
        model: "gpt-4o",
      }),
    ).toMatchObject({ success: true, model: "gpt-4o" });
    expect(requests[0]?.body).toMatchObject({ max_completion_tokens: 16 });
  });

  test("tells of a missing key or an unknown name without throwing", async () => {
    expect(await createDirectClient().testConnection({ model: "gpt-4o" })).toMatchObject({
      success: false,
      code: "missing_key",
    });
    expect(await createDirectClient().testConnection({ model: "nobody" })).toMatchObject({
      success: false,
      code: "bad_request",
    });
  });
});

test("the table is regular: ids and addresses are unique enough to be keys, and every address is a base URL", () => {
  expect(new Set(providerTable.map(({ id }) => id)).size).toBe(providerTable.length);
  const addresses = providerTable.flatMap(({ baseURL }) => baseURL ?? []);
  expect(
    addresses.filter((address) => !/^https?:\/\/[^/]+(?:\/[\w.#/-]+)?$/.test(address)),
  ).toEqual([]);
  expect(
    providerTable.filter(({ baseURL }) => /\/$|chat\/completions/.test(baseURL ?? "")),
  ).toEqual([]);
});
