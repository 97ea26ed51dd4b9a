import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isChatError } from "../../src/client/errors.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import { allCuts, bodyOf, type BodyEnd, inPieces, inRandomPieces, utf8 } from "./byteStreams.js";
import { comparable, type Fixture, fixturesOf } from "./protocolFixtures.js";
import { type Answer, readAnswer } from "./readAnswer.js";

/** What to hold against one reader. */
export interface ReaderContract {
  /** Its folder of `tests/fixtures`, with a fixture called "text" that ends well. */
  folder: string;
  read: (bytes: ReadableStream<Uint8Array>) => AsyncIterable<StreamPart>;
  /** The end of the last thing a streamed answer needs to be complete. */
  endMark: string;
  /** How many characters more it may take, at the end and when the connection breaks. */
  slack: Record<"close" | "error", number>;
  /** Random lines or events of the protocol, good and bad. */
  noise: fc.Arbitrary<string>;
}

/** Every fixture of a folder has to be read as it says, however its lines end and the network cuts it. */
export function describeFixtures(folder: string, read: ReaderContract["read"]): void {
  describe("every fixture, however the network cuts it", () => {
    const cases = fixturesOf(folder).flatMap((one) =>
      ["\n", "\r\n"].flatMap((lineEnd) =>
        allCuts(utf8(one.body.replaceAll("\n", lineEnd))).map(([cut, chunks]) => ({
          ...one,
          ends: JSON.stringify(lineEnd),
          cut,
          chunks,
        })),
      ),
    );
    test.each(cases)("$name, $ends, $cut", async ({ chunks, expected }) => {
      expect(comparable(await readAnswer(read(bodyOf(chunks))))).toEqual(expected);
    });
  });
}

/** What every reader must do with its fixtures and with anything else. */
export function describeReader({ folder, read, endMark, slack, noise }: ReaderContract): void {
  const fixtures = fixturesOf(folder);
  const answerOf = (chunks: readonly Uint8Array[], end?: BodyEnd): Promise<Answer> =>
    readAnswer(read(bodyOf(chunks, end)));

  describeFixtures(folder, read);

  describe("a stream that is cut at every byte", () => {
    const streamed = fixtures.filter(
      ({ body, expected }) => expected.error === null && body.includes(endMark),
    );
    const cases = streamed.flatMap((one) =>
      (["close", "error"] as const).map((end) => ({ ...one, end })),
    );
    test.each(cases)("$name, by a $end", async ({ body, expected, end }) => {
      const bytes = utf8(body);
      const markAt = body.lastIndexOf(endMark) + endMark.length;
      const doneAt = utf8(body.slice(0, markAt)).length;
      const ends: string[] = [];
      for (let length = 0; length <= bytes.length; length += 1) {
        ends.push(endOf(await answerOf([bytes.subarray(0, length)], end), expected));
      }
      expect(new Set(ends.slice(0, doneAt))).toEqual(new Set(["truncated"]));
      expect(new Set(ends.slice(doneAt + slack[end]))).toEqual(new Set([expected.finishReason]));
    });
  });

  test("leaving the loop cancels the body", async () => {
    let cancelled = false;
    const text = fixtures.find(({ name }) => name === "text")?.body ?? "";
    const body = bodyOf(inPieces(utf8(text), 64), "hang", () => (cancelled = true));
    for await (const part of read(body)) if (part.type === "text-delta") break;
    expect(cancelled).toBe(true);
  });

  describe("whatever comes, there is one end and nothing but a ChatError is thrown", () => {
    const ends = fc.constantFrom<BodyEnd>("close", "error");
    /** What is wrong with how an answer ended; "nothing" if all is well. */
    const wrongIn = async (bytes: Uint8Array, end: BodyEnd, seed: number): Promise<string> => {
      const { parts, error } = await answerOf(inRandomPieces(bytes, seed), end);
      const finishes = parts.filter(({ type }) => type === "finish").length;
      if (error && !isChatError(error)) return `thrown: ${String(error)}`;
      if (finishes !== (error ? 0 : 1)) return `${finishes} finish parts`;
      return error || parts.at(-1)?.type === "finish" ? "nothing" : "parts after the finish";
    };

    test("random events", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(noise), ends, fc.nat(), async (texts, end, seed) => {
          expect(await wrongIn(utf8(texts.join("")), end, seed)).toBe("nothing");
        }),
        { numRuns: 400 },
      );
    });

    test("events that are swapped, doubled, dropped and cut", async () => {
      const pieces = fixtures.flatMap(({ body }) => body.split(/(?<=\n)/));
      const picked = fc.array(fc.constantFrom(...pieces), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(
          picked,
          fc.nat({ max: 40 }),
          ends,
          fc.nat(),
          async (lines, cut, end, seed) => {
            const bytes = utf8(lines.join(""));
            const some = bytes.subarray(0, Math.max(0, bytes.length - cut));
            expect(await wrongIn(some, end, seed)).toBe("nothing");
          },
        ),
        { numRuns: 400 },
      );
    });

    test("random bytes, also after a good beginning", async () => {
      const begins = fc.constantFrom("", ...fixtures.map(({ body }) => body.slice(0, 90)));
      await fc.assert(
        fc.asyncProperty(
          begins,
          fc.uint8Array(),
          ends,
          fc.nat(),
          async (begin, bytes, end, seed) => {
            const all = new Uint8Array([...utf8(begin), ...bytes]);
            expect(await wrongIn(all, end, seed)).toBe("nothing");
          },
        ),
        { numRuns: 400 },
      );
    });
  });
}

/** How a cut answer ended; or what is wrong with it. */
function endOf(answer: Answer, expected: Fixture["expected"]): string {
  const { text, reasoning, error, finishReason } = answer;
  if (!expected.text.startsWith(text) || !expected.reasoning.startsWith(reasoning)) {
    return `wrong text: ${text}`;
  }
  if (error && !isChatError(error)) return `thrown: ${String(error)}`;
  return finishReason ?? error?.code ?? "nothing";
}
