import { expect, test } from "vitest";
import type { StreamPart } from "../../src/client/streamParts.js";
import { thinkingOutOfText } from "../../src/client/thinkingOutOfText.js";

async function read(parts: readonly StreamPart[]): Promise<StreamPart[]> {
  async function* given(): AsyncGenerator<StreamPart> {
    yield* parts;
  }
  const all: StreamPart[] = [];
  for await (const part of thinkingOutOfText(given())) all.push(part);
  return all;
}

const start = (id: string): StreamPart => ({ type: "text-start", id });
const delta = (id: string, text: string): StreamPart => ({ type: "text-delta", id, delta: text });
const end = (id: string): StreamPart => ({ type: "text-end", id });
const finish: StreamPart = { type: "finish", finishReason: "stop" };

test("of texts that are opened before either has a delta, each keeps what opened it", async () => {
  const parts = [start("a"), start("b"), delta("a", "A"), delta("b", "B"), end("b"), end("a")];
  expect(await read([...parts, finish])).toEqual([
    start("a"),
    delta("a", "A"),
    start("b"),
    delta("b", "B"),
    end("b"),
    end("a"),
    finish,
  ]);
});

test("a tag in one does not touch the other", async () => {
  const parts = [
    start("a"),
    start("b"),
    start("c"),
    delta("a", "A"),
    delta("b", "<think>why"),
    delta("a", "<think> is a tag"),
    delta("b", "</think>B"),
    end("a"),
    end("b"),
    end("c"),
    finish,
  ];
  expect(await read(parts)).toEqual([
    start("a"),
    delta("a", "A"),
    { type: "reasoning-start", id: "b-reasoning" },
    { type: "reasoning-delta", id: "b-reasoning", delta: "why" },
    delta("a", "<think> is a tag"),
    { type: "reasoning-end", id: "b-reasoning" },
    start("b"),
    delta("b", "B"),
    end("a"),
    end("b"),
    finish,
  ]);
});

test("one that is opened while another runs ends neither", async () => {
  const parts = [
    start("a"),
    delta("a", "A"),
    start("b"),
    delta("a", "a"),
    end("a"),
    delta("b", "<think>why</think>B"),
    end("b"),
    finish,
  ];
  expect(await read(parts)).toEqual([
    start("a"),
    delta("a", "A"),
    delta("a", "a"),
    end("a"),
    { type: "reasoning-start", id: "b-reasoning" },
    { type: "reasoning-delta", id: "b-reasoning", delta: "why" },
    { type: "reasoning-end", id: "b-reasoning" },
    start("b"),
    delta("b", "B"),
    end("b"),
    finish,
  ]);
});
