import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeOf, outcomes } from "./anyMessage.js";
import { fromAssistantUI, fromOpenAI, toOpenAI } from "../../src/transcript/index.js";

const text = (words: string) => [{ type: "text", text: words }];
const createdAt = "2026-11-27T06:40:00.000Z";
const at = Date.parse(createdAt);

describe("assistant-ui", () => {
  const message = (id: string, role: string, content: unknown, rest: object = {}) => ({
    id,
    role,
    content,
    createdAt,
    metadata: { custom: {} },
    ...rest,
  });

  test("every part has its word", () => {
    const tool = { type: "tool-call", toolName: "t", args: { a: 1 }, argsText: '{"a":1}' };
    const { messages } = fromAssistantUI([
      message(
        "1",
        "user",
        [...text("Look"), { type: "image", image: "data:image/png;base64,AA" }],
        {
          attachments: [
            {
              id: "x",
              type: "document",
              name: "a.pdf",
              content: [
                { type: "file", data: "AAAA", mimeType: "application/pdf", filename: "a.pdf" },
              ],
            },
          ],
        },
      ),
      message(
        "2",
        "assistant",
        [
          { type: "reasoning", text: "Hm" },
          { ...tool, toolCallId: "1", result: { ok: true } },
          { ...tool, toolCallId: "2", result: "no", isError: true },
          { ...tool, toolCallId: "3", approval: { id: "q" } },
          { ...tool, toolCallId: "4", approval: { id: "q", approved: false, reason: "not now" } },
          { type: "tool-call", toolName: "t", toolCallId: "5", argsText: "{broken" },
          { type: "source", sourceType: "url", id: "s", url: "https://x.example", title: "X" },
          { type: "source", sourceType: "document", id: "d", title: "D", mediaType: "text/plain" },
          { type: "file", data: "https://x.example/a.png", mimeType: "image/png" },
          { type: "data", name: "chart", data: [1] },
          { type: "generative-ui", spec: { root: "x" } },
        ],
        {
          status: { type: "incomplete", reason: "cancelled" },
          metadata: {
            steps: [
              { usage: { inputTokens: 3, outputTokens: 4 } },
              { usage: { inputTokens: 5, outputTokens: 6 } },
            ],
          },
        },
      ),
    ]);
    const call = { type: "dynamic-tool", toolName: "t", input: { a: 1 } };
    expect(messages).toEqual([
      {
        id: "1",
        role: "user",
        metadata: { createdAt: at },
        parts: [
          ...text("Look"),
          { type: "file", mediaType: "image/png", url: "data:image/png;base64,AA" },
          {
            type: "file",
            mediaType: "application/pdf",
            url: "data:application/pdf;base64,AAAA",
            filename: "a.pdf",
          },
        ],
      },
      {
        id: "2",
        role: "assistant",
        metadata: { createdAt: at, status: "stopped", usage: { inputTokens: 8, outputTokens: 10 } },
        parts: [
          { type: "reasoning", text: "Hm" },
          { ...call, toolCallId: "1", state: "output-available", output: { ok: true } },
          { ...call, toolCallId: "2", state: "output-error", errorText: "no" },
          { ...call, toolCallId: "3", state: "approval-requested", approval: { id: "q" } },
          {
            ...call,
            toolCallId: "4",
            state: "output-denied",
            approval: { id: "q", approved: false, reason: "not now" },
          },
          {
            ...call,
            toolCallId: "5",
            state: "input-available",
            input: undefined,
            rawInput: "{broken",
          },
          { type: "source-url", sourceId: "s", url: "https://x.example", title: "X" },
          { type: "source-document", sourceId: "d", mediaType: "text/plain", title: "D" },
          { type: "file", mediaType: "image/png", url: "https://x.example/a.png" },
          { type: "data-chart", data: [1] },
          { type: "data-generative-ui", data: { type: "generative-ui", spec: { root: "x" } } },
        ],
      },
    ]);
  });

  test.each([
    [{ type: "complete", reason: "stop" }, { status: "complete" }],
    [{ type: "incomplete", reason: "length" }, { status: "length" }],
    [
      { type: "incomplete", reason: "error", error: "Oh." },
      { status: "error", error: { code: "server", message: "Oh." } },
    ],
    [{ type: "running" }, { status: "stopped" }],
    [{ type: "requires-action", reason: "tool-calls" }, {}],
  ])("%j", (status, metadata) => {
    const { messages } = fromAssistantUI([message("1", "assistant", "Hi", { status })]);
    expect(messages[0]).toEqual({
      id: "1",
      role: "assistant",
      parts: text("Hi"),
      metadata: { createdAt: at, ...metadata },
    });
  });

  test("an exported repository keeps its branches", () => {
    const item = (id: string, parentId: string | null, role = "user") => ({
      message: message(id, role, text(id)),
      parentId,
    });
    const repository = {
      headId: "4",
      messages: [
        item("1", null),
        item("2", "1", "assistant"),
        item("3", "1", "assistant"),
        item("4", "3"),
        item("0", null),
      ],
    };
    const { messages, branches } = fromAssistantUI(JSON.stringify(repository));
    expect(messages.map(({ id }) => id)).toEqual(["1", "3", "4"]);
    expect(branches).toEqual([
      { id: "2", role: "assistant", parts: text("2"), metadata: { createdAt: at, parentId: "1" } },
      { id: "0", role: "user", parts: text("0"), metadata: { createdAt: at } },
    ]);
    const { headId: _head, ...headless } = repository;
    expect(fromAssistantUI(headless).messages.map(({ id }) => id)).toEqual(["0"]);
  });

  test("a repository that turns in a circle ends", () => {
    const item = (id: string, parentId: string) => ({
      message: message(id, "user", text(id)),
      parentId,
    });
    const { messages } = fromAssistantUI({
      headId: "2",
      messages: [item("1", "2"), item("2", "1")],
    });
    expect(messages.map(({ id }) => id)).toEqual(["1", "2"]);
  });
});

describe("OpenAI", () => {
  const conversation = [
    { role: "system", content: "Be brief." },
    {
      role: "user",
      content: [
        { type: "text", text: "Rain?" },
        { type: "image_url", image_url: { url: "https://x.example/sky.png" } },
        { type: "input_audio", input_audio: { data: "AAAA", format: "wav" } },
        {
          type: "file",
          file: { file_data: "data:application/pdf;base64,AAAA", filename: "a.pdf" },
        },
      ],
    },
    {
      role: "assistant",
      content: null,
      tool_calls: [
        { id: "1", type: "function", function: { name: "weather", arguments: '{"city":"Oslo"}' } },
        { id: "2", type: "function", function: { name: "weather", arguments: "{broken" } },
      ],
    },
    { role: "tool", tool_call_id: "1", content: "4 °C" },
    { role: "tool", tool_call_id: "2", content: "What city?" },
    { role: "assistant", content: "It is cold." },
    { role: "user", content: "Thanks" },
  ];

  test("there and back is what it was", () => {
    const { messages } = fromOpenAI(conversation);
    expect(messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(toOpenAI(messages)).toEqual(conversation);
    expect(toOpenAI(fromOpenAI(JSON.stringify({ model: "m", messages: conversation })))).toEqual(
      conversation,
    );
  });

  test("an answer with calls is one message, with its results", () => {
    const [, , answer] = fromOpenAI(conversation).messages;
    const call = { type: "dynamic-tool", toolName: "weather", state: "output-available" };
    expect(answer?.parts).toEqual([
      { ...call, toolCallId: "1", input: { city: "Oslo" }, output: "4 °C" },
      { ...call, toolCallId: "2", input: undefined, rawInput: "{broken", output: "What city?" },
      { type: "step-start" },
      ...text("It is cold."),
    ]);
  });

  test("what no request takes is left out, and a file that has no bytes is named", () => {
    expect(
      toOpenAI([
        {
          id: "1",
          role: "user",
          parts: [
            {
              type: "file",
              mediaType: "text/csv",
              url: "https://x.example/a.csv",
              filename: "a.csv",
            },
          ],
        },
        {
          id: "2",
          role: "assistant",
          parts: [
            { type: "reasoning", text: "Hm" },
            { type: "tool-a", toolCallId: "1", state: "input-available", input: {} },
          ],
        },
        {
          id: "3",
          role: "assistant",
          parts: [{ type: "data-node", data: 1 }, ...(text("Hi") as [])],
        },
      ]),
    ).toEqual([
      { role: "user", content: "[file: a.csv]" },
      { role: "assistant", content: "Hi" },
    ]);
  });

  test("old forms and lost calls", () => {
    const { messages } = fromOpenAI([
      { role: "assistant", content: null, function_call: { name: "f", arguments: "{}" } },
      { role: "function", name: "f", content: "1" },
      { role: "user", content: "?" },
      { role: "tool", tool_call_id: "lost", content: "2" },
      {
        role: "assistant",
        reasoning_content: "Hm",
        content: [{ type: "refusal", refusal: "No." }],
      },
    ]);
    expect(messages.map(({ parts }) => parts)).toMatchObject([
      [{ toolCallId: "f", output: "1" }],
      text("?"),
      [
        { toolCallId: "lost", output: "2" },
        { type: "step-start" },
        { type: "reasoning" },
        { text: "No." },
      ],
    ]);
  });
});

test("whatever is given, it is read or refused in a sentence", () => {
  const key = fc.constantFrom(
    "id",
    "role",
    "content",
    "messages",
    "message",
    "parentId",
    "type",
    "text",
    "tool_calls",
    "function",
    "status",
    "attachments",
    "metadata",
    "args",
    "toolName",
    "toolCallId",
    "createdAt",
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(
        null,
        0,
        "text",
        "user",
        "assistant",
        "tool",
        "tool-call",
        "image",
        "file",
        "source",
      ),
      fc.array(tie("any")),
      fc.dictionary(key, tie("any")),
    ),
  })).any;
  for (const read of [fromOpenAI, fromAssistantUI]) {
    fc.assert(
      fc.property(fc.oneof(value, fc.array(value), fc.string()), (input) => {
        expect(outcomes).toContain(outcomeOf(read, input));
      }),
      { numRuns: 500 },
    );
  }
});
