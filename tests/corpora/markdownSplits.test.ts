import { describe, expect, test } from "vitest";
import { corporaDir } from "../data.js";
import { everySplit, findUnequal } from "../markdown/splits.js";
import { readCorpus } from "./markdownCorpus.js";

/** The longest input of which every cut is tried; of a longer one a hundred cuts are. */
const LONGEST = 3_000;

const files = [
  "commonmark-0.31.2.json",
  "gfm-0.29.json",
  "gfm-extensions.json",
  "gfm-regression.json",
  "marked-specs-inputs.json",
];

function splitsOf(text: string): string[][] {
  const step = text.length > LONGEST ? Math.floor(text.length / 100) : 1;
  return everySplit(text).filter((pieces, at) => at % step === 0 || pieces.length > 2);
}

describe.skipIf(!corporaDir())("however a text is cut, the tree is that of the whole", () => {
  test.each(files)("%s", (file) => {
    const unequal = readCorpus<{ markdown: string }>(file).flatMap(
      ({ markdown }) => findUnequal(markdown, splitsOf(markdown)) ?? [],
    );
    expect(unequal).toEqual([]);
  });
});
