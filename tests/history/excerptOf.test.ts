import { describe, expect, test } from "vitest";
import type { UIMessage } from "../../src/client/index.js";
import { excerptInJSON, excerptOf } from "../../src/history/excerptOf.js";

const said = (...texts: string[]): UIMessage => ({
  id: "m",
  role: "user",
  parts: texts.map((text) => ({ type: "text", text })),
});

describe("the words around what is searched for", () => {
  test("begin at a word, on one line", () => {
    const text =
      "The trams of the old town\nclimb every hill, and a **tart** is never far away from them.";
    expect(excerptOf(said("Hello", text), "tart")).toBe(
      "…every hill, and a **tart** is never far away from them.",
    );
    expect(excerptOf(said(text), "the trams")).toBe(text.replace("\n", " "));
  });

  test("small and capital letters are alike", () => {
    expect(excerptOf(said("In LISBON"), "lisbon")).toBe("In LISBON");
  });

  test("a long text is cut, one without spaces too", () => {
    const words = "語".repeat(500);
    const excerpt = excerptOf(said(`${words}終${words}`), "終")!;
    expect(excerpt).toMatch(/^…語+終語+$/);
    expect(excerpt.length).toBeLessThanOrEqual(121);
  });

  test("are in no other part, and nowhere where there are none", () => {
    const message: UIMessage = {
      id: "tart",
      role: "assistant",
      parts: [{ type: "reasoning", text: "A tart?" }],
    };
    expect(excerptOf(message, "tart")).toBeUndefined();
    expect(excerptOf(said("Cake"), "tart")).toBeUndefined();
  });

  test("are found in JSON, quotes too, and not in its own words or in what is damaged", () => {
    const texts = ['{"id": "', JSON.stringify(said("Cake")), JSON.stringify(said('A "tart"'))];
    expect(excerptInJSON(texts, '"tart"')).toBe('A "tart"');
    expect(excerptInJSON(texts, "role")).toBeUndefined();
  });
});
