import { describe, expect, test } from "vitest";
import { MarkdownParser, parseMarkdown } from "../../src/markdown/index.js";
import { unsafeAddresses } from "./addresses.js";
import { toHTML } from "./toHTML.js";

const html = (text: string): string => toHTML(parseMarkdown(text)).trim();
const first = (text: string) => parseMarkdown(text).children[0];

describe("HTML", () => {
  test("is text, in a block and in a line", () => {
    expect(first("<div onclick='x()'>\n<b>a</b>\n</div>")).toMatchObject({
      type: "htmlTextBlock",
      lines: ["<div onclick='x()'>", "<b>a</b>", "</div>"],
    });
    expect(first("a <b>c</b>")).toMatchObject({
      children: [
        { type: "text", text: "a " },
        { type: "htmlText", text: "<b>" },
        { type: "text", text: "c" },
        { type: "htmlText", text: "</b>" },
      ],
    });
  });

  test.each(["sub", "sup", "kbd", "mark"])("<%s> is an element", (name) => {
    expect(first(`a <${name}>*b*</${name.toUpperCase()}>`)).toMatchObject({
      children: [{}, { type: "element", name, children: [{ type: "emphasis" }] }],
    });
  });

  test("<br> is a line break, alone in a line, too", () => {
    expect(html("a<br>b<BR/>c<br />d")).toBe("<p>a<br />\nb<br />\nc<br />\nd</p>");
    expect(first("<br>")).toMatchObject({ type: "paragraph", children: [{ type: "lineBreak" }] });
  });

  test.each([
    ["with an attribute", "<sub class='x'>a</sub>"],
    ["that nothing closes", "<sub>a"],
    ["that nothing opens", "a</sub>"],
    ["closed in another order", "<sub><sup>a</sub></sup>"],
  ])("an element %s leaves tags as text", (_how, text) => {
    expect(JSON.stringify(first(text))).toContain('"htmlText"');
  });

  test("elements and other marks never overlap", () => {
    expect(html("<sub>*a</sub>*")).toBe("<p><sub>*a</sub>*</p>");
    expect(html("*a <sub>b* c</sub>")).toBe("<p>*a <sub>b* c</sub></p>");
    expect(html("[a <sub>b](/c) d</sub>")).toBe('<p><a href="/c">a <sub>b</a> d</sub></p>');
  });
});

describe("addresses", () => {
  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&Tab;script:alert(1)",
    "java&#10;script:alert(1)",
    "&#1;javascript:alert(1)",
    "javascript&colon;alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
  ])("%s is dropped, the text stays", (url) => {
    for (const text of [`[a](<${url}>)`, `[a]\n\n[a]: <${url}>`])
      expect(first(text)).toMatchObject({
        children: [{ type: "link", url: undefined, children: [{ text: "a" }] }],
      });
    expect(first(`![a](<${url}>)`)).toMatchObject({ children: [{ url: undefined, alt: "a" }] });
  });

  test("of a blob is one of an image, which runs nothing, and of no link", () => {
    const url = "blob:https://a.b/c";
    expect(first(`![a](${url})`)).toMatchObject({ children: [{ url }] });
    expect(first(`[a](${url})`)).toMatchObject({ children: [{ type: "link", url: undefined }] });
  });

  test.each(["/a", "a/b", "#a", "?a", "//a.b", "https://a.b", "mailto:a@b.c", "tel:+1"])(
    "%s is kept",
    (url) => expect(first(`[a](${url})`)).toMatchObject({ children: [{ url }] }),
  );

  test("of images may be raster data, and no mail", () => {
    const urlOf = (url: string) => JSON.stringify(first(`![a](${url})`));
    expect(urlOf("data:image/png;base64,AAAA")).toContain("data:image/png;base64,AAAA");
    expect(urlOf("data:image/svg+xml;base64,AAAA")).not.toContain("svg");
    expect(urlOf("mailto:a@b.c")).not.toContain("mailto");
  });

  test("may have other schemes if the app says so", () => {
    const { children } = parseMarkdown("[a](vscode://b) [c](https://d)", { schemes: ["vscode"] });
    expect(children).toMatchObject([
      { children: [{ url: "vscode://b" }, {}, { type: "link", url: undefined }] },
    ]);
  });

  test("are percent-encoded, even with half a character at a cut", () => {
    expect(first("[a](/é%20%zz)")).toMatchObject({ children: [{ url: "/%C3%A9%20%25zz" }] });
    const parser = new MarkdownParser();
    for (const unit of "[a](/😀) x".split("")) parser.append(unit);
    parser.end();
    expect(unsafeAddresses(parser.document)).toEqual([]);
    expect(parser.document.children).toMatchObject([{ children: [{ url: "/%F0%9F%98%80" }, {}] }]);
    expect(first("[a](/\ud83d)")).toMatchObject({ children: [{ url: "/%EF%BF%BD" }] });
  });
});

describe("maths", () => {
  test.each([
    ["a $x^2$ b", "<p>a <math>x^2</math> b</p>"],
    ["a $$x^2$$ b", '<p>a <math display="block">x^2</math> b</p>'],
    ["a \\(x_1 * y_1 * z\\) b", "<p>a <math>x_1 * y_1 * z</math> b</p>"],
    ["a \\[x\\] b", '<p>a <math display="block">x</math> b</p>'],
    ["$$\nx = y\n$$\nz", '<math display="block">x = y</math>\n<p>z</p>'],
    ["Text:\n$$ x = y $$\nz", '<p>Text:</p>\n<math display="block"> x = y</math>\n<p>z</p>'],
    ["\\[\nx\n\\]", '<math display="block">x</math>'],
    ["\\[ x = 1\n+ 2 \\]", '<math display="block"> x = 1\n+ 2</math>'],
    ["$$\nx\n$$ where x", '<math display="block">x</math>\n<p>where x</p>'],
    ["- $$\n  x\n  $$", '<ul>\n<li>\n<math display="block">x</math>\n</li>\n</ul>'],
  ])("%j", (text, expected) => expect(html(text)).toBe(expected));

  test.each([
    ["It costs $5 or $10.", "<p>It costs $5 or $10.</p>"],
    ["Between $5-$10", "<p>Between $5-$10</p>"],
    ["$HOME and $PATH", "<p>$HOME and $PATH</p>"],
    ["a $ b $ c", "<p>a $ b $ c</p>"],
    ["a \\$x$", "<p>a $x$</p>"],
    ["\\[not a link](/u)", "<p>[not a link](/u)</p>"],
    ["\\[ ] to do", "<p>[ ] to do</p>"],
    ["`$x$`", "<p><code>$x$</code></p>"],
  ])("%j is none", (text, expected) => expect(html(text)).toBe(expected));
});

describe("lists, tables, footnotes", () => {
  test("a task list says what is done", () => {
    expect(first("- [ ] a\n- [x] b\n- [X] c\n- d\n- [ ]")).toMatchObject({
      children: [
        { isChecked: false },
        { isChecked: true },
        { isChecked: true },
        { isChecked: undefined },
        { isChecked: false },
      ],
    });
  });

  test("an item that began with a definition goes on after blank lines", () => {
    expect(html("* [a]: /b\n\n\n  [a]")).toBe('<ul>\n<li><a href="/b">a</a></li>\n</ul>');
  });

  test("a table has alignments, and only the cells that were written", () => {
    expect(first("| a | b | c |\n|:--|:-:|--:|\n| d |\n| e | f | g | h |")).toMatchObject({
      alignments: ["left", "center", "right"],
      children: [{}, { children: { length: 1 } }, { children: { length: 3 } }],
    });
  });

  test("a table has columns", () => {
    expect(html("|\n|")).toBe("<p>|\n|</p>");
  });

  test("a footnote stands where it was written, numbered by definition", () => {
    expect(parseMarkdown("a[^b] c[^A]\n\n[^a]: x\n[^b]: y\n\n    z\n\n[^a]: again")).toMatchObject({
      children: [
        { children: [{}, { label: "B", number: 2 }, {}, { label: "A", number: 1 }] },
        { type: "footnoteDefinition", label: "A", number: 1 },
        { number: 2, children: [{ type: "paragraph" }, { type: "paragraph" }] },
        { number: undefined },
      ],
    });
  });

  test("nothing is nested without end", () => {
    const depth = (node: object): number =>
      "children" in node && Array.isArray(node.children)
        ? 1 + Math.max(0, ...node.children.map(depth))
        : 1;
    expect(depth(parseMarkdown(`${"> ".repeat(1_000)}a`))).toBeLessThan(110);
    expect(depth(parseMarkdown(`${"*a ".repeat(1_000)}${"b* ".repeat(1_000)}`))).toBeLessThan(110);
  });

  test("line ends may be CR, LF or both, cut anywhere", () => {
    const parser = new MarkdownParser();
    for (const delta of ["a\r", "\nb\r", "c\r\n", "\r\nd"]) parser.append(delta);
    parser.end();
    expect(toHTML(parser.document)).toBe("<p>a\nb\nc</p>\n<p>d</p>\n");
  });

  test("NUL becomes U+FFFD, and a name that is no entity stays", () => {
    expect(html("a\0b &constructor; &copy;")).toBe("<p>a\ufffdb &amp;constructor; ©</p>");
  });
});
