import { describe, expect, test } from "vitest";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import type { ChatConfig } from "../../src/client/types.js";
import {
  assistant,
  claude,
  done,
  target,
  text,
  user,
  write,
} from "./bedrockConverseConversation.js";

test("a request names the model in its address, and carries the key", () => {
  const request = { model: "m", system: "Be brief.", messages: [user(text("Hi"))] };
  expect(bedrockConverse.toRequest(request, target)).toEqual({
    url: "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-3-5-sonnet-20240620-v1%3A0/converse-stream",
    headers: { "content-type": "application/json", authorization: "Bearer k-1" },
    body: {
      messages: [{ role: "user", content: [{ text: "Hi" }] }],
      system: [{ text: "Be brief." }],
    },
  });
});

test.each<[string, string]>([
  ["converse/us.amazon.nova-pro-v1:0", "us.amazon.nova-pro-v1%3A0"],
  ["invoke/anthropic.claude-x", "anthropic.claude-x"],
  [
    "arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-x",
    "arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fus.anthropic.claude-x",
  ],
])(
  "the model %s stands in the address as %s, without a stream and without a key too",
  (model, path) => {
    const other = { ...target, apiKey: undefined, model };
    const wire = bedrockConverse.toRequest({ model: "m", messages: [] }, other, { stream: false });
    expect(wire.url).toBe(`${target.baseURL}/model/${path}/converse`);
    expect(wire.headers).toEqual({ "content-type": "application/json" });
  },
);

test("a key that cannot stand in a header is refused before anything is sent", () => {
  const withBreak = { ...target, apiKey: "a\nb" };
  expect(() => bedrockConverse.toRequest({ model: "m", messages: [] }, withBreak)).toThrow(
    expect.objectContaining({ code: "authentication" }),
  );
});

describe("tools", () => {
  const tools = [
    { name: "add", description: "Adds", inputSchema: { type: "object", properties: { x: {} } } },
    { name: "now", inputSchema: { type: "object" } },
  ];
  const specs = [
    {
      toolSpec: {
        name: "add",
        description: "Adds",
        inputSchema: { json: { type: "object", properties: { x: {} } } },
      },
    },
    { toolSpec: { name: "now", inputSchema: { json: { type: "object" } } } },
  ];
  test("are declared, and what must be called is said", () => {
    expect(write({ tools }).toolConfig).toEqual({ tools: specs });
    expect(write({ tools, toolChoice: "auto" }).toolConfig).toEqual({ tools: specs });
    expect(write({ tools, toolChoice: "required" }).toolConfig?.toolChoice).toEqual({ any: {} });
    expect(write({ tools, toolChoice: { toolName: "add" } }).toolConfig?.toolChoice).toEqual({
      tool: { name: "add" },
    });
    const free = write({ tools, toolChoice: "required" }, "anthropic.claude-opus-5-5-v1:0");
    expect(free.toolConfig).toEqual({ tools: specs });
    expect(write({ toolChoice: "required" })).not.toHaveProperty("toolConfig");
    expect(write({ tools, toolChoice: "none" })).not.toHaveProperty("toolConfig");
  });

  test("that were called are declared even when there are none any more", () => {
    const history = [user(text("1+1?")), assistant(done("1", "2"), done("2", "3"))];
    const retired = {
      toolSpec: {
        name: "add",
        description: "Not available any more. Do not call it.",
        inputSchema: { json: { type: "object" } },
      },
    };
    expect(write({ messages: history }).toolConfig).toEqual({ tools: [retired] });
    expect(write({ messages: history, tools, toolChoice: "none" }).toolConfig).toEqual({
      tools: [retired],
    });
    expect(write({ messages: history, tools }).toolConfig).toEqual({ tools: specs });
  });
});

describe("parameters are what the model takes", () => {
  const all: ChatConfig = {
    maxTokens: 9,
    temperature: 1.5,
    topP: 0.9,
    topK: 4,
    frequencyPenalty: 1,
    presencePenalty: -1,
  };
  const sent = (model: string, config: ChatConfig): unknown => {
    const { inferenceConfig, additionalModelRequestFields } = write({ config }, model);
    return { ...inferenceConfig, ...additionalModelRequestFields };
  };
  const usual = { maxTokens: 9, temperature: 1, topP: 0.9 };

  test.each<[string, unknown]>([
    ["meta.llama3-70b-instruct-v1:0", usual],
    ["anthropic.claude-3-haiku-20240307-v1:0", { ...usual, top_k: 4 }],
    ["us.amazon.nova-pro-v1:0", { ...usual, inferenceConfig: { topK: 4 } }],
    ["us.anthropic.claude-sonnet-4-20250514-v1:0", { ...usual, top_k: 4 }],
    ["us.anthropic.claude-sonnet-4-5-20250929-v1:0", { maxTokens: 9, temperature: 1, top_k: 4 }],
    ["global.anthropic.claude-opus-4-6-v1", { maxTokens: 9, temperature: 1, top_k: 4 }],
    ["global.anthropic.claude-opus-4-8", { maxTokens: 9 }],
    ["global.anthropic.claude-opus-5-20260401-v1:0", { maxTokens: 9 }],
    ["anthropic.claude-fable-6", { maxTokens: 9 }],
    ["openai.gpt-5.4", { maxTokens: 9 }],
  ])("%s", (model, expected) => expect(sent(model, all)).toEqual(expected));

  test("what is not asked for is not sent", () => {
    expect(write({ config: { temperature: undefined } })).not.toHaveProperty("inferenceConfig");
    expect(sent(claude, { topP: 0.5, temperature: 0 })).toEqual({ topP: 0.5, temperature: 0 });
    expect(sent("us.anthropic.claude-sonnet-4-5-20250929-v1:0", { topP: 0.5 })).toEqual({
      topP: 0.5,
    });
  });

  const budget = (tokens: number): unknown => ({ type: "enabled", budget_tokens: tokens });
  test.each<[string, ChatConfig["reasoningEffort"], unknown]>([
    [
      "us.anthropic.claude-3-7-sonnet-20250219-v1:0",
      "minimal",
      { maxTokens: 1033, thinking: budget(1024) },
    ],
    [
      "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
      "high",
      { maxTokens: 16_393, thinking: budget(16_384) },
    ],
    ["us.anthropic.claude-sonnet-4-20250514-v1:0", "none", { ...usual, top_k: 4 }],
    [
      "global.anthropic.claude-opus-4-6-v1",
      "xhigh",
      { maxTokens: 9, thinking: { type: "adaptive" }, output_config: { effort: "high" } },
    ],
    [
      "global.anthropic.claude-opus-4-7",
      "xhigh",
      {
        maxTokens: 9,
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { effort: "xhigh" },
      },
    ],
    [
      "global.anthropic.claude-opus-5-20260401-v1:0",
      "none",
      { maxTokens: 9, thinking: { type: "disabled" } },
    ],
    ["global.anthropic.claude-opus-5-5", "none", { maxTokens: 9 }],
    [
      "us.amazon.nova-2-lite-v1:0",
      "low",
      { maxTokens: 9, reasoningConfig: { type: "enabled", maxReasoningEffort: "low" } },
    ],
    [
      "us.amazon.nova-2-lite-v1:0",
      "high",
      { reasoningConfig: { type: "enabled", maxReasoningEffort: "high" } },
    ],
    ["us.amazon.nova-pro-v1:0", "high", { ...usual, inferenceConfig: { topK: 4 } }],
    ["openai.gpt-oss-120b-1:0", "medium", { ...usual, reasoning_effort: "medium" }],
    ["us.openai.gpt-5.6", "medium", { maxTokens: 9, reasoning: { effort: "medium" } }],
    ["meta.llama3-70b-instruct-v1:0", "high", usual],
  ])("%s thinks at effort %s", (model, reasoningEffort, expected) => {
    expect(sent(model, { ...all, reasoningEffort })).toEqual(expected);
  });

  test.each<[string, number]>([
    ["us.anthropic.claude-opus-4-1-20250805-v1:0", 32_000],
    ["us.anthropic.claude-opus-4-20250514-v1:0", 32_000],
    ["us.anthropic.claude-sonnet-4-20250514-v1:0", 64_000],
  ])("%s thinks and answers in %d tokens at most", (model, maxTokens) => {
    const config: ChatConfig = { maxTokens: 63_000, reasoningEffort: "xhigh" };
    expect(sent(model, config)).toMatchObject({ maxTokens });
  });

  test("thinking has room beside the answer where nobody says how long that is", () => {
    expect(
      sent("us.anthropic.claude-sonnet-4-5-20250929-v1:0", { reasoningEffort: "low" }),
    ).toEqual({
      maxTokens: 2048 + 4096,
      thinking: budget(2048),
    });
  });
});
