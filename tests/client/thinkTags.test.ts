import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StreamPart } from "../../src/client/streamParts.js";
import { createTagSplitter } from "../../src/client/tagSplitter.js";
import { createThinkTags } from "../../src/client/thinkTags.js";

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

/** The same of a whole text, told by patterns: marked runs where it begins, and the white space around them, go. */
function splitWhole(text: string): string[] {
  const marked =
    /^\s*(?:<think>\s*([^]*?)(?:<\/think>|$)|<thinking>\s*([^]*?)(?:<\/thinking>|$)|\[THINK\]\s*([^]*?)(?:\[\/THINK\]|$)|(?:<\|start\|>assistant)?<\|channel\|>analysis<\|message\|>\s*([^]*?)(?:<\|end\|>|$)|(?:<\|start\|>assistant)?<\|channel\|>final<\|message\|>\s*([^]*?)(?:<\|return\|>|$))/;
  const said: { isThought: boolean; text: string }[] = [];
  const say = (isThought: boolean, words: string): void => {
    const last = said.at(-1);
    if (last?.isThought === isThought) last.text += words;
    else if (words) said.push({ isThought, text: words });
  };
  let rest = text;
  for (let found = marked.exec(rest); found && rest; found = marked.exec(rest)) {
    const [marks, , , , , answer] = found;
    say(answer === undefined, found.slice(1).find((words) => words !== undefined) ?? "");
    rest = rest.slice(marks.length);
  }
  say(false, rest === text ? rest : rest.trimStart());
  return said.map((one) => (one.isThought ? `R:${one.text}` : one.text));
}

test("text and reasoning together are the text without its marks, whatever it is and however it is cut", () => {
  const mark = fc.constantFrom(
    "<think>",
    "</think>",
    "<thinking>",
    "</thinking>",
    "[THINK]",
    "[/THINK]",
    "<|channel|>analysis<|message|>",
    "<|end|>",
    "<|start|>assistant",
    "<|channel|>final<|message|>",
    "<|return|>",
  );
  const pieces = fc.array(
    fc.oneof(mark, fc.string(), fc.constantFrom("\n", " ", "<", "<|", "</th", "😀")),
  );
  fc.assert(
    fc.property(
      pieces,
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
      (all, cuts) => {
        const text = all.join("");
        const chunks: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          chunks.push(text.slice(at, at + size));
          at += size;
        }
        expect(split(chunks)).toEqual(splitWhole(text));
      },
    ),
    { numRuns: 500 },
  );
});

test("ordinary text is not held back", () => {
  const splitter = createTagSplitter();
  expect(splitter.push("<")).toEqual([]);
  expect(splitter.push("b>")).toEqual([{ kind: "text", text: "<b>" }]);
  expect(splitter.push("<think>")).toEqual([{ kind: "text", text: "<think>" }]);
});

/** What becomes of these parts. */
function run(parts: readonly StreamPart[]): StreamPart[] {
  const take = createThinkTags();
  return parts.flatMap((part) => [...take(part)]);
}

const start = (id: string): StreamPart => ({ type: "text-start", id });
const delta = (text: string, id: string): StreamPart => ({ type: "text-delta", id, delta: text });
const end = (id: string): StreamPart => ({ type: "text-end", id });
const finish: StreamPart = { type: "finish", finishReason: "stop" };

describe("stream parts", () => {
  test("a part with a thought becomes two, with ids of their own", () => {
    const parts = [start("0"), delta("<think>a", "0"), delta("</think>b", "0"), end("0"), finish];
    expect(run(parts)).toEqual([
      { type: "reasoning-start", id: "0-reasoning" },
      { type: "reasoning-delta", id: "0-reasoning", delta: "a" },
      { type: "reasoning-end", id: "0-reasoning" },
      start("0"),
      delta("b", "0"),
      end("0"),
      finish,
    ]);
  });

  test("a part with nothing but a thought leaves no text", () => {
    const parts = [start("0"), delta("<think>a</think>\n", "0"), end("0")];
    expect(run(parts).map(({ type }) => type)).toEqual([
      "reasoning-start",
      "reasoning-delta",
      "reasoning-end",
    ]);
  });

  test("nor does one that holds nothing at all", () => {
    const nothing = [start("0"), end("0"), start("1"), delta("<think></think>", "1"), end("1")];
    expect(run([...nothing, finish])).toEqual([finish]);
  });

  test("every part may begin with a thought, and parts with different ids may interleave", () => {
    const parts = [
      start("0"),
      start("1"),
      delta("<thi", "0"),
      delta("<think>b", "1"),
      delta("s", "0"),
      end("1"),
      end("0"),
    ];
    expect(run(parts)).toEqual([
      { type: "reasoning-start", id: "1-reasoning" },
      { type: "reasoning-delta", id: "1-reasoning", delta: "b" },
      start("0"),
      delta("<this", "0"),
      { type: "reasoning-end", id: "1-reasoning" },
      end("0"),
    ]);
  });

  test("deltas without ids, start and end are enough", () => {
    const bare = (text: string): StreamPart => ({ type: "text-delta", delta: text });
    expect(run([bare("<think>a</think>"), bare("b"), finish])).toEqual([
      { type: "reasoning-start" },
      { type: "reasoning-delta", delta: "a" },
      { type: "reasoning-end" },
      bare("b"),
      finish,
    ]);
    expect(run([bare("<think>a"), finish])).toEqual([
      { type: "reasoning-start" },
      { type: "reasoning-delta", delta: "a" },
      { type: "reasoning-end" },
      finish,
    ]);
  });

  test("everything else passes as it is, metadata too", () => {
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
    expect(run(parts)).toEqual(parts);
  });

  test("what was held back comes before the end of a step and of the answer, and not before", () => {
    const held = [start("0"), delta("<thi", "0")];
    expect(run(held)).toEqual([]);
    expect(run([...held, finish])).toEqual([...held, finish]);
    expect(run([...held, { type: "finish-step" }])).toEqual([...held, { type: "finish-step" }]);
  });

  test("a part that begins anew ends the one before it", () => {
    const parts = [start("0"), delta("<thi", "0"), start("0"), delta("<think>a", "0"), end("0")];
    expect(run(parts)).toEqual([
      start("0"),
      delta("<thi", "0"),
      { type: "reasoning-start", id: "0-reasoning" },
      { type: "reasoning-delta", id: "0-reasoning", delta: "a" },
      { type: "reasoning-end", id: "0-reasoning" },
    ]);
  });
});
