import fc from "fast-check";
import { expect, test } from "vitest";
import { readDataStreamV4 } from "../../src/client/protocols/dataStreamV4.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { type Answer, readAnswer } from "./readAnswer.js";
import { describeReader } from "./readerContract.js";

function readLines(...lines: [code: string, value: unknown][]): Promise<Answer> {
  const text = lines.map(([code, value]) => `${code}:${JSON.stringify(value)}\n`).join("");
  return readAnswer(readDataStreamV4(bodyOf([utf8(text)])));
}

const finish: [string, unknown] = ["d", { finishReason: "stop" }];

const value = fc.jsonValue({ maxDepth: 3 });
const call = fc.record(
  {
    toolCallId: fc.oneof(fc.string(), value),
    toolName: fc.oneof(fc.string(), value),
    argsTextDelta: fc.oneof(fc.string(), value),
    args: value,
    result: value,
    url: fc.oneof(fc.webUrl(), value),
    data: value,
    mimeType: value,
    finishReason: value,
    usage: value,
  },
  { requiredKeys: [] },
);

describeReader({
  folder: "data-stream-v4",
  read: readDataStreamV4,
  endMark: '"completionTokens":7}}',
  slack: { close: 0, error: 0 },
  noise: fc
    .tuple(
      fc.constantFrom(..."0289abcdefghijkz:".split("")),
      fc.oneof(fc.string(), call, value),
      fc.constantFrom("\n", "\r\n", ""),
    )
    .map(([code, json, end]) => `${code}:${JSON.stringify(json)}${end}`),
});

test("every line becomes the part that says the same", async () => {
  const { parts } = await readLines(
    ["f", { messageId: "msg-1" }],
    ["2", [{ a: 1 }, "b"]],
    ["g", "Hm."],
    ["0", "Hello"],
    ["b", { toolCallId: "c", toolName: "f" }],
    ["c", { toolCallId: "c", argsTextDelta: "{}" }],
    ["9", { toolCallId: "c", toolName: "f", args: { x: 1 } }],
    ["a", { toolCallId: "c", result: [1] }],
    ["h", { sourceType: "url", id: "s", url: "https://a", title: "A" }],
    ["k", { data: "AAAA", mimeType: "image/png" }],
    ["e", { finishReason: "stop", isContinued: false }],
    ["d", { finishReason: "stop", usage: { promptTokens: 1, completionTokens: 2 } }],
    ["8", [{ note: 1 }]],
  );
  expect(parts).toEqual([
    { type: "start", messageId: "msg-1" },
    { type: "start-step" },
    { type: "data-value", data: { a: 1 } },
    { type: "data-value", data: "b" },
    { type: "reasoning-start" },
    { type: "reasoning-delta", delta: "Hm." },
    { type: "reasoning-end" },
    { type: "text-start" },
    { type: "text-delta", delta: "Hello" },
    { type: "text-end" },
    { type: "tool-input-start", toolCallId: "c", toolName: "f" },
    { type: "tool-input-delta", toolCallId: "c", inputTextDelta: "{}" },
    { type: "tool-input-available", toolCallId: "c", toolName: "f", input: { x: 1 } },
    { type: "tool-output-available", toolCallId: "c", output: [1] },
    { type: "source-url", sourceId: "s", url: "https://a", title: "A" },
    { type: "file", url: "data:image/png;base64,AAAA", mediaType: "image/png" },
    { type: "finish-step" },
    { type: "data-annotation", data: { note: 1 } },
    {
      type: "finish",
      finishReason: "stop",
      messageMetadata: { usage: { inputTokens: 1, outputTokens: 2 } },
    },
  ]);
});

test("a text that goes on in the next step is one text, and the message keeps its first id", async () => {
  const { parts } = await readLines(
    ["f", { messageId: "msg-1" }],
    ["0", "a"],
    ["e", { finishReason: "length", isContinued: true }],
    ["f", { messageId: "msg-2" }],
    ["0", "b"],
    ["e", { finishReason: "stop", isContinued: false }],
    ["f", { messageId: "msg-3" }],
    finish,
  );
  expect(parts.map(({ type }) => type)).toEqual([
    "start",
    "start-step",
    "text-start",
    "text-delta",
    "text-delta",
    "text-end",
    "finish-step",
    "start-step",
    "finish",
  ]);
});

test("an error line throws its words, with keys masked", async () => {
  const { error } = await readLines(["3", "Broken by sk-abcdefghijklmnop"], finish);
  expect(error).toMatchObject({ code: "server", message: "Broken by [redacted]" });
  expect((await readLines(["3", ""])).error?.message).toContain("did not say why");
});

test("lines of other codes, and what is no line at all, are skipped", async () => {
  const text = `x:{"half\nj:{"signature":"s"}\nhello\n0:"a"\nd:{"finishReason":"stop"}\n`;
  expect(await readAnswer(readDataStreamV4(bodyOf([utf8(text)])))).toMatchObject({
    text: "a",
    finishReason: "stop",
    error: undefined,
  });
});

test("an unreadable line ends the answer instead of leaving a hole in it", async () => {
  const text = `0:"a"\n0:"b\n0:"c"\nd:{"finishReason":"stop"}\n`;
  expect(await readAnswer(readDataStreamV4(bodyOf([utf8(text)])))).toMatchObject({
    text: "a",
    error: { code: "truncated" },
  });
});
