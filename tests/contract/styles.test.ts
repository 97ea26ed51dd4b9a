import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type Root } from "postcss";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../src/styles");
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));

/** What more than one sheet holds of what `namesIn` finds, with the names of the sheets. */
function sharedNames(namesIn: (sheet: Root) => readonly string[]): [string, string[]][] {
  const sheetsOf = new Map<string, string[]>();
  for (const file of sheets)
    for (const name of new Set(namesIn(parse(readFileSync(join(folder, file), "utf8")))))
      sheetsOf.set(name, [...(sheetsOf.get(name) ?? []), file]);
  return [...sheetsOf].filter(([, files]) => files.length > 1);
}

test("an attribute has its look from one sheet, so that two components share no name by chance", () => {
  const attributesIn = (sheet: Root): string[] =>
    sheet.nodes.flatMap((node) =>
      node.type === "rule"
        ? node.selectors.flatMap((one) => /^:where\((\[[\w-]+\])\)$/.exec(one)?.[1] ?? [])
        : [],
    );
  expect(sharedNames(attributesIn)).toEqual([]);
});

test("an animation is written in one sheet", () => {
  const animationsIn = (sheet: Root): string[] =>
    sheet.nodes.flatMap((node) =>
      node.type === "atrule" && node.name === "keyframes" ? [node.params] : [],
    );
  expect(sharedNames(animationsIn)).toEqual([]);
});
