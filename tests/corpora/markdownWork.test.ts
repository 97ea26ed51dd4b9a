import { describe, expect, test } from "vitest";
import { corporaDir } from "../data.js";
import { countWork } from "../markdown/countWork.js";
import { readCorpus } from "./markdownCorpus.js";

interface Recipe {
  name: string;
  pieces: [piece: string, times: number][];
}

/** How often the piece that is repeated most is repeated, where it is not repeated less by itself. */
const TIMES = 2_000;

/** The text of a recipe, with so much of its repetitions. */
function cook({ pieces }: Recipe, share: number): string {
  return pieces
    .map(([piece, times]) => piece.repeat(times === 1 ? 1 : Math.round(times * share)))
    .join("");
}

const recipes = readCorpus<Recipe>("pathological-recipes.json");

describe.skipIf(!corporaDir())("twice the text is twice the work", () => {
  test("there are 21 recipes", () => expect(recipes).toHaveLength(21));

  test.each(recipes)("$name", async (recipe) => {
    const most = Math.max(...recipe.pieces.map(([, times]) => times));
    const share = Math.min(1 / 2, TIMES / most);
    const texts = [cook(recipe, share), cook(recipe, 2 * share)];
    const [once = 0, twice = 0] = await countWork(texts.map((text) => ({ deltas: [text] })));
    expect(twice / once).toBeLessThan(2.1);
  });
});
