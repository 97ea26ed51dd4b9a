import { describe, expect, test } from "vitest";
import {
  costOf,
  estimateRequest,
  estimateTokens,
  learnRatio,
  tokenRatio,
  type Calibration,
  type TextPart,
  type UIMessage,
} from "../../src/client/index.js";
import { message, pngPart } from "./preflightConversations.js";

const question = "Which region grew fastest in this chart?";

describe("the estimate of a request", () => {
  test("is told by what it is for", () => {
    const tools = [{ name: "lookup", inputSchema: { type: "object" } }];
    const { tokens, parts } = estimateRequest(
      {
        messages: [
          message("user", [pngPart(1024, 1024), question]),
          message("assistant", ["EMEA", { type: "reasoning", text: "long thoughts" }]),
        ],
        draft: message("user", ["And in Q3?", pngPart(100, 100)]),
        system: "Be brief.",
        tools,
      },
      "openai/gpt-4o",
    );
    expect(parts).toEqual({
      system: estimateTokens("Be brief.") + 4,
      history: estimateTokens(question) + estimateTokens("EMEA") + 2 * 4,
      images: 765 + 255,
      draft: estimateTokens("And in Q3?") + 4 + 3,
      tools: estimateTokens(JSON.stringify(tools[0])),
    });
    expect(tokens).toBe(Object.values(parts).reduce((sum, part) => sum + part, 0));
  });

  test("is nothing for nothing, and counts a system message as that", () => {
    expect(estimateRequest({ messages: [] }, "m").tokens).toBe(0);
    const { parts } = estimateRequest({ messages: [message("system", ["Be brief."])] }, "m");
    expect(parts).toMatchObject({ system: estimateTokens("Be brief.") + 4, history: 0 });
  });

  test("counts tool calls and text files, and leaves out what is not sent", () => {
    const call = {
      type: "tool-lookup",
      toolCallId: "1",
      state: "output-available",
      input: { city: "Paris" },
      output: "Sunny, 21 degrees",
    } as const;
    const of = (...parts: UIMessage["parts"]): number =>
      estimateRequest({ messages: [message("user", parts)] }, "m").tokens;
    const url = `data:text/plain;base64,${btoa("a file of six plain words")}`;
    expect(of(call)).toBeGreaterThan(of() + estimateTokens(call.output));
    expect(of({ type: "file", mediaType: "text/plain", url })).toBe(
      of() + estimateTokens("a file of six plain words"),
    );
    expect(of({ type: "data-node", data: "x".repeat(900) })).toBe(of());
    expect(of({ type: "file", mediaType: "application/pdf", url: "data:,x" })).toBe(of());
  });

  test("reads each message once, so that a keystroke costs the draft", () => {
    let reads = 0;
    const text: TextPart = {
      type: "text",
      get text() {
        reads += 1;
        return question;
      },
    };
    const messages = [message("user", [text])];
    estimateRequest({ messages }, "m");
    const before = reads;
    expect(before).toBeGreaterThan(0);
    for (const draft of ["a", "ab"]) {
      estimateRequest({ messages: [...messages], draft: message("user", [draft]) }, "m");
    }
    expect(reads).toBe(before);
  });

  test("survives what a history may hold", () => {
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    const parts = [
      { type: "text" },
      { type: "file", mediaType: "image/png" },
      { type: "file", url: 3 },
      { type: "dynamic-tool", toolCallId: "1", state: "output-available", output: loop },
      { type: "tool-x", input: 1n },
    ] as unknown as UIMessage["parts"];
    expect(() => estimateRequest({ messages: [message("user", parts)] }, "m")).not.toThrow();
  });
});

describe("the calibration", () => {
  const learn = (calibration: Calibration, reported: number, model = "anthropic/claude-opus-5") =>
    learnRatio(calibration, { model, estimated: 1000, reported });

  test("begins with what is known of a family", () => {
    const guess = (model: string) => tokenRatio(new Map(), model);
    expect(guess("openai/gpt-5")).toEqual({ ratio: 1, isMeasured: false });
    expect(guess("openrouter/anthropic/claude-opus-5")).toEqual({ ratio: 1.2, isMeasured: false });
    expect(guess("ollama/llama3")).toEqual({ ratio: 1.1, isMeasured: false });
  });

  test("is the first count, then moves by three tenths of each", () => {
    const once = learn(new Map(), 1400);
    expect(tokenRatio(once, "claude-haiku")).toEqual({ ratio: 1.2, isMeasured: false });
    expect(tokenRatio(once, "anthropic/claude-haiku-4-5")).toEqual({
      ratio: 1.4,
      isMeasured: true,
    });
    expect(tokenRatio(learn(once, 1000), "anthropic/claude-opus-5").ratio).toBeCloseTo(1.28, 9);
    expect(tokenRatio(learn(once, 800, "openai/gpt-5"), "openai/gpt-5-mini").ratio).toBe(0.8);
  });

  test("keeps between 0.6 and 2, and learns nothing from a short request or no count", () => {
    expect(tokenRatio(learn(new Map(), 9000), "anthropic/claude-x").ratio).toBe(2);
    expect(tokenRatio(learn(new Map(), 10), "anthropic/claude-x").ratio).toBe(0.6);
    const model = "openai/gpt-5";
    for (const [estimated, reported] of [
      [199, 400],
      [1000, 0],
      [1000, Number.NaN],
      [0, 5],
    ] as const)
      expect(learnRatio(new Map(), { model, estimated, reported }).size).toBe(0);
  });
});

describe("the cost of an answer", () => {
  const price = { input: 3, output: 15, cachedInput: 0.3 };

  test("is told from its tokens, those from the cache at their own price", () => {
    expect(costOf({ inputTokens: 1_000_000, outputTokens: 100_000 }, price)).toBe(4.5);
    const usage = { inputTokens: 1_000_000, cachedInputTokens: 400_000, outputTokens: 0 };
    expect(costOf(usage, price)).toBeCloseTo(1.92, 9);
    expect(costOf(usage, { input: 3, output: 15 })).toBe(3);
    expect(costOf({ ...usage, cachedInputTokens: 9e9 }, price)).toBeCloseTo(0.3, 9);
  });

  test("is not known without a price or without counts", () => {
    expect(costOf({ inputTokens: 1, outputTokens: 1 }, undefined)).toBeUndefined();
    expect(costOf({ totalTokens: 5 }, price)).toBeUndefined();
    expect(costOf(undefined, price)).toBeUndefined();
  });
});
