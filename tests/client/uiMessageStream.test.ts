import { expect, test } from "vitest";
import { readUIMessageStream } from "../../src/client/index.js";
import { allCuts, bodyOf, type BodyEnd, utf8 } from "./byteStreams.js";
import { type Answer, readAnswer } from "./readAnswer.js";

function frames(...chunks: (object | string)[]): string {
  return chunks
    .map((chunk) => `data: ${typeof chunk === "string" ? chunk : JSON.stringify(chunk)}\n\n`)
    .join("");
}

function read(text: string, end: BodyEnd = "close"): Promise<Answer> {
  return readAnswer(readUIMessageStream(bodyOf([utf8(text)], end)));
}

const chunks = [
  { type: "start", messageId: "m" },
  { type: "start-step" },
  { type: "reasoning-start", id: "r" },
  { type: "reasoning-delta", id: "r", delta: "Hm 世界." },
  { type: "reasoning-end", id: "r" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Hello 👩‍👩‍👧" },
  { type: "text-end", id: "t" },
  { type: "tool-input-available", toolCallId: "c", toolName: "f", input: { a: 1 } },
  { type: "data-weather", id: "w", data: { sun: true } },
  { type: "finish-step" },
];

const whole = frames(...chunks, { type: "finish", finishReason: "stop" }, "[DONE]");

test.each(allCuts(utf8(whole)))("every chunk is a part, %s", async (_cut, pieces) => {
  const answer = await readAnswer(readUIMessageStream(bodyOf(pieces)));
  expect(answer.parts).toEqual([...chunks, { type: "finish", finishReason: "stop" }]);
  expect(answer.error).toBeUndefined();
});

test("the end mark alone ends it for a reason nobody knows", async () => {
  expect(await read(frames(...chunks, "[DONE]"))).toMatchObject({
    finishReason: "unknown",
    error: undefined,
  });
});

test.each(["close", "error"] as const)("a %s before the end is a cut answer", async (end) => {
  expect(await read(frames(...chunks), end)).toMatchObject({
    text: "Hello 👩‍👩‍👧",
    finishReason: undefined,
    error: { code: "truncated" },
  });
});

test("what an app writes behind the finish is read, and the finish comes last", async () => {
  const finish = { type: "finish", finishReason: "stop", messageMetadata: { provider: "p" } };
  const behind = [
    { type: "data-weather", id: "w", data: 1 },
    { type: "text-delta", id: "t", delta: "late" },
  ];
  for (const end of [["[DONE]", behind[0]!], []]) {
    const answer = await read(frames(finish, ...behind, ...end));
    expect(answer.parts).toEqual([...behind, finish]);
  }
  const twice = frames(finish, behind[0]!, { type: "finish", finishReason: "length" }, "[DONE]");
  expect((await read(twice)).parts).toEqual([behind[0], { ...finish, finishReason: "length" }]);
});

test("a connection that breaks behind the finish takes nothing away", async () => {
  const behind = frames({ type: "finish" }, { type: "data-weather", data: 1 });
  for (const answer of [await read(behind, "error"), await read(`${behind}data: {"type":\n\n`)]) {
    expect(answer).toMatchObject({ parts: [{ type: "data-weather" }, { type: "finish" }] });
    expect(answer.error).toBeUndefined();
  }
  const failed = frames({ type: "finish" }, { type: "error", errorText: "Not saved." });
  expect((await read(failed)).error).toMatchObject({ code: "server", message: "Not saved." });
});

test("an error chunk throws its words, with keys masked; an abort chunk is a stop", async () => {
  expect(
    (await read(frames({ type: "error", errorText: "Broken by sk-abcdefghijklmnop" }))).error,
  ).toMatchObject({
    code: "server",
    message: "Broken by [redacted]",
  });
  expect((await read(frames({ type: "abort" }))).error?.code).toBe("aborted");
});

test("what is no chunk is skipped, and text that is missing never becomes a word", async () => {
  const answer = await read(
    frames(
      "ping",
      { no: "type" },
      { type: "text-delta", id: "t" },
      { type: "tool-input-delta", toolCallId: "c" },
      { type: "later-kind", a: 1 },
      { type: "finish" },
    ),
  );
  expect(answer.parts).toEqual([{ type: "later-kind", a: 1 }, { type: "finish" }]);
});

test("an unreadable chunk ends the answer instead of leaving a hole in it", async () => {
  expect(
    await read(frames({ type: "text-delta", delta: "a" }, '{"type":"text-de', { type: "finish" })),
  ).toMatchObject({ text: "a", error: { code: "truncated" } });
});
