import { describe, expect, test } from "vitest";
import {
  anthropic,
  azure,
  bedrock,
  type ChatModel,
  google,
  groq,
  ollama,
  openAICompatible,
  openai,
  openrouter,
} from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";
import { chatCompletionsResponse } from "../../src/testing/index.js";

interface Sent {
  url: string;
  headers: Record<string, string>;
  body: { model: string; messages: unknown[] };
}

/** Asks a model one thing and says what was sent where. */
async function sentBy(create: (options: { fetch: typeof fetch }) => ChatModel): Promise<Sent> {
  let sent: Sent | undefined;
  const model = create({
    fetch: async (input, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers));
      const body = JSON.parse(init!.body as string) as Sent["body"];
      sent = { url: input as string, headers, body };
      return chatCompletionsResponse(["Hi"]);
    },
  });
  const store = createChatStore({ backend: () => ({ model }) });
  await store.sendMessage({ text: "Hello" });
  const { error } = store.state.getState();
  if (error) throw error;
  return sent!;
}

const apiKey = "key-1";
const azureURL =
  "https://res.openai.azure.com/openai/deployments/mine/chat/completions?api-version=2024-10-21";
const azureEnv = { AZURE_API_KEY: "key-3", AZURE_API_BASE: "https://res.openai.azure.com" };

describe("a model with its own connection", () => {
  test.each<[string, (o: { fetch: typeof fetch }) => ChatModel, string, string]>([
    [
      "openai",
      (o) => openai("gpt-4o", { apiKey, ...o }),
      "https://api.openai.com/v1/chat/completions",
      "gpt-4o",
    ],
    [
      "openai by prefix: Ollama",
      (o) => openai("ollama/llama3", o),
      "http://localhost:11434/v1/chat/completions",
      "llama3",
    ],
    [
      "openai by prefix: Together",
      (o) => openai("together_ai/meta-llama/Llama-3-70b", { apiKey, ...o }),
      "https://api.together.xyz/v1/chat/completions",
      "meta-llama/Llama-3-70b",
    ],
    [
      "openai by prefix: OpenRouter",
      (o) => openai("openrouter/anthropic/claude-sonnet-5", { apiKey, ...o }),
      "https://openrouter.ai/api/v1/chat/completions",
      "anthropic/claude-sonnet-5",
    ],
    [
      "openai at an Azure URL",
      (o) => openai("gpt-4", { apiKey, baseURL: azureURL, ...o }),
      azureURL,
      "mine",
    ],
    [
      "openai at any other URL: the name as it is",
      (o) => openai("ollama/llama3", { apiKey, baseURL: "https://llm.test/v1", ...o }),
      "https://llm.test/v1/chat/completions",
      "ollama/llama3",
    ],
    [
      "groq",
      (o) => groq("llama-3.3-70b", { apiKey, ...o }),
      "https://api.groq.com/openai/v1/chat/completions",
      "llama-3.3-70b",
    ],
    [
      "openrouter",
      (o) => openrouter("x/y", { apiKey, ...o }),
      "https://openrouter.ai/api/v1/chat/completions",
      "x/y",
    ],
    [
      "ollama",
      (o) => ollama("llama3:8b", o),
      "http://localhost:11434/v1/chat/completions",
      "llama3:8b",
    ],
    [
      "azure, by deployment",
      (o) =>
        azure("mine", {
          apiKey,
          baseURL: "https://res.openai.azure.com",
          apiVersion: "2024-10-21",
          ...o,
        }),
      azureURL,
      "mine",
    ],
    [
      "openai by prefix: an Azure deployment of the environment",
      (o) => openai("azure/mine", { env: azureEnv, ...o }),
      "https://res.openai.azure.com/openai/v1/chat/completions",
      "mine",
    ],
    [
      "the same with a dated version",
      (o) => openai("azure/mine", { env: { ...azureEnv, AZURE_API_VERSION: "2024-10-21" }, ...o }),
      azureURL,
      "mine",
    ],
    [
      "openai at Azure's newer address, whose model is the deployment",
      (o) => openai("mine", { apiKey, baseURL: "https://res.openai.azure.com/openai/v1/", ...o }),
      "https://res.openai.azure.com/openai/v1/chat/completions",
      "mine",
    ],
    [
      "azure at the newer address of another host, copied whole",
      (o) =>
        azure("mine", {
          apiKey,
          baseURL:
            "https://res.services.ai.azure.com/openai/v1/chat/completions?api-version=preview",
          ...o,
        }),
      "https://res.services.ai.azure.com/openai/v1/chat/completions",
      "mine",
    ],
    [
      "azure at a deployment without a version",
      (o) =>
        azure("gpt-4", {
          apiKey,
          baseURL: "https://res.openai.azure.com/openai/deployments/mine",
          ...o,
        }),
      azureURL,
      "mine",
    ],
    [
      "any compatible server",
      (o) => openAICompatible("my/model", { baseURL: "http://localhost:8000/v1", ...o }),
      "http://localhost:8000/v1/chat/completions",
      "my/model",
    ],
  ])("%s", async (_name, create, url, model) => {
    const sent = await sentBy(create);
    expect(sent.url).toBe(url);
    expect(sent.body.model).toBe(model);
  });

  test("sends its key where the provider wants it, and its system message first", async () => {
    const plain = await sentBy((o) =>
      openai("gpt-4o", { apiKey, systemMessage: "Be brief.", ...o }),
    );
    expect(plain.headers["authorization"]).toBe("Bearer key-1");
    expect(plain.body.messages[0]).toEqual({ role: "system", content: "Be brief." });
    const onAzure = await sentBy((o) => openai("gpt-4", { apiKey, baseURL: azureURL, ...o }));
    expect(onAzure.headers).toMatchObject({ "api-key": "key-1" });
    expect(onAzure.headers).not.toHaveProperty("authorization");
  });

  test.each<[string, (o: { fetch: typeof fetch }) => ChatModel, string, Record<string, string>]>([
    [
      "anthropic",
      (o) => anthropic("claude-opus-5", { apiKey, ...o }),
      "https://api.anthropic.com/v1/messages",
      { "x-api-key": apiKey },
    ],
    [
      "google",
      (o) => google("gemini-2.5-pro", { apiKey, ...o }),
      "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse",
      { "x-goog-api-key": apiKey },
    ],
    [
      "bedrock with a bearer token",
      (o) => bedrock("amazon.nova-lite-v1:0", { bearerToken: apiKey, region: "eu-west-1", ...o }),
      "https://bedrock-runtime.eu-west-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse-stream",
      { authorization: "Bearer key-1" },
    ],
  ])("%s speaks its own protocol", async (_name, create, url, headers) => {
    let sent: { url: unknown; headers: Record<string, string> } | undefined;
    const model = create({
      fetch: async (input, init) => {
        sent = { url: input, headers: Object.fromEntries(new Headers(init?.headers)) };
        return Response.json({ message: "no" }, { status: 403 });
      },
    });
    const store = createChatStore({ backend: () => ({ model }) });
    await store.sendMessage({ text: "Hello" });
    expect(sent?.url).toBe(url);
    expect(sent?.headers).toMatchObject(headers);
  });

  test("finds its key in the environment, or says which variable is missing and where to get one", async () => {
    const env = { OPENAI_API_KEY: "key-2" };
    expect((await sentBy((o) => openai("gpt-4o", { env, ...o }))).headers["authorization"]).toBe(
      "Bearer key-2",
    );
    const asked = sentBy((o) => openai("gpt-4o", { env: {}, ...o }));
    await expect(asked).rejects.toMatchObject({
      code: "missing_key",
      message: expect.stringMatching(/OPENAI_API_KEY.*platform\.openai\.com/) as string,
    });
  });
});

describe("the model behind a deployment's name says what it takes", () => {
  const roles = async (create: Parameters<typeof sentBy>[0]): Promise<unknown> => {
    const { body } = await sentBy((options) => ({ ...create(options), systemMessage: "S" }));
    return (body.messages[0] as { role: string }).role;
  };

  test.each<[string, string, (o: { fetch: typeof fetch }) => ChatModel]>([
    ["nothing is known of it", "system", (o) => azure("mine", { env: azureEnv, ...o })],
    ["it is told", "developer", (o) => azure("mine", { env: azureEnv, baseModel: "gpt-5", ...o })],
    [
      "it is told, of a name with its provider",
      "developer",
      (o) => azure("azure/mine", { env: azureEnv, baseModel: "gpt-5", ...o }),
    ],
    [
      "it is named with its provider at a deployment's URL",
      "developer",
      (o) => openai("azure/gpt-5", { apiKey, baseURL: azureURL, ...o }),
    ],
    ["its name is", "developer", (o) => azure("gpt-5-mini", { env: azureEnv, ...o })],
    [
      "it is named at a deployment's URL",
      "developer",
      (o) => openai("gpt-5", { apiKey, baseURL: azureURL, ...o }),
    ],
    [
      "a name that is no deployment's",
      "system",
      (o) => azure("constructor", { env: azureEnv, baseModel: "gpt-4o", ...o }),
    ],
  ])("%s: %s", async (_name, role, create) => {
    expect(await roles(create)).toBe(role);
  });
});

describe("bedrock", () => {
  interface Asked {
    url: string;
    headers: Record<string, string>;
    message: string | undefined;
  }

  /** Asks a model that is refused, and says what was sent and what a person reads. */
  async function ask(
    options: Parameters<typeof bedrock>[1],
    type = "ThrottlingException",
    said = "No.",
    status = 400,
  ): Promise<Asked> {
    const asked: Partial<Asked> = {};
    const model = bedrock("us.anthropic.claude-sonnet-5-v1:0", {
      ...options,
      maxRetries: 0,
      fetch: async (input, init) => {
        asked.url = input as string;
        asked.headers = Object.fromEntries(new Headers(init?.headers));
        const headers = { "x-amzn-errortype": `${type}:http://internal.amazon.com/` };
        return Response.json({ message: said }, { status, headers });
      },
    });
    const store = createChatStore({ backend: () => ({ model }) });
    await store.sendMessage({ text: "Hello" });
    return { ...asked, message: store.state.getState().error?.message } as Asked;
  }

  const credentials = { accessKeyId: "AKIAGIVEN", secretAccessKey: "s", sessionToken: "t" };

  test("signs with credentials, or with what a function gives each time", async () => {
    for (const given of [credentials, async () => credentials, () => credentials]) {
      const { url, headers } = await ask({ region: "eu-central-1", credentials: given });
      expect(url).toMatch(/^https:\/\/bedrock-runtime\.eu-central-1\.amazonaws\.com\//);
      expect(headers["authorization"]).toMatch(
        /Credential=AKIAGIVEN\/\d+\/eu-central-1\/bedrock\//,
      );
      expect(headers["x-amz-security-token"]).toBe("t");
    }
  });

  test("finds credentials and region in the environment", async () => {
    const env = {
      AWS_ACCESS_KEY_ID: "AKIAFOUND",
      AWS_SECRET_ACCESS_KEY: "s",
      AWS_SESSION_TOKEN: "session",
      AWS_REGION: "ap-south-1",
    };
    const { headers } = await ask({ env });
    expect(headers["authorization"]).toMatch(/Credential=AKIAFOUND\/\d+\/ap-south-1\/bedrock\//);
    expect(headers["x-amz-security-token"]).toBe("session");
    const token = await ask({ env: { ...env, AWS_BEARER_TOKEN_BEDROCK: "b" } });
    expect(token.headers["authorization"]).toBe("Bearer b");
  });

  test("each refusal has help of its own", async () => {
    const env = { AWS_BEARER_TOKEN_BEDROCK: "b" };
    const messages = await Promise.all([
      ask({ env }, "AccessDeniedException", "You don't have access to the model.", 403),
      ask({ env }, "ValidationException", "The provided model identifier is invalid.", 400),
      ask({ env }, "ResourceNotFoundException", "Could not resolve the model.", 404),
    ]);
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringContaining("Model access"),
      expect.stringContaining("inference profile"),
      expect.stringContaining("another region"),
    ]);
  });
});
