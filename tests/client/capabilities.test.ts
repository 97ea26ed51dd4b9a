import { describe, expect, test } from "vitest";
import {
  anthropic,
  bedrock,
  ChatError,
  google,
  groq,
  openai,
  type ChatConfig,
  type ChatModel,
  type UIMessage,
} from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { type Loose, run } from "./runModel.js";
import { scriptedFetch, type SentRequest } from "./scriptedFetch.js";

const config: ChatConfig = {
  maxTokens: 900,
  temperature: 0.5,
  topP: 0.9,
  topK: 4,
  frequencyPenalty: 0.1,
  presencePenalty: 0.2,
};
const apiKey = "test-key";

type Create = (options: { apiKey: string; fetch: typeof fetch }) => ChatModel;

/** What a model bound to its own connection sends for one message, and how a refusal reads. */
async function send(
  create: Create,
  {
    parts = [],
    refusal = "no",
    status = 400,
  }: { parts?: UIMessage["parts"]; refusal?: string; status?: number } = {},
): Promise<{ request: SentRequest | undefined; error: ChatError | undefined }> {
  const { fetch, requests } = scriptedFetch(
    () =>
      new Response(JSON.stringify({ message: refusal, error: { message: refusal } }), { status }),
  );
  const model = create({ apiKey, fetch: fetch });
  const store = createChatStore({ backend: () => ({ model, config }) });
  await store.sendMessage({ parts: [{ type: "text", text: "Hi" }, ...parts] });
  return { request: requests[0], error: store.state.getState().error };
}

const image = {
  type: "file" as const,
  mediaType: "image/png",
  url: "data:image/png;base64,iVBORw0KGgo=",
};
const video = {
  type: "file" as const,
  mediaType: "video/mp4",
  url: "data:video/mp4;base64,AAAA",
};

describe("a function model returns", () => {
  test.each<[string, Loose]>([
    ["a string", () => "ab"],
    ["a promise", async () => "ab"],
    [
      "a generator of deltas",
      function* () {
        yield "a";
        yield "b";
      },
    ],
    [
      "an async generator of deltas",
      async function* () {
        yield "a";
        yield "b";
      },
    ],
    [
      "the AI SDK's chunks",
      () => [
        { type: "text-start", id: "1" },
        { type: "text-delta", id: "1", delta: "ab" },
      ],
    ],
    ["a Response", () => new Response(bodyOf([utf8("a"), utf8("b")]))],
    ["an object that holds a string", () => new String("ab")],
  ])("%s", async (_kind, model) => {
    expect(await run(model)).toMatchObject({ text: "ab", finishReason: "stop", error: undefined });
  });

  test("any object, which is shown as it is", async () => {
    const rich = { rich: true };
    const store = createChatStore({ backend: () => ({ model: () => rich }) });
    await store.sendMessage({ text: "Hi" });
    expect(store.getMessages()[1]!.parts).toMatchObject([{ type: "data-node", data: rich }]);
  });

  test("an open block, which is closed at the end", async () => {
    const store = createChatStore({
      backend: () => ({
        model: () =>
          [
            { type: "text-start", id: "1" },
            { type: "text-delta", id: "1", delta: "a" },
          ] as never,
      }),
    });
    await store.sendMessage({ text: "Hi" });
    expect(store.getMessages()[1]!.parts).toEqual([{ type: "text", text: "a", state: "done" }]);
  });
});

describe("the configuration becomes each provider's words", () => {
  test("OpenAI: max_completion_tokens and the penalties, no top_k", async () => {
    const { request } = await send((options) => openai("gpt-4o", options));
    expect(request!.body).toMatchObject({
      max_completion_tokens: 900,
      temperature: 0.5,
      top_p: 0.9,
      frequency_penalty: 0.1,
      presence_penalty: 0.2,
    });
    expect(request!.body).not.toHaveProperty("top_k");
  });

  test("Anthropic: max_tokens always, temperature where the model takes it", async () => {
    const { request } = await send((options) => anthropic("claude-3-haiku-20240307", options));
    expect(request!.body).toMatchObject({ max_tokens: 900, temperature: 0.5 });
    const newest = await send((options) => anthropic("claude-opus-4-8", options));
    expect(newest.request!.body).not.toHaveProperty("temperature");
  });

  test("Google: maxOutputTokens, topP and topK", async () => {
    const { request } = await send((options) => google("gemini-2.5-flash", options));
    expect(request!.body).toMatchObject({
      generationConfig: { maxOutputTokens: 900, temperature: 0.5, topP: 0.9, topK: 4 },
    });
  });

  test("Groq: no top_k", async () => {
    const { request } = await send((options) => groq("llama-3.3-70b-versatile", options));
    expect(request!.body).toMatchObject({ temperature: 0.5, top_p: 0.9 });
    expect(request!.body).not.toHaveProperty("top_k");
  });

  test("Bedrock: inferenceConfig", async () => {
    const { request } = await send(({ fetch }) =>
      bedrock("amazon.nova-lite-v1:0", { fetch, bearerToken: apiKey, region: "eu-west-1" }),
    );
    expect(request!.body).toMatchObject({
      inferenceConfig: { maxTokens: 900, temperature: 0.5, topP: 0.9 },
    });
  });

  test("Azure: the deployment of its URL, and api-key", async () => {
    const baseURL =
      "https://mine.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21";
    const { request } = await send((options) => openai("gpt-4o", { ...options, baseURL }));
    expect(request!.url).toContain("/openai/deployments/gpt/");
    expect(request!.headers["api-key"]).toBe(apiKey);
  });
});

describe("an image in a message becomes each provider's words", () => {
  test.each<[string, Create, RegExp]>([
    ["OpenAI", (options) => openai("gpt-4o", options), /"image_url"/],
    ["Anthropic", (options) => anthropic("claude-haiku-4-5", options), /"media_type":"image\/png"/],
    ["Google", (options) => google("gemini-2.5-flash", options), /"mimeType":"image\/png"/],
  ])("%s", async (_name, create, wire) => {
    const { request } = await send(create, { parts: [image] });
    expect(JSON.stringify(request!.body)).toMatch(wire);
  });
});

describe("what cannot be done is said in a sentence", () => {
  test.each<[string, Create]>([
    ["Groq", (options) => groq("llama-3.3-70b-versatile", options)],
    ["Anthropic", (options) => anthropic("claude-haiku-4-5", options)],
  ])("a video, which %s does not take", async (_name, create) => {
    const { request, error } = await send(create, { parts: [video] });
    expect(request).toBeUndefined();
    expect(error).toMatchObject({
      code: "bad_request",
      message: expect.stringMatching(/video/) as string,
    });
  });

  test.each([
    ["OPENAI_API_KEY", (env: object) => openai("gpt-4o", { env } as never)],
    ["ANTHROPIC_API_KEY", (env: object) => anthropic("claude-haiku-4-5", { env } as never)],
    ["GROQ_API_KEY", (env: object) => groq("llama-3.3-70b-versatile", { env } as never)],
    ["GEMINI_API_KEY", (env: object) => google("gemini-2.5-flash", { env } as never)],
  ])("a missing key names %s", async (variable, create) => {
    const store = createChatStore({ backend: () => ({ model: create({}) }) });
    await store.sendMessage({ text: "Hi" });
    expect(store.state.getState().error).toMatchObject({
      code: "missing_key",
      message: expect.stringContaining(variable) as string,
    });
  });
});

test("messages keep what is unknown, approvals and providerExecuted", () => {
  const messages = [
    {
      id: "a",
      role: "assistant",
      parts: [
        { type: "step-start" },
        { type: "reasoning", text: "Hm", providerMetadata: { anthropic: { signature: "s" } } },
        { type: "data-reasoning-signature", data: "s" },
        {
          type: "tool-ask",
          toolCallId: "c",
          state: "approval-responded",
          input: {},
          approval: { id: "p", approved: true },
          providerExecuted: true,
        },
        { type: "hologram", angle: 3 },
      ],
      metadata: { mine: true },
    },
  ] as never as UIMessage[];
  const store = createChatStore({ messages, backend: () => ({}) });
  expect(store.getMessages()).toEqual(messages);
});

test("a run of nothing can be stopped, and an unknown message deleted, without a word", () => {
  const store = createChatStore({ backend: () => ({}) });
  store.stop();
  store.deleteMessage("nobody");
  expect(store.state.getState()).toMatchObject({ status: "ready", error: undefined });
});
