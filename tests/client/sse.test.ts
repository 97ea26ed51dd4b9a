import { expect, test } from "vitest";
import { readSSE, type ServerSentEvent } from "../../src/client/index.js";
import { allCuts, bodyOf, utf8 } from "./byteStreams.js";

async function read(chunks: Uint8Array[]): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of readSSE(bodyOf(chunks))) events.push(event);
  return events;
}

const cases: [string, string, ServerSentEvent[]][] = [
  ["LF", "data: a\n\ndata: b\n\n", [{ data: "a" }, { data: "b" }]],
  [
    "CRLF",
    "event: x\r\ndata: a\r\n\r\ndata: b\r\n\r\n",
    [{ event: "x", data: "a" }, { data: "b" }],
  ],
  ["CR alone", "data: a\r\rdata: b\r\r", [{ data: "a" }, { data: "b" }]],
  ["several data lines", "data: a\ndata: b\n\n", [{ data: "a\nb" }]],
  ["no space behind the colon", "data:a\ndata:  b\n\n", [{ data: "a\n b" }]],
  ["fields that say nothing here", "id: 7\nretry: 10\nx: y\ndata: a\n\n", [{ data: "a" }]],
  ["a byte order mark", "\uFEFFdata: a\n\n", [{ data: "a" }]],
  ["comments", ": ping\n\ndata: a\n: ping\n\n: ping\n", [{ data: "a" }]],
  ["characters of two to four bytes", "data: é 世 👩‍👩‍👧\n\n", [{ data: "é 世 👩‍👩‍👧" }]],
  ["a last event without its blank line", "data: a\n\ndata: b\n", [{ data: "a" }, { data: "b" }]],
  ["a last event without any line end", "data: a", [{ data: "a" }]],
  ["a lone CR at the end", "data: a\r", [{ data: "a" }]],
  ["nothing", "", []],
];

const cutCases = cases.flatMap(([name, text, expected]) =>
  allCuts(utf8(text)).map(([cut, chunks]) => ({ name, cut, chunks, expected })),
);

test.each(cutCases)("$name, $cut", async ({ chunks, expected }) => {
  expect(await read(chunks)).toEqual(expected);
});

test("a character that is cut off for good becomes one replacement character", async () => {
  expect(await read([utf8("data: 👩").subarray(0, 8)])).toEqual([{ data: "\uFFFD" }]);
});

test("leaving the loop cancels the body, even one that never settles its cancellation", async () => {
  let cancelled = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(utf8("data: a\n\ndata: b\n\n")),
    cancel() {
      cancelled += 1;
      return new Promise<void>(() => {});
    },
  });
  for await (const event of readSSE(body)) {
    expect(event.data).toBe("a");
    break;
  }
  expect(cancelled).toBe(1);
});

test("a broken connection throws after what had come", async () => {
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { data } of readSSE(bodyOf([utf8("data: a\n\nda")], "error"))) seen.push(data);
  })();
  await expect(reading).rejects.toThrow("network error");
  expect(seen).toEqual(["a"]);
});
