import { describe, expect, test } from "vitest";
import {
  createDirectClient,
  createGatewayClient,
  type StreamPart,
} from "../../src/client/index.js";
import { chatCompletionsResponse } from "../../src/testing/index.js";

/** A server that refuses what `refuses` names, and the bodies it was sent. */
function server(refuses: (body: Record<string, unknown>) => object | undefined) {
  const bodies: Record<string, unknown>[] = [];
  const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(init!.body as string) as Record<string, unknown>;
    bodies.push(body);
    const error = refuses(body);
    if (error) return Response.json("object" in error ? error : { error }, { status: 400 });
    if (body["stream"]) return chatCompletionsResponse(["Hi"]);
    return Response.json({ choices: [{ message: { content: "Whole" }, finish_reason: "stop" }] });
  };
  const client = createGatewayClient({ baseURL: "https://gw.test/v1", kind: "openai", fetch });
  async function ask(): Promise<StreamPart[]> {
    const parts: StreamPart[] = [];
    const config = { temperature: 0.5, maxTokens: 9 };
    const { signal } = new AbortController();
    for await (const part of client.stream({ model: "m", messages: [], config }, { signal }))
      parts.push(part);
    return parts;
  }
  return { bodies, ask };
}

describe("a parameter the model refuses", () => {
  test.each([
    [
      {
        message: "Unsupported parameter: 'temperature' is not supported with this model.",
        param: "temperature",
      },
    ],
    [{ message: "Unsupported value: 'temperature' does not support 0.5 with this model." }],
    [{ message: "`temperature` is deprecated for this model." }],
  ])("is left out, once, and said: %j", async (error) => {
    const { bodies, ask } = server((body) => ("temperature" in body ? error : undefined));
    const parts = await ask();
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toMatchObject({ model: "m", max_tokens: 9 });
    expect(bodies[1]).not.toHaveProperty("temperature");
    expect(parts).toContainEqual({
      type: "message-metadata",
      messageMetadata: {
        warnings: [
          {
            code: "parameter_left_out",
            message: "The model does not take temperature, so it was left out.",
            parameter: "temperature",
          },
        ],
      },
    });
    expect(parts.at(-1)).toMatchObject({ type: "finish", finishReason: "stop" });
  });

  test("with another name is sent under that name", async () => {
    const message =
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    const { bodies, ask } = server((body) =>
      "max_tokens" in body ? { message, param: "max_tokens" } : undefined,
    );
    await ask();
    expect(bodies[1]).toMatchObject({ max_completion_tokens: 9, temperature: 0.5 });
  });

  test("is told by its place in the request", async () => {
    const loc = ["body", "max_tokens"];
    const complaint = { type: "extra_forbidden", loc, msg: "Extra inputs are not permitted" };
    for (const told of [{ detail: [complaint] }, { message: { detail: [complaint] } }]) {
      const refusal = { object: "error", ...told };
      const { bodies, ask } = server((body) => ("max_tokens" in body ? refusal : undefined));
      await ask();
      expect(bodies[1]).toMatchObject({ max_completion_tokens: 9, temperature: 0.5 });
    }
  });

  test("is refused for good the second time, and for what cannot be left out at once", async () => {
    const stubborn = server(() => ({
      message: "Unsupported parameter: 'temperature'",
      param: "temperature",
    }));
    await expect(stubborn.ask()).rejects.toMatchObject({ code: "bad_request" });
    expect(stubborn.bodies).toHaveLength(2);
    const other = server(() => ({ message: "Invalid messages", param: "messages" }));
    await expect(other.ask()).rejects.toMatchObject({ code: "bad_request" });
    expect(other.bodies).toHaveLength(1);
  });
});

test.each([
  { message: "Unsupported value: 'stream' does not support true with this model." },
  { message: "Your organization must be verified to stream this model.", param: "stream" },
  { message: "Streaming is not supported." },
  { message: "Streaming isn't available for this model." },
  { message: "This model doesn't support streaming." },
  { message: "The model is unsupported for streaming." },
])("a model that cannot stream is asked for the whole answer: %j", async (error) => {
  const { bodies, ask } = server((body) => (body["stream"] ? error : undefined));
  const parts = await ask();
  expect(bodies.map((body) => body["stream"])).toEqual([true, undefined]);
  expect(parts).toContainEqual({ type: "text-delta", id: "part-1", delta: "Whole" });
  expect(parts.at(-1)).toMatchObject({ type: "finish", finishReason: "stop" });
});

test("so is one on Bedrock that cannot stream where it has tools", async () => {
  const urls: string[] = [];
  const client = createDirectClient({
    keys: { bedrock: "k" },
    env: { AWS_REGION: "us-east-1" },
    fetch: async (url) => {
      urls.push((url as string).split("/").at(-1)!);
      const message = "This model doesn't support tool use in streaming mode.";
      if (urls.length === 1) return Response.json({ message }, { status: 400 });
      const content = [{ text: "Whole" }];
      return Response.json({ output: { message: { content } }, stopReason: "end_turn" });
    },
  });
  const tools = [{ name: "f", inputSchema: { type: "object" } }];
  const model = "bedrock/us.meta.llama4-scout-17b-instruct-v1:0";
  const said: unknown[] = [];
  const { signal } = new AbortController();
  for await (const part of client.stream({ model, messages: [], tools }, { signal })) {
    if (part.type === "text-delta") said.push(part);
  }
  expect(urls).toEqual(["converse-stream", "converse"]);
  expect(said).toMatchObject([{ delta: "Whole" }]);
});

test("thoughts are not asked for in encrypted form where a model has none", async () => {
  const bodies: Record<string, unknown>[] = [];
  const client = createDirectClient({
    keys: { openai: "k" },
    fetch: async (_url, init) => {
      bodies.push(JSON.parse(init!.body as string) as Record<string, unknown>);
      const message = "Encrypted content is not supported with this model.";
      const refusal = { error: { message, param: "include" } };
      return Response.json(refusal, { status: bodies.length === 1 ? 400 : 403 });
    },
  });
  const model = "openai/responses/gpt-5";
  const asked = client.stream({ model, messages: [] }, new AbortController());
  await expect(asked[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: "permission" });
  expect(bodies.map((body) => "include" in body)).toEqual([true, false]);
});

describe("thinking that a model refuses without naming the field is left out", () => {
  test.each<[string, string, object, string]>([
    ["ollama_chat/llama3", '"llama3" does not support thinking', { think: true }, "think"],
    [
      "gemini/gemini-2.5-flash",
      "Thinking is not enabled for this model",
      { generationConfig: { thinkingConfig: {} } },
      "thinkingConfig",
    ],
    [
      "gemini/gemini-2.5-pro",
      "Budget 0 is invalid. This model only works in thinking mode.",
      { generationConfig: { thinkingConfig: {} } },
      "thinkingConfig",
    ],
    [
      "gemini/gemini-2.5-flash",
      "Unable to submit request because Thinking_config.include_thoughts is only enabled when thinking is enabled.",
      { generationConfig: { thinkingConfig: {} } },
      "thinkingConfig",
    ],
    ["gemini/gemini-3-flash", "Unsupported thinking_budget value", {}, "thinkingConfig"],
    [
      "groq/openai/gpt-oss-20b",
      "`reasoning_effort` is not supported with this model",
      { reasoning_effort: "high" },
      "reasoning_effort",
    ],
  ])("%s: %s", async (model, message, sent, name) => {
    const bodies: string[] = [];
    const client = createDirectClient({
      keys: { gemini: "k", groq: "k" },
      fetch: async (_url, init) => {
        bodies.push(init!.body as string);
        return Response.json({ error: { message } }, { status: bodies.length === 1 ? 400 : 403 });
      },
    });
    const config = { reasoningEffort: "high", temperature: 0.5 } as const;
    const messages = [
      { id: "1", role: "user" as const, parts: [{ type: "text" as const, text: "Hi" }] },
    ];
    const { signal } = new AbortController();
    const reading = (async () => {
      for await (const _part of client.stream({ model, messages, config }, { signal }));
    })();
    await expect(reading).rejects.toMatchObject({ code: "permission" });
    expect(JSON.parse(bodies[0]!)).toMatchObject(sent);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toContain(`"${name}"`);
    expect(bodies[1]).not.toContain(`"${name}"`);
    expect(bodies[1]).toContain("0.5");
  });
});

describe("a history in which a strict server finds fields it does not know", () => {
  const failed = {
    id: "a",
    role: "assistant" as const,
    metadata: { model: "m" },
    parts: [
      { type: "text" as const, text: "Let me see." },
      {
        type: "tool-look" as const,
        toolCallId: "c",
        state: "output-error" as const,
        input: {},
        errorText: "No light.",
        callProviderMetadata: { google: { thoughtSignature: "s" } },
      },
    ],
  };
  const served = {
    ...failed,
    id: "s",
    parts: [
      {
        type: "tool-web_search" as const,
        toolCallId: "srv",
        state: "output-available" as const,
        input: {},
        output: [],
        providerExecuted: true,
        callProviderMetadata: { anthropic: { block: "server_tool_use" } },
      },
    ],
  };
  const messages = [
    served,
    failed,
    { id: "u", role: "user" as const, parts: failed.parts.slice(0, 1) },
  ];

  test.each<[object, number]>([
    [
      { error: { message: "'messages.1' : property 'provider_specific_fields' is unsupported" } },
      400,
    ],
    [{ detail: [{ loc: ["body", "messages", 1], msg: "Extra inputs are not permitted" }] }, 422],
  ])("goes without them, once: %j", async (refusal, status) => {
    const bodies: { messages: object[] }[] = [];
    const client = createGatewayClient({
      baseURL: "https://strict.test/v1",
      fetch: async (_url, init) => {
        bodies.push(JSON.parse(init!.body as string) as (typeof bodies)[0]);
        const isStrict = JSON.stringify(bodies.at(-1)).includes("provider_specific_fields");
        return isStrict ? Response.json(refusal, { status }) : chatCompletionsResponse(["Hi"]);
      },
    });
    const parts: StreamPart[] = [];
    for await (const part of client.stream({ model: "m", messages }, new AbortController()))
      parts.push(part);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]!.messages).toMatchObject([
      { content: null },
      {},
      { provider_specific_fields: { is_error: true } },
      {},
    ]);
    expect(bodies[1]!.messages).toEqual([
      {
        role: "assistant",
        content: "Let me see.",
        tool_calls: [{ id: "c", type: "function", function: { name: "look", arguments: "{}" } }],
      },
      { role: "tool", tool_call_id: "c", content: "No light." },
      { role: "user", content: "Let me see." },
    ]);
    expect(JSON.stringify(parts)).toContain("does not take back what models said");
  });
});
