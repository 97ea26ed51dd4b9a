import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StreamPart } from "../../src/client/streamParts.js";
import { createTagSplitter } from "../../src/client/tagSplitter.js";
import { splitThinkTags } from "../../src/client/thinkTags.js";

/** A text split in these pieces: what is reasoning and what is text, neighbours joined. */
function split(pieces: readonly string[]): string[] {
  const splitter = createTagSplitter();
  const said: { kind: string; text: string }[] = [];
  for (const piece of [...pieces.flatMap((one) => splitter.push(one)), ...splitter.end()]) {
    const last = said.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else said.push({ ...piece });
  }
  return said.map(({ kind, text }) => (kind === "text" ? text : `R:${text}`));
}

const letters = (text: string): string[] => Array.from(text);

describe("what is reasoning, whole and letter by letter", () => {
  const turn = "<|start|>assistant";
  test.each<[string, string[]]>([
    ["<think>a < b</think>c", ["R:a < b", "c"]],
    ["\n<thinking> why </thinking>\n\nBecause.\n", ["R:why ", "Because.\n"]],
    ["[THINK]x[1][/THINK]y", ["R:x[1]", "y"]],
    ["<think>\n\n</think>\n\nNo thoughts.", ["No thoughts."]],
    ["<think>a</think>\n<think>b</think>c", ["R:ab", "c"]],
    ["<think>a</think>\n", ["R:a"]],
    ["<think>never closed </thin", ["R:never closed </thin"]],
    ["<thi", ["<thi"]],
    ["<think>a</think><thi", ["R:a", "<thi"]],
    ["<|channel|>analysis<|message|>a<|end|><|channel|>final<|message|>b", ["R:a", "b"]],
    [
      `<|channel|>analysis<|message|>a<|end|>${turn}<|channel|>final<|message|>b<|return|>`,
      ["R:a", "b"],
    ],
    ["", []],
    [" \n", [" \n"]],
    [" \n plain", [" \n plain"]],
    ["<thinker>", ["<thinker>"]],
    ["A <think>b</think> c", ["A <think>b</think> c"]],
    ["<think>a</think>b <think>c</think>", ["R:a", "b <think>c</think>"]],
    ["`<think>` is a tag", ["`<think>` is a tag"]],
  ])("%j", (text, expected) => {
    expect(split([text])).toEqual(expected);
    expect(split(letters(text))).toEqual(expected);
  });
});

test("any number of tags in one delta", () => {
  expect(split([`${"<think></think>".repeat(20_000)}a`])).toEqual(["a"]);
});

test("the cuts make no difference, and text without a tag comes through as it is", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."<think>|</think>|<thinking>|</thinking>|[THINK]|[/THINK]|<|end|>|<|return|>|<|start|>assistant|<|channel|>analysis<|message|>|<|channel|>final<|message|>|<|<th|\n| |a".split(
        "|",
      ),
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const whole = split([text]);
      expect(split(pieces)).toEqual(whole);
      expect(split(letters(text))).toEqual(whole);
      const isMarked = /^\s*(?:<think|\[THINK\]|<\|)/.test(text);
      expect(isMarked ? text : whole.join("")).toBe(text);
    }),
  );
});

test("ordinary text is not held back", () => {
  const splitter = createTagSplitter();
  expect(splitter.push("<")).toEqual([]);
  expect(splitter.push("b>")).toEqual([{ kind: "text", text: "<b>" }]);
  expect(splitter.push("<think>")).toEqual([{ kind: "text", text: "<think>" }]);
});

/** What becomes of these parts, and of what is thrown after them. */
async function run(parts: readonly StreamPart[], error?: Error): Promise<unknown[]> {
  async function* source(): AsyncGenerator<StreamPart> {
    yield* parts;
    if (error) throw error;
  }
  const result: unknown[] = [];
  try {
    for await (const part of splitThinkTags(source())) result.push(part);
  } catch (thrown) {
    result.push((thrown as Error).message);
  }
  return result;
}

const start = (id: string): StreamPart => ({ type: "text-start", id });
const delta = (text: string, id: string): StreamPart => ({ type: "text-delta", id, delta: text });
const end = (id: string): StreamPart => ({ type: "text-end", id });
const finish: StreamPart = { type: "finish", finishReason: "stop" };

describe("stream parts", () => {
  test("a part with a thought becomes two, with ids of their own", async () => {
    const parts = [start("0"), delta("<think>a", "0"), delta("</think>b", "0"), end("0"), finish];
    expect(await run(parts)).toEqual([
      { type: "reasoning-start", id: "0-reasoning" },
      { type: "reasoning-delta", id: "0-reasoning", delta: "a" },
      { type: "reasoning-end", id: "0-reasoning" },
      start("0"),
      delta("b", "0"),
      end("0"),
      finish,
    ]);
  });

  test("a part with nothing but a thought leaves no text", async () => {
    const parts = [start("0"), delta("<think>a</think>\n", "0"), end("0")];
    expect((await run(parts)).map((part) => (part as StreamPart).type)).toEqual([
      "reasoning-start",
      "reasoning-delta",
      "reasoning-end",
    ]);
  });

  test("nor does one that holds nothing at all", async () => {
    const nothing = [start("0"), end("0"), start("1"), delta("<think></think>", "1"), end("1")];
    expect(await run([...nothing, finish])).toEqual([finish]);
  });

  test("every part may begin with a thought, and parts with different ids may interleave", async () => {
    const parts = [
      start("0"),
      start("1"),
      delta("<thi", "0"),
      delta("<think>b", "1"),
      delta("s", "0"),
      end("1"),
      end("0"),
    ];
    expect(await run(parts)).toEqual([
      { type: "reasoning-start", id: "1-reasoning" },
      { type: "reasoning-delta", id: "1-reasoning", delta: "b" },
      start("0"),
      delta("<this", "0"),
      { type: "reasoning-end", id: "1-reasoning" },
      end("0"),
    ]);
  });

  test("deltas without ids, start and end are enough", async () => {
    const bare = (text: string): StreamPart => ({ type: "text-delta", delta: text });
    expect(await run([bare("<think>a</think>"), bare("b"), finish])).toEqual([
      { type: "reasoning-start" },
      { type: "reasoning-delta", delta: "a" },
      { type: "reasoning-end" },
      bare("b"),
      finish,
    ]);
    expect(await run([bare("<think>a"), finish])).toEqual([
      { type: "reasoning-start" },
      { type: "reasoning-delta", delta: "a" },
      { type: "reasoning-end" },
      finish,
    ]);
  });

  test("everything else passes as it is, metadata too", async () => {
    const parts: StreamPart[] = [
      { type: "start", messageId: "m" },
      { type: "start-step" },
      { type: "text-start", id: "0", providerMetadata: { p: { refusal: true } } },
      { type: "text-delta", id: "0", delta: "No", providerMetadata: { p: { n: 1 } } },
      { type: "source-url", sourceId: "s", url: "https://a.example" },
      { type: "text-delta", id: "0", delta: ".", providerMetadata: { p: { n: 2 } } },
      { type: "text-end", id: "0", providerMetadata: { p: { n: 3 } } },
      { type: "reasoning-delta", delta: "<think>" },
      { type: "tool-input-start", toolCallId: "c", toolName: "f" },
      { type: "text-end", id: "unknown" },
      { type: "finish-step" },
      finish,
    ];
    expect(await run(parts)).toEqual(parts);
  });

  test("what was held back comes before the end of a step and of the stream; half a tag before an error is dropped", async () => {
    const held = [start("0"), delta("<thi", "0")];
    expect(await run([...held, finish])).toEqual([...held, finish]);
    expect(await run(held)).toEqual(held);
    expect(await run(held, new Error("broken"))).toEqual(["broken"]);
  });

  test("a part that begins anew ends the one before it", async () => {
    const parts = [start("0"), delta("<thi", "0"), start("0"), delta("<think>a", "0"), end("0")];
    expect(await run(parts)).toEqual([
      start("0"),
      delta("<thi", "0"),
      { type: "reasoning-start", id: "0-reasoning" },
      { type: "reasoning-delta", id: "0-reasoning", delta: "a" },
      { type: "reasoning-end", id: "0-reasoning" },
    ]);
  });

  test("leaving the loop leaves the source", async () => {
    let isLeft = false;
    async function* source(): AsyncGenerator<StreamPart> {
      try {
        yield delta("a", "0");
        yield delta("b", "0");
      } finally {
        isLeft = true;
      }
    }
    for await (const part of splitThinkTags(source())) if (part) break;
    expect(isLeft).toBe(true);
  });
});
