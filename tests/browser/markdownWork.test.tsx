import { countedWork, resetWork, type ReactWork } from "./countRenders.js";
import { expect, test } from "vitest";
import { frame, shown, stream } from "./markdownSetUp.js";

const paragraph = (index: number): string =>
  `Paragraph ${index} has **strong** words, \`code\` and [a link](https://a.example/${index}).\n\n`;
const paragraphs = (length: number): string =>
  Array.from({ length: Math.ceil(length / 76) }, (_, index) => paragraph(index)).join("");
const repeat = (line: string, length: number): string =>
  line.repeat(Math.ceil(length / line.length));

/** What one delta makes React do, at a length, once what shows the text has been fetched: `drawn` is then there. */
async function workOf(start: string, delta: string, drawn = "*"): Promise<ReactWork> {
  const { screen, write } = await stream(start);
  await expect.poll(() => screen.container.querySelector(drawn)).not.toBeNull();
  await write(delta);
  await frame();
  resetWork();
  await write(delta);
  const counted = countedWork();
  expect(counted.commits).toBe(1);
  await screen.unmount();
  return counted;
}

const texts: Record<string, (length: number) => string> = {
  "a paragraph": (length) => `${paragraphs(length)}The last one `,
  "a list": (length) => `${repeat("- An item of it\n", length)}- the last `,
  "a table": (length) => `| a | b |\n|---|---|\n${repeat("| one | two |\n", length)}| last `,
  "a code block": (length) => `\`\`\`unknown\n${repeat("const value = 1;\n", length)}last `,
  "coloured code": (length) => `\`\`\`ts\n${repeat("const value = 1;\n", length)}const last = `,
  "text after formulas": (length) => `${repeat("Let $x^2 = y$.\n\n", length)}And `,
  "HTML that is text": (length) => `<div>\n${repeat("some text\n", length)}last `,
};

/** What comes by itself, after the text. */
const drawn: Record<string, string> = {
  "coloured code": "[data-pl-token]",
  "text after formulas": "math",
};

test.each(Object.keys(texts))(
  "a delta in %s renders as many components at 1 kB as at 100 kB",
  async (name) => {
    const text = texts[name]!;
    const [short, long] = [
      await workOf(text(1_000), "word ", drawn[name]),
      await workOf(text(100_000), "word ", drawn[name]),
    ];
    expect(short.rendered).toBeGreaterThan(0);
    expect(long.rendered).toBe(short.rendered);
    expect(long.rendered).toBeLessThan(16);
    // React looks at the neighbours of what changed: at most a run of 32 on each level, however many there are.
    expect(long.visited).toBeLessThan(300);
  },
);

test("a new block renders its group and none of the blocks before it", async () => {
  const added = async (length: number): Promise<number> => {
    const { screen, write } = await stream(paragraphs(length));
    await write("Start");
    resetWork();
    await write("\n\nNext");
    const { rendered } = countedWork();
    await screen.unmount();
    return rendered;
  };
  const [short, long] = [await added(76 * 40), await added(76 * 1_300)];
  expect(Math.abs(long - short)).toBeLessThanOrEqual(2);
});

test("deltas of one frame are one commit", async () => {
  const { source, write } = await stream("Begin ");
  await write("here ");
  resetWork();
  for (let index = 0; index < 50; index += 1) source.append(`word${index} `);
  await frame();
  expect(countedWork().commits).toBe(1);
  expect(shown().textContent).toContain("word49");
});
