import { describe, expect, test, vi } from "vitest";
import { createGatewayClient } from "../../src/client/index.js";
import { json, scriptedFetch } from "./scriptedFetch.js";

describe("a model list", () => {
  const list = async (answer: unknown): Promise<unknown> =>
    createGatewayClient({
      baseURL: "https://g.example",
      kind: "openai",
      fetch: scriptedFetch(() => json(answer)).fetch,
    }).listModels();

  test("is read in four shapes", async () => {
    for (const answer of [
      { data: [{ id: "a" }] },
      [{ id: "a" }],
      { models: [{ name: "a" }] },
      ["a"],
    ]) {
      expect(await list(answer)).toMatchObject([{ id: "a", provider: "openai" }]);
    }
    expect(await list({ groq: [{ id: "groq/a" }], xai: [{ id: "xai/b" }] })).toEqual([
      { id: "groq/a", provider: "groq" },
      { id: "xai/b", provider: "xai" },
    ]);
  });

  test("is made of what is known of each model", async () => {
    const openRouter = {
      id: "a/b",
      name: "B",
      created: 1_700_000_000,
      context_length: 8000,
      architecture: { input_modalities: ["text", "image"] },
      supported_parameters: ["tools"],
      top_provider: { max_completion_tokens: 100 },
    };
    expect(await list({ data: [openRouter] })).toEqual([
      {
        id: "a/b",
        provider: "openai",
        name: "B",
        createdAt: 1_700_000_000_000,
        contextTokens: 8000,
        maxOutputTokens: 100,
        vision: true,
        tools: true,
        reasoning: false,
      },
    ]);
    expect(
      await list({
        data: [
          { id: "a", created: 1_677_610_602 },
          { id: "b", created: 0 },
        ],
      }),
    ).toEqual([
      { id: "a", provider: "openai" },
      { id: "b", provider: "openai" },
    ]);
  });

  test("leaves out what is no model, and what does not chat", async () => {
    expect(
      await list({
        data: [
          null,
          3.5,
          {},
          { id: "" },
          { id: "text-embedding-3-small" },
          { id: "whisper-1" },
          { id: "x", type: "image" },
          { id: "gpt-4o" },
        ],
      }),
    ).toMatchObject([{ id: "3.5" }, { id: "gpt-4o" }]);
  });

  test.each(["a string", 7, { a: 1 }])("%o is none", async (answer) => {
    await expect(list(answer)).rejects.toMatchObject({ code: "server" });
  });

  test("that is a web page means a wrong base URL", async () => {
    const { fetch } = scriptedFetch(() => new Response("<html>"));
    await expect(createGatewayClient({ kind: "openai", fetch }).listModels()).rejects.toMatchObject(
      { code: "bad_request", message: expect.stringContaining("base URL") as string },
    );
  });
});

test("a list that does not come is given up after 15 s", async () => {
  vi.useFakeTimers();
  const { fetch, requests } = scriptedFetch(() => new Promise<Response>(() => {}));
  const listing = createGatewayClient({ kind: "openai", fetch }).listModels();
  await Promise.all([
    expect(listing).rejects.toMatchObject({ code: "timeout" }),
    vi.advanceTimersByTimeAsync(15_000),
  ]);
  expect(requests[0]?.signal.aborted).toBe(true);
  vi.useRealTimers();
});
