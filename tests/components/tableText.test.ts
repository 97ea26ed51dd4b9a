import { expect, test } from "vitest";
import { tableAsCSV } from "../../src/components/Markdown/tableAsCSV.js";
import { tableAsMarkdown } from "../../src/components/Markdown/tableAsMarkdown.js";
import { parseMarkdown, type Table } from "../../src/markdown/index.js";
import { toHTML } from "../markdown/toHTML.js";

const tableOf = (text: string): Table => parseMarkdown(text).children[0] as Table;
const cell = (text: string): Table => tableOf(`| a |\n|---|\n| ${text} |`);

test.each([
  "plain",
  "*em* **strong** ~~struck~~",
  "a \\| b",
  "`code` and `` co`de ``",
  "`a \\| b`",
  '[a link](https://a.example/b_c "title") and https://a.example',
  "![an image](https://a.example/b.png)",
  "H<sub>2</sub>O <kbd>x</kbd> one<br>two",
  "\\*no em\\* \\`no code\\` \\[no](link) \\$5 \\<b>",
  "$x^2$ and <b>",
  "snake_case 2 * 3",
])("a cell with %s is the same table after copying it as Markdown", (text) => {
  const copied = parseMarkdown(tableAsMarkdown(cell(text)));
  const withoutTitles = (html: string): string => html.replaceAll(/ title="[^"]*"/g, "");
  expect(toHTML(copied)).toBe(withoutTitles(toHTML(parseMarkdown(`| a |\n|---|\n| ${text} |`))));
});

test("columns keep their alignments, and rows are filled up", () => {
  expect(tableAsMarkdown(tableOf("| a | b | c |\n|:-|:-:|-:|\n| 1 |"))).toBe(
    "| a | b | c |\n| :--- | :---: | ---: |\n| 1 |  |  |",
  );
});

test("CSV quotes what it has to", () => {
  expect(tableAsCSV(tableOf('| a, b | say "x" |\n|---|---|\n| **1** | `2` |'))).toBe(
    '"a, b","say ""x"""\r\n1,2',
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+cmd", "'+cmd"],
  ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
  ["-5", "-5"],
  ["+3.5 %", "+3.5 %"],
])("what a spreadsheet would run is text: %s", (text, field) => {
  expect(tableAsCSV(cell(text.replaceAll("|", "\\|")))).toBe(`a\r\n${field}`);
});
