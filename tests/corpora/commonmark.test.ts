import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../src/markdown/index.js";
import { toHTML } from "../markdown/toHTML.js";
import { corporaDir } from "../data.js";
import { exampleSchemes, readExamples, withoutBareLinks } from "./markdownCorpus.js";

const examples = readExamples("commonmark-0.31.2.json");

/** Examples with an address that is bare or was not accepted in angle brackets: as on GitHub, it is a link all the same. */
const WITH_BARE_ADDRESS = new Set([602, 608, 611, 612]);

describe.skipIf(!corporaDir())("CommonMark 0.31.2", () => {
  test("is there as a whole", () => expect(examples).toHaveLength(652));

  test.each(examples)("example $example, $section", ({ example, markdown, html }) => {
    const written = toHTML(parseMarkdown(markdown, { schemes: exampleSchemes }));
    expect(WITH_BARE_ADDRESS.has(example) ? withoutBareLinks(written) : written).toBe(html);
  });
});
