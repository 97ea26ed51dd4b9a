import { describe, expect, test } from "vitest";
import type { Target } from "../../src/client/index.js";
import {
  assistant,
  contents,
  gemini3,
  google,
  system,
  text,
  tool,
  user,
  validator,
  write,
} from "./geminiGenerateBuilders.js";

describe("the system message", () => {
  test("is all of them, wherever they stood", () => {
    expect(
      write(
        {},
        { system: "A", messages: [user(text("Hi")), system("B"), system(""), user(text("you"))] },
      ),
    ).toEqual({
      systemInstruction: { parts: [{ text: "A" }, { text: "B" }] },
      contents: [{ role: "user", parts: [{ text: "Hi" }, { text: "you" }] }],
    });
  });

  test("stands before the first message where the model has no place for it", () => {
    expect(write({ model: "gemma-3-27b-it" }, { system: "A" })).toEqual({
      contents: [{ role: "user", parts: [{ text: "A" }, { text: "Hi" }] }],
    });
  });
});

describe("the order of turns", () => {
  test("data and sources stay at home, and what is then empty is left out", () => {
    const said = assistant(
      text("Hello"),
      { type: "data-node", data: 1 },
      { type: "source-url", sourceId: "1", url: "https://a" },
    );
    const stopped = assistant({ type: "data-node", data: 1 }, text(""));
    expect(contents({}, user(text("Hi")), said, user(text("")), stopped, user(text("?")))).toEqual([
      { role: "user", parts: [{ text: "Hi" }] },
      { role: "model", parts: [{ text: "Hello" }] },
      { role: "user", parts: [{ text: "?" }] },
    ]);
  });

  test("turns of one role in a row are one", () => {
    expect(
      contents(
        {},
        user(text("a")),
        user(text("b")),
        assistant(text("c")),
        assistant(text("d"), { type: "step-start" }, text("e")),
      ),
    ).toEqual([
      { role: "user", parts: [{ text: "a" }, { text: "b" }] },
      { role: "model", parts: [{ text: "c" }, { text: "d" }, { text: "e" }] },
    ]);
  });

  test("what would begin with an answer, or with nothing, begins with an empty turn", () => {
    const empty = { role: "user", parts: [{ text: "" }] };
    expect(contents({}, assistant(text("Hello")))).toEqual([
      empty,
      { role: "model", parts: [{ text: "Hello" }] },
    ]);
    expect(contents({})).toEqual([empty]);
  });
});

describe("thoughts", () => {
  test("go back as Gemini signed them, those of others do not", () => {
    const said = assistant(
      { type: "reasoning", text: "Mine.", providerMetadata: google("s1") },
      { type: "reasoning", text: "Unsigned." },
      { type: "reasoning", text: "Theirs.", providerMetadata: { anthropic: { signature: "x" } } },
      { type: "text", text: "Hello", providerMetadata: google("s2") },
      { type: "text", text: "", providerMetadata: google("s3") },
    );
    expect(contents({}, user(text("Hi")), said)).toEqual([
      { role: "user", parts: [{ text: "Hi" }] },
      {
        role: "model",
        parts: [
          { text: "Mine.", thought: true, thoughtSignature: "s1" },
          { text: "Hello", thoughtSignature: "s2" },
          { text: "", thoughtSignature: "s3" },
        ],
      },
    ]);
  });

  test("thoughts and signatures alone are no answer", () => {
    const stopped = assistant(
      { type: "reasoning", text: "Hm.", providerMetadata: google("s1") },
      { type: "text", text: "", providerMetadata: google("s2") },
    );
    expect(contents({}, user(text("Hi")), stopped)).toHaveLength(1);
  });
});

describe("tools", () => {
  test("calls come with their results, step by step; a call without a result is left out", () => {
    const answer = assistant(
      text("Let me see."),
      tool("1", { state: "output-available", input: { x: 1 }, output: { sum: 2 } }),
      tool("2", { state: "output-error", input: { x: 2 }, errorText: "boom" }),
      tool("3", { state: "input-available", input: {} }),
      { type: "step-start" },
      {
        type: "dynamic-tool",
        toolName: "now",
        toolCallId: "4",
        state: "output-available",
        input: undefined,
        output: ["12:00"],
      },
      tool("5", { state: "output-denied", rawInput: '{"x":' }),
      { type: "step-start" },
      text("It is 2."),
    );
    const call = (id: string, name: string, args: object): object => ({
      functionCall: { id, name, args },
    });
    const result = (id: string, name: string, response: object): object => ({
      functionResponse: { id, name, response },
    });
    expect(contents({}, user(text("Hi")), answer, user(text("Thanks")))).toEqual([
      { role: "user", parts: [{ text: "Hi" }] },
      {
        role: "model",
        parts: [{ text: "Let me see." }, call("1", "add", { x: 1 }), call("2", "add", { x: 2 })],
      },
      {
        role: "user",
        parts: [result("1", "add", { sum: 2 }), result("2", "add", { error: "boom" })],
      },
      { role: "model", parts: [call("4", "now", {}), call("5", "add", { input: '{"x":' })] },
      {
        role: "user",
        parts: [
          result("4", "now", { output: ["12:00"] }),
          result("5", "add", { error: "The person did not allow this call." }),
        ],
      },
      { role: "model", parts: [{ text: "It is 2." }] },
      { role: "user", parts: [{ text: "Thanks" }] },
    ]);
  });

  test("a call right after an answer is one turn with it, and words after its result are another", () => {
    const done = { state: "output-available", input: {}, output: "ok" };
    expect(
      contents(
        {},
        user(text("a")),
        assistant(text("b")),
        assistant(tool("1", done)),
        user(text("c")),
      ),
    ).toMatchObject([
      { role: "user", parts: [{ text: "a" }] },
      { role: "model", parts: [{ text: "b" }, { functionCall: { id: "1" } }] },
      { role: "user", parts: [{ functionResponse: { response: { output: "ok" } } }] },
      { role: "user", parts: [{ text: "c" }] },
    ]);
  });

  test("what a provider ran itself stays at home", () => {
    const served = tool("1", {
      state: "output-available",
      input: {},
      output: {},
      providerExecuted: true,
    });
    expect(contents({}, user(text("Hi")), assistant(served, text("Done")))).toEqual([
      { role: "user", parts: [{ text: "Hi" }] },
      { role: "model", parts: [{ text: "Done" }] },
    ]);
  });

  test("calls go back with their signature; where one is wanted and missing, its stand-in", () => {
    const done = { state: "output-available", input: {}, output: {} };
    const signed = { ...done, callProviderMetadata: google("s1") };
    const answer = assistant(
      tool("1", signed),
      tool("2", done),
      { type: "step-start" },
      tool("3", done),
      tool("4", done),
    );
    const signatures = (target: Partial<Target>): unknown[] =>
      (contents(target, user(text("Hi")), answer) as { parts: Record<string, unknown>[] }[])
        .flatMap(({ parts }) => parts)
        .filter((part) => part["functionCall"])
        .map((part) => part["thoughtSignature"]);
    expect(signatures(gemini3)).toEqual(["s1", undefined, btoa(validator), undefined]);
    expect(signatures({})).toEqual(["s1", undefined, undefined, undefined]);
  });
});

test("the conversation itself is left as it was", () => {
  const messages = [
    user(text("a")),
    user(text("b")),
    assistant(tool("1", { state: "output-available", input: {}, output: {} })),
  ];
  const before = structuredClone(messages);
  write({ model: "gemma-3-27b-it" }, { system: "S", messages });
  expect(messages).toEqual(before);
});

test("hostile text goes through unchanged", () => {
  const hostile = `\u0000\uD800 "quotes" </script> ${"x".repeat(1_000_000)}`;
  expect(contents({}, user(text(hostile)))).toEqual([{ role: "user", parts: [{ text: hostile }] }]);
});
