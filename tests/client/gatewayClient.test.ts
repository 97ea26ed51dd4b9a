import { describe, expect, test, vi } from "vitest";
import { createGatewayClient, type GatewayKind } from "../../src/client/index.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, json, routedFetch, scriptedFetch } from "./scriptedFetch.js";

const hi = { model: "some/group name", messages: [] };

function signal(): AbortSignal {
  return new AbortController().signal;
}

describe("where requests go", () => {
  test.each([
    [undefined, "/api/polylogue/chat/completions"],
    ["/chat/", "/chat/chat/completions"],
    ["https://llm.example.com", "https://llm.example.com/v1/chat/completions"],
    ["https://llm.example.com/", "https://llm.example.com/v1/chat/completions"],
    ["https://llm.example.com/v1/", "https://llm.example.com/v1/chat/completions"],
    [
      "https://llm.example.com/v1/chat/completions?x=1",
      "https://llm.example.com/v1/chat/completions",
    ],
    ["https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1/chat/completions"],
    ["http://localhost:4000", "http://localhost:4000/v1/chat/completions"],
  ])("%s", async (baseURL, url) => {
    const { fetch, requests } = scriptedFetch(chatStream("ok"));
    const client = createGatewayClient({ baseURL, fetch });
    expect((await readAnswer(client.stream(hi, { signal: signal() }))).text).toBe("ok");
    expect(requests.map((request) => request.url)).toEqual([url]);
  });
});

test("the model's name is sent as it is, with plain parameters and whatever the app adds", async () => {
  const { fetch, requests } = scriptedFetch(chatStream("ok"));
  const client = createGatewayClient({
    baseURL: "https://g.example",
    apiKey: async () => " sk-virtual ",
    headers: { "x-team": "a" },
    fetch,
  });
  await readAnswer(client.stream({ ...hi, config: { maxTokens: 5 } }, { signal: signal() }));
  expect(requests[0]).toMatchObject({
    headers: {
      authorization: "Bearer sk-virtual",
      "x-team": "a",
      "content-type": "application/json",
    },
    body: {
      model: "some/group name",
      max_tokens: 5,
      stream: true,
      stream_options: { include_usage: true },
    },
  });
});

test("a key that cannot be fetched is an error like any other", async () => {
  const apiKey = (): string => {
    throw new Error("session over");
  };
  const { fetch, requests } = scriptedFetch(chatStream("ok"));
  const { error } = await readAnswer(
    createGatewayClient({ apiKey, fetch }).stream(hi, { signal: signal() }),
  );
  expect(error).toMatchObject({
    code: "authentication",
    message: expect.stringContaining("session over") as string,
  });
  expect(requests).toHaveLength(0);
});

test("cookies go along when asked to", async () => {
  const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => chatStream("ok"));
  await readAnswer(
    createGatewayClient({ fetch, credentials: "include" }).stream(hi, { signal: signal() }),
  );
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: "include" });
});

describe("what kind of server it is", () => {
  const servers: [GatewayKind, Record<string, () => Response>][] = [
    [
      "polylogue",
      {
        "/providers": () =>
          json({
            object: "list",
            data: [
              { id: "groq", name: "Groq", status: "ready", keyVariables: [], canSetKey: false },
            ],
          }),
        "/models": () => json({ groq: [{ id: "groq/a", name: "A" }] }),
      },
    ],
    [
      "litellm",
      {
        "/health/liveliness": () => json("I'm alive!"),
        "/v1/models": () => json({ data: [{ id: "a" }] }),
      },
    ],
    [
      "ollama",
      {
        "/api/version": () => json({ version: "0.9" }),
        "/api/tags": () => json({ models: [{ name: "a" }] }),
      },
    ],
    ["openai", { "/v1/models": () => json({ data: [{ id: "a" }] }) }],
    [
      "openai",
      {
        "/providers": () => new Response("<html>an app</html>"),
        "/health/liveliness": () => new Response("<html>"),
        "/v1/models": () => json({ data: [{ id: "a" }] }),
      },
    ],
  ];
  test.each(servers)("%s is found out, once", async (kind, routes) => {
    const { fetch, requests } = routedFetch(routes);
    const client = createGatewayClient({ baseURL: "https://g.example", fetch });
    const [first] = await Promise.all([client.listModels(), client.listModels()]);
    const asked = requests.length;
    await client.providers();
    expect(first.map(({ id }) => id)).toEqual([kind === "polylogue" ? "groq/a" : "a"]);
    expect(requests.length - asked).toBe(kind === "polylogue" ? 1 : 0);
    expect((await client.providers())[0]?.id).toBe(kind === "polylogue" ? "groq" : kind);
  });

  test("is not asked when it was told, nor for OpenRouter, nor to stream", async () => {
    const told = routedFetch({ "/v1/models": () => json({ data: [] }) });
    await createGatewayClient({
      baseURL: "https://g.example",
      kind: "litellm",
      fetch: told.fetch,
    }).listModels();
    expect(told.requests.map(({ url }) => url)).toEqual([
      "https://g.example/v1/models",
      "https://g.example/model_group/info",
      "https://g.example/model/info",
    ]);
    const router = routedFetch({ "/api/v1/models": () => json({ data: [] }) });
    await createGatewayClient({
      baseURL: "https://openrouter.ai/api/v1",
      fetch: router.fetch,
    }).listModels();
    expect(router.requests).toHaveLength(1);
    const streamed = scriptedFetch(chatStream("a"));
    await readAnswer(
      createGatewayClient({ fetch: streamed.fetch }).stream(hi, { signal: signal() }),
    );
    expect(streamed.requests).toHaveLength(1);
  });

  test("is asked again after the server could not be reached", async () => {
    const { fetch } = scriptedFetch(
      new TypeError("down"),
      json({ data: [{ id: "p", status: "ready" }] }),
      json({}),
    );
    const client = createGatewayClient({ fetch });
    await expect(client.listModels()).rejects.toMatchObject({ code: "network" });
    expect(await client.listModels()).toEqual([]);
  });
});

describe("a connection test", () => {
  test("asks a Polylogue gateway to make it", async () => {
    const { fetch, requests } = scriptedFetch(
      json({ success: true, model: "m", durationMs: 12 }),
      json({ success: false, error: "No key.", code: "missing_key", details: "d" }),
      json({ success: false }),
    );
    const client = createGatewayClient({ kind: "polylogue", fetch });
    expect(await client.testConnection({ model: "m" })).toEqual({
      success: true,
      model: "m",
      durationMs: 12,
    });
    expect(await client.testConnection({ model: "m" })).toEqual({
      success: false,
      model: "m",
      error: "No key.",
      code: "missing_key",
      details: "d",
    });
    expect(await client.testConnection({ model: "m" })).toMatchObject({
      success: false,
      code: "server",
    });
    expect(requests[0]).toMatchObject({
      method: "POST",
      url: "/api/polylogue/test-connection",
      body: { model: "m" },
    });
  });

  test("elsewhere is one small request, and being cut short by its limit is a success", async () => {
    const { fetch, requests } = scriptedFetch(
      json({ choices: [{ message: { content: "Hel" }, finish_reason: "length" }] }),
    );
    const client = createGatewayClient({ baseURL: "https://g.example", kind: "litellm", fetch });
    expect(await client.testConnection({ model: "m" })).toMatchObject({
      success: true,
      model: "m",
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body).toMatchObject({ max_tokens: 16 });
  });

  test("tells of a refused key without throwing, and without trying twice", async () => {
    const { fetch, requests } = scriptedFetch(() => json({ error: { message: "bad key" } }, 401));
    const result = await createGatewayClient({ kind: "litellm", fetch }).testConnection({
      model: "m",
    });
    expect(result).toMatchObject({
      success: false,
      model: "m",
      code: "authentication",
      details: "bad key",
    });
    expect(requests).toHaveLength(1);
    const down = scriptedFetch(new TypeError("down"));
    expect(
      await createGatewayClient({ fetch: down.fetch }).testConnection({ model: "m" }),
    ).toMatchObject({ success: false, code: "network" });
  });

  test("that is stopped throws", async () => {
    const testing = createGatewayClient({
      kind: "litellm",
      fetch: scriptedFetch(chatStream("a")).fetch,
    }).testConnection({ model: "m", signal: AbortSignal.abort() });
    await expect(testing).rejects.toMatchObject({ code: "aborted" });
  });
});
