import { expect, test } from "vitest";
import type { UIMessage } from "../../src/client/index.js";
import { threadTitle } from "../../src/store/threadTitle.js";

const asked = (...parts: UIMessage["parts"]): UIMessage[] => [
  { id: "s", role: "system", parts: [{ type: "text", text: "Be brief" }] },
  { id: "q", role: "user", parts },
];
const titleOf = (text: string): string => threadTitle(asked({ type: "text", text }));

test("a short question is its own title, in one line", () => {
  expect(titleOf("  How are\n\nyou?  ")).toBe("How are you?");
});

test("a long one is cut at a word, without what stands at its end", () => {
  expect(titleOf(`${"word ".repeat(11)}and, so on and on`)).toBe(`${"word ".repeat(11)}and…`);
  expect(titleOf("word".repeat(15) + " more")).toBe(`${"word".repeat(15)}…`);
});

test("a text without spaces is cut where it is, but not inside a character", () => {
  expect(titleOf("漢".repeat(100))).toBe(`${"漢".repeat(60)}…`);
  expect(titleOf(`a${"😀".repeat(60)}`)).toBe(`a${"😀".repeat(29)}…`);
});

test("a message of files alone is named after the first", () => {
  const file = {
    type: "file",
    mediaType: "image/png",
    url: "data:image/png;base64,",
    filename: "a.png",
  };
  expect(threadTitle(asked(file as UIMessage["parts"][number]))).toBe("a.png");
  expect(threadTitle(asked())).toBe("");
  expect(threadTitle([])).toBe("");
});
