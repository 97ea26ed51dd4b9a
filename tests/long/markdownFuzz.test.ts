import { HtmlRenderer, Parser } from "commonmark";
import fc from "fast-check";
import markdownIt from "markdown-it";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../src/markdown/index.js";
import { Watcher } from "../markdown/changes.js";
import {
  anyText,
  htmlFragments,
  plainFragments,
  tableFragments,
  textInPieces,
  textOf,
} from "../markdown/fragments.js";
import { shownOf } from "../markdown/splits.js";
import { toHTML } from "../markdown/toHTML.js";

const numRuns = 5_000;
const schemes = ["http", "https", "mailto", "ftp", "e"];

const commonmark = new Parser();
const renderer = new HtmlRenderer();
const strict = markdownIt("commonmark");
const withTables = markdownIt({ html: true });
const raw = { allowDangerousHtml: true, allowDangerousProtocol: true };
const github = { ...raw, extensions: [gfm()], htmlExtensions: [gfmHtml()] };

/** HTML without what its writers are free to choose. */
function normalize(html: string): string {
  return html
    .replaceAll(
      /\s*(<\/?(?:p|li|ul|ol|blockquote|h\d|hr|pre|table|thead|tbody|tr|t[hd])[^>]*>)\s*/g,
      "$1",
    )
    .replaceAll(/ style="text-align:(\w+)"/g, ' align="$1"')
    .replaceAll(/<(\/?)s>/g, "<$1del>")
    .replaceAll("&quot;", '"')
    .replaceAll("<tbody></tbody>", "")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(" \n", "\n")
    .trim();
}

const writeOurs = (text: string): string => normalize(toHTML(parseMarkdown(text, { schemes })));

/** What we add to the format can make a difference; it is not looked at here. */
function hasAddition(text: string): boolean {
  const tree = JSON.stringify(parseMarkdown(text, { schemes }));
  return /"(?:math\w+|strikethrough|table)"|"isChecked":|"url":"mailto/.test(tree);
}

test("where two of commonmark, markdown-it and micromark agree, or commonmark does, so do we", () => {
  fc.assert(
    fc.property(textOf([...plainFragments, ...htmlFragments], 24), (text) => {
      // An image's text holds no tags here, for they are text themselves.
      fc.pre(!hasAddition(text) && !(text.includes("![") && text.includes("<")));
      const reference = normalize(renderer.render(commonmark.parse(text)));
      const others = [normalize(strict.render(text)), normalize(micromark(text, raw))];
      const accepted = others[0] === others[1] ? [reference, ...others] : [reference];
      expect(accepted).toContain(writeOurs(text));
    }),
    { numRuns, seed: 652 },
  );
});

test("where markdown-it and micromark agree on tables and strikethrough, so do we", () => {
  fc.assert(
    fc.property(textOf([...plainFragments, ...tableFragments], 16), (text) => {
      // Task lists and formulas are for us alone; both others take a list that starts at 2 behind code for text.
      fc.pre(!/\[[ xX]\]|\\[[(]|2\)/.test(text));
      // Both keep the indentation of a line within a code span, which the specification's own parser does not.
      fc.pre(!(text.includes("`") && /\n[ \t]/.test(text)));
      const lines = `${text}\n`;
      const [first, second] = [withTables.render(lines), micromark(lines, github)].map(normalize);
      fc.pre(first === second);
      expect(writeOurs(lines)).toBe(first);
    }),
    { numRuns, seed: 652 },
  );
});

test("however a text is cut, the tree is that of the whole", () => {
  fc.assert(
    fc.property(textInPieces(30), ({ text, pieces }) => {
      const whole = shownOf([text]);
      expect(shownOf(pieces)).toBe(whole);
      expect(shownOf(text.split(""))).toBe(whole);
    }),
    { numRuns },
  );
});

test("what append names is what has changed", () => {
  fc.assert(
    fc.property(anyText(20), (text) => {
      const watcher = new Watcher();
      for (const unit of text.split("")) watcher.append(unit);
      watcher.end();
      expect(watcher.faults).toEqual([]);
    }),
    { numRuns },
  );
});
