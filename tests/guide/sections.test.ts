import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { splitIntoSections } from "../../demo/guide/sections.js";
import { documents } from "./askGuide.js";

const split = (markdown: string) => splitIntoSections([{ path: "docs/a.md", markdown }]);

test("a section is what stands below a heading", () => {
  expect(
    split("# Page\n\nIntro.\n\n## First *one*\n\nText.\n\n### `code` name\n\nMore.\n"),
  ).toEqual([
    { url: "docs/a.md#page", title: "Page", page: "Page", body: "Intro." },
    { url: "docs/a.md#first-one", title: "First one", page: "Page", body: "Text." },
    { url: "docs/a.md#code-name", title: "code name", page: "Page", body: "More." },
  ]);
});

test("a hash inside code is not a heading", () => {
  const [section] = split("# Page\n\n```sh\n# comment\nnpm start\n```\n");
  expect(section?.body).toBe("```sh\n# comment\nnpm start\n```");
});

test("headings alike get anchors of their own, headings with nothing below are left out", () => {
  expect(split("# P\n\n## Use\n\na\n\n## Empty\n\n## Use\n\nb").map(({ url }) => url)).toEqual([
    "docs/a.md#use",
    "docs/a.md#use-1",
  ]);
});

test("links are made relative to the repository, other addresses stay", () => {
  const [section] = split(
    "# P\n\n[a](errors.md#x) [b](#p) [c](../README.md) [d](https://example.com/e)\n",
  );
  expect(section?.body).toBe(
    "[a](docs/errors.md#x) [b](docs/a.md#p) [c](README.md) [d](https://example.com/e)",
  );
});

describe("the documentation", () => {
  const urls = new Set(splitIntoSections(documents).map(({ url }) => url));

  test.each(documents)("links of $path lead somewhere", ({ path, markdown }) => {
    const bodies = splitIntoSections([{ path, markdown }]).map(({ body }) => body);
    const links = bodies.join("\n").matchAll(/\]\(((?:docs|README)[^)\s]*)\)/g);
    const dead = Array.from(links, ([, link = ""]) => link).filter((link) =>
      link.includes("#") ? !urls.has(link) : !existsSync(link),
    );
    expect(dead).toEqual([]);
  });
});
