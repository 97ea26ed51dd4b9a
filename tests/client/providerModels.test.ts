import { describe, expect, test } from "vitest";
import { createDirectClient, createGatewayClient } from "../../src/client/index.js";
import { json, routedFetch, scriptedFetch, type SentRequest } from "./scriptedFetch.js";

describe("lists of several pages are read on", () => {
  test("Anthropic's", async () => {
    const { fetch, requests } = scriptedFetch(
      json({ data: [{ id: "claude-b" }], has_more: true, last_id: "claude-b" }),
      json({ data: [{ id: "claude-a" }], has_more: false, last_id: "claude-a" }),
    );
    const models = await createDirectClient({ fetch, keys: { anthropic: "k" } }).listModels();
    expect(models.map(({ id }) => id)).toEqual(["anthropic/claude-b", "anthropic/claude-a"]);
    expect(requests[1]?.url).toBe(
      "https://api.anthropic.com/v1/models?limit=1000&after_id=claude-b",
    );
    expect(requests[1]?.headers).toMatchObject({ "x-api-key": "k" });
  });

  test("Gemini's and Cohere's", async () => {
    const { fetch, requests } = scriptedFetch((request) =>
      request.url.includes("oken=t")
        ? json({ models: [{ name: "models/b" }] })
        : json({ models: [{ name: "models/a" }], nextPageToken: "t", next_page_token: "t" }),
    );
    const models = await createDirectClient({
      fetch,
      keys: { gemini: "k", cohere: "k" },
    }).listModels();
    expect(models.map(({ id }) => id)).toEqual(["gemini/a", "gemini/b", "cohere/a", "cohere/b"]);
    expect(requests).toHaveLength(4);
  });

  test("but not for ever", async () => {
    const { fetch, requests } = scriptedFetch(() =>
      json({ data: [{ id: "claude" }], has_more: true, last_id: "claude" }),
    );
    await createDirectClient({ fetch, keys: { anthropic: "k" } }).listModels();
    expect(requests).toHaveLength(5);
  });
});

describe("a richer list is asked first", () => {
  test("xAI's, and the plain one where it is not there", async () => {
    const rich = routedFetch({
      "/v1/language-models": () => json({ models: [{ id: "grok-4", input_modalities: ["text"] }] }),
    });
    const keys = { xai: "k" };
    expect(await createDirectClient({ fetch: rich.fetch, keys }).listModels()).toEqual([
      { id: "xai/grok-4", provider: "xai", vision: false },
    ]);
    const plain = routedFetch({ "/v1/models": () => json({ data: [{ id: "grok-4" }] }) });
    expect(await createDirectClient({ fetch: plain.fetch, keys }).listModels()).toEqual([
      { id: "xai/grok-4", provider: "xai" },
    ]);
  });

  test("LM Studio's", async () => {
    const { fetch } = routedFetch({
      "/api/v0/models": () => json({ data: [{ id: "q", type: "vlm", max_context_length: 4 }] }),
    });
    expect(await createDirectClient({ fetch, providers: { lm_studio: {} } }).listModels()).toEqual([
      { id: "lm_studio/q", provider: "lm_studio", vision: true, contextTokens: 4 },
    ]);
  });
});

test("a LiteLLM proxy tells what its models can do in a list of its own", async () => {
  const { fetch, requests } = routedFetch({
    "/v1/models": () => json({ data: [{ id: "fast" }, { id: "ada" }] }),
    "/model_group/info": () =>
      json({
        data: [
          { model_group: "fast", mode: "chat", max_input_tokens: 9, supports_vision: true },
          { model_group: "ada", mode: "embedding" },
        ],
      }),
  });
  const providers = { litellm_proxy: { baseURL: "https://l.example", apiKey: "sk-1" } };
  expect(await createDirectClient({ fetch, providers }).listModels()).toMatchObject([
    { id: "litellm_proxy/fast", provider: "litellm_proxy", maxInputTokens: 9, vision: true },
  ]);
  expect(requests.map(({ headers }) => headers["authorization"])).toEqual(
    requests.map(() => "Bearer sk-1"),
  );
});

describe("a provider without a list has the models of the catalogue", () => {
  test("Perplexity", async () => {
    const { fetch } = routedFetch({});
    const models = await createDirectClient({ fetch, keys: { perplexity: "k" } }).listModels();
    expect(models.map(({ id }) => id)).toContain("perplexity/sonar-pro");
    expect(models.every(({ provider }) => provider === "perplexity")).toBe(true);
  });

  test("but not one that refuses the key, or does not answer", async () => {
    for (const reply of [json({ error: { message: "bad key" } }, 401), new TypeError("down")]) {
      const { fetch } = scriptedFetch(reply);
      await expect(
        createDirectClient({ fetch, keys: { perplexity: "k" } }).listModels(),
      ).rejects.toMatchObject({ name: "ChatError" });
    }
  });

  test("nor one the catalogue does not know", async () => {
    const { fetch } = routedFetch({});
    await expect(
      createDirectClient({ fetch, keys: { sambanova: "k" } }).listModels(),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

test("one provider is asked by itself", async () => {
  const { fetch, requests } = scriptedFetch(() => json({ data: [{ id: "a" }] }));
  const client = createDirectClient({ fetch, keys: { openai: "k", groq: "k" } });
  expect(await client.listModels({ provider: "groq" })).toEqual([
    { id: "groq/a", provider: "groq" },
  ]);
  expect(requests).toHaveLength(1);
  expect(await client.listModels({ provider: "nobody" })).toEqual([]);
});

describe("Ollama", () => {
  const tags = (...names: string[]): Response =>
    json({ models: names.map((name) => ({ name, modified_at: "2026-02-01T00:00:00Z" })) });
  const shown: Record<string, object> = {
    "llava:7b": {
      capabilities: ["completion", "vision"],
      model_info: { "general.architecture": "llama", "llama.context_length": 32_768 },
    },
    "qwen3:8b": { capabilities: ["completion", "tools", "thinking"], model_info: {} },
    "bge-m3": { capabilities: ["embedding"] },
    old: {},
  };
  const show = ({ body }: SentRequest): Response =>
    json(shown[(body as { model: string }).model] ?? {});

  test("is asked what each of its models can do", async () => {
    const { fetch, requests } = routedFetch({
      "/api/tags": () => tags("llava:7b", "qwen3:8b", "bge-m3", "old"),
      "/api/show": show,
    });
    const models = await createDirectClient({ fetch, providers: { ollama: {} } }).listModels();
    expect(models).toEqual([
      {
        id: "ollama/llava:7b",
        provider: "ollama",
        contextTokens: 32_768,
        vision: true,
        tools: false,
        reasoning: false,
      },
      { id: "ollama/qwen3:8b", provider: "ollama", vision: false, tools: true, reasoning: true },
      { id: "ollama/old", provider: "ollama" },
    ]);
    // What sounds like an embedding is not even asked about.
    expect(requests.map(({ url }) => url.replace("http://localhost:11434", ""))).toEqual([
      "/api/tags",
      "/api/show",
      "/api/show",
      "/api/show",
    ]);
  });

  test("is asked a few questions at a time, and may refuse some", async () => {
    let open = 0;
    let most = 0;
    const { fetch } = scriptedFetch(async ({ url, body }) => {
      if (url.endsWith("/api/tags")) return tags(...Array.from("abcdefghij"));
      most = Math.max(most, ++open);
      await Promise.resolve();
      await Promise.resolve();
      open -= 1;
      return (body as { model: string }).model === "c"
        ? json({ error: "gone" }, 500)
        : json({ capabilities: ["completion"] });
    });
    const gateway = createGatewayClient({ kind: "ollama", baseURL: "http://box:11434", fetch });
    const models = await gateway.listModels();
    expect(models.map(({ id }) => id).join("")).toBe("abcdefghij");
    expect(models[2]).toEqual({ id: "c", provider: "ollama" });
    expect(most).toBe(4);
  });

  test("a sign of life is one small question", async () => {
    const { fetch, requests } = routedFetch({
      "/api/tags": () => tags("a", "b"),
      "/api/show": show,
    });
    const client = createDirectClient({ fetch, providers: { ollama: {} } });
    const providers = await client.providers();
    expect(providers.find(({ id }) => id === "ollama")?.status).toBe("ready");
    expect(requests).toHaveLength(1);
  });
});

describe("Bedrock", () => {
  const foundation = {
    modelSummaries: [
      {
        modelId: "amazon.nova-pro-v1:0",
        modelName: "Nova Pro",
        providerName: "Amazon",
        inputModalities: ["TEXT", "IMAGE"],
        outputModalities: ["TEXT"],
        inferenceTypesSupported: ["ON_DEMAND"],
        modelLifecycle: { status: "ACTIVE" },
      },
      {
        modelId: "anthropic.claude-opus-5-5",
        modelName: "Claude Opus 5.5",
        inputModalities: ["TEXT", "IMAGE"],
        inferenceTypesSupported: ["INFERENCE_PROFILE"],
      },
      {
        modelId: "meta.llama-bought",
        inputModalities: ["TEXT"],
        inferenceTypesSupported: ["PROVISIONED"],
      },
    ],
  };
  const profiles = {
    inferenceProfileSummaries: [
      {
        inferenceProfileId: "us.anthropic.claude-opus-5-5",
        status: "ACTIVE",
        models: [
          { modelArn: "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-5-5" },
        ],
      },
      {
        inferenceProfileId: "us.stability.image",
        models: [{ modelArn: "arn:aws:bedrock:us-east-1::foundation-model/stability.image" }],
      },
    ],
  };
  const answer = ({ url }: SentRequest): Response =>
    json(url.includes("inference-profiles") ? profiles : foundation);
  const listed = [
    { id: "bedrock/amazon.nova-pro-v1:0", provider: "bedrock", name: "Nova Pro", vision: true },
    {
      id: "bedrock/us.anthropic.claude-opus-5-5",
      provider: "bedrock",
      name: "Claude Opus 5.5",
      vision: true,
    },
  ];

  test("lists on its other host what answers, with a bearer key", async () => {
    const { fetch, requests } = scriptedFetch(answer);
    const client = createDirectClient({
      fetch,
      providers: { bedrock: { region: "eu-central-1", apiKey: "bk" } },
    });
    expect(await client.listModels()).toEqual(listed);
    expect(requests.map(({ url }) => url)).toEqual([
      "https://bedrock.eu-central-1.amazonaws.com/foundation-models?byOutputModality=TEXT",
      "https://bedrock.eu-central-1.amazonaws.com/inference-profiles?maxResults=1000",
    ]);
    for (const { headers, method } of requests) {
      expect(method).toBe("GET");
      expect(headers["authorization"]).toBe("Bearer bk");
    }
  });

  test("or signed", async () => {
    const { fetch, requests } = scriptedFetch(answer);
    const env = { AWS_ACCESS_KEY_ID: "AKIA1", AWS_SECRET_ACCESS_KEY: "s" };
    expect(await createDirectClient({ fetch, env }).listModels()).toEqual(listed);
    for (const { headers } of requests)
      expect(headers["authorization"]).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIA1\/.*bedrock/);
  });

  test("without the profiles where the key may not see them", async () => {
    const { fetch } = scriptedFetch((request) =>
      request.url.includes("inference-profiles")
        ? json({ message: "not authorized" }, 403)
        : answer(request),
    );
    const providers = { bedrock: { apiKey: "bk" } };
    expect(await createDirectClient({ fetch, providers }).listModels()).toEqual([listed[0]]);
  });

  test("has the models of the catalogue where the key may see no list, and at an address of one's own", async () => {
    const { fetch, requests } = scriptedFetch(() => json({ message: "not authorized" }, 403));
    for (const settings of [{}, { baseURL: "https://bedrock.proxy.example" }]) {
      const client = createDirectClient({
        fetch,
        providers: { bedrock: { apiKey: "bk", ...settings } },
      });
      const models = await client.listModels();
      expect(models.map(({ id }) => id)).toContain("bedrock/anthropic.claude-opus-5-5");
    }
    expect(requests.every(({ url }) => !url.includes("proxy"))).toBe(true);
  });
});
