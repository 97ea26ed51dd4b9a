import { describe, expect, test } from "vitest";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import type { Target } from "../../src/client/protocol.js";
import { openaiResponses } from "../../src/client/protocols/openaiResponses.js";
import type { ChatConfig, ChatRequest } from "../../src/client/types.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { fixtureOf } from "./protocolFixtures.js";
import { assistant, file, png, text, user } from "./conversation.js";

const openai: Target = {
  provider: "openai",
  model: "gpt-4o",
  baseURL: "https://api.openai.com/v1",
  apiKey: "k-1",
};

const call = (toolCallId: string, rest: object = {}): UIMessagePart => ({
  type: "tool-add",
  toolCallId,
  state: "output-available",
  input: { x: 1 },
  output: "ok",
  ...rest,
});
const thought = (value: string, facts: object, provider = "openai"): UIMessagePart => ({
  type: "reasoning",
  text: value,
  providerMetadata: { [provider]: facts },
});

function write(target: Partial<Target>, request: Partial<ChatRequest>): Record<string, unknown> {
  const full = { model: "m", messages: [user(text("Hi"))], ...request };
  return openaiResponses.toRequest(full, { ...openai, ...target }).body as Record<string, unknown>;
}

function input(target: Partial<Target>, ...messages: UIMessage[]): unknown {
  return write(target, { messages })["input"];
}

test("a request names the model, the instructions and the words; nothing is stored", () => {
  const wire = openaiResponses.toRequest(
    { model: "openai/gpt-4o", system: "Be brief.", messages: [user(text("Hi"))] },
    openai,
  );
  expect(wire).toEqual({
    url: "https://api.openai.com/v1/responses",
    headers: { "content-type": "application/json", authorization: "Bearer k-1" },
    body: {
      model: "gpt-4o",
      instructions: "Be brief.",
      input: [{ role: "user", content: "Hi" }],
      store: false,
      stream: true,
    },
  });
});

test("without a stream nothing is asked of one", () => {
  const wire = openaiResponses.toRequest({ model: "m", messages: [] }, openai, { stream: false });
  expect(wire.body).toEqual({ model: "gpt-4o", input: [], store: false });
});

test("Azure takes its key and version in its own way, and own headers win", () => {
  const target = {
    ...openai,
    provider: "azure",
    baseURL: "https://r.openai.azure.com/openai/v1",
    apiVersion: "preview",
    headers: { "x-own": "1" },
  };
  const wire = openaiResponses.toRequest({ model: "m", messages: [] }, target);
  expect(wire.url).toBe("https://r.openai.azure.com/openai/v1/responses?api-version=preview");
  expect(wire.headers).toEqual({
    "content-type": "application/json",
    "api-key": "k-1",
    "x-own": "1",
  });
});

test("Azure has no Responses under its deployments: the model says which one", () => {
  const { url, body } = openaiResponses.toRequest(
    { model: "m", messages: [] },
    {
      ...openai,
      provider: "azure",
      model: "mine",
      baseURL: "https://r.openai.azure.com/openai/deployments/mine",
      apiVersion: "2024-10-21",
    },
  );
  expect(url).toBe("https://r.openai.azure.com/openai/v1/responses");
  expect(body).toMatchObject({ model: "mine" });
});

describe("parameters are what the model takes", () => {
  const all: ChatConfig = {
    maxTokens: 9,
    temperature: 0.5,
    topP: 0.9,
    topK: 4,
    frequencyPenalty: 1,
    presencePenalty: -1,
  };
  const parameters = (target: Partial<Target>, config: ChatConfig): object => {
    const { model: _m, input: _i, store: _s, stream: _t, ...rest } = write(target, { config });
    return rest;
  };
  const sampling = { temperature: 0.5, top_p: 0.9 };
  const include = ["reasoning.encrypted_content"];
  const summary = "auto";

  test.each<[Partial<Target>, ChatConfig, object]>([
    [{}, {}, sampling],
    [{ model: "gpt-4.1" }, { reasoningEffort: "low" }, sampling],
    [{ model: "gpt-5-chat-latest" }, { reasoningEffort: "low" }, sampling],
    [{ model: "gpt-5" }, {}, { include, reasoning: { summary } }],
    [
      { model: "gpt-5-mini" },
      { reasoningEffort: "minimal" },
      { include, reasoning: { effort: "minimal", summary } },
    ],
    [
      { model: "gpt-5-2025-08-07" },
      { reasoningEffort: "none" },
      { include, reasoning: { summary } },
    ],
    [{ model: "gpt-5.1" }, {}, { ...sampling, include, reasoning: { summary } }],
    [
      { model: "gpt-5.1" },
      { reasoningEffort: "high" },
      { include, reasoning: { effort: "high", summary } },
    ],
    [
      { model: "gpt-5.1" },
      { reasoningEffort: "xhigh" },
      { ...sampling, include, reasoning: { summary } },
    ],
    [{ model: "gpt-5.1-codex" }, { reasoningEffort: "none" }, { include, reasoning: { summary } }],
    [
      { model: "gpt-5.1-codex-max" },
      { reasoningEffort: "xhigh" },
      { include, reasoning: { effort: "xhigh", summary } },
    ],
    [{ model: "gpt-5.2-pro" }, { reasoningEffort: "low" }, { include, reasoning: { summary } }],
    [{ model: "gpt-5.3-chat-latest" }, {}, { include, reasoning: { summary } }],
    [{ model: "gpt-5.5" }, {}, { include, reasoning: { summary } }],
    [
      { model: "gpt-5.5" },
      { reasoningEffort: "none" },
      { ...sampling, include, reasoning: { effort: "none", summary } },
    ],
    [{ model: "gpt-6" }, {}, { include, reasoning: { summary } }],
    [
      { model: "o3" },
      { reasoningEffort: "low" },
      { include, reasoning: { effort: "low", summary } },
    ],
    [{ model: "o3-mini" }, { reasoningEffort: "low" }, { include, reasoning: { effort: "low" } }],
    [{ provider: "openrouter", model: "openai/gpt-5" }, {}, { include }],
    [
      { provider: "openrouter", model: "z-ai/glm" },
      { reasoningEffort: "low" },
      { ...sampling, reasoning: { effort: "low" } },
    ],
    [
      { provider: "azure", model: "my-deployment" },
      { reasoningEffort: "low" },
      { ...sampling, reasoning: { effort: "low" } },
    ],
    [{ provider: "xai", model: "grok-4" }, {}, { ...sampling, include }],
    [{ provider: "deepseek", model: "deepseek-chat" }, {}, sampling],
  ])("%j with %j", (target, config, expected) => {
    expect(parameters(target, { ...all, ...config })).toEqual({
      max_output_tokens: 9,
      ...expected,
    });
  });

  test("an empty setting is the provider's default, zero is a setting", () => {
    expect(parameters({}, { temperature: undefined, topP: 0 })).toEqual({ top_p: 0 });
  });
});

describe("the conversation", () => {
  test("what others thought, data and sources stay at home, and what is then empty is left out", () => {
    const said = assistant(
      thought("hm", { signature: "s" }, "anthropic"),
      { type: "reasoning", text: "hm" },
      text("Hello"),
      { type: "data-node", data: 1 },
      { type: "source-url", sourceId: "1", url: "https://a" },
    );
    const stopped = assistant({ type: "reasoning", text: "hm" });
    expect(input({}, user(text("Hi")), said, user(text("")), stopped)).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: [{ type: "output_text", text: "Hello" }] },
    ]);
  });

  test("a system message in the midst stays where it is", () => {
    const system: UIMessage = { id: "s", role: "system", parts: [text("Now in French.")] };
    expect(input({}, user(text("Hi")), system)).toEqual([
      { role: "user", content: "Hi" },
      { role: "system", content: "Now in French." },
    ]);
  });

  test("images travel beside the words, also alone, as address or data", () => {
    const address = "https://a/b.jpg";
    expect(
      input({}, user(text("What?"), file("image/png")), user(file("image/*", address))),
    ).toEqual([
      {
        role: "user",
        content: [
          { type: "input_text", text: "What?" },
          { type: "input_image", image_url: png },
        ],
      },
      { role: "user", content: [{ type: "input_image", image_url: address }] },
    ]);
  });

  test("other files go where they are taken", () => {
    const pdf = "data:application/pdf;base64,QUJD";
    const csv = "data:text/csv;base64,QUJD";
    expect(
      input(
        {},
        user(
          file("application/pdf", pdf, "a.pdf"),
          file("text/csv", csv),
          file("application/pdf", "https://a/b.pdf"),
        ),
      ),
    ).toEqual([
      {
        role: "user",
        content: [
          { type: "input_file", file_data: pdf, filename: "a.pdf" },
          { type: "input_file", file_data: csv, filename: "document.txt" },
          { type: "input_file", file_url: "https://a/b.pdf" },
        ],
      },
    ]);
  });

  test.each([
    [
      "image_rejected",
      { name: "OpenAI" },
      file("image/heic", "data:image/heic;base64,AA", "a.heic"),
    ],
    ["image_rejected", { provider: "ollama" }, file("image/png", "https://a/b.png")],
    ["image_rejected", {}, file("image/png", "blob:https://a/1")],
    ["bad_request", {}, file("audio/wav", "data:audio/wav;base64,AA", "a.wav")],
    ["bad_request", { provider: "xai" }, file("application/zip", "data:application/zip;base64,AA")],
    ["bad_request", {}, file("text/plain", "data:text/plain,hello")],
    ["bad_request", {}, file("application/pdf", "blob:https://a/1")],
  ] as const)("%s: %j does not take %j", (code, target, part) => {
    expect(() => input(target, user(part))).toThrow(expect.objectContaining({ code }));
  });

  test("calls come with their results, before what was said of them", () => {
    const answer = assistant(
      text("Let me see. "),
      call("1", { output: { sum: 2 } }),
      call("2", { state: "output-error", errorText: "boom" }),
      call("3", { state: "output-denied" }),
      call("4", { state: "input-available" }),
      call("5", { preliminary: true }),
      call("6", { providerExecuted: true }),
      text("It is 2."),
      { type: "step-start" },
      call("7", { type: "dynamic-tool", toolName: "find", input: undefined, rawInput: "{bad" }),
    );
    const called = (call_id: string, name = "add", json = '{"x":1}'): object => ({
      type: "function_call",
      call_id,
      name,
      arguments: json,
    });
    const result = (call_id: string, output: string): object => ({
      type: "function_call_output",
      call_id,
      output,
    });
    expect(input({}, answer)).toEqual([
      { role: "assistant", content: [{ type: "output_text", text: "Let me see. " }] },
      called("1"),
      called("2"),
      called("3"),
      result("1", '{"sum":2}'),
      result("2", "boom"),
      result("3", "The person did not allow this call."),
      { role: "assistant", content: [{ type: "output_text", text: "It is 2." }] },
      called("7", "find", '{"input":"{bad"}'),
      result("7", "ok"),
    ]);
  });

  test("the ids of other providers are made short enough, alike in call and result", () => {
    const id = `call_1${"x".repeat(200)}1`;
    const items = input({}, assistant(call(id), call(id.replaceAll("1", "2")))) as {
      call_id: string;
    }[];
    const ids = items.map((item) => item.call_id);
    expect(ids[0]).toHaveLength(64);
    expect(ids[0]).toBe(ids[2]);
    expect(ids[1]).toBe(ids[3]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test("texts of one phase are one message, and a refusal stays one", () => {
    const said = (value: string, facts: object): UIMessagePart => ({
      type: "text",
      text: value,
      providerMetadata: { openai: facts },
    });
    expect(
      input(
        {},
        assistant(
          said("I look.", { phase: "commentary" }),
          said("Done.", { phase: "final_answer" }),
          said("Not more.", { phase: "final_answer", refusal: true }),
        ),
      ),
    ).toEqual([
      {
        role: "assistant",
        content: [{ type: "output_text", text: "I look." }],
        phase: "commentary",
      },
      {
        role: "assistant",
        content: [
          { type: "output_text", text: "Done." },
          { type: "refusal", refusal: "Not more." },
        ],
        phase: "final_answer",
      },
    ]);
  });

  test("hostile text goes through unchanged", () => {
    const hostile = `\u0000\uD800 "quotes" </script> ${"x".repeat(1_000_000)}`;
    expect(input({}, user(text(hostile)))).toEqual([{ role: "user", content: hostile }]);
  });
});

describe("own thoughts go back", () => {
  const sealed = (id: string): object => ({ itemId: id, encryptedContent: `sealed ${id}` });
  const types = (...parts: UIMessagePart[]): unknown[] =>
    (input({}, assistant(...parts)) as { type?: string; id?: string }[]).map(
      (item) => item.id ?? item.type ?? "message",
    );

  test("the parts of one item as one, before what followed them", () => {
    expect(
      input(
        {},
        assistant(
          thought("First.", { itemId: "rs_1" }),
          thought("Then.", sealed("rs_1")),
          thought("", sealed("rs_2")),
          text("Blue."),
        ),
      ),
    ).toEqual([
      {
        type: "reasoning",
        id: "rs_1",
        encrypted_content: "sealed rs_1",
        summary: [
          { type: "summary_text", text: "First." },
          { type: "summary_text", text: "Then." },
        ],
      },
      { type: "reasoning", id: "rs_2", encrypted_content: "sealed rs_2", summary: [] },
      { role: "assistant", content: [{ type: "output_text", text: "Blue." }] },
    ]);
  });

  test("open ones as what was thought, those of the AI SDK by its name", () => {
    const raw = thought("Hm.", { itemId: "r", raw: true }, "deepseek");
    expect(input({ provider: "deepseek" }, assistant(raw, call("1")))).toMatchObject([
      { id: "r", summary: [], content: [{ type: "reasoning_text", text: "Hm." }] },
      { type: "function_call" },
      { type: "function_call_output" },
    ]);
    const foreign = thought("Hm.", { itemId: "r", reasoningEncryptedContent: "sealed" });
    expect(input({}, assistant(foreign, text("a")))).toMatchObject([
      { id: "r", encrypted_content: "sealed" },
      { role: "assistant" },
    ]);
  });

  test("never without what followed them", () => {
    const one = thought("a", sealed("rs_1"));
    expect(types(one)).toEqual([]);
    expect(types(one, call("1", { state: "input-available" }), text("b"))).toEqual(["message"]);
    expect(types(one, call("1", { providerExecuted: true }), text("b"))).toEqual(["message"]);
    expect(types(one, { type: "step-start" }, text("b"))).toEqual(["message"]);
    expect(types(text("a"), one, text("b"))).toEqual(["message", "rs_1", "message"]);
    expect(types(one, { type: "source-url", sourceId: "s", url: "https://a" }, text("b"))).toEqual([
      "rs_1",
      "message",
    ]);
    expect(types(one, call("1"), thought("c", sealed("rs_2")), call("2"))).toEqual([
      "rs_1",
      "function_call",
      "rs_2",
      "function_call",
      "function_call_output",
      "function_call_output",
    ]);
  });

  test("never to another provider, and never what could not be looked up", () => {
    const one = thought("a", sealed("rs_1"));
    expect(input({ provider: "xai" }, assistant(one, text("b")))).toHaveLength(1);
    expect(input({}, assistant(thought("a", { itemId: "rs_1" }), text("b")))).toHaveLength(1);
  });

  test("an answer that was read is written as it came", async () => {
    const bytes = bodyOf([utf8(fixtureOf("openai-responses", "reasoning").body)]);
    const parts: UIMessagePart[] = [];
    for await (const part of openaiResponses.readStream(bytes, openai)) {
      const last = parts.at(-1);
      if (part.type === "reasoning-start") parts.push({ type: "reasoning", text: "" });
      else if (part.type === "text-start") parts.push({ type: "text", text: "" });
      else if ((last?.type === "text" || last?.type === "reasoning") && "text" in last) {
        if ("delta" in part && typeof part.delta === "string") last.text += part.delta;
        if ("providerMetadata" in part && part.providerMetadata)
          last.providerMetadata = part.providerMetadata;
      }
    }
    expect(input({}, assistant(...parts))).toEqual([
      {
        type: "reasoning",
        id: "rs_1",
        encrypted_content: "late",
        summary: [
          { type: "summary_text", text: "**First**\n\nLook at it." },
          { type: "summary_text", text: "**Then**\n\nSay it." },
        ],
      },
      {
        role: "assistant",
        content: [{ type: "output_text", text: "It is blue." }],
        phase: "final_answer",
      },
    ]);
  });
});

test("tools are declared, and who must be called is said; without tools neither is", () => {
  const inputSchema = { type: "object", properties: { city: { type: "string" } } };
  const tools = [{ name: "weather", description: "Of a city", inputSchema }];
  expect(write({}, { tools, toolChoice: { toolName: "weather" } })).toMatchObject({
    tools: [
      {
        type: "function",
        name: "weather",
        description: "Of a city",
        parameters: inputSchema,
        strict: false,
      },
    ],
    tool_choice: { type: "function", name: "weather" },
  });
  expect(write({}, { tools, toolChoice: "required" })["tool_choice"]).toBe("required");
  expect(write({}, { toolChoice: "required" })).not.toHaveProperty("tool_choice");
});
