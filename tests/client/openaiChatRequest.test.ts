import { describe, expect, test } from "vitest";
import {
  type ChatRequest,
  openaiChat,
  type Target,
  type UIMessage,
  type UIMessagePart,
} from "../../src/client/index.js";
import { assistant, file, png, text, user } from "./conversation.js";

const openai: Target = {
  provider: "openai",
  model: "gpt-4o",
  baseURL: "https://api.openai.com/v1",
  apiKey: "k-1",
};

function write(target: Partial<Target>, request: Partial<ChatRequest>): Record<string, unknown> {
  const full = { model: "m", messages: [user(text("Hi"))], ...request };
  return openaiChat.toRequest(full, { ...openai, ...target }).body as Record<string, unknown>;
}

test("a request names the model, the words, and asks for a stream with its usage", () => {
  const wire = openaiChat.toRequest(
    { model: "openai/gpt-4o", system: "Be brief.", messages: [user(text("Hi"))] },
    openai,
  );
  expect(wire).toEqual({
    url: "https://api.openai.com/v1/chat/completions",
    headers: { "content-type": "application/json", authorization: "Bearer k-1" },
    body: {
      model: "gpt-4o",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hi" },
      ],
      stream: true,
      stream_options: { include_usage: true },
    },
  });
});

test("without a stream nothing is asked of one", () => {
  const wire = openaiChat.toRequest({ model: "m", messages: [] }, openai, { stream: false });
  expect(wire.body).toEqual({ model: "gpt-4o", messages: [] });
});

test("Azure takes its key and version in its own way", () => {
  const target = {
    ...openai,
    provider: "azure",
    baseURL: "https://r.openai.azure.com/openai/deployments/d",
    apiVersion: "2024-10-21",
  };
  const wire = openaiChat.toRequest({ model: "m", messages: [] }, target);
  expect(wire.url).toBe(
    "https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21",
  );
  expect(wire.headers).toEqual({ "content-type": "application/json", "api-key": "k-1" });
});

test("a key that cannot stand in a header is refused before anything is sent, spaces around it are not", () => {
  const withKey = (apiKey: string): unknown =>
    openaiChat.toRequest({ model: "m", messages: [] }, { ...openai, apiKey });
  expect(() => withKey("sk-a\nb")).toThrow(expect.objectContaining({ code: "authentication" }));
  expect(() => withKey("sk-ключ")).toThrow(expect.objectContaining({ code: "authentication" }));
  expect(withKey(" k-1\n")).toMatchObject({ headers: { authorization: "Bearer k-1" } });
});

describe("parameters are what the model takes", () => {
  const config = {
    maxTokens: 9,
    temperature: 0.5,
    topP: 0.9,
    topK: 4,
    frequencyPenalty: 1,
    presencePenalty: -1,
  };
  const names = (target: Partial<Target>): string[] =>
    Object.keys(write(target, { config })).filter(
      (name) => !["model", "messages", "stream", "stream_options"].includes(name),
    );

  test.each<[Partial<Target>, string[]]>([
    [
      {},
      ["max_completion_tokens", "temperature", "top_p", "frequency_penalty", "presence_penalty"],
    ],
    [{ model: "gpt-5" }, ["max_completion_tokens"]],
    [{ model: "o3-mini" }, ["max_completion_tokens"]],
    [
      { model: "gpt-5-chat-latest" },
      ["max_completion_tokens", "temperature", "top_p", "frequency_penalty", "presence_penalty"],
    ],
    [
      { provider: "groq" },
      ["max_tokens", "temperature", "top_p", "frequency_penalty", "presence_penalty"],
    ],
    [{ provider: "xai" }, ["max_completion_tokens", "temperature", "top_p"]],
    [{ provider: "deepseek", model: "deepseek-reasoner" }, ["max_tokens"]],
    [
      { provider: "gateway", model: "gpt-5" },
      ["max_tokens", "temperature", "top_p", "top_k", "frequency_penalty", "presence_penalty"],
    ],
  ])("%o", (target, expected) => expect(names(target)).toEqual(expected));

  test("an empty setting is the provider's default", () => {
    expect(Object.keys(write({}, { config: { temperature: undefined, topP: 0 } }))).toContain(
      "top_p",
    );
    expect(Object.keys(write({}, { config: { temperature: undefined } }))).not.toContain(
      "temperature",
    );
  });

  test("the system message has the role the model wants", () => {
    const role = (model: string): unknown =>
      (write({ model }, { system: "S" })["messages"] as { role: string }[])[0]?.role;
    expect([role("gpt-4o"), role("gpt-5"), role("o1-mini")]).toEqual([
      "system",
      "developer",
      "user",
    ]);
  });

  test("usage is asked for only where that is allowed", () => {
    expect(write({ provider: "mistral" }, {})).not.toHaveProperty("stream_options");
    expect(write({ provider: "azure", apiVersion: "2024-02-01" }, {})).not.toHaveProperty(
      "stream_options",
    );
    expect(write({ provider: "gateway" }, {})).toHaveProperty("stream_options");
  });
});

describe("the conversation", () => {
  const messages = (target: Partial<Target>, ...list: UIMessage[]): unknown =>
    write(target, { messages: list })["messages"];

  test("reasoning, data and sources stay at home, and what is then empty is left out", () => {
    const said = assistant(
      { type: "reasoning", text: "hm" },
      text("Hello"),
      { type: "data-node", data: 1 },
      { type: "source-url", sourceId: "1", url: "https://a" },
    );
    const stopped = assistant({ type: "reasoning", text: "hm" });
    expect(messages({}, user(text("Hi")), said, user(text("")), stopped)).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ]);
  });

  test("images travel beside the words, also alone", () => {
    expect(
      messages(
        {},
        user(text("What?"), file("image/png")),
        user(file("image/jpeg", "https://a/b.jpg")),
      ),
    ).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "What?" },
          { type: "image_url", image_url: { url: png } },
        ],
      },
      { role: "user", content: [{ type: "image_url", image_url: { url: "https://a/b.jpg" } }] },
    ]);
    expect(messages({ provider: "mistral" }, user(file("image/png")))).toEqual([
      { role: "user", content: [{ type: "image_url", image_url: png }] },
    ]);
  });

  test("other files go where they are taken", () => {
    const pdf: UIMessagePart = {
      type: "file",
      mediaType: "application/pdf",
      url: "data:application/pdf;base64,QUJD",
      filename: "a.pdf",
    };
    const wav: UIMessagePart = {
      type: "file",
      mediaType: "audio/wav",
      url: "data:audio/wav;base64,QUJD",
    };
    expect(messages({}, user(pdf, wav))).toEqual([
      {
        role: "user",
        content: [
          {
            type: "file",
            file: { file_data: "data:application/pdf;base64,QUJD", filename: "a.pdf" },
          },
          { type: "input_audio", input_audio: { data: "QUJD", format: "wav" } },
        ],
      },
    ]);
    expect(() => messages({ provider: "groq", name: "Groq" }, user(pdf))).toThrow(
      expect.objectContaining({
        code: "bad_request",
        message: expect.stringContaining('"a.pdf"') as string,
      }),
    );
  });

  test.each<[string, string, string]>([
    ["xai", "image/gif", png],
    ["openai", "image/heic", png],
    ["openai", "image/svg+xml", png],
    ["ollama", "image/png", "https://a/b.png"],
  ])("%s is told that %s from there cannot be sent", (provider, mediaType, url) => {
    expect(() => messages({ provider }, user(file(mediaType, url)))).toThrow(
      expect.objectContaining({ code: "image_rejected" }),
    );
  });

  test("tool calls come with their results, step by step; a call without a result is left out", () => {
    const call = (toolCallId: string, rest: object): UIMessagePart =>
      ({ type: "tool-add", toolCallId, ...rest }) as unknown as UIMessagePart;
    const answer = assistant(
      text("Let me see. "),
      call("1", { state: "output-available", input: { x: 1 }, output: { sum: 2 } }),
      call("2", { state: "output-error", input: { x: 2 }, errorText: "boom" }),
      call("3", { state: "input-available", input: {} }),
      { type: "step-start" },
      text("It is 2."),
    );
    expect(messages({}, answer)).toEqual([
      {
        role: "assistant",
        content: "Let me see. ",
        tool_calls: [
          { id: "1", type: "function", function: { name: "add", arguments: '{"x":1}' } },
          { id: "2", type: "function", function: { name: "add", arguments: '{"x":2}' } },
        ],
      },
      { role: "tool", tool_call_id: "1", content: '{"sum":2}' },
      { role: "tool", tool_call_id: "2", content: "boom" },
      { role: "assistant", content: "It is 2." },
    ]);
  });

  test("results that nobody answered have an answer before the next question where one is wanted", () => {
    const done: UIMessagePart = {
      type: "tool-f",
      toolCallId: "call12345",
      state: "output-available",
      input: {},
      output: "ok",
    };
    const asked = { messages: [user(text("a")), assistant(done), user(text("b"))] };
    const said = (provider: string): unknown =>
      (write({ provider }, asked)["messages"] as { role: string; content: unknown }[]).map(
        ({ role, content }) => [role, content],
      );
    const before = [
      ["user", "a"],
      ["assistant", null],
      ["tool", "ok"],
    ];
    expect(said("openai")).toEqual([...before, ["user", "b"]]);
    expect(said("mistral")).toEqual([...before, ["assistant", "(no answer)"], ["user", "b"]]);
  });

  test("where turns must alternate, messages of one role in a row become one", () => {
    expect(
      messages(
        { provider: "perplexity" },
        user(text("a")),
        user(text("b")),
        user(file("image/png")),
      ),
    ).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "a\n\nb" },
          { type: "image_url", image_url: { url: png } },
        ],
      },
    ]);
  });

  test("hostile text goes through unchanged", () => {
    const hostile = `\u0000\uD800 "quotes" </script> ${"x".repeat(1_000_000)}`;
    const [message] = messages({}, user(text(hostile))) as { content: string }[];
    expect(message?.content).toBe(hostile);
  });
});

test("tools are declared, and who must be called is said; without tools neither is", () => {
  const inputSchema = { type: "object", properties: { city: { type: "string" } } };
  const tools = [{ name: "weather", description: "Of a city", inputSchema }];
  expect(write({}, { tools, toolChoice: { toolName: "weather" } })).toMatchObject({
    tools: [
      {
        type: "function",
        function: { name: "weather", description: "Of a city", parameters: inputSchema },
      },
    ],
    tool_choice: { type: "function", function: { name: "weather" } },
  });
  expect(write({}, { tools, toolChoice: "required" })["tool_choice"]).toBe("required");
  expect(write({}, { toolChoice: "required" })).not.toHaveProperty("tool_choice");
});

describe("how long to think is asked in the provider's words, of models that can be asked", () => {
  const steps = ["none", "minimal", "low", "medium", "high", "xhigh"] as const;
  const named = (...words: readonly (string | undefined)[]): unknown[] =>
    words.map((reasoning_effort) => (reasoning_effort ? { reasoning_effort } : {}));
  const silent = named(...steps.map(() => undefined));
  const thinking = (type: string, reasoning_effort?: string): unknown => ({
    thinking: { type },
    ...(reasoning_effort && { reasoning_effort }),
  });
  test.each<[string, string, unknown[]]>([
    ["openai", "gpt-4o", silent],
    ["openai", "gpt-5-chat-latest", silent],
    ["openai", "o3", named(undefined, undefined, "low", "medium", "high", undefined)],
    ["openai", "gpt-5", named(undefined, "minimal", "low", "medium", "high", undefined)],
    ["openai", "gpt-5-pro", named(undefined, undefined, undefined, undefined, "high", undefined)],
    ["openai", "gpt-5.1", named("none", undefined, "low", "medium", "high", undefined)],
    ["openai", "gpt-5.4", named("none", undefined, "low", "medium", "high", "xhigh")],
    ["openai", "gpt-5.6-sol", named("none", undefined, "low", "medium", "high", "xhigh")],
    ["openai", "gpt-6-astra", named(undefined, undefined, "low", "medium", "high", "xhigh")],
    ["azure", "a-name-of-its-own", named(...steps)],
    ["groq", "llama-3.3-70b-versatile", silent],
    ["groq", "openai/gpt-oss-120b", named(undefined, "low", "low", "medium", "high", "high")],
    [
      "groq",
      "qwen/qwen3-32b",
      named("none", "default", "default", "default", "default", "default"),
    ],
    ["xai", "grok-4", silent],
    ["xai", "grok-3-mini", named(undefined, "low", "low", "high", "high", "high")],
    ["xai", "grok-4.3", named("none", "low", "low", "medium", "high", "high")],
    ["mistral", "magistral-medium-latest", silent],
    ["mistral", "mistral-small-latest", named("none", "high", "high", "high", "high", "high")],
    [
      "deepseek",
      "deepseek-v4-pro",
      [thinking("disabled"), ...steps.slice(1).map((effort) => thinking("enabled", effort))],
    ],
    ["openrouter", "anthropic/claude-sonnet-5", steps.map((effort) => ({ reasoning: { effort } }))],
    ["ollama", "qwen3", named("none", "low", "low", "medium", "high", "high")],
    ["perplexity", "sonar", silent],
    ["perplexity", "sonar-deep-research", named(undefined, "low", "low", "medium", "high", "high")],
    ["dashscope", "qwen3-max", steps.map((effort) => ({ enable_thinking: effort !== "none" }))],
    ["zai", "glm-4.6", [thinking("disabled"), ...steps.slice(1).map(() => thinking("enabled"))]],
    [
      "moonshot",
      "kimi-k2",
      [thinking("disabled"), ...steps.slice(1).map(() => thinking("enabled"))],
    ],
    ["gateway", "anything", named(...steps)],
    ["litellm_proxy", "anything", named(...steps)],
    ["cerebras", "gpt-oss-120b", named(undefined, "low", "low", "medium", "high", "high")],
    ["together_ai", "some-model", named(...steps)],
  ])("%s/%s", (provider, model, expected) => {
    const asked = steps.map((reasoningEffort) => {
      const body = write({ provider, model }, { config: { reasoningEffort } });
      return Object.fromEntries(
        Object.entries(body).filter(([name]) => /reasoning|thinking/.test(name)),
      );
    });
    expect(asked).toEqual(expected);
  });
});

test("DeepSeek, Kimi and GLM see what they thought again beside the calls that came of it, others do not", () => {
  const call = { type: "tool-add", toolCallId: "1", state: "output-available", input: {} };
  const reasoning: UIMessagePart = { type: "reasoning", text: "hm" };
  const withCall = assistant(
    reasoning,
    { ...call, output: 2 } as unknown as UIMessagePart,
    { type: "step-start" },
    text("2"),
  );
  const thoughts = (provider: string, message: UIMessage): unknown[] =>
    (write({ provider }, { messages: [message] })["messages"] as Record<string, unknown>[])
      .filter(({ role }) => role === "assistant")
      .map(({ reasoning_content }) => reasoning_content);
  for (const provider of ["deepseek", "moonshot", "zai"]) {
    expect(thoughts(provider, withCall)).toEqual(["hm", ""]);
    expect(thoughts(provider, assistant(reasoning, text("2")))).toEqual([undefined]);
  }
  expect(thoughts("openai", withCall)).toEqual([undefined, undefined]);
});
