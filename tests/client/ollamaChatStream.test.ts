import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ollamaChat } from "../../src/client/protocols/ollamaChat.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { type Answer, readAnswer } from "./readAnswer.js";
import { describeReader } from "./readerContract.js";

const target = {
  provider: "ollama",
  name: "Ollama",
  model: "m",
  baseURL: "http://localhost:11434",
};

function readText(text: string): Promise<Answer> {
  return readAnswer(ollamaChat.readStream(bodyOf([utf8(text)]), target));
}

function readLines(...lines: object[]): Promise<Answer> {
  return readText(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

const said = (message: object): object => ({ message, done: false });
const done = { message: { content: "" }, done: true, done_reason: "stop" };

const value = fc.jsonValue({ maxDepth: 3 });
const call = fc.record(
  { id: value, function: fc.oneof(value, fc.record({ name: value, arguments: value })) },
  { requiredKeys: [] },
);
const message = fc.record(
  {
    content: fc.oneof(fc.string(), value),
    thinking: fc.oneof(fc.string(), value),
    tool_calls: fc.oneof(fc.array(call), value),
    images: fc.oneof(fc.array(fc.string()), value),
  },
  { requiredKeys: [] },
);
const line = fc.record(
  {
    message: fc.oneof({ weight: 5, arbitrary: message }, value),
    done: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, value),
    done_reason: value,
    created_at: value,
    eval_count: value,
    error: fc.option(value, { freq: 9, nil: undefined }),
  },
  { requiredKeys: [] },
);

describeReader({
  folder: "ollama-chat",
  read: (bytes) => ollamaChat.readStream(bytes, target),
  endMark: '"eval_duration":900}',
  slack: { close: 0, error: 0 },
  noise: fc
    .oneof({ weight: 5, arbitrary: line }, value)
    .chain((one) => fc.constantFrom("\n", "\r\n", "").map((end) => JSON.stringify(one) + end)),
});

describe("what is not a chat answer", () => {
  test("a web page or a greeting means a wrong base URL, and is not shown", async () => {
    for (const text of ["\n<!doctype html><p>Welcome", "Ollama is running: Welcome"]) {
      const { error } = await readText(text);
      expect(error?.code).toBe("bad_request");
      expect(error?.message).toContain("base URL");
      expect(error?.message).not.toContain("Welcome");
    }
  });

  test("JSON of another kind says so, and an error in it is told", async () => {
    expect((await readText('{"choices":[{"delta":{"content":"a"}}]}')).error).toMatchObject({
      code: "bad_request",
    });
    expect((await readText('{"detail":"Not authenticated"}')).error?.details).toBe(
      "Not authenticated",
    );
    expect((await readText('{"message":"Model is overloaded"}')).error?.code).toBe("overloaded");
  });

  test.each(["", "\n\n", '{"message":{"content"'])("%o is a cut answer", async (text) => {
    expect((await readText(text)).error?.code).toBe("truncated");
  });
});

test("what a proxy puts between the lines is skipped", async () => {
  const text = `${JSON.stringify(said({ content: "a" }))}\n: ping\nok\n${JSON.stringify(done)}\n`;
  expect(await readText(text)).toMatchObject({ text: "a", finishReason: "stop" });
});

test("an unreadable line ends the answer instead of leaving a hole in it", async () => {
  const text = `${JSON.stringify(said({ content: "a" }))}\n{"mess\n${JSON.stringify(done)}\n`;
  expect(await readText(text)).toMatchObject({ text: "a", error: { code: "truncated" } });
});

test("nothing follows the last line, which may leave the connection open", async () => {
  const text = [said({ content: "a" }), done, said({ content: "late" })]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join("");
  const body = bodyOf([utf8(text)], "hang");
  expect(await readAnswer(ollamaChat.readStream(body, target))).toMatchObject({
    text: "a",
    finishReason: "stop",
    error: undefined,
  });
});

test("reasoning, text and calls are parts of their own, in order, and reasoning is marked as Ollama's", async () => {
  const { parts } = await readLines(
    said({ thinking: "a" }),
    said({ content: "b" }),
    said({ tool_calls: [{ function: { name: "f", arguments: { x: 1 } } }] }),
    done,
  );
  expect(parts.map(({ type }) => type)).toEqual([
    "reasoning-start",
    "reasoning-delta",
    "reasoning-end",
    "text-start",
    "text-delta",
    "text-end",
    "tool-input-start",
    "tool-input-delta",
    "tool-input-available",
    "finish",
  ]);
  expect(parts[0]).toMatchObject({ providerMetadata: { ollama: { thinking: true } } });
});

test("calls of the same tool are different calls, also across answers", async () => {
  const tool_calls = [
    { function: { name: "f", arguments: {} } },
    { function: { name: "f", arguments: {} } },
  ];
  const first = await readLines({ ...said({ tool_calls }), created_at: "2026-01-01" }, done);
  const second = await readLines({ ...said({ tool_calls }), created_at: "2026-01-02" }, done);
  const ids = [first, second].flatMap((answer) => answer.toolCalls.map(({ id }) => id));
  expect(new Set(ids).size).toBe(4);
});

test("a cut call is cut by length", async () => {
  const calls = said({ tool_calls: [{ function: { name: "f", arguments: {} } }] });
  expect((await readLines(calls, { ...done, done_reason: "length" })).finishReason).toBe("length");
  expect((await readLines({ ...done, done_reason: "load" })).finishReason).toBe("other");
});

test("an image is a file", async () => {
  const { parts } = await readLines(said({ images: ["/9j/AAAA"] }), done);
  expect(parts[0]).toEqual({
    type: "file",
    url: "data:image/jpeg;base64,/9j/AAAA",
    mediaType: "image/jpeg",
  });
});
