import { readFileSync } from "node:fs";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test } from "vitest";
import { estimateTokens } from "../../src/client/index.js";

/** The same paragraph in several languages. */
const languages = JSON.parse(readFileSync("tests/fixtures/languages.json", "utf8")) as Record<
  string,
  string
>;

const paragraphs: readonly (readonly [string, string])[] = [
  ...Object.entries(languages),
  ["code", readFileSync("src/client/fallbacks.ts", "utf8")],
  ["style sheet", readFileSync("src/styles/composer.css", "utf8")],
  ["Markdown", readFileSync("docs/hooks.md", "utf8")],
  ["JSON", readFileSync("package.json", "utf8")],
];

describe("the estimate", () => {
  test.each(paragraphs)("of %s is within three tenths of what o200k counts", (_name, text) => {
    const error = estimateTokens(text) / countTokens(text) - 1;
    expect(Math.abs(error)).toBeLessThan(0.3);
  });

  test("is within an eighth over all of them", () => {
    const errors = paragraphs.map(([, text]) => estimateTokens(text) / countTokens(text) - 1);
    const mean = errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length;
    expect(mean).toBeLessThan(0.125);
  });

  test("is 0 for no text, and at least 1 for any other", () => {
    expect(estimateTokens("")).toBe(0);
    expect(["a", " ", "\n", "é", "。", "\ud83d"].map(estimateTokens).every((n) => n >= 1)).toBe(
      true,
    );
  });

  test("takes text that is special to tokenizers as text", () => {
    expect(() => countTokens("<|endoftext|>")).toThrow(/special token/);
    expect(estimateTokens("<|endoftext|><|fim_prefix|>")).toBeGreaterThan(5);
  });

  test("counts a rule of equal marks as little", () => {
    expect(estimateTokens("-".repeat(80))).toBeLessThan(12);
  });

  test("grows with the text and no faster", () => {
    const text = paragraphs.map(([, one]) => one).join("\n");
    const ten = estimateTokens(`${text}\n`.repeat(10));
    expect(ten / estimateTokens(text)).toBeCloseTo(10, 0);
  });
});
