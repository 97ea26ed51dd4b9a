import { afterEach, describe, expect, test, vi } from "vitest";
import type { Target } from "../../src/client/protocol.js";
import { anthropicMessages } from "../../src/client/protocols/anthropicMessages.js";
import { messagesRules } from "../../src/client/limits/anthropicMessages.js";
import type { ChatConfig, ChatRequest } from "../../src/client/types.js";
import {
  anthropic,
  assistant,
  call,
  done,
  text,
  thought,
  user,
  write,
} from "./anthropicConversation.js";

afterEach(() => vi.unstubAllGlobals());

test("a request names the model, the words, and how much may be answered", () => {
  const wire = anthropicMessages.toRequest(
    { model: "m", system: "Be brief.", messages: [user(text("Hi"))] },
    anthropic,
  );
  expect(wire).toEqual({
    url: "https://api.anthropic.com/v1/messages",
    headers: {
      "content-type": "application/json",
      "anthropic-version": "2023-06-01",
      "x-api-key": "k-1",
    },
    body: {
      model: "claude-sonnet-4-5",
      system: "Be brief.",
      messages: [{ role: "user", content: [{ type: "text", text: "Hi" }] }],
      max_tokens: 4096,
      stream: true,
    },
  });
});

test("without a stream none is asked for", () => {
  const request = { model: "m", messages: [user(text("Hi"))] };
  const { body } = anthropicMessages.toRequest(request, anthropic, { stream: false });
  expect(body).not.toHaveProperty("stream");
});

test.each([
  "https://a.example/v1",
  "https://a.example",
  "https://a.example/v1/messages",
  "https://a.example/messages",
])("%s leads to the messages", (baseURL) => {
  const wire = anthropicMessages.toRequest({ model: "m", messages: [] }, { ...anthropic, baseURL });
  expect(wire.url).toBe("https://a.example/v1/messages");
});

describe("headers", () => {
  const headers = (target: Partial<Target>): Record<string, string> =>
    anthropicMessages.toRequest({ model: "m", messages: [] }, { ...anthropic, ...target }).headers;

  test.each(["document", "WorkerGlobalScope"])("a browser (%s) asks to be let in", (name) => {
    vi.stubGlobal(name, {});
    expect(headers({})).toHaveProperty("anthropic-dangerous-direct-browser-access", "true");
  });

  test("a server without a key gets none; the app's own headers win", () => {
    const own = { "anthropic-version": "2099-01-01", "x-own": "1" };
    expect(headers({ apiKey: undefined, headers: own })).toEqual({
      "content-type": "application/json",
      ...own,
    });
  });

  test("a key that cannot stand in a header is refused before anything is sent", () => {
    expect(() => headers({ apiKey: "sk-a\nb" })).toThrow(
      expect.objectContaining({ code: "authentication" }),
    );
    expect(headers({ apiKey: " k-1\n" })).toHaveProperty("x-api-key", "k-1");
  });
});

describe("parameters are what the model takes", () => {
  const sampling = {
    temperature: 1.5,
    topP: 0.9,
    topK: 4,
    frequencyPenalty: 1,
    presencePenalty: 1,
  };
  const parameters = (model: string, config: ChatConfig): Record<string, unknown> => {
    const {
      model: _model,
      messages: _messages,
      stream: _stream,
      ...rest
    } = write({ model }, { config });
    return rest;
  };

  test.each<[string, object]>([
    ["claude-3-haiku-20240307", { temperature: 1, top_p: 0.9, top_k: 4 }],
    ["claude-sonnet-4-20250514", { temperature: 1, top_p: 0.9, top_k: 4 }],
    ["claude-haiku-4-5", { temperature: 1, top_k: 4 }],
    ["claude-opus-4-6", { temperature: 1, top_k: 4 }],
    ["claude-opus-4-7", {}],
    ["claude-sonnet-5", { thinking: { type: "adaptive", display: "summarized" } }],
    ["claude-novella-9", { thinking: { type: "adaptive", display: "summarized" } }],
    ["MiniMax-M3", { temperature: 1, top_p: 0.9, top_k: 4 }],
  ])("%s samples by %o", (model, expected) => {
    expect(parameters(model, { ...sampling, maxTokens: 100 })).toEqual({
      max_tokens: 100,
      ...expected,
    });
  });

  test("where temperature and top_p exclude each other, either goes alone", () => {
    expect(parameters("claude-haiku-4-5", { topP: 0.5 })).toHaveProperty("top_p", 0.5);
    expect(parameters("claude-haiku-4-5", { topP: 0.5, temperature: undefined })).toHaveProperty(
      "top_p",
    );
  });

  test.each<[string, number]>([
    ["claude-2.1", 4096],
    ["claude-3-haiku-20240307", 4096],
    ["claude-3-5-sonnet-latest", 8192],
    ["claude-3-7-sonnet-latest", 64_000],
    ["claude-opus-4-20250514", 32_000],
    ["claude-opus-4-0", 32_000],
    ["claude-opus-4-1-20250805", 32_000],
    ["claude-sonnet-4-0", 64_000],
    ["claude-opus-4-5", 64_000],
    ["claude-sonnet-4-6", 128_000],
    ["claude-opus-4-8", 128_000],
    ["claude-opus-5-5", 128_000],
  ])("%s answers with %i tokens at most", (model, most) => {
    expect(parameters(model, { maxTokens: 1_000_000 })["max_tokens"]).toBe(most);
  });

  test.each<[string, ChatConfig["reasoningEffort"], object]>([
    ["claude-3-haiku-20240307", "high", { max_tokens: 4096, temperature: 0 }],
    [
      "claude-sonnet-4-5",
      "low",
      { max_tokens: 6144, thinking: { type: "enabled", budget_tokens: 2048 } },
    ],
    ["claude-sonnet-4-5", "none", { max_tokens: 4096, temperature: 0 }],
    [
      "claude-opus-4-5",
      "xhigh",
      {
        max_tokens: 28_672,
        thinking: { type: "enabled", budget_tokens: 24_576 },
        output_config: { effort: "high" },
      },
    ],
    [
      "claude-sonnet-4-6",
      "xhigh",
      {
        max_tokens: 28_672,
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { effort: "high" },
      },
    ],
    ["claude-sonnet-4-6", undefined, { max_tokens: 4096, temperature: 0 }],
    ["claude-opus-4-8", "none", { max_tokens: 4096 }],
    [
      "claude-opus-4-8",
      "minimal",
      {
        max_tokens: 5120,
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { effort: "low" },
      },
    ],
    [
      "claude-opus-5",
      undefined,
      { max_tokens: 20_480, thinking: { type: "adaptive", display: "summarized" } },
    ],
    ["claude-opus-5", "none", { max_tokens: 4096, thinking: { type: "disabled" } }],
    ["claude-haiku-5-5", "none", { max_tokens: 4096, thinking: { type: "disabled" } }],
    [
      "claude-opus-5-5",
      "none",
      {
        max_tokens: 6144,
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { effort: "low" },
      },
    ],
    [
      "claude-fable-5",
      "xhigh",
      {
        max_tokens: 28_672,
        thinking: { type: "adaptive", display: "summarized" },
        output_config: { effort: "xhigh" },
      },
    ],
    ["MiniMax-M3", "high", { max_tokens: 4096, temperature: 0 }],
  ])("%s thinks %s as %o", (model, reasoningEffort, expected) => {
    expect(parameters(model, { temperature: 0, reasoningEffort })).toEqual(expected);
  });

  test("a budget is always smaller than the limit", () => {
    const { max_tokens } = parameters("claude-opus-4-1", {
      maxTokens: 32_000,
      reasoningEffort: "xhigh",
    });
    expect(max_tokens).toBe(32_000);
  });

  test("tokens asked for are tokens sent where thinking has no budget of its own", () => {
    expect(parameters("claude-opus-5-5", { maxTokens: 16 })["max_tokens"]).toBe(16);
  });
});

describe("thinking that was sent back", () => {
  const history = [
    user(text("a")),
    assistant(thought("hm", { signature: "s" }), text("b")),
    user(text("c")),
  ];
  const wireFor = (model: string, headers?: Record<string, string>): unknown =>
    anthropicMessages.toRequest(
      { model: "m", messages: history },
      { ...anthropic, model, headers },
    );

  test("may not make a conversation unusable that was changed before it", () => {
    expect(wireFor("claude-opus-5-5", { "anthropic-beta": "own-2026-01-01" })).toMatchObject({
      headers: { "anthropic-beta": "thinking-binding-controls-2026-08-01,own-2026-01-01" },
      body: {
        thinking: { type: "adaptive", block_binding: { prefix_mismatch_behavior: "drop_block" } },
      },
    });
  });

  test("says nothing of that to models that do not mind", () => {
    const { headers, body } = wireFor("claude-opus-5") as Record<string, object>;
    expect(headers).not.toHaveProperty("anthropic-beta");
    expect(body).toHaveProperty("thinking", { type: "adaptive", display: "summarized" });
  });

  test("cannot begin while an answer without any waits for its tools", () => {
    const waiting = [user(text("a")), assistant(call("1", done))];
    const begun = [user(text("a")), assistant(thought("hm", { signature: "s" }), call("1", done))];
    const config = { reasoningEffort: "low" as const };
    expect(write({}, { messages: waiting, config })).not.toHaveProperty("thinking");
    expect(write({}, { messages: begun, config })).toHaveProperty("thinking");
    const further = assistant({ type: "step-start" }, call("2", done));
    expect(write({}, { messages: [...begun, further], config })).toHaveProperty("thinking");
    expect(write({}, { messages: [...waiting, further], config })).not.toHaveProperty("thinking");
    expect(
      write({}, { messages: [...waiting, assistant(text("b")), user(text("c"))], config }),
    ).toHaveProperty("thinking");
  });
});

test("tools are declared, and who must be called is said; without tools neither is", () => {
  const inputSchema = { type: "object", properties: { city: { type: "string" } } };
  const tools = [{ name: "weather", description: "Of a city", inputSchema }];
  const choice = (
    toolChoice: ChatRequest["toolChoice"],
    model = "claude-sonnet-4-5",
    config: ChatConfig = {},
  ): Record<string, unknown> => write({ model }, { tools, toolChoice, config });
  expect(choice({ toolName: "weather" })).toMatchObject({
    tools: [{ name: "weather", description: "Of a city", input_schema: inputSchema }],
    tool_choice: { type: "tool", name: "weather" },
  });
  expect(choice("required")["tool_choice"]).toEqual({ type: "any" });
  expect(choice("none")["tool_choice"]).toEqual({ type: "none" });
  expect(choice(undefined)).not.toHaveProperty("tool_choice");
  expect(write({}, { toolChoice: "required" })).not.toHaveProperty("tool_choice");
  expect(choice("required", "claude-opus-5-5")["tool_choice"]).toEqual({ type: "auto" });
  expect(choice("required", "claude-sonnet-4-5", { reasoningEffort: "low" })).not.toHaveProperty(
    "thinking",
  );
  expect(choice("auto", "claude-sonnet-4-5", { reasoningEffort: "low" })).toHaveProperty(
    "thinking",
  );
});

test("the rules of a model do not depend on where its name comes from", () => {
  const { maxOutputTokens } = messagesRules("claude-opus-4-1");
  for (const name of ["claude-opus-4-1@20250805", "anthropic/claude-opus-4-1-20250805"])
    expect(messagesRules(name).maxOutputTokens).toBe(maxOutputTokens);
});
