import { describe, expect, test } from "vitest";
import { countWork } from "./countWork.js";
import { slowTexts } from "./slowTexts.js";

/** How much more work twice the text may be. */
const TWICE = 2.1;

test("twice the text is twice the work, however it is built", async () => {
  const texts = Object.values(slowTexts).flatMap((build) => [build(1_500), build(3_000)]);
  const counts = await countWork(texts.map((text) => ({ deltas: [text] })));
  const perCharacter = counts.map((count, at) => count / (texts[at]?.length ?? 0));
  const tooMuch = Object.keys(slowTexts).filter((_, at) => {
    const [once = 0, twice = 0] = perCharacter.slice(at * 2);
    return twice > (once * TWICE) / 2;
  });
  expect(tooMuch).toEqual([]);
});

describe("a delta is as much work late as early", () => {
  const paragraph = "Some **words**, a [link](https://a.b/c) and `code` in a line of text.\n\n";
  const blocks: Readonly<Record<string, (count: number) => string>> = {
    paragraphs: (count) => paragraph.repeat(count),
    "one list": (count) => `- ${paragraph.trimEnd()}\n`.repeat(count),
    "one loose list": (count) => `- ${paragraph}`.repeat(count),
    "one quote": (count) => `> ${paragraph.trimEnd()}\n>\n`.repeat(count),
    "one fence": (count) => `\`\`\`ts\n${"const a = f(b);\n".repeat(count)}`,
    "one formula": (count) => `$$\n${"x = y^2 + z\n".repeat(count)}`,
    "one table": (count) => `| a | b |\n|---|---|\n${"| a *b* | c |\n".repeat(count)}`,
    "a footnote": (count) => `[^1]: a\n\n${`    ${paragraph}`.repeat(count)}`,
  };
  const deltas = Array.from("\nnext | line, *emphasized* and more");

  test.each(Object.entries(blocks))("in %s", async (_name, build) => {
    const [early, late] = [build(20), build(800)];
    const [first = 0, last = 0] = await countWork([
      { before: early, deltas },
      { before: late, deltas },
    ]);
    expect(last / first).toBeLessThan(1.05);
  });
});
