import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSSE } from "../../src/client/index.js";
import { bodyOf, inPieces, utf8 } from "../client/byteStreams.js";
import { corporaDir } from "../data.js";

interface FramingCase {
  name: string;
  input?: string;
  recipe?: { prefix?: string; repeat: string; times: number; suffix?: string };
  expect?: string[];
  expectCount?: number;
}

/** Where we differ on purpose: a last event counts without its blank line, which some servers never send. */
const ours: Readonly<Record<string, string[]>> = {
  "no trailing blank line -> dropped": ["a", "lost"],
  "no newline at all": ["a"],
};

const dir = corporaDir();
const cases = dir
  ? (JSON.parse(readFileSync(join(dir, "sse/sse-framing-cases.json"), "utf8")) as FramingCase[])
  : [];

function inputOf({ input, recipe }: FramingCase): string {
  if (!recipe) return input ?? "";
  return (recipe.prefix ?? "") + recipe.repeat.repeat(recipe.times) + (recipe.suffix ?? "");
}

async function dataOf(chunks: Uint8Array[]): Promise<string[]> {
  const data: string[] = [];
  for await (const event of readSSE(bodyOf(chunks))) data.push(event.data);
  return data;
}

const framed = cases.filter((one) => one.expect !== undefined);
const counted = cases.filter((one) => one.expectCount !== undefined);

describe.skipIf(!dir)("the framing cases", () => {
  test.each(framed)("$name", async (one) => {
    const bytes = utf8(inputOf(one));
    const cuts = Array.from(bytes, (_, at) => [bytes.subarray(0, at), bytes.subarray(at)]);
    const read = await Promise.all([[bytes], inPieces(bytes, 1), ...cuts].map(dataOf));
    const expected = ours[one.name] ?? one.expect;
    expect(read).toEqual(read.map(() => expected));
  });

  test.each(counted)("$name", async (one) => {
    expect(await dataOf([utf8(inputOf(one))])).toHaveLength(one.expectCount ?? 0);
  });
});
