import { describe, expect, test } from "vitest";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import { concat, fixture, fixtures } from "./bedrockConverseFixtures.js";
import { allCuts, bodyOf, type BodyEnd, inPieces } from "./byteStreams.js";
import { comparable } from "./protocolFixtures.js";
import { delta, messageStop, read, readEvents, readText, target } from "./readConverse.js";

describe("every fixture, however the network cuts it", () => {
  const cases = fixtures.flatMap((one) =>
    allCuts(concat(one.frames)).map(([cut, chunks]) => ({ ...one, cut, chunks })),
  );
  test.each(cases)("$name, $cut", async ({ chunks, expected }) => {
    expect(comparable(await read(bodyOf(chunks)))).toEqual(expected);
  });
});

describe("an answer that is cut at every byte", () => {
  test.each(["text", "tools", "reasoning", "whole"])("%s", async (name) => {
    const { frames, expected } = fixture(name);
    const bytes = concat(frames);
    // A stream is complete with its `messageStop`, a whole answer with its last brace.
    const isStop = (one: Uint8Array): boolean =>
      new TextDecoder().decode(one).includes("stopReason");
    const completeAt = name.startsWith("whole")
      ? bytes.length - 1
      : concat(frames.slice(0, frames.findIndex(isStop) + 1)).length;
    for (const end of ["close", "error"] satisfies BodyEnd[]) {
      for (let length = 0; length <= bytes.length; length += 1) {
        const answer = await read(bodyOf([bytes.subarray(0, length)], end));
        expect(expected.text.startsWith(answer.text)).toBe(true);
        expect(expected.reasoning.startsWith(answer.reasoning)).toBe(true);
        expect([length, answer.finishReason ?? answer.error?.code]).toEqual([
          length,
          length < completeAt ? "truncated" : expected.finishReason,
        ]);
      }
    }
  });

  test("says whether anything of it is kept", async () => {
    const begun = await readEvents(delta(0, { text: "a" }));
    expect(begun.error?.message).toContain("The text so far is kept");
    expect((await readText("")).error).toMatchObject({
      code: "truncated",
      message: expect.stringContaining("Amazon Bedrock ended the connection") as string,
    });
  });
});

test("damaged bytes end the answer instead of leaving a hole in it, unless it was complete", async () => {
  const { frames } = fixture("text");
  const damage = (at: number): Uint8Array[] =>
    frames.map((bytes, index) => {
      if (index !== at) return bytes;
      const copy = bytes.slice();
      copy[copy.length - 6] = (copy[copy.length - 6] ?? 0) ^ 1;
      return copy;
    });
  expect(await read(bodyOf(damage(3)))).toMatchObject({
    text: "Grüß",
    error: { code: "truncated", cause: expect.any(Error) as Error },
  });
  expect(await read(bodyOf(damage(frames.length - 1)))).toMatchObject({
    finishReason: "stop",
    usage: undefined,
  });
});

describe("what is not a Converse answer", () => {
  test.each(["\n<!doctype html><html>Welcome</html>", "Not found", "data: {}\n\n"])(
    "%j means a wrong base URL, and is not shown",
    async (text) => {
      const { error } = await readText(text);
      expect(error).toMatchObject({
        code: "bad_request",
        message: expect.stringContaining("base URL") as string,
      });
      expect(error?.message).not.toContain("Welcome");
    },
  );

  test("JSON that is no answer says so", async () => {
    expect((await readText('{"Output":{"__type":"com.amazon#Unknown"}}')).error?.message).toContain(
      "JSON",
    );
    expect((await readText('{"Message":"Too slow"}')).error?.details).toBe("Too slow");
  });
});

test.each([
  ["end_turn", "stop"],
  ["stop_sequence", "stop"],
  ["max_tokens", "length"],
  ["model_context_window_exceeded", "length"],
  ["tool_use", "tool-calls"],
  ["content_filtered", "content-filter"],
  ["guardrail_intervened", "content-filter"],
  ["refusal", "content-filter"],
  ["malformed_model_output", "other"],
  ["toString", "other"],
])("stop reason %s means %s", async (reason, expected) => {
  expect((await readEvents(messageStop(reason))).finishReason).toBe(expected);
});

test.each([
  ["internalServerException", {}, "server", 500],
  ["modelStreamErrorException", { originalStatusCode: 429 }, "rate_limit", 429],
  ["modelTimeoutException", {}, "timeout", 408],
  ["serviceUnavailableException", {}, "overloaded", 503],
  ["throttlingException", {}, "rate_limit", 429],
  ["validationException", {}, "bad_request", 400],
  [
    "validationException",
    { message: "Input is too long for requested model." },
    "context_window",
    400,
  ],
  ["aNewException", {}, "server", 500],
])("exception %s %j is %s", async (name, payload, code, status) => {
  const { error } = await readEvents({ [`!${name}`]: payload });
  expect(error).toMatchObject({ code, status, provider: "bedrock", name: "ChatError" });
});

test("leaving the loop cancels the body", async () => {
  let isCancelled = false;
  const bytes = concat(fixture("text").frames);
  const body = bodyOf(inPieces(bytes, 64), "close", () => (isCancelled = true));
  for await (const part of bedrockConverse.readStream(body, target))
    if (part.type === "text-delta") break;
  expect(isCancelled).toBe(true);
});
