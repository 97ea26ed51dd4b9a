import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { themeVariables } from "../../src/components/themeVariables.js";

const names = (file: string, pattern: RegExp): string[] => [
  ...new Set(readFileSync(file, "utf8").match(pattern)),
];

test("the variables of a theme are those of the sheet, and the guide names each", () => {
  const own = [...themeVariables].toSorted();
  expect(names("src/styles/tokens.css", /(?<=var\()--pl-[a-z-]+/g).toSorted()).toEqual(own);
  expect(
    names("docs/components.md", /(?<=\| `)--pl-[a-z-]+|(?<=, `)--pl-[a-z-]+/g).toSorted(),
  ).toEqual(own);
});
