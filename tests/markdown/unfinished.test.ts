import { describe, expect, test } from "vitest";
import { type FlowBlock, MarkdownParser, parseMarkdown } from "../../src/markdown/index.js";
import { toHTML } from "./toHTML.js";

/** What a reader sees after the text so far, with more to come. */
function shown(text: string): string {
  const parser = new MarkdownParser();
  parser.append(text);
  return toHTML(parser.document).trim();
}

const blocks = (text: string): readonly FlowBlock[] => {
  const parser = new MarkdownParser();
  parser.append(text);
  return parser.document.children;
};

describe("marks that nothing closes yet", () => {
  test.each([
    ["Some **bold te", "<p>Some <strong>bold te</strong></p>"],
    ["Some **bold text*", "<p>Some <strong>bold text</strong></p>"],
    ["Some **bold text**", "<p>Some <strong>bold text</strong></p>"],
    ["Some **", "<p>Some </p>"],
    ["Some *emph", "<p>Some <em>emph</em></p>"],
    ["Some ***both", "<p>Some <em><strong>both</strong></em></p>"],
    ["Some **bold and *emph", "<p>Some <strong>bold and <em>emph</em></strong></p>"],
    ["Some ~~gone", "<p>Some <del>gone</del></p>"],
    ["Some `code", "<p>Some <code>code</code></p>"],
    ["Some ``co`", "<p>Some <code>co</code></p>"],
    ["Some `", "<p>Some </p>"],
    ["H<sub>2", "<p>H<sub>2</sub></p>"],
    ["Let $x + y", "<p>Let <math>x + y</math></p>"],
    ["Let \\(x + y", "<p>Let <math>x + y</math></p>"],
    ["A \\", "<p>A </p>"],
    ["H<su", "<p>H</p>"],
    ["H<sub>2</s", "<p>H<sub>2</sub></p>"],
    ["See <https://a.b", '<p>See <a href="">https://a.b</a></p>'],
    ["a < b", "<p>a &lt; b</p>"],
    ["A claim[^no", "<p>A claim</p>"],
    ["**bold\nand more", "<p><strong>bold\nand more</strong></p>"],
  ])("%j", (text, html) => expect(shown(text)).toBe(html));

  test.each([
    ["2*3 and", "<p>2*3 and</p>"],
    ["It costs $5 and", "<p>It costs $5 and</p>"],
    ["About ~5 or", "<p>About ~5 or</p>"],
    ["snake_case", "<p>snake_case</p>"],
    ["2 * 3", "<p>2 * 3</p>"],
  ])("%j is none", (text, html) => expect(shown(text)).toBe(html));

  test("are text again where the line goes on without closing them", () => {
    const parser = new MarkdownParser();
    for (const delta of ["Some **", "\n"]) parser.append(delta);
    expect(toHTML(parser.document)).toBe("<p>Some **</p>\n");
  });

  test("are what they are once the block is closed, or the text has ended", () => {
    expect(shown("Some **bold\n\nNext")).toBe("<p>Some **bold</p>\n<p>Next</p>");
    expect(toHTML(parseMarkdown("Some **bold and `code"))).toBe("<p>Some **bold and `code</p>\n");
  });

  test("say of a formula that it is not whole", () => {
    const math = (text: string) => blocks(text)[0];
    expect(math("Let $x")).toMatchObject({ children: [{}, { type: "mathSpan", isOpen: true }] });
    expect(math("Let $x$")).toMatchObject({ children: [{}, { type: "mathSpan", isOpen: false }] });
  });
});

describe("a link that is still arriving has its text and no address", () => {
  test.each([
    "[the te",
    "[the text",
    "[the text]",
    "[the text](",
    "[the text](https://exa",
    "[the text](<a b",
  ])("%j", (text) => {
    const [paragraph] = blocks(`See ${text}`);
    expect(paragraph).toMatchObject({
      children: [{ text: "See " }, { type: "link", url: undefined }],
    });
    expect(shown(`See ${text}`)).toMatch(/^<p>See <a href="">the te(?:xt)?<\/a><\/p>$/);
  });

  test.each(["https://exam", "www.exam.pl", "somebody@exam.pl"])("%j", (text) => {
    expect(blocks(`See ${text}`)[0]).toMatchObject({
      children: [{ text: "See " }, { type: "link", url: undefined, children: [{ text }] }],
    });
  });

  test("nor has an image", () => {
    expect(blocks("![A cat](https://exa")[0]).toMatchObject({
      children: [{ type: "image", url: undefined, alt: "A cat" }],
    });
  });

  test("and no mark of a footnote is shown as a link", () => {
    expect(shown("A claim[^1]")).toBe("<p>A claim</p>");
  });

  test("and gets it with the last parenthesis", () => {
    expect(shown("[a](/b)")).toBe('<p><a href="/b">a</a></p>');
  });

  test("unless the brackets turn out to be text", () => {
    expect(shown("an array[0] of")).toBe("<p>an array[0] of</p>");
  });
});

describe("a line that is not decided yet is not shown", () => {
  const before = "Text\n";

  test.each([
    "-",
    "- ",
    "--",
    "---",
    "=",
    "==",
    "1",
    "1.",
    "1. ",
    "*",
    "**",
    "> ",
    "> - ",
    "#",
    "## ",
    "|",
    "|--",
    "|--|:-",
    "`",
    "```",
    "```ts",
    "~~~",
    "$",
    "$$",
    "- ```py",
  ])("%j", (line) => expect(shown(before + line)).toBe("<p>Text</p>"));

  test.each([
    ["- a", "<p>Text</p>\n<ul>\n<li>a</li>\n</ul>"],
    ["---\n", "<h2>Text</h2>"],
    ["```ts\n", '<p>Text</p>\n<pre><code class="language-ts"></code></pre>'],
    ["# H", "<p>Text</p>\n<h1>H</h1>"],
    ["> q", "<p>Text</p>\n<blockquote>\n<p>q</p>\n</blockquote>"],
    ["1984 was", "<p>Text\n1984 was</p>"],
  ])("%j is", (line, html) => expect(shown(before + line)).toBe(html));

  test("but counts when the text ends", () => {
    expect(toHTML(parseMarkdown(`${before}---`))).toBe("<h2>Text</h2>\n");
  });

  test("and the closing fence is never shown as code", () => {
    const parser = new MarkdownParser();
    parser.append("```\ncode\n");
    for (const mark of "```") parser.append(mark);
    expect(parser.document.children).toMatchObject([{ type: "codeBlock", lines: ["code"] }]);
    parser.append("\n");
    expect(parser.document.children).toMatchObject([{ isOpen: false, lines: ["code"] }]);
  });
});

test("a definition is not shown while it arrives", () => {
  for (const text of ["[a]:", "[a]: /b", "[a]: /b 'c", "[a]: /b 'c'", "[a]: /b\n[d]: /e"])
    expect(shown(text)).toBe("<p></p>");
});

test("code grows by its last line alone", () => {
  const parser = new MarkdownParser();
  parser.append("```ts\nconst a = 1;\ncons");
  const [code] = parser.document.children;
  expect(code).toMatchObject({ language: "ts", lines: ["const a = 1;", "cons"], isOpen: true });
  expect(parser.append("t b;\n")).toEqual([code]);
  expect(code).toMatchObject({ lines: ["const a = 1;", "const b;"] });
});
