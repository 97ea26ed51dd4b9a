import { describe, expect, test } from "vitest";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import type { Target } from "../../src/client/protocol.js";
import { cohereChat } from "../../src/client/protocols/cohereChat.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { assistant, file, png, text, user } from "./conversation.js";

const cohere: Target = {
  provider: "cohere",
  name: "Cohere",
  model: "command-a-03-2025",
  baseURL: "https://api.cohere.com/v2",
  apiKey: "k-1",
};

function write(
  request: Partial<ChatRequest>,
  target: Partial<Target> = {},
): Record<string, unknown> {
  const full = { model: "m", messages: [user(text("Hi"))], ...request };
  return cohereChat.toRequest(full, { ...cohere, ...target }).body as Record<string, unknown>;
}

test("a request names the model and the words, and asks for a stream", () => {
  const request = { model: "m", system: "Be brief.", messages: [user(text("Hi"), text("there"))] };
  expect(cohereChat.toRequest(request, cohere)).toEqual({
    url: "https://api.cohere.com/v2/chat",
    headers: { "content-type": "application/json", authorization: "Bearer k-1" },
    body: {
      model: "command-a-03-2025",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Hi\nthere" },
      ],
      stream: true,
    },
  });
});

test("without a stream, without a key, and with the whole address", () => {
  const target = { ...cohere, apiKey: "", baseURL: "https://host/v2/chat" };
  const wire = cohereChat.toRequest({ model: "m", messages: [] }, target, { stream: false });
  expect(wire).toEqual({
    url: "https://host/v2/chat",
    headers: { "content-type": "application/json" },
    body: { model: "command-a-03-2025", messages: [], stream: false },
  });
});

test("settings have Cohere's names, and go no further than Cohere does", () => {
  const sent = (config: ChatRequest["config"]): unknown => {
    const { model: _model, messages: _messages, stream: _stream, ...rest } = write({ config });
    return rest;
  };
  expect(
    sent({
      maxTokens: 9,
      temperature: 0,
      topP: 0.9,
      topK: 4,
      frequencyPenalty: 0.5,
      presencePenalty: 0.25,
    }),
  ).toEqual({
    max_tokens: 9,
    temperature: 0,
    p: 0.9,
    k: 4,
    frequency_penalty: 0.5,
    presence_penalty: 0.25,
  });
  expect(
    sent({ topP: 1, topK: 1000, frequencyPenalty: -1, presencePenalty: 2, temperature: undefined }),
  ).toEqual({ p: 0.99, k: 500, frequency_penalty: 0, presence_penalty: 1 });
});

test("only a reasoning model is told how much to think", () => {
  const thinking = (reasoningEffort: "none" | "low" | "xhigh", model: string): unknown =>
    write({ config: { reasoningEffort } }, { model })["thinking"];
  const model = "command-a-reasoning-08-2025";
  expect(thinking("none", model)).toEqual({ type: "disabled" });
  expect(thinking("low", model)).toEqual({ type: "enabled", token_budget: 2048 });
  expect(thinking("xhigh", model)).toEqual({ type: "enabled" });
  expect(thinking("low", "command-a-03-2025")).toBeUndefined();
  expect(write({}, { model })).not.toHaveProperty("thinking");
});

describe("tools are offered as far as they may be called", () => {
  const tools = ["a", "b"].map((name) => ({ name, inputSchema: { type: "object" } }));
  const offered = (toolChoice: ToolChoice | undefined, model = cohere.model): unknown => {
    const body = write({ tools, toolChoice }, { model });
    const names = (body["tools"] as { function: { name: string } }[] | undefined)?.map(
      (tool) => tool.function.name,
    );
    return [names, body["tool_choice"]];
  };

  test("by a model that can be told", () => {
    expect(offered(undefined)).toEqual([["a", "b"], undefined]);
    expect(offered("auto")).toEqual([["a", "b"], undefined]);
    expect(offered("required")).toEqual([["a", "b"], "REQUIRED"]);
    expect(offered({ toolName: "b" })).toEqual([["b"], "REQUIRED"]);
    expect(offered("none")).toEqual([["a", "b"], "NONE"]);
  });

  test.each(["command-r", "command-r-plus-04-2024", "command-r-08-2024"])("by %s", (model) => {
    expect(offered("required", model)).toEqual([["a", "b"], undefined]);
    expect(offered("none", model)).toEqual([undefined, undefined]);
  });

  test("in Cohere's form", () => {
    expect(
      write({ tools: [{ name: "c", description: "Does c.", inputSchema: { type: "object" } }] })[
        "tools"
      ],
    ).toEqual([
      {
        type: "function",
        function: { name: "c", description: "Does c.", parameters: { type: "object" } },
      },
    ]);
  });
});

describe("the conversation", () => {
  const messages = (...list: UIMessage[]): unknown => write({ messages: list })["messages"];

  test("images travel beside the words, as they are or as an address", () => {
    expect(
      messages(user(text("What?"), file("image/png", png)), user(file("image/*", "https://a/b"))),
    ).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "What?" },
          { type: "image_url", image_url: { url: png } },
        ],
      },
      { role: "user", content: [{ type: "image_url", image_url: { url: "https://a/b" } }] },
    ]);
  });

  test("texts travel as documents, with their names", () => {
    const body = write({
      messages: [
        user(text("Sum up."), file("text/plain", "data:text/plain;base64,R3LDvMOfZQ==", "a.txt")),
        user(file("application/json", "data:application/json,%7B%7D")),
      ],
    });
    expect(body["documents"]).toEqual([
      { data: { text: "Grüße", title: "a.txt" } },
      { data: { text: "{}" } },
    ]);
    expect(body["messages"]).toEqual([{ role: "user", content: "Sum up." }]);
  });

  test.each([
    ["image/bmp", "data:image/bmp;base64,AAAA", "image_rejected"],
    ["image/png", "blob:https://a/1", "image_rejected"],
    ["application/pdf", "data:application/pdf;base64,AAAA", "bad_request"],
    ["text/plain", "https://a/b.txt", "bad_request"],
    ["text/plain", "data:text/plain;base64,%%%", "bad_request"],
  ])("%s at %s is refused", (mediaType, url, code) => {
    const message = user(file(mediaType, url, "mine"));
    expect(() => messages(message)).toThrow(expect.objectContaining({ code, provider: "cohere" }));
    expect(() => messages(message)).toThrow('Cohere does not take "mine"');
  });

  test("its own reasoning goes back, everybody else's, data and sources stay at home", () => {
    const own = { cohere: { thinking: true } };
    expect(
      messages(
        user(text("Hi")),
        assistant(
          { type: "reasoning", text: "mine", providerMetadata: own },
          { type: "reasoning", text: "theirs", providerMetadata: { ollama: { thinking: true } } },
          text("Hello"),
          { type: "data-node", data: 1 },
          { type: "source-document", sourceId: "1", mediaType: "text/plain", title: "t" },
        ),
        assistant({ type: "reasoning", text: "mine", providerMetadata: own }),
        user(text("")),
      ),
    ).toEqual([
      { role: "user", content: "Hi" },
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "mine" },
          { type: "text", text: "Hello" },
        ],
      },
    ]);
  });

  test("calls go with their plan and their results, step by step, marked or not", () => {
    const call = (id: string, rest: object = {}): UIMessagePart => ({
      type: "tool-f",
      toolCallId: id,
      state: "output-available",
      input: { x: id },
      output: { y: id },
      ...rest,
    });
    const wireCall = (id: string, args: string, name = "f"): object => ({
      id,
      type: "function",
      function: { name, arguments: args },
    });
    const plan = { callProviderMetadata: { cohere: { toolPlan: "I will." } } };
    expect(
      messages(
        assistant(
          call("a", plan),
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
        tool_plan: "I will.",
        tool_calls: [wireCall("a", '{"x":"a"}'), wireCall("b", '{"x":"b"}', "g")],
      },
      { role: "tool", tool_call_id: "a", content: '{"y":"a"}' },
      { role: "tool", tool_call_id: "b", content: "plain" },
      { role: "assistant", content: "Then.", tool_calls: [wireCall("c", '{"input":"{broken"}')] },
      { role: "tool", tool_call_id: "c", content: "It broke." },
      { role: "assistant", tool_calls: [wireCall("d", "{}")] },
      { role: "tool", tool_call_id: "d", content: "The person did not allow this call." },
    ]);
  });
});
