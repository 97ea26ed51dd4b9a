import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isChatError } from "../../src/client/errors.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { anthropicMessages } from "../../src/client/protocols/anthropicMessages.js";
import {
  anthropic,
  assistant,
  call,
  done,
  file,
  png,
  text,
  thought,
  turns,
  user,
  write,
} from "./anthropicConversation.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { fixtureOf } from "./protocolFixtures.js";

describe("the conversation", () => {
  test("system messages join the system, wherever they stand", () => {
    const late: UIMessage = { id: "s", role: "system", parts: [text("And kind."), text(" ")] };
    const body = write({}, { system: "Be brief.", messages: [user(text("Hi")), late] });
    expect(body["system"]).toBe("Be brief.\n\nAnd kind.");
    expect(body["messages"]).toHaveLength(1);
    expect(write({}, { system: " " })).not.toHaveProperty("system");
  });

  test("turns alternate and begin with the user's", () => {
    expect(
      turns(assistant(text("Welcome!")), user(text("a")), user(text("b")), assistant(text("c"))),
    ).toEqual([
      { role: "user", content: [{ type: "text", text: "Hello." }] },
      { role: "assistant", content: [{ type: "text", text: "Welcome!" }] },
      {
        role: "user",
        content: [
          { type: "text", text: "a" },
          { type: "text", text: "b" },
        ],
      },
      { role: "assistant", content: [{ type: "text", text: "c" }] },
    ]);
  });

  test("what says nothing is left out", () => {
    expect(
      turns(
        user(text(" \n")),
        user(text("a"), text("")),
        assistant(
          { type: "data-node", data: 1 },
          { type: "source-url", sourceId: "1", url: "https://a" },
        ),
        user(text("b")),
      ),
    ).toEqual([
      {
        role: "user",
        content: [
          { type: "text", text: "a" },
          { type: "text", text: "b" },
        ],
      },
    ]);
  });

  test("space between two texts of an answer is kept, at the very end it is not", () => {
    expect(turns(user(text("a")), assistant(text("b"), text("\n\n"), text("c \n")))).toEqual([
      { role: "user", content: [{ type: "text", text: "a" }] },
      {
        role: "assistant",
        content: [
          { type: "text", text: "b\n\n" },
          { type: "text", text: "c" },
        ],
      },
    ]);
  });

  test("Anthropic's own reasoning goes back unchanged, anybody else's does not", () => {
    const answer = assistant(
      thought("First.", { signature: "s1" }),
      thought("", { redactedData: "r" }),
      thought("", { signature: "s2" }),
      thought("never finished"),
      {
        type: "reasoning",
        text: "x",
        providerMetadata: { google: { thoughtSignature: "g" } },
      },
      text("b"),
    );
    expect(turns(user(text("a")), answer, user(text("c")))).toMatchObject([
      {},
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "First.", signature: "s1" },
          { type: "redacted_thinking", data: "r" },
          { type: "thinking", thinking: "", signature: "s2" },
          { type: "text", text: "b" },
        ],
      },
      {},
    ]);
  });

  test("thinking that led to nothing stays at home", () => {
    const stopped = assistant(
      thought("hm", { signature: "s" }),
      call("1", { state: "input-available" }),
    );
    expect(turns(user(text("a")), stopped, user(text("b")))).toHaveLength(1);
  });

  test("the explanation of a refusal is not the model's word", () => {
    const refused: UIMessagePart = {
      type: "text",
      text: "This could do harm.",
      providerMetadata: { anthropic: { refusal: true } },
    };
    expect(turns(user(text("a")), assistant(refused), user(text("b")))).toHaveLength(1);
  });

  test("hostile text goes through unchanged", () => {
    const hostile = `\u0000\uD800 "quotes" </script> ${"x".repeat(1_000_000)}`;
    expect(turns(user(text(hostile)))).toEqual([
      { role: "user", content: [{ type: "text", text: hostile }] },
    ]);
  });
});

describe("files", () => {
  test("images and documents stand in their order among the words", () => {
    const pdf = "data:application/pdf;base64,QUJD";
    expect(
      turns(
        user(
          file("image/png", png),
          text("and"),
          file("image/*", "https://a.example/b"),
          file("image/jpg", "data:image/jpg;base64,BBBB"),
          file("application/pdf", pdf, "a.pdf"),
          file("application/pdf", "https://a.example/c.pdf"),
          file("text/csv", "data:text/csv;base64,w6Q7Yg==", "t.csv"),
          file("application/json", "data:application/json,%7B%7D"),
        ),
      ),
    ).toEqual([
      {
        role: "user",
        content: [
          { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } },
          { type: "text", text: "and" },
          { type: "image", source: { type: "url", url: "https://a.example/b" } },
          { type: "image", source: { type: "base64", media_type: "image/jpeg", data: "BBBB" } },
          {
            type: "document",
            source: { type: "base64", media_type: "application/pdf", data: "QUJD" },
            title: "a.pdf",
          },
          { type: "document", source: { type: "url", url: "https://a.example/c.pdf" } },
          {
            type: "document",
            source: { type: "text", media_type: "text/plain", data: "ä;b" },
            title: "t.csv",
          },
          { type: "document", source: { type: "text", media_type: "text/plain", data: "{}" } },
        ],
      },
    ]);
  });

  test.each<[string, string, string, string]>([
    ["anthropic", "image/heic", png, "image_rejected"],
    ["anthropic", "image/svg+xml", "data:image/svg+xml,%3Csvg/%3E", "image_rejected"],
    ["anthropic", "image/png", "http://a.example/b.png", "image_rejected"],
    ["bedrock", "image/png", "https://a.example/b.png", "image_rejected"],
    ["bedrock", "application/pdf", "https://a.example/c.pdf", "bad_request"],
    ["anthropic", "audio/wav", "data:audio/wav;base64,QUJD", "bad_request"],
    ["anthropic", "text/plain", "https://a.example/t.txt", "bad_request"],
    ["anthropic", "text/plain", "data:text/plain;base64,!", "bad_request"],
  ])("%s is told that %s from %s cannot be sent", (provider, mediaType, url, code) => {
    expect(() => write({ provider }, { messages: [user(file(mediaType, url, "f"))] })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining('"f"') as string }),
    );
  });

  test("an image that another model drew is shown as the user's, one that cannot be sent is not", () => {
    const drawn = assistant(
      text("Here."),
      file("image/png", png),
      file("image/svg+xml", "data:image/svg+xml,%3Csvg/%3E"),
    );
    expect(turns(user(text("Draw.")), drawn, user(text("Redder.")))).toEqual([
      { role: "user", content: [{ type: "text", text: "Draw." }] },
      { role: "assistant", content: [{ type: "text", text: "Here." }] },
      {
        role: "user",
        content: [
          { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } },
          { type: "text", text: "Redder." },
        ],
      },
    ]);
  });
});

describe("calls", () => {
  test("calls come with their results, step by step; a call without a result is left out", () => {
    const answer = assistant(
      thought("hm", { signature: "s" }),
      text("Let me see."),
      call("1", { ...done, input: { x: 1 }, output: { sum: 2 } }),
      call("2", { state: "output-error", input: undefined, rawInput: '{"x', errorText: "boom" }),
      call("3", { state: "input-available" }),
      call("4", { state: "output-denied" }),
      call("5", { ...done, output: "" }),
      call("6", { ...done, preliminary: true }),
      { type: "step-start" },
      text("It is 2."),
    );
    expect(turns(user(text("a")), answer, user(text("c")))).toEqual([
      { role: "user", content: [{ type: "text", text: "a" }] },
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "hm", signature: "s" },
          { type: "text", text: "Let me see." },
          { type: "tool_use", id: "1", name: "add", input: { x: 1 } },
          { type: "tool_use", id: "2", name: "add", input: { input: '{"x' } },
          { type: "tool_use", id: "4", name: "add", input: {} },
          { type: "tool_use", id: "5", name: "add", input: {} },
        ],
      },
      {
        role: "user",
        content: [
          { type: "tool_result", tool_use_id: "1", content: '{"sum":2}' },
          { type: "tool_result", tool_use_id: "2", content: "boom", is_error: true },
          {
            type: "tool_result",
            tool_use_id: "4",
            content: "The person did not allow this call.",
            is_error: true,
          },
          { type: "tool_result", tool_use_id: "5" },
        ],
      },
      { role: "assistant", content: [{ type: "text", text: "It is 2." }] },
      { role: "user", content: [{ type: "text", text: "c" }] },
    ]);
  });

  test("what is said after a result stands after it, marked as a step or not", () => {
    const answer = assistant(call("1", done), text("It is 2."), call("2", done));
    expect((turns(user(text("a")), answer) as { role: string }[]).map(({ role }) => role)).toEqual([
      "user",
      "assistant",
      "user",
      "assistant",
      "user",
    ]);
  });

  test("ids of other providers become ones that Anthropic takes, the same on both sides", () => {
    const answer = assistant({
      type: "dynamic-tool",
      toolName: "f",
      toolCallId: "functions.f:0",
      state: "output-available",
      input: {},
      output: 1,
    });
    expect(turns(user(text("a")), answer)).toMatchObject([
      {},
      { content: [{ type: "tool_use", id: "functions_f_0", name: "f" }] },
      { content: [{ type: "tool_result", tool_use_id: "functions_f_0", content: "1" }] },
    ]);
  });

  test("calls that Anthropic ran itself go back with their results, other providers' do not", () => {
    const served = (toolName: string, rest: object): UIMessagePart =>
      ({
        type: `tool-${toolName}`,
        toolCallId: toolName,
        input: { q: 1 },
        providerExecuted: true,
        state: "output-available",
        output: ["o"],
        callProviderMetadata: { anthropic: { block: "server_tool_use" } },
        ...rest,
      }) as unknown as UIMessagePart;
    const answer = assistant(
      text("a"),
      served("web_search", {}),
      served("tool_search_tool_bm25", {}),
      served("echo", {
        callProviderMetadata: { anthropic: { block: "mcp_tool_use", serverName: "mirror" } },
      }),
      served("failed", { state: "output-error", errorText: "max_uses_exceeded" }),
      served("waiting", { state: "input-available" }),
      served("image_generation", { callProviderMetadata: undefined }),
      text("b"),
    );
    expect(turns(user(text("?")), answer)).toMatchObject([
      {},
      {
        content: [
          { type: "text", text: "a" },
          { type: "server_tool_use", id: "web_search", name: "web_search", input: { q: 1 } },
          { type: "web_search_tool_result", tool_use_id: "web_search", content: ["o"] },
          { type: "server_tool_use", name: "tool_search_tool_bm25" },
          { type: "tool_search_tool_result", tool_use_id: "tool_search_tool_bm25" },
          { type: "mcp_tool_use", name: "echo", server_name: "mirror" },
          { type: "mcp_tool_result", tool_use_id: "echo", content: ["o"] },
          { type: "server_tool_use", name: "failed" },
          {
            type: "failed_tool_result",
            content: { type: "failed_tool_result_error", error_code: "max_uses_exceeded" },
          },
          { type: "text", text: "b" },
        ],
      },
    ]);
  });
});

test("an answer that was read can be sent back as it was", async () => {
  const stream = anthropicMessages.readStream(
    bodyOf([utf8(fixtureOf("anthropic-messages", "reasoning").body)]),
    anthropic,
  );
  const { parts } = await readAnswer(stream);
  const message = assistant();
  for (const part of parts) {
    if (part.type === "reasoning-start") message.parts.push({ type: "reasoning", text: "" });
    if (part.type === "text-start") message.parts.push({ type: "text", text: "" });
    const last = message.parts.at(-1);
    if (!last || !("text" in last)) continue;
    if ("delta" in part) last.text += part.delta;
    if (part.type === "reasoning-end" && part.providerMetadata)
      last.providerMetadata = part.providerMetadata;
  }
  expect(turns(user(text("?")), message)).toMatchObject([
    {},
    {
      content: [
        { type: "thinking", thinking: "First this.", signature: "sig-1==" },
        { type: "redacted_thinking", data: "hidden==" },
        { type: "thinking", thinking: "", signature: "sig-2==" },
        { type: "text", text: "Forty-two." },
      ],
    },
  ]);
});

test("whatever the conversation, the turns are ones that Anthropic takes", () => {
  const state = fc.constantFrom("output-available", "output-error", "input-available");
  const part = fc.oneof(
    fc.constantFrom("", " ", "words", "more ").map(text),
    fc.constantFrom(thought("t"), thought("t", { signature: "s" })),
    fc.constant<UIMessagePart>({ type: "step-start" }),
    fc.constant(file("image/png", png)),
    fc.tuple(fc.nat(), state).map(([id, one]) => call(`${id}`, { state: one, output: 1 })),
  );
  const message = fc.record({
    id: fc.constant("m"),
    role: fc.constantFrom("user" as const, "assistant" as const, "system" as const),
    parts: fc.array(part, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), (messages) => {
      const list = turns(...messages) as {
        role: string;
        content: Record<string, string>[];
      }[];
      list.forEach(({ role, content }, index) => {
        expect(role).toBe(index % 2 === 0 ? "user" : "assistant");
        expect(content.length).toBeGreaterThan(0);
        expect(
          content.filter((block) => block["type"] === "text" && !block["text"]?.trim()),
        ).toEqual([]);
        const calls = content.filter((block) => block["type"] === "tool_use");
        const next = list[index + 1]?.content.slice(0, calls.length) ?? [];
        expect(next.map((block) => block["tool_use_id"])).toEqual(calls.map((one) => one["id"]));
        expect(content.at(-1)?.["type"]).not.toBe("thinking");
      });
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("no file makes anything but a ChatError", () => {
  const url = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `data:${rest}`),
    fc.webUrl(),
  );
  const mediaType = fc.oneof(fc.string(), fc.constantFrom("image/png", "image/*", "text/plain"));
  const faultOf = (type: string, address: string): unknown => {
    try {
      return void write({}, { messages: [user(file(type, address))] });
    } catch (error) {
      return error;
    }
  };
  fc.assert(
    fc.property(mediaType, url, (type, address) => {
      const fault = faultOf(type, address);
      expect(fault === undefined || isChatError(fault)).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});
