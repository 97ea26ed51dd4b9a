import { describe, expect, test } from "vitest";
import { createDirectClient, type DirectClientOptions } from "../../src/client/index.js";

interface Sent {
  url: string;
  headers: Record<string, string>;
}

/** Asks one model and says where the request went. The answer is a refusal, so nothing has to be read. */
async function sentTo(model: string, options: DirectClientOptions): Promise<Sent> {
  let sent: Sent | undefined;
  const client = createDirectClient({
    ...options,
    maxRetries: 0,
    fetch: async (url, init) => {
      sent = { url: url as string, headers: Object.fromEntries(new Headers(init?.headers)) };
      return Response.json({ error: { message: "no" } }, { status: 403 });
    },
  });
  await client.testConnection({ model });
  return sent!;
}

describe("each protocol is found by the model's name and gets its key where it wants it", () => {
  test.each<[string, DirectClientOptions, string, Record<string, string>]>([
    [
      "openai/gpt-5",
      { keys: { openai: "k" } },
      "https://api.openai.com/v1/chat/completions",
      { authorization: "Bearer k" },
    ],
    [
      "openai/responses/gpt-5",
      { keys: { openai: "k" } },
      "https://api.openai.com/v1/responses",
      { authorization: "Bearer k" },
    ],
    [
      "claude-opus-5",
      { keys: { anthropic: "k" } },
      "https://api.anthropic.com/v1/messages",
      { "x-api-key": "k" },
    ],
    [
      "gemini/gemini-2.5-flash",
      { keys: { gemini: "k" } },
      "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
      { "x-goog-api-key": "k" },
    ],
    [
      "bedrock/us.anthropic.claude-sonnet-5-v1:0",
      { keys: { bedrock: "k" }, env: { AWS_REGION: "eu-central-1" } },
      "https://bedrock-runtime.eu-central-1.amazonaws.com/model/us.anthropic.claude-sonnet-5-v1%3A0/converse-stream",
      { authorization: "Bearer k" },
    ],
    [
      "cohere/command-a",
      { keys: { cohere: "k" } },
      "https://api.cohere.com/v2/chat",
      { authorization: "Bearer k" },
    ],
    ["ollama_chat/llama3", {}, "http://localhost:11434/api/chat", {}],
    ["ollama/llama3", {}, "http://localhost:11434/v1/chat/completions", {}],
  ])("%s", async (model, options, url, headers) => {
    const sent = await sentTo(model, options);
    expect(sent.url).toBe(url);
    expect(sent.headers).toMatchObject(headers);
  });

  test("Bedrock signs with the credentials of the app or of the environment", async () => {
    const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "s", sessionToken: "t" };
    const given = await sentTo("bedrock/amazon.nova-lite-v1:0", {
      providers: { bedrock: { region: "us-west-2", credentials: async () => credentials } },
    });
    expect(given.url).toMatch(/^https:\/\/bedrock-runtime\.us-west-2\./);
    expect(given.headers["authorization"]).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d+\/us-west-2\/bedrock\//,
    );
    expect(given.headers["x-amz-security-token"]).toBe("t");
    const found = await sentTo("bedrock/amazon.nova-lite-v1:0", {
      env: {
        AWS_ACCESS_KEY_ID: "AKIAFOUND",
        AWS_SECRET_ACCESS_KEY: "s",
        AWS_DEFAULT_REGION: "eu-west-1",
      },
    });
    expect(found.headers["authorization"]).toMatch(/Credential=AKIAFOUND\/\d+\/eu-west-1\//);
  });

  test("a missing key names what may hold it", async () => {
    const client = createDirectClient({ env: {} });
    for (const [model, words] of [
      ["claude-opus-5", "ANTHROPIC_API_KEY"],
      ["gemini-2.5-pro", "GEMINI_API_KEY"],
      ["bedrock/amazon.nova-lite-v1:0", "AWS_ACCESS_KEY_ID"],
      ["cohere/command-a", "COHERE_API_KEY"],
    ] as const) {
      expect(await client.testConnection({ model })).toMatchObject({
        success: false,
        code: "missing_key",
        error: expect.stringContaining(words) as string,
      });
    }
  });
});

describe("models are listed", () => {
  const lists: Record<string, unknown> = {
    "https://api.anthropic.com/v1/models?limit=1000": {
      data: [
        {
          id: "claude-opus-5",
          display_name: "Claude Opus 5",
          created_at: "2026-01-01T00:00:00Z",
          capabilities: { image_input: { supported: true } },
        },
      ],
    },
    "https://generativelanguage.googleapis.com/v1beta/models?pageSize=1000": {
      models: [
        {
          name: "models/gemini-2.5-pro",
          displayName: "Gemini 2.5 Pro",
          inputTokenLimit: 1_048_576,
          supportedGenerationMethods: ["generateContent"],
        },
        { name: "models/embedding-001", supportedGenerationMethods: ["embedContent"] },
        { name: "models/imagen-4", supportedGenerationMethods: ["predict"] },
      ],
    },
    "https://api.cohere.com/v1/models?endpoint=chat&page_size=1000": {
      models: [{ name: "command-a", context_length: 256_000 }],
    },
    "http://localhost:11434/api/tags": {
      models: [{ name: "llama3:8b", modified_at: "2026-02-01T00:00:00Z" }],
    },
  };

  test("as each provider writes its list", async () => {
    const client = createDirectClient({
      keys: { anthropic: "k", gemini: "k", cohere: "k" },
      providers: { ollama_chat: {} },
      fetch: async (url) =>
        Response.json(lists[url as string] ?? {}, { status: lists[url as string] ? 200 : 404 }),
    });
    expect(await client.listModels()).toEqual([
      {
        id: "anthropic/claude-opus-5",
        name: "Claude Opus 5",
        provider: "anthropic",
        createdAt: Date.UTC(2026, 0, 1),
        vision: true,
      },
      {
        id: "gemini/gemini-2.5-pro",
        name: "Gemini 2.5 Pro",
        provider: "gemini",
        contextTokens: 1_048_576,
      },
      { id: "cohere/command-a", name: "command-a", provider: "cohere", contextTokens: 256_000 },
      {
        id: "ollama_chat/llama3:8b",
        provider: "ollama_chat",
      },
    ]);
  });
});
