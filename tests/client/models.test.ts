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
