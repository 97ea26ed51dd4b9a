/** A text that is built to make a careless parser slow, for a size. */
export type SlowText = (size: number) => string;

const many =
  (piece: string, before = "", after = ""): SlowText =>
  (size) =>
    before + piece.repeat(size) + after;
const both =
  (opening: string, closing: string): SlowText =>
  (size) =>
    opening.repeat(size) + closing.repeat(size);

/** One for each place of the engine that looks ahead, looks back, or keeps a stack. */
export const slowTexts: Readonly<Record<string, SlowText>> = {
  "formulas in parentheses": many("\\(", "", "\\)"),
  "formulas in dollars": many("$a"),
  "display formulas": many("$$a "),
  "blocks of formulas": many("$$\n"),
  "formulas in brackets": many("\\[ x =\n"),
  "open elements": many("<sub>"),
  "nested elements": both("<sub>", "</sub>"),
  "elements and brackets": both("[<sub>", "]"),
  "elements and delimiters": both("<sub>*", "*</sub>"),
  "mixed delimiters": many("*a_ **b~~ ~c "),
  "long runs of delimiters": many("***", "", "a"),
  "one run of delimiters": many("*"),
  "two runs of delimiters": (size) => `${"*".repeat(size)}a${"*".repeat(size)}`,
  "alternating delimiters": many("_*", "", "a"),
  "tildes of two lengths": many("~~a ~b "),
  "deep lists and blank lines": both("- ", "\n"),
  "deep quotes and lines": (size) => `${"> ".repeat(size)}\n${"> a\n".repeat(size)}`,
  definitions: many("[a]: b\n"),
  "definitions and underlines": many("[a]: b\n===\n"),
  "openings and underlines": many("[a\n===\n"),
  references: many("[a][b"),
  "titles that do not end": many('[a](b "'),
  "titles in parentheses": many("[a](b (c"),
  "pointed addresses": many("[a](<b\n"),
  "addresses in addresses": many("[a](b"),
  "links behind brackets": both("[", "[a](b)"),
  "nested parentheses": many("(", "[a](b"),
  "a long label": many("a", "[", "]"),
  "images in images": both("![", "](a)"),
  "links around images": many("[![a](b)](c)"),
  "links that are waited for": many("[a]\n\n", "", "[a]: b"),
  "footnotes that are waited for": many("[^a]\n\n", "", "[^a]: b"),
  footnotes: many("[^a]: b\n"),
  "at signs": many("a@"),
  mailboxes: many("a.b@c_"),
  hosts: many("www."),
  schemes: many("http://"),
  "an address and parentheses": many(")", "http://a.b/"),
  "an address and entities": many("&a;", "http://a.b/"),
  "addresses in brackets": many("[http://a.b "),
  "runs of backticks": (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, at) => `${"`".repeat(at + 1)}a`).join(""),
  "attributes that do not end": many("<a b='"),
  attributes: many(" b", "<a"),
  "spaces in a tag": many(" ", "<a"),
  declarations: many("<!a ", "a "),
  instructions: many("<?", "a "),
  sections: many("<![CDATA[", "a "),
  comments: many("<!--", "a "),
  ampersands: many("&a"),
  "cells that are not written": (size) =>
    `${"|a".repeat(size)}\n${"|-".repeat(size)}${"\na".repeat(size)}`,
  "rows of dashes that fit no table": many("| a |\n| - | - |\n"),
  "tables in a row": many("| a |\n| - |\n\n"),
  "closing marks of a heading": many("#", "# a "),
  backslashes: many("\\"),
  tabs: many("\t"),
  "empty items": many("-\n"),
  "loose items": many("- a\n\n"),
  "lazy lines": many("b\n", "> - a\n"),
  "hard breaks": many("a  \n"),
  "HTML blocks": many("<div>\n\n"),
  fences: many("~~~a\n```\n"),
  "a staircase of lists": (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, at) => `${"  ".repeat(at)}- a\n`).join(""),
};
