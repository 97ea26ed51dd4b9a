import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../src/markdown/index.js";
import { toHTML } from "../markdown/toHTML.js";
import { corporaDir } from "../data.js";
import { type Example, exampleSchemes, readExamples, withoutBareLinks } from "./markdownCorpus.js";

const current = new Map(
  readExamples("commonmark-0.31.2.json").map(({ markdown, html }) => [markdown, html]),
);
const ownSections = /^(?:Tables|Task list items|Strikethrough|Autolinks) \(extension\)$/;
const isOwn = ({ section }: Example): boolean => ownSections.test(section);
const examples = readExamples("gfm-0.29.json");
const agreed = examples.filter((one) => isOwn(one) || current.get(one.markdown) === one.html);

/** An example about CommonMark alone with an address that GitHub makes a link; see `withoutBareLinks`. */
const WITH_BARE_ADDRESS = 620;

/** What must not be compared with the HTML of `cmark-gfm`, and why. */
const leftOut: Readonly<Record<string, string>> = {
  "HTML tag filter": "all HTML is text here, not only some",
};

/** The same HTML with attributes, void elements and line breaks written in one way. */
const normalize = (html: string): string =>
  html
    .replaceAll(
      /<input ([^>]*?) ?\/?>/g,
      (_tag, attributes: string) => `<input ${attributes.split(" ").toSorted().join(" ")}>`,
    )
    .replaceAll(/<br \/>\n ?|<br> ?/g, "<br>");

const write = (markdown: string): string =>
  normalize(toHTML(parseMarkdown(markdown, { schemes: exampleSchemes })));

describe.skipIf(!corporaDir())("GFM 0.29", () => {
  test("has all of its own examples and those CommonMark 0.31.2 agrees with", () => {
    expect(examples.filter(isOwn)).toHaveLength(23);
    expect(agreed).toHaveLength(652);
  });

  test.each(agreed)("example $example, $section", ({ example, markdown, html }) => {
    const written = write(markdown);
    const compared = example === WITH_BARE_ADDRESS ? withoutBareLinks(written) : written;
    expect(compared).toBe(normalize(html));
  });
});

describe.skipIf(!corporaDir())("the tests of cmark-gfm", () => {
  const extensions = readExamples("gfm-extensions.json");
  const regressions = readExamples("gfm-regression.json");

  test.each(extensions.filter(({ section, html }) => !leftOut[section] && html !== "<IGNORE>\n"))(
    "extension $example, $section",
    ({ markdown, html }) => expect(write(markdown)).toBe(normalize(html)),
  );

  test.each(regressions)("regression $example", ({ markdown, html }) =>
    expect(write(markdown)).toBe(normalize(html)),
  );
});
