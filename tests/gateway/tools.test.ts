import { describe, expect, test } from "vitest";
import { createGatewayClient } from "../../src/client/gatewayClient.js";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { writers } from "../client/historyStreams.js";
import { ask, errorOf, scriptedGateway } from "./scriptedClient.js";

const schema = {
  type: "object",
  properties: { city: { type: "string", description: "Where" } },
  required: ["city"],
};
const weather = {
  type: "function",
  function: { name: "weather", description: "Of a city", parameters: schema, strict: true },
};
const definition = { name: "weather", description: "Of a city", inputSchema: schema };

async function read(fields: Record<string, unknown>) {
  const { handler, requests } = scriptedGateway();
  const response = await handler(ask(fields));
  return { response, request: requests[0] };
}

describe("the tools of a request", () => {
  test("become ours, each with its schema as it came", async () => {
    const now = { type: "function", function: { name: "now-1_b", description: null } };
    const { request } = await read({ tools: [weather, now] });
    expect(request?.tools).toEqual([
      definition,
      { name: "now-1_b", inputSchema: { type: "object", properties: {} } },
    ]);
    expect(request).not.toHaveProperty("toolChoice");
  });

  test.each<[unknown, ToolChoice]>([
    ["auto", "auto"],
    ["none", "none"],
    ["required", "required"],
    [{ type: "function", function: { name: "weather" } }, { toolName: "weather" }],
  ])("with the choice %j", async (tool_choice, toolChoice) => {
    const { request } = await read({ tools: [weather], tool_choice });
    expect(request?.toolChoice).toEqual(toolChoice);
  });

  test.each([{ tools: [] }, { tools: null, tool_choice: "none" }, { tool_choice: "auto" }])(
    "may be none: %j",
    async (fields) => {
      const { request } = await read(fields);
      expect(request?.tools).toBeUndefined();
      expect(request?.toolChoice).toBeUndefined();
    },
  );

  const called = (fields: unknown) => [weather, { type: "function", function: fields }];
  test.each<[string, unknown, object?]>([
    ["tools", { 0: weather }],
    ["tools", "weather"],
    ["tools", Array.from({ length: 129 }, (_, index) => called({ name: `t${index}` })[1])],
    ["tools[0]", ["weather"]],
    ["tools[0]", [null]],
    ["tools[0]", [{ type: "web_search" }]],
    ["tools[0]", [{ ...weather, type: "custom" }]],
    ["tools[1]", [weather, { type: "function", name: "flat", parameters: schema }]],
    ["tools[1].function.name", called({})],
    ["tools[1].function.name", called({ name: "" })],
    ["tools[1].function.name", called({ name: "two words" })],
    ["tools[1].function.name", called({ name: "x".repeat(65) })],
    ["tools[1].function.name", called({ name: "weather" })],
    ["tools[1].function.description", called({ name: "f", description: 1 })],
    ["tools[1].function.parameters", called({ name: "f", parameters: "{}" })],
    ["tools[1].function.parameters", called({ name: "f", parameters: [] })],
    ["tool_choice", [weather], { tool_choice: "any" }],
    ["tool_choice", [weather], { tool_choice: { type: "function" } }],
    ["tool_choice", [weather], { tool_choice: { type: "allowed_tools", allowed_tools: {} } }],
    ["tool_choice", [weather], { tool_choice: { type: "function", function: { name: "g" } } }],
    ["tool_choice", [], { tool_choice: "required" }],
    ["parallel_tool_calls", [weather], { parallel_tool_calls: false }],
  ])("are refused at %s when malformed: %.80j", async (param, tools, others = {}) => {
    const { response, request } = await read({ tools, ...others });
    expect(request).toBeUndefined();
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      param,
      type: "invalid_request_error",
    });
  });

  test("of the old form are told the new one", async () => {
    const { response } = await read({ functions: [{ name: "f" }] });
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      param: "functions",
      message: expect.stringContaining("tools") as string,
    });
  });

  test.each(Object.entries(writers))("reach every provider: %s", async (id, { target }) => {
    const { request } = await read({ tools: [weather], tool_choice: "required" });
    const { body } = (await loadProtocol(id)).toRequest(request!, target);
    expect(JSON.stringify(body)).toContain('"weather"');
    expect(JSON.stringify(body)).toContain('"Where"');
  });
});

describe("the result of a tool", () => {
  const call = {
    role: "assistant",
    tool_calls: [{ id: "c", type: "function", function: { name: "look", arguments: "{}" } }],
  };

  test("may not hold an image", async () => {
    const image_url = { url: "data:image/png;base64,AA==" };
    const content = [{ type: "image_url", image_url }];
    const messages = [call, { role: "tool", tool_call_id: "c", content }];
    const { response, request } = await read({ messages });
    expect(request).toBeUndefined();
    expect(await errorOf(response)).toMatchObject({ status: 400, param: "messages[1].content" });
  });
});

test("what our own client asks for is what the client behind the gateway is asked for", async () => {
  const parts: StreamPart[] = [
    { type: "tool-input-start", toolCallId: "c", toolName: "weather" },
    { type: "tool-input-delta", toolCallId: "c", inputTextDelta: '{"city":' },
    { type: "tool-input-delta", toolCallId: "c", inputTextDelta: '"Oslo"}' },
    {
      type: "tool-input-available",
      toolCallId: "c",
      toolName: "weather",
      input: { city: "Oslo" },
    },
    { type: "finish", finishReason: "tool-calls" },
  ];
  const { handler, requests } = scriptedGateway({ parts: () => parts });
  const client = createGatewayClient({
    baseURL: "http://localhost/v1",
    fetch: (url, init) => handler(new Request(url, init)),
  });
  const asked: ChatRequest = {
    model: "openai/gpt-5",
    messages: [{ id: "1", role: "user", parts: [{ type: "text", text: "Cold?" }] }],
    config: { reasoningEffort: "low" },
    tools: [definition],
    toolChoice: { toolName: "weather" },
  };
  const received: StreamPart[] = [];
  for await (const part of client.stream(asked, { signal: new AbortController().signal })) {
    received.push(part);
  }
  const { tools, toolChoice, config } = asked;
  expect(requests[0]).toMatchObject({ tools, toolChoice, config });
  expect(received).toEqual(parts);
});
