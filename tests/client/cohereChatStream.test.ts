import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohereChat } from "../../src/client/protocols/cohereChat.js";
import { bodyOf, inPieces, utf8 } from "./byteStreams.js";
import { fixturesOf } from "./protocolFixtures.js";
import { type Answer, readAnswer } from "./readAnswer.js";
import { describeReader } from "./readerContract.js";

const target = { provider: "cohere", name: "Cohere", model: "m", baseURL: "https://a/v2" };

function readText(text: string, end: "close" | "error" | "hang" = "close"): Promise<Answer> {
  return readAnswer(cohereChat.readStream(bodyOf([utf8(text)], end), target));
}

function readEvents(...events: object[]): Promise<Answer> {
  return readText(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""));
}

const said = (message: object, type = "content-delta"): object => ({
  type,
  index: 0,
  delta: { message },
});
const done = { type: "message-end", delta: { finish_reason: "COMPLETE" } };

const value = fc.jsonValue({ maxDepth: 3 });
const piece = fc.oneof(
  value,
  fc.record(
    { type: value, text: fc.oneof(fc.string(), value), thinking: fc.oneof(fc.string(), value) },
    { requiredKeys: [] },
  ),
);
const call = fc.oneof(
  value,
  fc.record({
    id: value,
    function: fc.record({ name: fc.oneof(fc.string(), value), arguments: value }),
  }),
);
const citation = fc.oneof(value, fc.record({ sources: fc.array(fc.record({ document: value })) }));
const message = fc.record(
  {
    content: fc.oneof(piece, fc.array(piece)),
    tool_plan: value,
    tool_calls: fc.oneof(call, fc.array(call)),
    citations: fc.oneof(citation, fc.array(citation)),
  },
  { requiredKeys: [] },
);
const event = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom("content-delta", "tool-call-start", "content-end", "message-end"),
      value,
    ),
    index: value,
    delta: fc.oneof(
      value,
      fc.record({ message: fc.oneof(message, value), finish_reason: value, usage: value }),
    ),
    error: fc.option(value, { freq: 9, nil: undefined }),
  },
  { requiredKeys: ["type"] },
);

describeReader({
  folder: "cohere-chat",
  read: (bytes) => cohereChat.readStream(bytes, target),
  endMark: '"tokens":{"input_tokens":11,"output_tokens":7}}}}',
  // A broken connection may take with it an event whose blank line had not come.
  slack: { close: 0, error: 2 },
  noise: fc
    .oneof({ weight: 5, arbitrary: event }, value)
    .chain((one) =>
      fc
        .constantFrom("\n\n", "\r\n\r\n", "\n")
        .map((end) => `event: e${end.slice(0, -1)}data: ${JSON.stringify(one)}${end}`),
    ),
});

describe("a whole answer", () => {
  const body = fixturesOf("cohere-chat").find(({ name }) => name === "whole")?.body ?? "";

  test.each(["close", "error"] as const)(
    "cut at every byte by a %s is complete only with its last brace",
    async (end) => {
      const bytes = utf8(body);
      const codes: string[] = [];
      for (let length = 0; length < bytes.length; length += 1) {
        const answer = await readAnswer(
          cohereChat.readStream(bodyOf([bytes.subarray(0, length)], end), target),
        );
        codes.push(answer.error?.code ?? answer.finishReason ?? "nothing");
      }
      expect(new Set(codes.slice(0, -1))).toEqual(new Set(["truncated"]));
      expect(codes.at(-1)).toBe("tool-calls");
    },
  );

  test("may be an error in its place", async () => {
    expect((await readText('{"message":"no api key supplied"}')).error).toMatchObject({
      code: "server",
      details: "no api key supplied",
    });
    expect((await readText('[{"error":{"code":503,"message":"overloaded"}}]')).error?.code).toBe(
      "overloaded",
    );
  });

  test("JSON of another kind or a web page means a wrong base URL", async () => {
    for (const text of ['{"choices":[]}', "<html>Welcome</html>"]) {
      const { error } = await readText(text);
      expect(error).toMatchObject({ code: "bad_request" });
      expect(error?.message).toContain("base URL");
      expect(error?.message).not.toContain("Welcome");
    }
  });
});

test("an empty answer, or one of comments alone, is a cut one", async () => {
  for (const text of ["", ": ping\n\n", "data: ping\n\n", "data: [DONE]\n\n"]) {
    expect((await readText(text)).error?.code).toBe("truncated");
  }
});

test("an unreadable event ends the answer instead of leaving a hole in it", async () => {
  const text = `data: ${JSON.stringify(said({ content: { text: "a" } }))}\n\ndata: {"type":"con\n\ndata: ${JSON.stringify(done)}\n\n`;
  expect(await readText(text)).toMatchObject({ text: "a", error: { code: "truncated" } });
});

test("nothing follows the end of the message, which may leave the connection open", async () => {
  const text = [done, said({ content: { text: "late" } })]
    .map((one) => `data: ${JSON.stringify(one)}\n\n`)
    .join("");
  expect(await readText(text, "hang")).toMatchObject({ text: "", finishReason: "stop" });
});

test("unknown events are skipped, unknown reasons are other, and no reason is unknown", async () => {
  const events = [{ type: "debug", prompt: "x" }, said({ content: { text: "a" } })];
  const end = (delta: object): object => ({ type: "message-end", delta });
  expect(await readEvents(...events, end({ finish_reason: "LATER" }))).toMatchObject({
    text: "a",
    finishReason: "other",
  });
  expect((await readEvents(end({}))).finishReason).toBe("unknown");
});

test("an error event throws its words, after the text before it", async () => {
  const text = said({ content: { text: "a" } });
  expect(await readEvents(text, { type: "error", message: "too many requests" })).toMatchObject({
    text: "a",
    error: { code: "rate_limit", details: "too many requests" },
  });
  expect((await readEvents(text, { error: { code: 529 } }, done)).error?.code).toBe("overloaded");
  expect((await readEvents(text, { type: "error" }, done)).error?.code).toBe("server");
  const failed = { type: "message-end", delta: { finish_reason: "ERROR" } };
  expect(await readEvents(text, failed)).toMatchObject({ text: "a", error: { code: "server" } });
});

test("each block of text or thinking is a part, and thinking is marked as Cohere's", async () => {
  const end = { type: "content-end", index: 0 };
  const { parts } = await readEvents(
    said({ content: { type: "thinking", thinking: "" } }, "content-start"),
    said({ content: { thinking: "a" } }),
    end,
    said({ content: { text: "b" } }),
    end,
    said({ content: { text: "c" } }),
    end,
    done,
  );
  expect(parts.map(({ type }) => type)).toEqual([
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
  expect(parts[0]).toMatchObject({ providerMetadata: { cohere: { thinking: true } } });
});

test("the tool plan is neither text nor reasoning, and goes home with the first call that can be read", async () => {
  const body = utf8(fixturesOf("cohere-chat").find(({ name }) => name === "tools")?.body ?? "");
  const answer = await readAnswer(cohereChat.readStream(bodyOf(inPieces(body, 64)), target));
  const calls = answer.parts.filter((part) => part.type === "tool-input-available");
  expect(calls).toMatchObject([
    { toolCallId: "w_a", providerMetadata: { cohere: { toolPlan: "I will look." } } },
    { toolCallId: "n_b" },
  ]);
  expect(calls[1]).not.toHaveProperty("providerMetadata");
});

test("the arguments of two calls may come mixed", async () => {
  const callDelta = (index: number, one: object): object => ({
    type: "tool-call-delta",
    index,
    delta: { message: { tool_calls: one } },
  });
  const { toolCalls } = await readEvents(
    callDelta(0, { id: "a", function: { name: "f", arguments: "[" } }),
    callDelta(1, { id: "b", function: { name: "g", arguments: "{" } }),
    callDelta(0, { function: { arguments: "1]" } }),
    callDelta(1, { function: { arguments: "}" } }),
    done,
  );
  expect(toolCalls.map(({ args }) => args)).toEqual([[1], {}]);
});

test("documents without an address are sources too, each told once; a tool's output is none", async () => {
  const cite = (...sources: object[]): object =>
    said({ citations: { start: 0, end: 1, sources } }, "citation-start");
  const { parts } = await readEvents(
    cite({ type: "document", id: "doc:0", document: { title: "notes.txt", text: "…" } }),
    cite({ type: "document", id: "doc:0" }, { type: "document", id: "doc:1", document: {} }),
    cite({ type: "tool", id: "t:0", tool_output: { url: "https://a" } }, { type: "document" }),
    done,
  );
  expect(parts.slice(0, -1)).toEqual([
    {
      type: "source-document",
      sourceId: "source-1",
      mediaType: "text/plain",
      title: "notes.txt",
    },
    { type: "source-document", sourceId: "source-2", mediaType: "text/plain", title: "doc:1" },
  ]);
});
