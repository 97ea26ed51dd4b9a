import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geminiGenerate } from "../../src/client/protocols/geminiGenerate.js";
import { bodyOf, type BodyEnd, inRandomPieces, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { fixturesOf } from "./protocolFixtures.js";

const target = { provider: "gemini", model: "m", baseURL: "https://api.example/v1beta" };
const ends = fc.constantFrom<BodyEnd>("close", "error");

/** How an answer ended. Right are a `finish` part, last and only, and a `ChatError` without one. */
async function endOf(bytes: Uint8Array, end: BodyEnd, seed: number): Promise<string> {
  const body = bodyOf(inRandomPieces(bytes, seed), end);
  const { parts, error } = await readAnswer(geminiGenerate.readStream(body, target));
  const finishes = parts.filter(({ type }) => type === "finish").length;
  if (error) return finishes === 0 ? error.name : "a finish and an error";
  return finishes === 1 ? (parts.at(-1)?.type ?? "nothing") : `${finishes} finishes`;
}

const rightEnd = /^(?:finish|ChatError)$/;

/** Objects in the shape of chunks, with anything at all where something may be. */
const value = fc.jsonValue({ maxDepth: 3 });
const path = fc.constantFrom(
  "$.a",
  "$.a.b",
  "$.a[0]",
  "$.a[]",
  "$['b'][1].c",
  "$.__proto__.x",
  "$",
);
const call = fc.record(
  {
    name: fc.oneof(fc.constant("f"), value),
    id: value,
    args: value,
    willContinue: fc.oneof(fc.boolean(), value),
    partialArgs: fc.oneof(
      value,
      fc.array(
        fc.record(
          { jsonPath: path, stringValue: fc.string(), numberValue: fc.double(), nullValue: value },
          { requiredKeys: ["jsonPath"] },
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);
const part = fc.record(
  {
    text: fc.oneof(fc.string(), value),
    thought: fc.oneof(fc.boolean(), value),
    thoughtSignature: value,
    functionCall: fc.oneof(call, value),
    inlineData: value,
    fileData: value,
    executableCode: value,
    codeExecutionResult: value,
    toolCall: value,
    toolResponse: value,
  },
  { requiredKeys: [] },
);
const candidate = fc.record(
  {
    content: fc.oneof(fc.record({ parts: fc.oneof(fc.array(part), value) }), value),
    finishReason: fc.oneof(fc.constantFrom("STOP", "SAFETY", "MALFORMED_FUNCTION_CALL"), value),
    groundingMetadata: fc.oneof(
      fc.record({ groundingChunks: fc.array(fc.record({ web: value, retrievedContext: value })) }),
      value,
    ),
    index: value,
  },
  { requiredKeys: [] },
);
const chunk = fc.record(
  {
    candidates: fc.oneof(fc.array(candidate), value),
    usageMetadata: value,
    promptFeedback: value,
    responseId: value,
    error: value,
  },
  { requiredKeys: [] },
);

describe("whatever comes, there is one end and only a ChatError is thrown", () => {
  test.each(["events", "list", "whole"])("chunks of random JSON: %s", async (form) => {
    await fc.assert(
      fc.asyncProperty(fc.array(chunk), ends, fc.nat(), async (chunks, end, seed) => {
        const texts = chunks.map((one) => JSON.stringify(one));
        const body =
          form === "events"
            ? texts.map((text) => `data: ${text}\r\n\r\n`).join("")
            : form === "list"
              ? `[${texts.join(",\n")}]`
              : (texts[0] ?? "{}");
        expect(await endOf(utf8(body), end, seed)).toMatch(rightEnd);
      }),
      { numRuns: 300 },
    );
  });

  test("events that are swapped, doubled, dropped and cut", async () => {
    const pieces = fixturesOf("gemini-generate").flatMap(({ body }) => body.split(/(?<=\n)/));
    const picked = fc.array(fc.constantFrom(...pieces), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(picked, fc.nat(), ends, fc.nat(), async (lines, cut, end, seed) => {
        const bytes = utf8(lines.join(""));
        expect(await endOf(bytes.subarray(0, bytes.length - (cut % 40)), end, seed)).toMatch(
          rightEnd,
        );
      }),
      { numRuns: 300 },
    );
  });

  test("bytes at random, also after a good beginning", async () => {
    const begins = fc.constantFrom("", "[", "{", "data: {", '[{"candidates":[', "\uFEFF[");
    await fc.assert(
      fc.asyncProperty(begins, fc.uint8Array(), ends, fc.nat(), async (begin, noise, end, seed) => {
        expect(await endOf(new Uint8Array([...utf8(begin), ...noise]), end, seed)).toMatch(
          rightEnd,
        );
      }),
      { numRuns: 300 },
    );
  });
});

test("objects are found in a list however it is written and cut", async () => {
  const text = fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', "\\", "a", "é", "👩") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1 }),
      fc.nat({ max: 4 }),
      fc.nat(),
      async (texts, indent, seed) => {
        const parts = texts.map((one) => ({ text: one, [one]: [{ [one]: {} }] }));
        const list = [...parts, { text: "" }].map((one, index) => ({
          candidates: [
            { content: { parts: [one] }, ...(index === parts.length && { finishReason: "STOP" }) },
          ],
        }));
        const bytes = utf8(JSON.stringify(list, null, indent));
        const body = bodyOf(inRandomPieces(bytes, seed));
        const answer = await readAnswer(geminiGenerate.readStream(body, target));
        expect(answer).toMatchObject({ text: texts.join(""), finishReason: "stop" });
      },
    ),
    { numRuns: 300 },
  );
});
