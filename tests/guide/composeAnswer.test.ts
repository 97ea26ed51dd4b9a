import { expect, test } from "vitest";
import { composeAnswer } from "../../demo/guide/composeAnswer.js";
import { indexSections } from "../../demo/guide/searchSections.js";
import type { Section } from "../../demo/guide/sections.js";

const section = (url: string, body: string, title = "Title"): Section => ({
  url,
  title,
  page: "Page",
  body,
});

test("a long section ends at a block, never inside code, and says that there is more", () => {
  const code = `\`\`\`ts\n${"line();\n\n".repeat(250)}\`\`\``;
  const body = `First.\n\n${code}\n\nLast.`;
  const { markdown } = composeAnswer([{ section: section("docs/a.md#b", body), score: 1 }]);
  expect(markdown).toBe("First.\n\nThere is more in [Page: Title](docs/a.md#b).");
  const { markdown: whole } = composeAnswer([{ section: section("docs/a.md#b", code), score: 1 }]);
  expect(whole).toBe(`${code}\n\nFrom [Page: Title](docs/a.md#b).`);
});

test("after a block that is too long nothing follows", () => {
  const body = `First.\n\n${"word ".repeat(400)}\n\nLast.`;
  const { markdown } = composeAnswer([{ section: section("docs/a.md#b", body), score: 1 }]);
  expect(markdown).not.toContain("Last.");
});

test("the next best sections are linked when they are about as good", () => {
  const hit = (name: string, score: number) => ({ section: section(name, "Text.", name), score });
  const { markdown, sources } = composeAnswer([
    hit("a", 10),
    hit("b", 9),
    hit("c", 8),
    hit("d", 7),
  ]);
  expect(markdown).toContain("See also [Page: b](b) and [Page: c](c).");
  expect(sources.map(({ url }) => url)).toEqual(["a", "b", "c"]);
  expect(composeAnswer([hit("a", 10), hit("b", 1)]).sources).toHaveLength(1);
});

test("a page of docs comes before the README that says the same", () => {
  const search = indexSections([
    section("README.md#install", "Run npm.", "Install"),
    section("docs/start.md#install", "Run npm.", "Install"),
  ]);
  expect(search.find("install").map((hit) => hit.section.url)).toEqual([
    "docs/start.md#install",
    "README.md#install",
  ]);
});
