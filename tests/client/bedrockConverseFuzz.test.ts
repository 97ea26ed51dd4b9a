import fc from "fast-check";
import { expect, test } from "vitest";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import { concat, encode, fixture, frame, textHeaders } from "./bedrockConverseFixtures.js";
import { bodyOf, type BodyEnd, inRandomPieces, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";

const target = { provider: "bedrock", model: "m", baseURL: "https://api.example" };

const value = fc.jsonValue({ maxDepth: 3 });
const object = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(fc.record(model, { requiredKeys: [] }), value);
const content = object({
  text: fc.oneof(fc.constant("a"), value),
  reasoningContent: object({
    text: value,
    signature: value,
    redactedContent: value,
    reasoningText: value,
  }),
  toolUse: object({
    toolUseId: fc.constantFrom("a", "b"),
    name: fc.constant("f"),
    input: value,
    type: value,
  }),
  toolResult: object({
    toolUseId: fc.constantFrom("a", "b"),
    content: fc.array(value),
    status: value,
  }),
  image: object({ format: value, source: value }),
  citation: object({ location: object({ web: value }), title: value, source: value }),
  citationsContent: object({ content: fc.array(value), citations: fc.array(value) }),
});
const index = fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: value });
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      contentBlockDelta: object({ contentBlockIndex: index, delta: content }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      contentBlockStart: object({ contentBlockIndex: index, start: content }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ contentBlockStop: object({ contentBlockIndex: index }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      messageStop: object({ stopReason: fc.oneof(fc.constant("end_turn"), value) }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ metadata: object({ usage: object({ inputTokens: value }) }) }),
  },
  { weight: 1, arbitrary: fc.record({ somethingNew: value }) },
  { weight: 1, arbitrary: fc.record({ "!throttlingException": value }) },
);
const ends = fc.constantFrom<BodyEnd>("close", "error");

/** How an answer ended. Right are a `finish` part, last and only, and a `ChatError` without one. */
async function endOf(bytes: Uint8Array, end: BodyEnd): Promise<string> {
  const body = bodyOf(inRandomPieces(bytes, bytes.length), end);
  const { parts, error } = await readAnswer(bedrockConverse.readStream(body, target));
  const finishes = parts.filter(({ type }) => type === "finish").length;
  if (error) return finishes === 0 ? error.name : "a finish and an error";
  return finishes === 1 ? (parts.at(-1)?.type ?? "nothing") : `${finishes} finishes`;
}

const rightEnd = /^(?:finish|ChatError)$/;

test("events in any order with any payload", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 12 }), ends, async (events, end) => {
      expect(await endOf(concat(events.map((one) => frame(one))), end)).toMatch(rightEnd);
    }),
  );
});

test("the events of a real answer swapped, doubled, dropped and cut", async () => {
  const { frames } = fixture("tools");
  const order = fc.array(fc.nat(frames.length - 1), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(order, fc.nat(40), ends, async (indexes, cut, end) => {
      const bytes = concat(indexes.map((at) => frames[at] ?? new Uint8Array()));
      const kept = bytes.subarray(0, Math.max(0, bytes.length - cut));
      expect(await endOf(kept, end)).toMatch(rightEnd);
    }),
  );
});

test("payloads that are no JSON, and messages without the usual headers", async () => {
  const headers = fc.dictionary(
    fc.constantFrom(":event-type", ":message-type", ":exception-type", "x"),
    fc.constantFrom("contentBlockDelta", "event", "exception", "error", ""),
    { noNullPrototype: true },
  );
  const payload = fc.oneof(fc.uint8Array(), fc.json().map(utf8));
  await fc.assert(
    fc.asyncProperty(headers, payload, ends, async (named, body, end) => {
      expect(await endOf(encode(textHeaders(named), body), end)).toMatch(rightEnd);
    }),
  );
});

test("whole answers of any shape", async () => {
  const whole = object({
    output: object({ message: object({ content: fc.array(content) }) }),
    stopReason: value,
    usage: value,
    message: value,
  });
  await fc.assert(
    fc.asyncProperty(whole, ends, async (answer, end) => {
      expect(await endOf(utf8(JSON.stringify(answer)), end)).toMatch(rightEnd);
    }),
  );
});

test("noise", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), ends, async (noise, end) => {
      expect(await endOf(noise, end)).toMatch(rightEnd);
    }),
  );
});
