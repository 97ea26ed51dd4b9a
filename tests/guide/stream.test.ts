import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createGuideModel } from "../../demo/guide/guideModel.js";
import { paceWords } from "../../demo/guide/paceWords.js";
import type { StreamPart } from "../../src/client/index.js";
import { documents, streamOf, userMessage } from "./askGuide.js";

type Piece = string | StreamPart;
const typeOf = (part: Piece) => (typeof part === "string" ? "text" : part.type);

test("an answer is what was searched, then words, then sources", async () => {
  const parts = await streamOf([userMessage("How do I use Azure?")]);
  const runs = parts.map(typeOf).filter((type, at, all) => type !== all[at - 1]);
  expect(runs).toEqual(["reasoning-delta", "reasoning-end", "text", "source-url"]);
  expect(parts[0]).toMatchObject({
    delta: expect.stringMatching(/^Searched [1-9]\d+ sections/) as string,
  });
});

test("text comes in small deltas that join to the whole", async () => {
  const words = (await streamOf([userMessage("How do I use Azure?")])).filter(
    (part) => typeof part === "string",
  );
  expect(words.length).toBeGreaterThan(30);
  expect(Math.max(...words.map((word) => word.trim().split(/\s/).length))).toBe(1);
  expect(words.join("")).toContain("Addresses are recognised in their older form");
});

describe("pace", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const text = "one two three four five";

  test("a word for each delay", async () => {
    const { signal } = new AbortController();
    const words = paceWords(text, { delayMs: 10, signal });
    const first = words.next();
    await vi.advanceTimersByTimeAsync(9);
    await expect(Promise.race([first, Promise.resolve("waiting")])).resolves.toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    await expect(first).resolves.toEqual({ done: false, value: "one " });
  });

  test("a late timer gives all the words that are due", async () => {
    const { signal } = new AbortController();
    const words = paceWords(text, { delayMs: 10, signal });
    const first = words.next();
    vi.setSystemTime(Date.now() + 25);
    await vi.advanceTimersByTimeAsync(10);
    await expect(first).resolves.toEqual({ done: false, value: "one two three " });
  });

  test("an abort ends the wait at once and leaves no timer", async () => {
    const controller = new AbortController();
    const words = paceWords(text, { delayMs: 1000, signal: controller.signal });
    const first = words.next();
    controller.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    expect(vi.getTimerCount()).toBe(0);
  });
});

test("nothing is yielded after an abort", async () => {
  const guide = createGuideModel({ documents, delayMs: 0 });
  const controller = new AbortController();
  const answer = guide([userMessage("How do I use Azure?")], {
    config: {},
    signal: controller.signal,
  }) as AsyncIterable<Piece>;
  const parts: Piece[] = [];
  const reading = (async () => {
    for await (const part of answer) {
      parts.push(part);
      if (parts.length === 5) controller.abort();
    }
  })();
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  expect(parts).toHaveLength(5);
});
