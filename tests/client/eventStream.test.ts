import type { MessageHeaders } from "@smithy/eventstream-codec";
import { Int64 } from "@smithy/eventstream-codec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EventStreamMessage, readEventStream } from "../../src/client/eventStream.js";
import { codec, concat, encode, textHeaders } from "./bedrockConverseFixtures.js";
import { allCuts, bodyOf, inPieces, inRandomPieces, utf8 } from "./byteStreams.js";

/** What was read, and what was thrown at its end. */
async function read(
  body: ReadableStream<Uint8Array>,
): Promise<{ messages: EventStreamMessage[]; error: string | undefined }> {
  const messages: EventStreamMessage[] = [];
  try {
    for await (const message of readEventStream(body)) messages.push(message);
    return { messages, error: undefined };
  } catch (error) {
    return { messages, error: (error as Error).message };
  }
}

const anyHeader = fc.oneof(
  fc.record({ type: fc.constant("boolean" as const), value: fc.boolean() }),
  fc.record({ type: fc.constant("byte" as const), value: fc.integer({ min: -128, max: 127 }) }),
  fc.record({ type: fc.constant("short" as const), value: fc.integer({ min: -9999, max: 9999 }) }),
  fc.record({ type: fc.constant("integer" as const), value: fc.integer() }),
  fc.record({
    type: fc.constant("long" as const),
    value: fc.integer().map((value) => Int64.fromNumber(value)),
  }),
  fc.record({ type: fc.constant("binary" as const), value: fc.uint8Array() }),
  fc.record({ type: fc.constant("string" as const), value: fc.string({ unit: "grapheme" }) }),
  fc.record({
    type: fc.constant("timestamp" as const),
    value: fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000)),
  }),
  fc.record({ type: fc.constant("uuid" as const), value: fc.uuid() }),
);
const anyMessage = fc.record({
  headers: fc.dictionary(fc.string({ minLength: 1, maxLength: 60 }), anyHeader, {
    noNullPrototype: true,
  }),
  body: fc.uint8Array({ maxLength: 300 }),
});

/** What the other reader says of the text headers. */
function textsOf(headers: MessageHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, header]) =>
      header.type === "string" ? [[name, header.value]] : [],
    ),
  );
}

describe("beside AWS's own codec", () => {
  test("reads whatever it writes, in whatever pieces", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { maxLength: 5 }), fc.nat(), async (sent, seed) => {
        const written = sent.map(({ headers, body }) => encode(headers as MessageHeaders, body));
        const { messages, error } = await read(bodyOf(inRandomPieces(concat(written), seed)));
        expect(error).toBeUndefined();
        expect(messages.map(({ headers, payload }) => [headers, [...payload]])).toEqual(
          written.map((bytes) => {
            const { headers, body } = codec.decode(bytes);
            return [textsOf(headers), [...body]];
          }),
        );
      }),
    );
  });

  test("refuses whatever it refuses: any flipped bit", async () => {
    const bytes = encode(
      {
        ":event-type": { type: "string", value: "metadata" },
        n: { type: "integer", value: 7 },
        raw: { type: "binary", value: utf8("abc") },
      },
      utf8('{"usage":1}'),
    );
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => codec.decode(flipped)).toThrow(/checksum|length|size|buffer|offset|bounds/i);
      expect(await read(bodyOf([flipped]))).toEqual({
        messages: [],
        error: "A message of the event stream is damaged.",
      });
    }
  });

  test("never hangs on noise, nor throws anything but an Error", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.nat(),
        async (noise, seed) => {
          const { messages, error } = await read(bodyOf(inRandomPieces(noise, seed)));
          expect(messages).toEqual([]);
          expect(error).toMatch(/event stream/);
        },
      ),
    );
  });
});

describe("however the network cuts it", () => {
  const sent = ["a", "", "x".repeat(100_000), "ä"].map((text) =>
    encode(textHeaders({ ":event-type": "e" }), utf8(text)),
  );
  const payloads = ({ messages }: { messages: EventStreamMessage[] }): number[] =>
    messages.map(({ payload }) => payload.length);

  test.each(allCuts(concat(sent)))("%s", async (_cut, chunks) => {
    expect(payloads(await read(bodyOf(chunks)))).toEqual([1, 0, 100_000, 2]);
  });

  test("a message larger than a piece is put together without copying it for every piece", async () => {
    const large = encode(textHeaders({}), new Uint8Array(12_000_000));
    const result = await read(bodyOf(inPieces(large, 1000)));
    expect(payloads(result)).toEqual([12_000_000]);
  });
});

test("an end or a break inside a message throws, after the messages before it", async () => {
  const whole = encode(textHeaders({ ":event-type": "e" }), utf8("{}"));
  const bytes = concat([whole, whole]);
  for (let length = whole.length + 1; length < bytes.length; length += 1) {
    const cut = bytes.subarray(0, length);
    const closed = await read(bodyOf([cut]));
    expect(closed.messages).toHaveLength(1);
    expect(closed.error).toBe("The event stream ends inside a message.");
    expect((await read(bodyOf([cut], "error"))).error).toBe("network error");
  }
});

/** The checksum of gzip, the slow way. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** A message with right checksums and whatever lengths and headers. */
function forged(total: number, headersLength: number, rest: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(16 + rest.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, total);
  view.setUint32(4, headersLength);
  view.setUint32(8, checksum(bytes.subarray(0, 8)));
  bytes.set(rest, 12);
  view.setUint32(12 + rest.length, checksum(bytes.subarray(0, 12 + rest.length)));
  return bytes;
}

test.each<[string, Uint8Array]>([
  ["without any length", forged(0, 0, [])],
  ["shorter than itself", forged(15, 0, [])],
  ["with headers longer than itself", forged(17, 2, [0])],
  ["with a header that ends in its name", forged(18, 2, [5, 97])],
  ["with a header without a value", forged(18, 2, [1, 97])],
  ["with a header of an unknown type", forged(21, 5, [1, 97, 10, 0, 0])],
  ["with a text cut off before its length", forged(20, 4, [1, 97, 7, 0])],
  ["with a text longer than the headers", forged(22, 6, [1, 97, 7, 0, 9, 98])],
  ["with a number cut off", forged(20, 4, [1, 97, 4, 0])],
])("a message %s is damaged, checksums or not", async (_what, bytes) => {
  expect(await read(bodyOf([bytes]))).toEqual({
    messages: [],
    error: "A message of the event stream is damaged.",
  });
});

test("a message longer than AWS allows is not waited for", async () => {
  const { error } = await read(bodyOf([forged(0x7fffffff, 0, [])], "hang"));
  expect(error).toBe("A message of the event stream is too long.");
});

test("leaving the loop cancels the body", async () => {
  let isCancelled = false;
  const whole = encode(textHeaders({}), utf8("{}"));
  for await (const _message of readEventStream(
    bodyOf([whole, whole], "hang", () => (isCancelled = true)),
  )) {
    break;
  }
  expect(isCancelled).toBe(true);
});
