import { describe, expect, test } from "vitest";
import { normalizeBaseURL } from "../../src/client/baseURL.js";
import { createDirectClient } from "../../src/client/index.js";
import { json, scriptedFetch } from "./scriptedFetch.js";

test.each([
  ["https://llm.example", "https://llm.example/v1"],
  ["https://llm.example/", "https://llm.example/v1"],
  [" https://llm.example/v1/ ", "https://llm.example/v1"],
  ["https://llm.example/v1/chat/completions", "https://llm.example/v1"],
  ["https://llm.example/v1/chat/completions/?a=b#c", "https://llm.example/v1"],
  ["https://llm.example/openai", "https://llm.example/openai"],
  ["http://localhost:1234", "http://localhost:1234/v1"],
  ["/api/polylogue/", "/api/polylogue"],
])("%j is the base URL %s", (address, expected) => {
  expect(normalizeBaseURL(address)).toBe(expected);
});

describe("each protocol finds its endpoint, however its address was copied", () => {
  const own = (host: string, path: string, ...forms: string[]): [string[], string] => [
    forms.map((form) => `https://${host}${form}`),
    `https://${host}${path}`,
  ];
  test.each<[string, [string[], string]]>([
    ["anthropic/m", own("a.example", "/v1/messages", "", "/", "/v1", "/v1/", "/v1/messages")],
    [
      "gemini/m",
      own("g.example", "/v1beta/models/m:streamGenerateContent?alt=sse", "/v1beta", "/v1beta/"),
    ],
    ["cohere/m", own("c.example", "/v2/chat", "/v2", "/v2/", "/v2/chat")],
    ["ollama_chat/m", own("o.example", "/api/chat", "", "/", "/v1", "/api", "/api/chat")],
    [
      "groq/m",
      own("q.example", "/openai/v1/chat/completions", "/openai/v1", "/openai/v1/chat/completions"),
    ],
    ["openai/responses/m", own("r.example", "/v1/responses", "", "/v1", "/v1/chat/completions")],
    ["bedrock/m", own("b.example", "/model/m/converse-stream", "", "/")],
  ])("%s", async (model, [addresses, url]) => {
    const { fetch, requests } = scriptedFetch(() => json({ message: "no" }, 403));
    const provider = model.slice(0, model.indexOf("/"));
    for (const baseURL of addresses) {
      const providers = { [provider]: { baseURL, apiKey: "k" } };
      const client = createDirectClient({ providers, fetch, maxRetries: 0 });
      await client.testConnection({ model });
    }
    expect(requests.map((request) => request.url)).toEqual(addresses.map(() => url));
  });
});
