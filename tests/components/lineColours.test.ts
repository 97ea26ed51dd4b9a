import { describe, expect, test } from "vitest";
import { LineColours, type Token } from "../../src/components/Markdown/colours/lineColours.js";
import { languageNamed } from "../../src/components/Markdown/colours/languages.js";
import { MarkdownParser, type CodeBlock } from "../../src/markdown/index.js";

const samples: Record<string, string> = {
  c: "#include <stdio.h>\n/* two\nlines */ int main(void) { return 0; }",
  cpp: 'auto s = R"(raw\n"text")"; // end\nint x = 1;',
  csharp: 'var s = @"two\nlines"; public int X => 1;',
  css: "/* a\nb */ .c { color: red;\n padding: 4px }",
  dart: 'void main() { print("""a\nb"""); }',
  diff: "--- a\n+++ b\n-old\n+new",
  dockerfile: 'FROM node:20 AS build\nRUN npm ci \\\n && echo "x"',
  go: "var s = `two\nlines` // end\nfunc main() {}",
  html: '<p class="a\nb"><!-- one\ntwo --></p>',
  java: "/** a\n b */ class A { int b = 1; }",
  javascript: "const s = `two ${a +\n1} lines`; /* a\nb */ let c = /re/;",
  json: '{ "a": [1, true,\n null, "b"] }',
  kotlin: 'val s = """two\nlines"""\nfun f() = 1',
  lua: "--[[ a\nb ]] local x = [[two\nlines]]",
  php: '<?php /* a\nb */ function f($x) { return "two\nlines"; } # end',
  powershell: '$s = @"\ntwo\n"@\nGet-Item -Path x',
  python: 'def f(a):\n    """two\n    lines"""\n    return f"{a}"',
  r: 'f <- function(x) "two\nlines" # end',
  ruby: "=begin\na\n=end\ndef f(x) = %w[a b]\nx = <<~END\n  text\nEND",
  rust: 'let s = "two\nlines"; /* a\nb */ fn f() {}',
  scala: 'val s = """two\nlines"""',
  scss: "$a: 1px; .b { &:hover { color: $a } } // c\n/* d\ne */",
  shell: 'x="two\nlines" # end\nif [ -f "$x" ]; then echo "$x"; fi',
  sql: "select 'two\nlines' /* a\nb */ from t -- end",
  swift: 'let s = """\ntwo\n"""\nfunc f() {}',
  toml: 'a = """two\nlines"""\n[b]\nc = 1',
  typescript: "type A = `x ${\nstring}`; /* a\nb */ let c: A;",
  xml: '<a b="c\nd"><![CDATA[ e\nf ]]></a>',
  yaml: "a: |\n  two\n  lines\nb: 1 # c",
};

async function parserOf(name: string) {
  const language = languageNamed(name)!;
  language.load();
  await expect.poll(() => language.value, { timeout: 20_000 }).toBeDefined();
  return language.value!;
}

const block = (parser: MarkdownParser): CodeBlock => parser.document.children[0] as CodeBlock;

/** The colours of a code block that was written in pieces, looked at after each. */
async function coloursOf(name: string, pieces: readonly string[]): Promise<readonly Token[][]> {
  const language = await parserOf(name);
  const parser = new MarkdownParser();
  parser.append(`~~~~ ${name}\n`);
  let colours: LineColours | undefined;
  const look = (): void => {
    if (parser.document.children.length === 0) return;
    colours ??= new LineColours(language, block(parser));
    colours.advance();
  };
  for (const piece of pieces) {
    parser.append(piece);
    look();
  }
  parser.append("\n~~~~");
  parser.end();
  look();
  while (colours!.isBehind) colours!.advance();
  return colours!.lines as Token[][];
}

describe.each(Object.entries(samples))("%s", (name, text) => {
  test("has the same colours letter by letter as at once, and keeps every letter", async () => {
    const whole = await coloursOf(name, [text]);
    expect(await coloursOf(name, Array.from(text))).toEqual(whole);
    expect(whole.map((line) => line.map((token) => token.text).join("")).join("\n")).toBe(text);
    expect(whole.flat().some(({ kind }) => kind)).toBe(true);
  });
});

test("a comment over two lines is one on both", async () => {
  const [, second] = await coloursOf("typescript", ["let a; /* one\ntwo */ let b;"]);
  expect(second!.slice(0, 2)).toEqual([
    { text: "two */", kind: "comment" },
    { text: " ", kind: undefined },
  ]);
});

test("a line is read once when it is complete, and not again", async () => {
  const language = await parserOf("python");
  let reads = 0;
  const counting = {
    ...language,
    token: (...args: Parameters<typeof language.token>) => {
      if (args[0].pos === 0) reads += 1;
      return language.token(...args);
    },
  };
  const parser = new MarkdownParser();
  parser.append("```python\n");
  for (let line = 0; line < 500; line += 1) parser.append(`x${line} = 1\n`);
  const colours = new LineColours(counting, block(parser));
  while (colours.isBehind) colours.advance();
  expect(reads).toBe(500);
  reads = 0;
  for (const letter of "y = 12345") {
    parser.append(letter);
    colours.advance();
    colours.advance();
  }
  // Nine times as it grows; the line before it was the last one until then.
  expect(reads).toBe(10);
});

test("a line too long to be read is left plain, and one that breaks its language ends the colours", async () => {
  const [long] = await coloursOf("javascript", [`let a = "${"x".repeat(3_000)}";`]);
  expect(long!.map(({ kind }) => kind)).toEqual([undefined]);
  const language = await parserOf("javascript");
  const parser = new MarkdownParser();
  parser.append("```js\nlet a;\nlet b;\nlet c;\n");
  const stuck = new LineColours(
    {
      ...language,
      token: (stream) => (stream.string === "let b;" ? null : (stream.skipToEnd(), "keyword")),
    },
    block(parser),
  );
  stuck.advance();
  expect(stuck.lines.length).toBe(1);
  expect(stuck.isBehind).toBe(false);
});

test("a name that is none of ours has no language", () => {
  for (const name of ["", "nosuch", "constructor", "__proto__"])
    expect(languageNamed(name)).toBeUndefined();
  expect(languageNamed("TSX")).toBe(languageNamed("typescript"));
});
