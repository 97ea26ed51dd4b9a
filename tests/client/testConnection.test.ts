import { expect, test } from "vitest";
import { createDirectClient, createGatewayClient } from "../../src/client/index.js";
import { json, scriptedFetch } from "./scriptedFetch.js";

/** A model that thought until its 16 tokens were used up. */
const thoughtOnly = {
  choices: [
    { message: { content: null, reasoning_content: "Hm." }, finish_reason: "length", index: 0 },
  ],
};
const keys = { openai: "k", anthropic: "k", gemini: "k" };

test.each<[string, unknown, object]>([
  ["openai/o3", thoughtOnly, { max_completion_tokens: 16 }],
  [
    "openai/responses/gpt-5-pro",
    {
      object: "response",
      status: "incomplete",
      incomplete_details: { reason: "max_output_tokens" },
      output: [{ type: "reasoning", id: "r", summary: [] }],
    },
    { max_output_tokens: 16 },
  ],
  [
    "anthropic/claude-opus-5",
    { type: "message", role: "assistant", content: [], stop_reason: "max_tokens" },
    { max_tokens: 16 },
  ],
  [
    "gemini/gemini-3-pro",
    { candidates: [{ finishReason: "MAX_TOKENS" }] },
    { generationConfig: { maxOutputTokens: 16 } },
  ],
])("%s answers although no word fits its 16 tokens", async (model, answer, sent) => {
  const { fetch, requests } = scriptedFetch(json(answer));
  const client = createDirectClient({ fetch, keys, dangerouslyAllowBrowser: true });
  expect(await client.testConnection({ model })).toMatchObject({ success: true, model });
  expect(requests[0]?.body).toMatchObject(sent);
});

test("so does one behind a gateway", async () => {
  const { fetch, requests } = scriptedFetch(json(thoughtOnly));
  const client = createGatewayClient({ baseURL: "https://g.example", kind: "litellm", fetch });
  expect(await client.testConnection({ model: "o3" })).toMatchObject({ success: true });
  expect(requests[0]?.body).toMatchObject({ max_tokens: 16 });
});
