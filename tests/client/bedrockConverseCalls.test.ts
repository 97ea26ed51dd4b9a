import { expect, test } from "vitest";
import type { UIMessagePart } from "../../src/client/messages.js";
import {
  assistant,
  call,
  done,
  messages,
  text,
  user,
  write,
} from "./bedrockConverseConversation.js";

const result = (toolUseId: string, ...content: unknown[]): unknown => ({
  toolResult: { toolUseId, content },
});
const use = (toolUseId: string, name = "add", input: unknown = { x: 1 }): unknown => ({
  toolUse: { toolUseId, name, input },
});

test("calls are followed by their results, step by step; those without a result are left out", () => {
  const answer = assistant(
    text("Let me see."),
    done("1", { sum: 2 }),
    call("2", { state: "output-error", input: { x: 2 }, errorText: "boom" }),
    call("3", { state: "output-denied", input: {} }),
    call("4", { state: "input-available", input: {} }),
    call("5", { state: "output-available", preliminary: true, input: {}, output: 1 }),
    call("6", { state: "output-available", providerExecuted: true, input: {}, output: 1 }),
    { type: "step-start" },
    text("It is 2."),
  );
  expect(messages(user(text("1+1?")), answer, user(text("Thanks")))).toEqual([
    { role: "user", content: [{ text: "1+1?" }] },
    {
      role: "assistant",
      content: [{ text: "Let me see." }, use("1"), use("2", "add", { x: 2 }), use("3", "add", {})],
    },
    {
      role: "user",
      content: [
        result("1", { json: { sum: 2 } }),
        { toolResult: { toolUseId: "2", content: [{ text: "boom" }], status: "error" } },
        {
          toolResult: {
            toolUseId: "3",
            content: [{ text: "The person did not allow this call." }],
            status: "error",
          },
        },
      ],
    },
    { role: "assistant", content: [{ text: "It is 2." }] },
    { role: "user", content: [{ text: "Thanks" }] },
  ]);
});

test.each<[unknown, unknown[]]>([
  ["plain", [{ text: "plain" }]],
  ["", [{ text: "(nothing)" }]],
  [undefined, [{ text: "(nothing)" }]],
  [[1, 2], [{ text: "[1,2]" }]],
  [7, [{ text: "7" }]],
  [{ a: [1] }, [{ json: { a: [1] } }]],
  [{ content: "x" }, [{ json: { content: "x" } }]],
  [{ content: [{ type: "resource" }] }, [{ json: { content: [{ type: "resource" }] } }]],
  [
    {
      content: [
        { type: "text", text: "See" },
        { type: "text", text: " " },
        { type: "image", data: "AAAA", mimeType: "image/png" },
        { type: "image", data: "AAAA", mimeType: "image/tiff" },
      ],
    },
    [
      { text: "See" },
      { text: "(nothing)" },
      { image: { format: "png", source: { bytes: "AAAA" } } },
      { text: "(nothing)" },
    ],
  ],
])("the output %j is told as %j", (output, content) => {
  const [, , turn] = messages(user(text("?")), assistant(done("1", output)));
  expect(turn?.content).toEqual([result("1", ...content)]);
});

test("broken arguments are wrapped, since nothing but an object is taken", () => {
  const broken = call("1", { state: "output-error", rawInput: '{"x', errorText: "broken" });
  expect(messages(user(text("?")), assistant(broken))[1]?.content).toEqual([
    use("1", "add", { input: '{"x' }),
  ]);
});

test("ids and names of others are made to fit, alike in calls and results", () => {
  const foreign = [
    call("call:a/b.c", { state: "output-available", input: {}, output: "1" }),
    {
      type: "dynamic-tool",
      toolName: "srv.tool name",
      toolCallId: `chatcmpl-${"x".repeat(100)}7`,
      state: "output-available",
      input: {},
      output: "2",
    } satisfies UIMessagePart,
  ];
  const [, calls, results] = messages(user(text("?")), assistant(...foreign));
  const long = `${"x".repeat(63)}7`;
  expect(calls?.content).toEqual([use("call_a_b_c", "add", {}), use(long, "srv_tool_name", {})]);
  expect(results?.content).toEqual([
    result("call_a_b_c", { text: "1" }),
    result(long, { text: "2" }),
  ]);
});

test("Mistral's ids have nine letters, and its results are objects", () => {
  const history = [
    user(text("?")),
    assistant(done("tooluse_bpe71yCfRu2b5i-nKGDr5g", "2"), done("1", "3")),
  ];
  const [, calls, results] = write(
    { messages: history },
    "mistral.mistral-large-2402-v1:0",
  ).messages;
  expect(calls?.content).toEqual([use("5inKGDr5g"), use("100000000")]);
  expect(results?.content).toEqual([
    result("5inKGDr5g", { json: { result: "2" } }),
    result("100000000", { json: { result: "3" } }),
  ]);
});
