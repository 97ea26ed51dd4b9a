import { expect, test } from "vitest";
import { readLines } from "../../src/client/ndjson.js";
import { allCuts, bodyOf, type BodyEnd, utf8 } from "./byteStreams.js";

async function linesOf(chunks: Uint8Array[], end: BodyEnd = "close"): Promise<string[]> {
  const lines: string[] = [];
  try {
    for await (const line of readLines(bodyOf(chunks, end))) lines.push(line);
  } catch (error) {
    lines.push(`thrown: ${(error as Error).name}`);
  }
  return lines;
}

test.each(allCuts(utf8('\uFEFF{"a":"é 👩‍👩‍👧"}\r\n\r\n \n{"b":2} \n{"c":3}')))(
  "lines come without ends, blanks and byte order mark: %s",
  async (_cut, chunks) => {
    expect(await linesOf(chunks)).toEqual(['{"a":"é 👩‍👩‍👧"}', '{"b":2}', '{"c":3}']);
  },
);

test("a broken connection throws after what had come", async () => {
  expect(await linesOf([utf8("one\ntwo\nthr")], "error")).toEqual([
    "one",
    "two",
    "thr",
    "thrown: TypeError",
  ]);
});

test("leaving the loop cancels the bytes", async () => {
  let cancelled = false;
  for await (const line of readLines(bodyOf([utf8("a\nb\n")], "hang", () => (cancelled = true)))) {
    if (line === "a") break;
  }
  expect(cancelled).toBe(true);
});

test("a line of a megabyte in tiny pieces arrives whole", async () => {
  const piece = utf8("x".repeat(64));
  const chunks = Array.from({ length: 16_384 }, () => piece);
  const [line] = await linesOf(chunks);
  expect(line?.length).toBe(1_048_576);
});
