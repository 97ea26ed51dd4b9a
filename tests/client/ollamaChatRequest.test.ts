import { describe, expect, test } from "vitest";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import type { Target } from "../../src/client/protocol.js";
import { ollamaChat } from "../../src/client/protocols/ollamaChat.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { assistant, file, text, user } from "./conversation.js";

const ollama: Target = {
  provider: "ollama",
  name: "Ollama",
  model: "qwen3",
  baseURL: "http://localhost:11434",
};

function write(
  request: Partial<ChatRequest>,
  target: Partial<Target> = {},
): Record<string, unknown> {
  const full = { model: "m", messages: [user(text("Hi"))], ...request };
  return ollamaChat.toRequest(full, { ...ollama, ...target }).body as Record<string, unknown>;
}

test("a request names the model and the words, and asks for a stream", () => {
  const request = { model: "m", system: "Be brief.", messages: [user(text("Hi"), text("there"))] };
  expect(ollamaChat.toRequest(request, ollama)).toEqual({
    url: "http://localhost:11434/api/chat",
    headers: { "content-type": "application/json" },
    body: {
      model: "qwen3",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hi\nthere" },
      ],
      stream: true,
    },
  });
});

test("no stream has to be asked for, and a key goes along where there is one", () => {
  const target = { ...ollama, apiKey: " k-1 ", headers: { "x-app": "1" } };
  const wire = ollamaChat.toRequest({ model: "m", messages: [] }, target, { stream: false });
  expect(wire.body).toEqual({ model: "qwen3", messages: [], stream: false });
  expect(wire.headers).toMatchObject({ authorization: "Bearer k-1", "x-app": "1" });
});

test.each(["", "/v1", "/api", "/api/chat"])("the base URL may end in %o", (path) => {
  const target = { ...ollama, baseURL: `https://host/ollama${path}` };
  const { url } = ollamaChat.toRequest({ model: "m", messages: [] }, target);
  expect(url).toBe("https://host/ollama/api/chat");
});

test("settings are options under Ollama's names, and what is not set is not sent", () => {
  const config = {
    maxTokens: 9,
    temperature: 0,
    topP: 0.9,
    topK: 4,
    frequencyPenalty: 1,
    presencePenalty: -1,
  };
  expect(write({ config })["options"]).toEqual({
    num_predict: 9,
    temperature: 0,
    top_p: 0.9,
    top_k: 4,
    frequency_penalty: 1,
    presence_penalty: -1,
  });
  expect(write({ config: { temperature: undefined } })).not.toHaveProperty("options");
});

test.each([
  ["qwen3", ["none", "minimal", "medium", "xhigh"], [false, true, true, true]],
  ["gpt-oss:20b", ["none", "minimal", "medium", "xhigh"], [undefined, "low", "medium", "high"]],
  ["library/gpt-oss", ["low"], ["low"]],
  ["not-gpt-oss-like", ["low"], [true]],
] as const)("%s thinks as it can", (model, efforts, expected) => {
  const thinks = efforts.map(
    (reasoningEffort) => write({ config: { reasoningEffort } }, { model })["think"],
  );
  expect(thinks).toEqual(expected);
  expect(write({}, { model })).not.toHaveProperty("think");
});

test("tools are offered as far as they may be called", () => {
  const tools = ["a", "b"].map((name) => ({ name, inputSchema: { type: "object" } }));
  const offered = (toolChoice?: ToolChoice): unknown =>
    (write({ tools, toolChoice })["tools"] as { function: { name: string } }[] | undefined)?.map(
      (tool) => tool.function.name,
    );
  expect(offered()).toEqual(["a", "b"]);
  expect(offered("required")).toEqual(["a", "b"]);
  expect(offered({ toolName: "b" })).toEqual(["b"]);
  expect(offered("none")).toBeUndefined();
  const described = { name: "c", description: "Does c.", inputSchema: { type: "object" } };
  expect(write({ tools: [described] })["tools"]).toEqual([
    {
      type: "function",
      function: { name: "c", description: "Does c.", parameters: { type: "object" } },
    },
  ]);
});

describe("the conversation", () => {
  const messages = (...list: UIMessage[]): unknown => write({ messages: list })["messages"];

  test("images travel as bare base64, also alone", () => {
    expect(
      messages(
        user(text("What?"), file("image/png", "data:image/png;base64,AAAA")),
        user(file("image/*", "data:image/jpg;base64,BBBB")),
      ),
    ).toEqual([
      { role: "user", content: "What?", images: ["AAAA"] },
      { role: "user", content: "", images: ["BBBB"] },
    ]);
  });

  test.each([
    ["image/png", "https://a/b.png", "image_rejected", "instead of its address"],
    ["image/*", "https://a/b", "image_rejected", "instead of its address"],
    ["image/gif", "data:image/gif;base64,AAAA", "image_rejected", "PNG or JPEG"],
    ["application/pdf", "data:application/pdf;base64,AAAA", "bad_request", "Remove it"],
  ])("%s at %s is refused", (mediaType, url, code, remedy) => {
    const image = user(file(mediaType, url, "mine"));
    expect(() => messages(image)).toThrow(
      expect.objectContaining({ code, provider: "ollama", model: "qwen3" }),
    );
    expect(() => messages(image)).toThrow('Ollama does not take "mine"');
    expect(() => messages(image)).toThrow(remedy);
  });

  test("its own reasoning goes back, everybody else's, data and sources stay at home", () => {
    const own = { ollama: { thinking: true } };
    expect(
      messages(
        user(text("Hi")),
        assistant(
          { type: "reasoning", text: "mine", providerMetadata: own },
          {
            type: "reasoning",
            text: "theirs",
            providerMetadata: { anthropic: { signature: "s" } },
          },
          text("Hello"),
          { type: "data-node", data: 1 },
          { type: "source-url", sourceId: "1", url: "https://a" },
        ),
        assistant({ type: "reasoning", text: "mine", providerMetadata: own }),
        user(text("")),
      ),
    ).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello", thinking: "mine" },
    ]);
  });

  test("calls go with their results, step by step, marked or not", () => {
    const call = (id: string, rest: object): UIMessagePart => ({
      type: "tool-f",
      toolCallId: id,
      state: "output-available",
      input: { x: id },
      output: { y: id },
      ...rest,
    });
    expect(
      messages(
        assistant(
          text("First."),
          call("a", {}),
          call("b", { type: "dynamic-tool", toolName: "g", output: "plain" }),
          text("Then."),
          call("c", { state: "output-error", errorText: "It broke.", input: "{broken" }),
          { type: "step-start" },
          call("d", { state: "output-denied", input: undefined }),
          call("e", { state: "input-available" }),
          call("f", { preliminary: true }),
          call("g", { providerExecuted: true }),
        ),
      ),
    ).toEqual([
      {
        role: "assistant",
        content: "First.",
        tool_calls: [
          { function: { name: "f", arguments: { x: "a" } } },
          { function: { name: "g", arguments: { x: "b" } } },
        ],
      },
      { role: "tool", tool_name: "f", content: '{"y":"a"}' },
      { role: "tool", tool_name: "g", content: "plain" },
      {
        role: "assistant",
        content: "Then.",
        tool_calls: [{ function: { name: "f", arguments: { input: "{broken" } } }],
      },
      { role: "tool", tool_name: "f", content: "It broke." },
      { role: "assistant", content: "", tool_calls: [{ function: { name: "f", arguments: {} } }] },
      { role: "tool", tool_name: "f", content: "The person did not allow this call." },
    ]);
  });

  test("system messages stay where they are", () => {
    expect(
      messages(user(text("Hi")), { id: "s", role: "system", parts: [text("Now in French.")] }),
    ).toEqual([
      { role: "user", content: "Hi" },
      { role: "system", content: "Now in French." },
    ]);
  });
});
