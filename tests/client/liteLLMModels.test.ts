import { describe, expect, test } from "vitest";
import { createGatewayClient } from "../../src/client/index.js";
import { json, routedFetch, type ScriptedFetch } from "./scriptedFetch.js";

const groups = {
  data: [
    {
      model_group: "gpt-5",
      providers: ["openai"],
      mode: "chat",
      max_input_tokens: 272_000,
      max_output_tokens: 128_000,
      input_cost_per_token: 0.000_001_25,
      output_cost_per_token: 0.000_01,
      supports_vision: true,
      supports_function_calling: true,
      supports_reasoning: false,
    },
    {
      model_group: "gpt-5-pro",
      providers: ["openai"],
      mode: "responses",
      max_input_tokens: 272_000,
    },
    { model_group: "ada", providers: ["openai"], mode: "embedding" },
    { model_group: "openai/*", providers: ["openai"], mode: null },
    {
      model_group: "my-llava",
      providers: ["hosted_vllm"],
      mode: null,
      max_input_tokens: null,
      input_cost_per_token: 0,
      output_cost_per_token: 0,
      supports_vision: true,
      supports_function_calling: false,
    },
  ],
};
const deployments = {
  data: [
    {
      model_name: "gpt-5",
      litellm_params: { model: "azure/our-deployment", api_base: "https://*****" },
      model_info: { base_model: "azure/gpt-5", mode: "chat", litellm_provider: "azure" },
    },
    {
      model_name: "fast",
      litellm_params: { model: "anthropic/claude-haiku-4-5" },
      model_info: {
        mode: "chat",
        litellm_provider: "anthropic",
        max_input_tokens: 200_000,
        supports_vision: true,
      },
    },
  ],
};
const names = {
  data: [
    { id: "gpt-5", created: 1_677_610_602, owned_by: "openai" },
    { id: "ada", created: 1_677_610_602, owned_by: "openai" },
    { id: "alias", created: 1_677_610_602, owned_by: "openai" },
  ],
};

const client = (routes: Record<string, () => Response>) => {
  const scripted: ScriptedFetch = routedFetch(routes);
  return createGatewayClient({
    baseURL: "https://g.example/v1",
    kind: "litellm",
    apiKey: "sk-1",
    fetch: scripted.fetch,
  });
};
const refused = (): Response => json({ error: { message: "not allowed" } }, 403);

describe("a LiteLLM proxy's models", () => {
  test("are those of all its lists, with what each knows, under who answers", async () => {
    const models = await client({
      "/v1/models": () => json(names),
      "/model_group/info": () => json(groups),
      "/model/info": () => json(deployments),
    }).listModels();
    expect(models.map(({ responsesOnly, ...model }) => [model, responsesOnly])).toEqual(
      [
        {
          id: "gpt-5",
          provider: "openai",
          upstream: "azure/gpt-5",
          maxInputTokens: 272_000,
          maxOutputTokens: 128_000,
          price: { input: 1.25, output: 10 },
          vision: true,
          tools: true,
          reasoning: false,
        },
        { id: "alias", provider: "litellm" },
        { id: "gpt-5-pro", provider: "openai", maxInputTokens: 272_000 },
        // Nothing is known of it, so "no" and "free" are not known either.
        { id: "my-llava", provider: "hosted_vllm", vision: true },
        {
          id: "fast",
          provider: "anthropic",
          upstream: "anthropic/claude-haiku-4-5",
          maxInputTokens: 200_000,
          vision: true,
        },
      ].map((model) => [model, false]),
    );
  });

  test("are the names alone, where the key may see no more", async () => {
    const models = await client({
      "/v1/models": () => json(names),
      "/model_group/info": refused,
      "/model/info": refused,
    }).listModels();
    expect(models.map(({ id }) => id)).toEqual(["gpt-5", "ada", "alias"]);
  });

  test("are those it describes, where it does not list the names", async () => {
    const models = await client({
      "/v1/models": refused,
      "/model_group/info": () => json(groups),
    }).listModels();
    expect(models.map(({ id }) => id)).toEqual(["gpt-5", "gpt-5-pro", "my-llava"]);
  });

  test("cannot be had where all is refused, and it says why", async () => {
    await expect(
      client({ "/v1/models": () => json({ error: { message: "bad key" } }, 401) }).listModels(),
    ).rejects.toMatchObject({ code: "authentication" });
  });

  test("are none where it serves none", async () => {
    expect(
      await client({
        "/v1/models": () => json({ data: [] }),
        "/model_group/info": () => json({ data: [] }),
      }).listModels(),
    ).toEqual([]);
  });

  test("of one provider are listed by themselves", async () => {
    const models = await client({
      "/v1/models": () => json(names),
      "/model/info": () => json(deployments),
    }).listModels({ provider: "anthropic" });
    expect(models.map(({ id }) => id)).toEqual(["fast"]);
  });

  test("survive answers of any shape", async () => {
    for (const answer of [null, 7, "x", [], { data: null }, { data: [null, 7, {}, []] }]) {
      const models = await client({
        "/v1/models": () => json({ data: [{ id: "a" }] }),
        "/model_group/info": () => json(answer),
        "/model/info": () => json(answer),
      }).listModels();
      expect(models).toMatchObject([{ id: "a", provider: "litellm" }]);
    }
  });
});
