import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isChatError } from "../../src/client/errors.js";
import { openaiResponses } from "../../src/client/protocols/openaiResponses.js";
import { bodyOf, inRandomPieces, utf8 } from "./byteStreams.js";
import { completed, stream } from "./openaiResponsesFixtures.js";
import { fixturesOf } from "./protocolFixtures.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const target = { provider: "openai", model: "gpt-test", baseURL: "https://api.example/v1" };

function idsOf({ parts }: Answer, end: "-start" | "-end"): string[] {
  return parts.flatMap((part) =>
    part.type.endsWith(end) && "id" in part && part.id !== undefined ? [part.id] : [],
  );
}

describe("whatever comes", () => {
  const frames = fixturesOf("openai-responses")
    .filter(({ body }) => !body.startsWith("{"))
    .flatMap(({ body }) => body.split(/(?<=\n\n)/));
  const eventTypes = [
    ...new Set(frames.flatMap((frame) => /"type":"([\w.]+)"/.exec(frame)?.[1] ?? [])),
  ];

  /** Whether an answer finishes once, as its last part and with nothing left open, or throws a `ChatError`. */
  async function isOrderly(text: string): Promise<boolean> {
    const bytes = bodyOf(inRandomPieces(utf8(text), text.length));
    const answer = await readAnswer(openaiResponses.readStream(bytes, target));
    const started = idsOf(answer, "-start");
    const finishedAt = answer.parts.findIndex(({ type }) => type === "finish");
    if (new Set(started).size !== started.length) return false;
    if (answer.error) return isChatError(answer.error) && finishedAt < 0;
    const ended = idsOf(answer, "-end");
    const isClosed = ended.length === started.length && started.every((id) => ended.includes(id));
    return isClosed && finishedAt === answer.parts.length - 1;
  }

  test("events in any order, left out or repeated", async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom(...frames), { maxLength: 60 }), (some) =>
          isOrderly(some.join("")),
        ),
        { numRuns: 400 },
      ),
    ).resolves.toBeUndefined();
  });

  test("frames that are cut short", async () => {
    const cut = fc
      .tuple(fc.constantFrom(...frames), fc.nat(400))
      .map(([frame, at]) => frame.slice(0, at));
    await expect(
      fc.assert(
        fc.asyncProperty(fc.array(cut, { maxLength: 30 }), (some) => isOrderly(some.join("\n\n"))),
        { numRuns: 300 },
      ),
    ).resolves.toBeUndefined();
  });

  test("known events with any JSON in them", async () => {
    const names =
      "item response delta text arguments output_index content_index summary_index annotation error refusal";
    const inner =
      "type id call_id name status content summary output result error usage encrypted_content arguments";
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.dictionary(fc.constantFrom(...inner.split(" ")), fc.jsonValue({ maxDepth: 2 })),
      fc.record({ type: fc.constantFrom(...eventTypes, "message", "reasoning", "function_call") }),
    );
    const event = fc
      .tuple(
        fc.constantFrom(...eventTypes),
        fc.dictionary(fc.constantFrom(...names.split(" ")), value),
      )
      .map(([type, fields]) => `data: ${JSON.stringify({ ...fields, type })}\n\n`);
    await expect(
      fc.assert(
        fc.asyncProperty(fc.array(event, { maxLength: 20 }), (some) => isOrderly(some.join(""))),
        { numRuns: 600 },
      ),
    ).resolves.toBeUndefined();
  });

  test("any JSON, and any text", async () => {
    const anything = fc.oneof(fc.json(), fc.string(), fc.string({ unit: "binary" }));
    await expect(
      fc.assert(fc.asyncProperty(anything, isOrderly), { numRuns: 400 }),
    ).resolves.toBeUndefined();
    await expect(
      fc.assert(
        fc.asyncProperty(fc.json(), (text) => isOrderly(`data: ${text}\n\n${stream(completed())}`)),
        { numRuns: 200 },
      ),
    ).resolves.toBeUndefined();
  });
});
