import { describe, expect, test } from "vitest";
import { ChatError, openaiChat } from "../../src/client/index.js";
import { bodyOf, inPieces, utf8 } from "./byteStreams.js";
import { fixtureOf } from "./protocolFixtures.js";
import { describeFixtures } from "./readerContract.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const target = { provider: "openai", model: "gpt-test", baseURL: "https://api.example/v1" };

function read(body: ReadableStream<Uint8Array>): Promise<Answer> {
  return readAnswer(openaiChat.readStream(body, target));
}

function readText(text: string): Promise<Answer> {
  return read(bodyOf([utf8(text)]));
}

describeFixtures("openai-chat", (bytes) => openaiChat.readStream(bytes, target));

describe("a stream that is cut at every byte", () => {
  const { body, expected } = fixtureOf("openai-chat", "text");
  const bytes = utf8(body);
  const finishAt = utf8(body.slice(0, body.indexOf('"finish_reason":"stop"}]}') + 25)).length;

  test.each(["close", "error"] as const)(
    "by a %s is complete only after the finish reason",
    async (end) => {
      const ends: string[] = [];
      for (let length = 0; length <= bytes.length; length += 1) {
        const answer = await read(bodyOf([bytes.subarray(0, length)], end));
        const isPrefix = expected.text.startsWith(answer.text);
        ends.push(
          isPrefix
            ? (answer.finishReason ?? answer.error?.code ?? "nothing")
            : `wrong text: ${answer.text}`,
        );
      }
      expect(new Set(ends.slice(0, finishAt))).toEqual(new Set(["truncated"]));
      expect(new Set(ends.slice(finishAt + 2))).toEqual(new Set(["stop"]));
    },
  );
});

describe("what is not a chat answer", () => {
  test("a web page means a wrong base URL, and is not shown", async () => {
    const { error } = await readText("\n<!doctype html><html><body>Welcome</body></html>");
    expect(error?.code).toBe("bad_request");
    expect(error?.message).toContain("base URL");
    expect(error?.message).not.toContain("Welcome");
  });

  test("JSON without choices says so", async () => {
    expect((await readText('{"status":"ok"}')).error).toMatchObject({ code: "bad_request" });
    expect((await readText('{"detail":"Not authenticated"}')).error?.details).toBe(
      "Not authenticated",
    );
    expect((await readText('[{"error":{"code":503,"message":"overloaded"}}]')).error?.code).toBe(
      "overloaded",
    );
    const miniMax = {
      choices: null,
      base_resp: { status_code: 1008, status_msg: "insufficient balance" },
    };
    expect((await readText(JSON.stringify(miniMax))).error?.code).toBe("insufficient_credit");
  });

  test.each(["", '{"choices":[{"message":', ": ping\n\n: ping\n\n"])(
    "%o is a cut answer",
    async (text) => {
      expect((await readText(text)).error?.code).toBe("truncated");
    },
  );

  test("small talk between the data lines is skipped", async () => {
    const { body, expected } = fixtureOf("openai-chat", "text");
    const noisy = `data: ping\n\ndata:\n\nevent: keep-alive\ndata: ok\n\n${body}`;
    expect((await readText(noisy)).text).toBe(expected.text);
  });
});

test("an unreadable piece ends the answer instead of leaving a hole in it", async () => {
  const answer = await readText(
    'data: {"choices":[{"delta":{"content":"a"}}]}\n\ndata: {"choices":[{"del\n\ndata: {"choices":[{"delta":{"content":"c"},"finish_reason":"stop"}]}\n\n',
  );
  expect(answer).toMatchObject({ text: "a", error: { code: "truncated" } });
});

test("what follows [DONE] is ignored, spaces and quotes around it too", async () => {
  for (const mark of ["[DONE]", " [DONE] ", '"[DONE]"']) {
    const answer = await readText(
      `data: {"choices":[{"delta":{"content":"a"}}]}\n\ndata:${mark}\n\ndata: {"error":{"message":"late"}}\n\n`,
    );
    expect(answer).toMatchObject({ text: "a", finishReason: "unknown", error: undefined });
  }
});

test.each(["error", "insufficient_system_resource"])(
  "finish reason %s is a failure",
  async (reason) => {
    const answer = await readText(
      `data: {"choices":[{"delta":{"content":"a"},"finish_reason":"${reason}"}]}\n\n`,
    );
    expect(answer.text).toBe("a");
    expect(answer.error).toBeInstanceOf(ChatError);
  },
);

test("an error beside a finish reason wins, after its text", async () => {
  const answer = await readText(
    'data: {"choices":[{"delta":{"content":"a"},"finish_reason":"length"}],"error":{"code":400,"message":"too bad"}}\n\n',
  );
  expect(answer).toMatchObject({
    text: "a",
    finishReason: undefined,
    error: { code: "bad_request", status: 400 },
  });
});

test("text, reasoning and refusal are parts of their own, in order", async () => {
  const chunk = (delta: object): string => `data: ${JSON.stringify({ choices: [{ delta }] })}\n\n`;
  const answer = await readText(
    chunk({ content: "a" }) +
      chunk({ reasoning: "b" }) +
      chunk({ content: "c" }) +
      chunk({ refusal: "d" }) +
      "data: [DONE]\n\n",
  );
  expect(answer.parts.map(({ type }) => type)).toEqual([
    "text-start",
    "text-delta",
    "text-end",
    "reasoning-start",
    "reasoning-delta",
    "reasoning-end",
    "text-start",
    "text-delta",
    "text-end",
    "text-start",
    "text-delta",
    "text-end",
    "finish",
  ]);
  expect(answer.parts[9]).toMatchObject({ providerMetadata: { openai: { refusal: true } } });
});

test("a call with the index of another but an id of its own is another call", async () => {
  const call = (id: string): object => ({ index: 0, id, function: { name: "f", arguments: "{}" } });
  const answer = await readText(
    `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [call("a"), call("b")] }, finish_reason: "stop" }] })}\n\n`,
  );
  expect(answer.toolCalls.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(answer.finishReason).toBe("tool-calls");
});

test("calls that a server gives one and the same id are told apart by their index", async () => {
  const chunk = (index: number, item: object): string => {
    const choices = [{ delta: { tool_calls: [{ index, ...item }] } }];
    return `data: ${JSON.stringify({ choices })}\n\n`;
  };
  const begun = (index: number, name: string): string =>
    chunk(index, { id: "call_0", function: { name, arguments: "" } });
  const answer = await readText(
    [
      begun(0, "f"),
      begun(1, "g"),
      chunk(0, { function: { arguments: '{"a":' } }),
      chunk(1, { function: { arguments: '{"b":2}' } }),
      chunk(0, { function: { arguments: "1}" } }),
      `data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: "tool_calls" }] })}\n\n`,
    ].join(""),
  );
  expect(answer.toolCalls).toEqual([
    { id: "call_0", name: "f", args: { a: 1 } },
    { id: "call_0-2", name: "g", args: { b: 2 } },
  ]);
});

test("a byte order mark before JSON is no part of it, even cut in two", async () => {
  const { body, expected } = fixtureOf("openai-chat", "whole");
  expect((await read(bodyOf(inPieces(utf8(`\uFEFF${body}`), 1)))).text).toBe(expected.text);
});

test("a call without a name is none", async () => {
  const nameless = { index: 0, id: "x", function: { name: "", arguments: "" } };
  const delta = {
    content: "Hi",
    tool_calls: [nameless],
    function_call: { name: "", arguments: "" },
  };
  const answer = await readText(
    `data: ${JSON.stringify({ choices: [{ delta, finish_reason: "stop" }] })}\n\n`,
  );
  expect(answer).toMatchObject({ text: "Hi", toolCalls: [], finishReason: "stop" });
});

describe("what only some servers do", () => {
  const stop = { delta: {}, finish_reason: "stop" };
  const readChunks = (...chunks: object[]): Promise<Answer> =>
    readText(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(""));
  const readDeltas = (...deltas: unknown[]): Promise<Answer> =>
    readChunks(...deltas.map((delta) => ({ choices: [{ delta }] })), { choices: [stop] });

  test("counts stand on every chunk, are null on most, or hide in a choice: the last that are any count", async () => {
    const usage = (total_tokens: number): object => ({ total_tokens });
    const text = (content: string): object => ({ choices: [{ delta: { content } }] });
    const growing = await readChunks(
      { ...text("a"), usage: usage(1) },
      { ...text("b"), usage: usage(2) },
      { choices: [stop], usage: null },
    );
    expect(growing).toMatchObject({ text: "ab", usage: { totalTokens: 2 } });
    const hidden = await readChunks(text("a"), { choices: [{ ...stop, usage: usage(3) }] });
    expect(hidden.usage).toMatchObject({ totalTokens: 3 });
    const late = await readChunks({ choices: [stop] }, { choices: [], usage: usage(4) });
    expect(late.usage).toMatchObject({ totalTokens: 4 });
  });

  test.each([
    ["a number", 0.02],
    ["its parts and their sum", { request_cost: 0.005, total_cost: 0.02 }],
  ])("the cost is %s, and stays when a later count leaves it out", async (_name, cost) => {
    const usage = { total_tokens: 1, cost };
    const answer = await readChunks(
      { choices: [{ delta: { content: "a" } }], usage },
      { choices: [stop], usage: { total_tokens: 2 } },
    );
    expect(answer.parts.at(-1)).toMatchObject({
      messageMetadata: { cost: 0.02, usage: { totalTokens: 2 } },
    });
  });

  test("deltas are null or missing, or whole messages; padding and unknown keys say nothing", async () => {
    const answer = await readChunks(
      { choices: [{ delta: null }], p: "abc" },
      { choices: [{}], obfuscation: "x" },
      { choices: [{ delta: { role: "assistant" }, logprobs: null }] },
      { choices: [{ message: { role: "assistant", content: "a" } }], token_ids: [1] },
      { choices: [{ delta: { content: "b" }, message: { content: "ab" } }] },
      { choices: [stop] },
    );
    expect(answer).toMatchObject({ text: "ab", finishReason: "stop" });
  });

  test("half a character in each of two deltas is one character", async () => {
    expect((await readDeltas({ content: "\uD83D" }, { content: "\uDE00" })).text).toBe("😀");
  });

  test("reasoning under several names is told once", async () => {
    const details = [{ type: "reasoning.text", text: "hm" }];
    const both = await readDeltas(
      { reasoning: "hm", reasoning_details: details },
      { content: "a" },
    );
    expect(both).toMatchObject({ reasoning: "hm", text: "a" });
    expect((await readDeltas({ reasoning_details: details })).reasoning).toBe("hm");
    const encrypted = [{ type: "reasoning.encrypted", data: "x" }];
    expect((await readDeltas({ reasoning_details: encrypted })).reasoning).toBe("");
  });

  const call = (item: object): object => ({ tool_calls: [item] });

  test("the id of a call comes late, or again and again with its name", async () => {
    const late = await readDeltas(
      call({ index: 0, function: { name: "f", arguments: '{"a":' } }),
      call({ index: 0, id: "x", function: { name: "f", arguments: "1}" } }),
    );
    expect(late.toolCalls).toMatchObject([{ name: "f", args: { a: 1 } }]);
    const again = await readDeltas(
      call({ index: 0, id: "x", function: { name: "f", arguments: '{"a":' } }),
      call({ index: 0, id: "x", function: { name: "f", arguments: "1}" } }),
    );
    expect(again.toolCalls).toEqual([{ id: "x", name: "f", args: { a: 1 } }]);
  });

  test.each([undefined, null, "", "stop"])(
    "an answer with calls waits for them, whatever it says: %j",
    async (finish_reason) => {
      const tool_calls = [{ id: "x", function: { name: "f", arguments: "{}" } }];
      const whole = { choices: [{ message: { tool_calls }, finish_reason }] };
      expect((await readText(JSON.stringify(whole))).finishReason).toBe("tool-calls");
      const chunk = { choices: [{ delta: { tool_calls }, finish_reason }] };
      const streamed = await readText(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
      expect(streamed.finishReason).toBe("tool-calls");
    },
  );

  test("thoughts stand in a list beside the text, by two names", async () => {
    const thinking = [{ type: "text", text: "a" }];
    const summary = [{ type: "summary_text", text: "b" }];
    const answer = await readDeltas(
      { content: [{ type: "thinking", thinking }] },
      { content: [{ type: "reasoning", summary }] },
      { content: [{ type: "text", text: "c" }] },
    );
    expect(answer).toMatchObject({ reasoning: "ab", text: "c" });
  });

  test.each([
    'error: {"code":400,"message":"too long","type":"invalid_request_error"}\n\n',
    'event: error\ndata: {"code":400,"message":"too long"}\n\n',
    'data: {"object":"error","message":"too long","code":400}\n\n',
  ])("an error in place of a chunk is one: %j", async (told) => {
    const begun = 'data: {"choices":[{"delta":{"content":"a"}}]}\n\n';
    const answer = await readText(`${begun}${told}data: [DONE]\n\n`);
    expect(answer).toMatchObject({
      text: "a",
      finishReason: undefined,
      error: { code: "bad_request", status: 400, details: "too long" },
    });
  });

  test("a chunk that says how well all is going is no error", async () => {
    const well = { code: 0, message: "Success" };
    const answer = await readChunks(
      { ...well, choices: [{ delta: { content: "a" } }] },
      { ...well, choices: [stop] },
    );
    expect(answer).toMatchObject({ text: "a", finishReason: "stop", error: undefined });
  });

  test("a whole call comes with the end of the answer", async () => {
    const tool_calls = [{ id: "x", function: { name: "f", arguments: { a: 1 } } }];
    const answer = await readChunks({
      choices: [{ delta: { tool_calls }, finish_reason: "tool_calls" }],
    });
    expect(answer).toMatchObject({
      toolCalls: [{ id: "x", name: "f", args: { a: 1 } }],
      finishReason: "tool-calls",
    });
  });

  test.each([
    ["", {}],
    [" ", {}],
    ["null", {}],
    ['"{\\"a\\":1}"', { a: 1 }],
    ['{"a":', '{"a":'],
  ])("arguments %j are %j", async (args, expected) => {
    const answer = await readDeltas(
      call({ index: 0, id: "x", function: { name: "f", arguments: args } }),
    );
    expect(answer.toolCalls).toEqual([{ id: "x", name: "f", args: expected }]);
  });
});

test("reasoning tokens counted apart are added to the output", async () => {
  const usage = {
    prompt_tokens: 10,
    completion_tokens: 2,
    total_tokens: 32,
    completion_tokens_details: { reasoning_tokens: 20 },
  };
  const answer = await readText(
    `data: ${JSON.stringify({ choices: [{ finish_reason: "stop" }], usage })}\n\n`,
  );
  expect(answer.usage).toMatchObject({ outputTokens: 22, reasoningTokens: 20, totalTokens: 32 });
});

test("leaving the loop cancels the body", async () => {
  let cancelled = false;
  const body = bodyOf(
    inPieces(utf8(fixtureOf("openai-chat", "text").body), 64),
    "close",
    () => (cancelled = true),
  );
  for await (const part of openaiChat.readStream(body, target))
    if (part.type === "text-delta") break;
  expect(cancelled).toBe(true);
});
