import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isChatError } from "../../src/client/errors.js";
import { anthropicMessages } from "../../src/client/protocols/anthropicMessages.js";
import { bodyOf, inPieces, utf8 } from "./byteStreams.js";
import { fixtureOf, fixturesOf } from "./protocolFixtures.js";
import { describeFixtures } from "./readerContract.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const target = { provider: "anthropic", name: "Anthropic", model: "m", baseURL: "https://a/v1" };

function read(body: ReadableStream<Uint8Array>): Promise<Answer> {
  return readAnswer(anthropicMessages.readStream(body, target));
}

function readText(text: string): Promise<Answer> {
  return read(bodyOf([utf8(text)]));
}

function readEvents(...events: object[]): Promise<Answer> {
  return readText(events.map(frame).join(""));
}

const frame = (event: object): string => `data: ${JSON.stringify(event)}\n\n`;
const start = { type: "message_start", message: { content: [], usage: {} } };
const stop = { type: "message_stop" };
const opened = (content_block: object, index = 0): object => ({
  type: "content_block_start",
  index,
  content_block,
});
const added = (delta: object, index = 0): object => ({ type: "content_block_delta", index, delta });
const text = (value: string): object => added({ type: "text_delta", text: value });

describeFixtures("anthropic-messages", (bytes) => anthropicMessages.readStream(bytes, target));

describe("an answer that is cut at every byte", () => {
  /** The first length at which the answer is whole: its last mark is there, closed. */
  const marks = [
    ["text", '{"type":"message_stop"}'],
    ["tools", '{"type":"message_stop"}'],
    ["reasoning", '{"type":"message_stop"}'],
    ["sources", '{"type":"message_stop"}'],
    ["whole", "\n}"],
  ] as const;
  const cases = marks.flatMap(([name, mark]) =>
    (["close", "error"] as const).map((end) => ({ name, mark, end })),
  );

  test.each(cases)("$name, by a $end", async ({ name, mark, end }) => {
    const { body, expected } = fixtureOf("anthropic-messages", name);
    const bytes = utf8(body);
    const wholeAt = utf8(body.slice(0, body.lastIndexOf(mark) + mark.length)).length;
    // A broken connection may take with it an event whose blank line had not come.
    const surelyAt = end === "error" && mark !== "\n}" ? wholeAt + 2 : wholeAt;
    const ends: string[] = [];
    for (let length = 0; length <= bytes.length; length += 1) {
      const answer = await read(bodyOf([bytes.subarray(0, length)], end));
      const isPrefix =
        expected.text.startsWith(answer.text) && expected.reasoning.startsWith(answer.reasoning);
      expect(answer.error === undefined || isChatError(answer.error)).toBe(true);
      ends.push(isPrefix ? (answer.finishReason ?? answer.error?.code ?? "nothing") : "wrong text");
    }
    expect(new Set(ends.slice(0, wholeAt))).toEqual(new Set(["truncated"]));
    expect(new Set(ends.slice(surelyAt))).toEqual(new Set([expected.finishReason]));
  });
});

describe("what Anthropic needs to get its history back", () => {
  const metadataOf = ({ parts }: Answer): unknown[] =>
    parts.flatMap((part) =>
      "providerMetadata" in part && part.providerMetadata
        ? [part.providerMetadata["anthropic"]]
        : [],
    );

  test("stands on the end of each run of reasoning, readable or not", async () => {
    const { body } = fixtureOf("anthropic-messages", "reasoning");
    const answer = await readText(body);
    expect(metadataOf(answer)).toEqual([
      { signature: "sig-1==" },
      { redactedData: "hidden==" },
      { signature: "sig-2==" },
    ]);
    const kinds = answer.parts.map(({ type }) => type);
    expect(kinds.filter((type) => type === "reasoning-start")).toHaveLength(3);
    expect(kinds.filter((type) => type === "reasoning-end")).toHaveLength(3);
  });

  test("stands on calls it ran itself, and on those made from within code", async () => {
    expect(metadataOf(await readText(fixtureOf("anthropic-messages", "sources").body))).toEqual([
      { block: "server_tool_use" },
      { block: "mcp_tool_use", serverName: "mirror" },
    ]);
    expect(
      metadataOf(await readText(fixtureOf("anthropic-messages", "two-messages").body)),
    ).toEqual([{ caller: { type: "code_execution_20250825", tool_id: "srvtoolu_c" } }]);
    expect(metadataOf(await readText(fixtureOf("anthropic-messages", "tools").body))).toEqual([]);
  });
});

test("reasoning that holds nothing is not told of", async () => {
  const answer = await readEvents(
    start,
    opened({ type: "thinking", thinking: "", signature: "" }),
    { type: "content_block_stop", index: 0 },
    stop,
  );
  expect(answer.parts.map(({ type }) => type)).toEqual(["finish"]);
});

test("calls that Anthropic runs itself say so, and bring their results", async () => {
  const { parts } = await readText(fixtureOf("anthropic-messages", "sources").body);
  expect(parts.filter((part) => "toolCallId" in part)).toEqual([
    {
      type: "tool-input-start",
      toolCallId: "srvtoolu_a",
      toolName: "web_search",
      providerExecuted: true,
    },
    { type: "tool-input-delta", toolCallId: "srvtoolu_a", inputTextDelta: '{"query":"oslo"}' },
    expect.objectContaining({ type: "tool-input-available", providerExecuted: true }),
    expect.objectContaining({
      type: "tool-output-available",
      toolCallId: "srvtoolu_a",
      output: [expect.objectContaining({ url: "https://a.example/" })],
    }),
    expect.objectContaining({ type: "tool-input-start", toolName: "echo", dynamic: true }),
    expect.objectContaining({ type: "tool-input-available", input: { x: 1 }, dynamic: true }),
    expect.objectContaining({
      type: "tool-output-error",
      toolCallId: "mcptoolu_b",
      errorText: "no such mirror",
    }),
  ]);
});

test("a search that failed says why", async () => {
  const answer = await readEvents(
    start,
    opened({ type: "server_tool_use", id: "s", name: "web_search", input: {} }),
    opened(
      {
        type: "web_search_tool_result",
        tool_use_id: "s",
        content: { type: "web_search_tool_result_error", error_code: "max_uses_exceeded" },
      },
      1,
    ),
    stop,
  );
  expect(answer.parts).toContainEqual({
    type: "tool-output-error",
    toolCallId: "s",
    errorText: "max_uses_exceeded",
    providerExecuted: true,
  });
});

test("sources do not tear the text they stand in, and each is told once", async () => {
  const { parts } = await readText(fixtureOf("anthropic-messages", "sources").body);
  expect(parts.filter(({ type }) => type === "text-start")).toHaveLength(1);
  expect(parts.filter(({ type }) => type.startsWith("source"))).toEqual([
    { type: "source-url", sourceId: "source-1", url: "https://a.example/", title: "A" },
    {
      type: "source-document",
      sourceId: "source-2",
      mediaType: "application/pdf",
      title: "Almanac",
    },
    { type: "source-url", sourceId: "source-3", url: "https://b.example/", title: "B" },
  ]);
});

test("text that is interrupted by anything else is two texts", async () => {
  const answer = await readEvents(
    start,
    text("a"),
    opened({ type: "server_tool_use", id: "s", name: "run", input: {} }, 1),
    text("b"),
    stop,
  );
  expect(answer.parts.filter(({ type }) => type === "text-start")).toHaveLength(2);
});

test("broken arguments are handed over as they came", async () => {
  const { parts } = await readText(fixtureOf("anthropic-messages", "cut-arguments").body);
  expect(parts).toContainEqual({
    type: "tool-input-error",
    toolCallId: "toolu_a",
    toolName: "write",
    input: '{"text": "On and',
    errorText: 'The arguments of "write" are not valid JSON.',
  });
});

test("a call without a name is none, and one without an id gets one", async () => {
  const answer = await readEvents(
    start,
    opened({ type: "tool_use", id: "x", name: "" }),
    opened({ type: "tool_use", name: "now" }, 1),
    { type: "message_delta", delta: { stop_reason: "end_turn" } },
    stop,
  );
  expect(answer.toolCalls).toEqual([{ id: "call-1", name: "now", args: {} }]);
  expect(answer.finishReason).toBe("tool-calls");
});

test.each([
  ["end_turn", "stop"],
  ["stop_sequence", "stop"],
  ["pause_turn", "stop"],
  ["max_tokens", "length"],
  ["model_context_window_exceeded", "length"],
  ["tool_use", "tool-calls"],
  ["refusal", "content-filter"],
  ["compaction", "other"],
  ["constructor", "other"],
  [null, "unknown"],
])("stop reason %s is %s", async (stop_reason, reason) => {
  const answer = await readEvents(start, { type: "message_delta", delta: { stop_reason } }, stop);
  expect(answer.finishReason).toBe(reason);
});

test.each([
  ["overloaded_error", "overloaded", 529],
  ["api_error", "server", 500],
  ["rate_limit_error", "rate_limit", 429],
  ["permission_error", "permission", 403],
  ["not_found_error", "not_found", 404],
  ["invalid_request_error", "bad_request", 400],
  ["billing_error", "insufficient_credit", 402],
  ["timeout_error", "timeout", 504],
  ["unheard_of_error", "server", undefined],
])("%s in mid-stream is %s", async (type, code, status) => {
  const answer = await readEvents(start, text("a"), {
    type: "error",
    error: { type, message: "So it is." },
  });
  expect(answer).toMatchObject({ text: "a", finishReason: undefined, error: { code } });
  expect(answer.error?.status).toBe(status);
  expect(answer.error?.details).toBe("So it is.");
});

test("an error in the shape of another provider is one all the same", async () => {
  expect((await readEvents(start, { error: { message: "no", code: 429 } })).error?.code).toBe(
    "rate_limit",
  );
  expect((await readEvents({ type: "error", error: "it broke" })).error?.details).toBe("it broke");
});

describe("what is not a message", () => {
  test("a web page means a wrong base URL, and is not shown", async () => {
    const { error } = await readText("\n<!doctype html><html><body>Welcome</body></html>");
    expect(error?.code).toBe("bad_request");
    expect(error?.message).toContain("base URL");
    expect(error?.message).not.toContain("Welcome");
  });

  test("other JSON says so", async () => {
    expect((await readText('{"choices":[]}')).error).toMatchObject({ code: "bad_request" });
    expect((await readText('{"detail":"Not authenticated"}')).error?.details).toBe(
      "Not authenticated",
    );
    expect((await readText('[{"error":{"code":503,"message":"busy"}}]')).error?.code).toBe(
      "overloaded",
    );
  });

  test.each(["", '{"type":"message","content":[{"ty', ": ping\n\n: ping\n\n"])(
    "%o is a cut answer",
    async (body) => {
      expect((await readText(body)).error?.code).toBe("truncated");
    },
  );
});

test("an unreadable event ends the answer instead of leaving a hole in it", async () => {
  const answer = await readText(
    `${frame(start)}${frame(text("a"))}data: {"type":"content_bl\n\n${frame(text("c"))}${frame(stop)}`,
  );
  expect(answer).toMatchObject({ text: "a", error: { code: "truncated" } });
});

test("another message that begins and does not end makes the answer incomplete again", async () => {
  expect((await readEvents(start, stop, start, text("b"))).error?.code).toBe("truncated");
});

test("of several messages in one stream the last one counts", async () => {
  const begun = (usage: object): object => ({ type: "message_start", message: { usage } });
  const answer = await readEvents(
    begun({ input_tokens: 1, cache_read_input_tokens: 5 }),
    opened({ type: "tool_use", id: "a", name: "now" }),
    stop,
    begun({ input_tokens: 3 }),
    { type: "message_delta", delta: { stop_reason: "end_turn" }, usage: { output_tokens: 2 } },
    stop,
  );
  expect(answer.finishReason).toBe("stop");
  expect(answer.usage).toEqual({ inputTokens: 3, outputTokens: 2 });
});

test("counts that come as null have not changed", async () => {
  const usage = { input_tokens: 3, output_tokens: 1, cache_read_input_tokens: 2 };
  const later = { input_tokens: null, output_tokens: 5, cache_read_input_tokens: null };
  const answer = await readEvents(
    { type: "message_start", message: { usage } },
    { type: "message_delta", delta: { stop_reason: "end_turn" }, usage: later },
    stop,
  );
  expect(answer.usage).toMatchObject({ inputTokens: 5, outputTokens: 5, cachedInputTokens: 2 });
});

test("the result of a call that is not in the answer belongs nowhere", async () => {
  const { parts } = await readText(fixtureOf("anthropic-messages", "unknown").body);
  expect(parts.filter(({ type }) => type.startsWith("tool"))).toEqual([]);
});

test("a byte order mark is no part of the answer, even cut in two", async () => {
  for (const name of ["whole", "text"]) {
    const { body, expected } = fixtureOf("anthropic-messages", name);
    expect((await read(bodyOf(inPieces(utf8(`\uFEFF${body}`), 1)))).text).toBe(expected.text);
  }
});

test("leaving the loop cancels the body", async () => {
  let cancelled = false;
  const body = bodyOf(
    inPieces(utf8(fixtureOf("anthropic-messages", "text").body), 64),
    "close",
    () => (cancelled = true),
  );
  for await (const part of anthropicMessages.readStream(body, target))
    if (part.type === "text-delta") break;
  expect(cancelled).toBe(true);
});

describe("whatever comes, the answer ends, and by nothing but a ChatError", () => {
  const events = [
    ...new Set(
      fixturesOf("anthropic-messages").flatMap(
        ({ body }) => body.match(/(?<=^data: )\{.*$/gm) ?? [],
      ),
    ),
  ];
  const words =
    "type index delta content_block message content usage error text message_start message_delta " +
    "content_block_start tool_use thinking id name input citations stop_reason thinking_delta";
  const word = fc.constantFrom(...words.split(" "));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.constantFrom(null, 0, 1, -1, true, "", "{", "{}"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(word, tie("value"), { maxKeys: 5 }),
    ),
  }));
  const event = fc.oneof(
    fc.constantFrom(...events),
    fc.dictionary(word, value, { maxKeys: 6 }).map((one) => JSON.stringify(one)),
    fc
      .constantFrom(...events)
      .chain((one) => fc.nat(one.length).map((length) => one.slice(0, length))),
  );

  async function endsWell(body: string, end: "close" | "error"): Promise<void> {
    const pieces = inPieces(utf8(body), 50);
    const { error, finishReason } = await read(bodyOf(pieces, end));
    expect(error === undefined || isChatError(error)).toBe(true);
    expect((error === undefined) !== (finishReason === undefined)).toBe(true);
  }

  test("events in any order, shortened or made up", async () => {
    const ends = fc.constantFrom("close" as const, "error" as const);
    const property = fc.asyncProperty(fc.array(event, { maxLength: 12 }), ends, (list, end) =>
      endsWell(list.map((data) => `data: ${data}\n\n`).join(""), end),
    );
    await expect(fc.assert(property, { numRuns: 500, seed: 7 })).resolves.toBeUndefined();
  });

  test("any JSON in place of an answer", async () => {
    const property = fc.asyncProperty(fc.oneof(value, fc.json()), (one) =>
      endsWell(typeof one === "string" ? one : JSON.stringify(one), "close"),
    );
    await expect(fc.assert(property, { numRuns: 500, seed: 7 })).resolves.toBeUndefined();
  });
});
