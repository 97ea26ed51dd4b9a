import { describe, expect, test } from "vitest";
import { ChatError } from "../../src/client/errors.js";
import { createGatewayClient } from "../../src/client/gatewayClient.js";
import type { ModelInfo, ProviderStatus } from "../../src/client/types.js";
import { ask, errorOf, get, post, scriptedGateway } from "./scriptedClient.js";

const models: ModelInfo[] = [
  {
    id: "openai/gpt-5",
    provider: "openai",
    name: "GPT-5",
    createdAt: 1_754_000_000_500,
    contextTokens: 400_000,
    maxInputTokens: 272_000,
    maxOutputTokens: 128_000,
    vision: true,
    tools: true,
    reasoning: true,
    price: { input: 1.25, output: 10, cachedInput: 0.125 },
    retiresAt: Date.UTC(2027, 0, 14),
    preview: true,
    responsesOnly: true,
    snapshots: ["gpt-5-2025-08-07"],
    upstream: "azure/gpt-5",
  },
  { id: "openai/gpt-3.5", provider: "openai", vision: false },
  { id: "groq/llama-3", provider: "groq" },
  { id: "__proto__/x", provider: "__proto__" },
];
const providers: ProviderStatus[] = [
  {
    id: "openai",
    name: "OpenAI",
    status: "ready",
    keyVariables: ["OPENAI_API_KEY"],
    keyUrl: "https://platform.openai.com/api-keys",
    canSetKey: true,
  },
  {
    id: "groq",
    name: "Groq",
    status: "missing_key",
    keyVariables: ["GROQ_API_KEY"],
    canSetKey: true,
  },
];
const script = { models, providers };

async function json(path: string, options = {}): Promise<unknown> {
  const response = await scriptedGateway(script, options).handler(get(path));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  return response.json();
}

describe("GET /v1/models", () => {
  test("is OpenAI's list with what OpenRouter and LiteLLM add", async () => {
    expect(await json("/v1/models")).toEqual({
      object: "list",
      data: [
        {
          id: "openai/gpt-5",
          object: "model",
          created: 1_754_000_000,
          owned_by: "openai",
          name: "GPT-5",
          context_length: 400_000,
          max_input_tokens: 272_000,
          max_output_tokens: 128_000,
          architecture: { input_modalities: ["text", "image"] },
          supports_function_calling: true,
          supports_reasoning: true,
          pricing: { prompt: "0.00000125", completion: "0.00001", input_cache_read: "0.000000125" },
          expiration_date: "2027-01-14T00:00:00.000Z",
          preview: true,
          responsesOnly: true,
          snapshots: ["gpt-5-2025-08-07"],
          upstream: "azure/gpt-5",
        },
        {
          id: "openai/gpt-3.5",
          object: "model",
          created: 0,
          owned_by: "openai",
          name: "gpt-3.5",
          architecture: { input_modalities: ["text"] },
        },
        { id: "groq/llama-3", object: "model", created: 0, owned_by: "groq", name: "llama-3" },
        {
          id: "__proto__/x",
          object: "model",
          created: 0,
          owned_by: "__proto__",
          name: "x",
        },
      ],
    });
  });
});

describe("GET /models", () => {
  test("says everything that is known, by provider", async () => {
    const groups = (await json("/models")) as Record<string, unknown>;
    expect(Object.keys(groups)).toEqual(["openai", "groq", "__proto__"]);
    expect(groups["openai"]).toEqual([models[0], { ...models[1], name: "gpt-3.5" }]);
    expect(groups["groq"]).toEqual([{ ...models[2], name: "llama-3" }]);
  });
});

describe("GET /providers", () => {
  test("never offers to set a key", async () => {
    expect(await json("/providers")).toEqual({
      object: "list",
      data: providers.map((provider) => ({ ...provider, canSetKey: false })),
    });
  });
});

describe("POST /test-connection", () => {
  const test_ = (body: unknown, options = {}, own = {}) =>
    scriptedGateway({ ...script, ...own }, options).handler(post("/test-connection", body));

  test("says that a model answers", async () => {
    expect(await (await test_({ model: "openai/gpt-5" })).json()).toEqual({
      success: true,
      model: "openai/gpt-5",
      durationMs: 5,
    });
  });

  test("a model that is not offered is a result", async () => {
    const response = await test_({ model: "groq/llama-3" }, { models: ["openai/*"] });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      success: false,
      model: "groq/llama-3",
      code: "not_found",
    });
  });

  test.each([{}, { model: "" }, { model: 1 }, { model: "https://evil.example" }])(
    "%j is a bad request",
    async (body) => {
      const response = await test_(body);
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toMatchObject({ param: "model" });
    },
  );
});

describe("models", () => {
  test.each([
    [["openai/gpt-5"], "openai/gpt-5", true],
    [["openai/gpt-5"], "gpt-5", true],
    [["gpt-5"], "openai/gpt-5", true],
    [["openai/*"], "gpt-5", true],
    [["openrouter/anthropic/*"], "openrouter/anthropic/claude-opus-5", true],
    [["openrouter/anthropic/*"], "openrouter/openai/gpt-5", false],
    [["openai/gpt-5"], "openai/gpt-5-mini", false],
    [["openai/gpt-5"], "azure/gpt-5", false],
    [["openai/gpt-5"], "OpenAI/GPT-5", false],
    [["openai/*"], "openai", false],
    [["openai/*"], "openaix/gpt-5", false],
    [["vllm/*"], "hosted_vllm/llama", true],
    [["*"], "openai/gpt-5", false],
    [[], "openai/gpt-5", false],
  ])("%j and %s: %s", async (list, model, isOffered) => {
    const { handler, requests } = scriptedGateway({}, { models: list });
    const response = await handler(ask({ model }));
    expect(response.status).toBe(isOffered ? 200 : 404);
    expect(requests).toHaveLength(isOffered ? 1 : 0);
  });

  test("also cut the lists", async () => {
    const options = { models: ["openai/gpt-5"] };
    expect(await json("/v1/models", options)).toMatchObject({ data: [{ id: "openai/gpt-5" }] });
    expect(Object.keys((await json("/models", options)) as object)).toEqual(["openai"]);
    expect(await json("/providers", options)).toMatchObject({ data: [{ id: "openai" }] });
  });
});

describe("paths", () => {
  const { handler } = scriptedGateway(script);
  const status = async (path: string, method = "GET") =>
    (await handler(new Request(`http://localhost${path}`, { method }))).status;

  test("only their ends count, so any mount point will do", async () => {
    for (const mount of ["", "/api/polylogue", "/a/b/c"]) {
      for (const path of ["/v1/models", "/models", "/providers", "/models/", "/models?x=1"]) {
        expect(await status(mount + path)).toBe(200);
      }
      for (const path of ["/v1/chat/completions", "/chat/completions"]) {
        expect(await status(mount + path, "POST")).toBe(415);
      }
    }
  });

  test("anything else is not there", async () => {
    for (const path of ["/", "/v1", "/xmodels", "/models/x", "/chat", "/v1/embeddings"])
      expect(await status(path)).toBe(404);
    expect((await errorOf(await handler(get("/nothing"))))["message"]).toContain(
      "POST …/chat/completions",
    );
  });

  test("another method is refused with the right one", async () => {
    for (const [path, method, allowed] of [
      ["/v1/chat/completions", "GET", "POST, OPTIONS"],
      ["/models", "POST", "GET, OPTIONS"],
      ["/providers", "DELETE", "GET, OPTIONS"],
    ] as const) {
      const response = await handler(new Request(`http://localhost${path}`, { method }));
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe(allowed);
    }
  });

  test("a list that cannot be had is an error with its status", async () => {
    const { handler: broken } = scriptedGateway({
      fault: new ChatError("authentication", "The key is wrong.", { status: 401 }),
    });
    for (const path of ["/v1/models", "/models", "/providers"]) {
      const response = await broken(get(path));
      expect(response.status).toBe(401);
      expect(await errorOf(response)).toMatchObject({
        code: "authentication",
        message: "The key is wrong.",
      });
    }
  });
});

test("any client of OpenAI's list reads the same facts", async () => {
  const { handler } = scriptedGateway({ ...script, models: models.slice(0, 1) });
  const client = createGatewayClient({
    baseURL: "http://localhost/api/polylogue/v1",
    kind: "openai",
    fetch: (url, init) => handler(new Request(url, init)),
  });
  expect(await client.listModels()).toEqual([
    // The list counts seconds.
    { ...models[0], createdAt: 1_754_000_000_000 },
  ]);
});

test("our own client recognises the gateway and reads its lists", async () => {
  const { handler } = scriptedGateway({ ...script, models: models.slice(0, 3) });
  const client = createGatewayClient({
    baseURL: "http://localhost/api/polylogue",
    fetch: (url, init) => handler(new Request(url, init)),
  });
  expect(await client.listModels()).toEqual(
    models.slice(0, 3).map((model) => ({
      ...model,
      name: model.name ?? model.id.slice(model.id.indexOf("/") + 1),
    })),
  );
  expect(await client.providers()).toEqual(
    providers.map((provider) => ({ ...provider, canSetKey: false })),
  );
  expect(await client.testConnection({ model: "openai/gpt-5" })).toMatchObject({ success: true });
});
