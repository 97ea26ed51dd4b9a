import { describe, expect, test } from "vitest";
import { openaiChat } from "../../src/client/protocols/openaiChat.js";
import { ask, errorOf, scriptedGateway } from "./scriptedClient.js";

const pixel = "data:image/png;base64,iVBORw0KGgo=";

async function read(fields: Record<string, unknown>, options = {}) {
  const { handler, requests } = scriptedGateway({}, options);
  const response = await handler(ask(fields));
  const [request] = requests;
  return { response, request };
}

const conversation = [
  { role: "system", content: "Be brief." },
  {
    role: "user",
    content: [
      { type: "text", text: "What is this?" },
      { type: "image_url", image_url: { url: pixel, detail: "low" } },
    ],
  },
  {
    role: "assistant",
    content: "Let me look.",
    reasoning_content: "An image.",
    tool_calls: [
      { id: "call-1", type: "function", function: { name: "look", arguments: '{"at":1}' } },
    ],
  },
  {
    role: "tool",
    tool_call_id: "call-1",
    content: [
      { type: "text", text: "A " },
      { type: "text", text: "cat" },
    ],
  },
  { role: "assistant", content: null, refusal: "I would rather not say." },
  { role: "developer", content: "Answer now." },
  { role: "user", content: "So?" },
];

describe("the messages of a request", () => {
  test("become ours, with the result of a tool in its call", async () => {
    const { request } = await read({ messages: conversation });
    expect(request?.system).toBe("Be brief.");
    expect(request?.messages.map(({ role, parts }) => ({ role, parts }))).toEqual([
      {
        role: "user",
        parts: [
          { type: "text", text: "What is this?" },
          {
            type: "file",
            mediaType: "image/png",
            url: pixel,
            providerMetadata: { openai: { imageDetail: "low" } },
          },
        ],
      },
      {
        role: "assistant",
        parts: [
          { type: "reasoning", text: "An image." },
          { type: "text", text: "Let me look." },
          {
            type: "dynamic-tool",
            toolName: "look",
            toolCallId: "call-1",
            state: "output-available",
            input: { at: 1 },
            output: "A cat",
          },
        ],
      },
      {
        role: "assistant",
        parts: [
          {
            type: "text",
            text: "I would rather not say.",
            providerMetadata: { openai: { refusal: true } },
          },
        ],
      },
      { role: "system", parts: [{ type: "text", text: "Answer now." }] },
      { role: "user", parts: [{ type: "text", text: "So?" }] },
    ]);
    expect(new Set(request?.messages.map(({ id }) => id)).size).toBe(5);
  });

  test("reach a provider of the same protocol as they came", async () => {
    const { request } = await read({ messages: conversation });
    const target = { provider: "hosted_vllm", model: "m", baseURL: "http://x/v1" };
    const { body } = openaiChat.toRequest(request!, target) as { body: { messages: unknown } };
    expect(body.messages).toEqual([
      { role: "system", content: "Be brief." },
      {
        role: "user",
        content: [
          { type: "text", text: "What is this?" },
          { type: "image_url", image_url: { url: pixel } },
        ],
      },
      {
        role: "assistant",
        content: "Let me look.",
        tool_calls: [
          { id: "call-1", type: "function", function: { name: "look", arguments: '{"at":1}' } },
        ],
      },
      { role: "tool", tool_call_id: "call-1", content: "A cat" },
      { role: "assistant", content: "I would rather not say." },
      { role: "system", content: "Answer now." },
      { role: "user", content: "So?" },
    ]);
  });

  test("may call a tool without arguments, or with some that do not parse", async () => {
    const call = (id: string, json: string) => ({
      id,
      type: "function",
      function: { name: "f", arguments: json },
    });
    const { request } = await read({
      messages: [{ role: "assistant", tool_calls: [call("a", ""), call("b", '{"x":')] }],
    });
    expect(request?.messages[0]?.parts).toMatchObject([{ input: {} }, { rawInput: '{"x":' }]);
  });

  test("may hold a file", async () => {
    const file = { file_data: "data:application/pdf;base64,JVBERi0=", filename: "a.pdf" };
    const { request } = await read({
      messages: [{ role: "user", content: [{ type: "file", file }] }],
    });
    expect(request?.messages[0]?.parts).toEqual([
      { type: "file", mediaType: "application/pdf", url: file.file_data, filename: "a.pdf" },
    ]);
  });

  test.each([
    [[{ role: "tool", tool_call_id: "x", content: "y" }], "messages[0].tool_call_id"],
    [[{ role: "assistant", tool_calls: [{ id: "x" }] }], "messages[0].tool_calls[0]"],
    [[{ role: "assistant", tool_calls: "x" }], "messages[0].tool_calls"],
    [
      [{ role: "user", content: [{ type: "input_audio", input_audio: {} }] }],
      "messages[0].content[0]",
    ],
    [[{ role: "user", content: [{ type: "text" }] }], "messages[0].content[0].text"],
    [[{ role: "user", content: [null] }], "messages[0].content[0]"],
    [
      [{ role: "system", content: [{ type: "image_url", image_url: pixel }] }],
      "messages[0].content",
    ],
    [[{ role: "function", name: "f", content: "x" }], "messages[0].role"],
  ])("%j is refused at %s", async (messages, param) => {
    const { response, request } = await read({ messages });
    expect(request).toBeUndefined();
    expect(await errorOf(response)).toMatchObject({ status: 400, param });
  });
});

describe("the parameters of a request", () => {
  test("become ours", async () => {
    const { request } = await read({
      temperature: 0,
      top_p: 0.5,
      top_k: 40,
      frequency_penalty: -1,
      presence_penalty: 1,
      max_tokens: 100,
      reasoning_effort: "low",
    });
    expect(request?.config).toEqual({
      temperature: 0,
      topP: 0.5,
      topK: 40,
      frequencyPenalty: -1,
      presencePenalty: 1,
      maxTokens: 100,
      reasoningEffort: "low",
    });
  });

  test("may ask for the default in so many words", async () => {
    const { response, request } = await read({
      n: 1,
      stop: null,
      tools: [],
      tool_choice: "none",
      response_format: { type: "text" },
      logit_bias: {},
      logprobs: false,
      top_logprobs: 0,
      modalities: ["text"],
      temperature: null,
      reasoning_effort: null,
      max_completion_tokens: null,
      stream: null,
      user: "u",
      metadata: { a: 1 },
      store: true,
      parallel_tool_calls: true,
      service_tier: "auto",
    });
    expect(response.status).toBe(200);
    expect(request?.config).toEqual({});
  });

  test.each([
    ["functions", [{ name: "f" }]],
    ["tool_choice", "required"],
    ["n", 2],
    ["stop", ["\n"]],
    ["response_format", { type: "json_object" }],
    ["logprobs", true],
    ["modalities", ["text", "audio"]],
    ["reasoning_effort", "endless"],
    ["reasoning_effort", 3],
    ["seed", 1],
    ["temperature", "hot"],
    ["max_tokens", 0],
    ["max_tokens", 1.5],
    ["max_completion_tokens", "many"],
    ["stream", "yes"],
  ])("%s: %j is refused rather than dropped", async (name, value) => {
    const { response, request } = await read({ [name]: value });
    expect(request).toBeUndefined();
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      param: name,
      type: "invalid_request_error",
    });
  });

  test.each([
    [undefined, undefined, undefined],
    [undefined, 500, 500],
    [200, undefined, 200],
    [200, 500, 200],
    [200, 100, 100],
  ])("with a cap of %s, %s tokens are %s", async (maxOutputTokens, asked, given) => {
    for (const name of ["max_tokens", "max_completion_tokens"]) {
      const { request } = await read({ [name]: asked }, { maxOutputTokens });
      expect(request?.config?.maxTokens).toBe(given);
    }
  });

  test("the newer name of the token limit wins", async () => {
    const { request } = await read({ max_tokens: 10, max_completion_tokens: 20 });
    expect(request?.config?.maxTokens).toBe(20);
  });
});
