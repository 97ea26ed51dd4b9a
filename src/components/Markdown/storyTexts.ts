export const answer: string = `**EMEA** grew fastest: it climbs from about 41% to 87% of the axis, roughly **+112%** over five quarters, while APAC dips in Q3.

| Region | Q1 | Q5 | Growth |
| :--- | ---: | ---: | ---: |
| EMEA | 1.2 M | 2.5 M | +112% |
| APAC | 0.9 M | 1.1 M | +22% |

\`\`\`typescript
export function debounce<A extends unknown[]>(fn: (...args: A) => void, ms = 200) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (...args: A) => {
    clearTimeout(timer); // drops the pending call
    timer = setTimeout(fn, ms, ...args);
  };
  return Object.assign(run, { cancel: () => clearTimeout(timer) });
}
\`\`\`

- No dependency, **11 lines**.
- The timer's type works in Node and in browsers.

The \`FILTER\` clause is standard SQL; see [the documentation](https://www.postgresql.org/docs/current/sql-expressions.html) for the details.

`;

export const unfinished: string = `\`\`\`python
def debounce(wait):
    """Waits for
\`\`\`

The first call starts a timer and **nothing runs until it`;

export const headings: string = `# A title
Text below it.

## A section
Text below it.

### A part
Text below it.

#### A smaller part
Text below it.

Setext
------

> A quotation.
>
> > One within it.

---

The end.`;

export const lists: string = `1. First
2. Second
   - a bullet
   - another
     - and a deeper one
3. Third

- [x] written
- [ ] read
- [ ] understood, with a line that is long enough to break into two when the place is a narrow one beside something else

* A loose item.

  With a second paragraph.

* Another one.

7. Seven
8. Eight`;

export const code: string = `A long line scrolls, or wraps:

\`\`\`ts
const answer = await client.stream({ model: "anthropic/claude-opus-5", messages: [{ role: "user", content: "What is the answer to everything?" }] }, { signal });
\`\`\`

Without a language:

\`\`\`
$ npm install polylogue
added 1 package
\`\`\`

    indented code`;

export const unknownCode: string = `\`\`\`brainfunk
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.
\`\`\``;

export const languages: string = `\`\`\`python
@cache
def fibonacci(n: int) -> int:
    """The n-th number
    of Fibonacci."""
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)  # slow
\`\`\`

\`\`\`sql
SELECT region, sum(amount) FILTER (WHERE year = 2026) / nullif(count(*), 0) AS growth
FROM sales GROUP BY region; -- by region
\`\`\`

\`\`\`rust
fn main() { let names = vec!["a", "b"]; println!("{:?}", names.len()); }
\`\`\`

\`\`\`bash
for file in *.md; do echo "$file: $(wc -l < "$file")"; done # lines
\`\`\`

\`\`\`json
{ "name": "polylogue", "version": "0.1.0", "private": false, "count": 3 }
\`\`\`

\`\`\`html
<button type="button" class="primary">Save &amp; close</button> <!-- a comment -->
\`\`\`

\`\`\`css
.card { color: oklch(50% 0.1 250); padding: 4px 8px; /* tight */ }
\`\`\`

\`\`\`php
<?php
function greet(string $name): string { return "Hello, $name"; } // said once
\`\`\`

\`\`\`diff
- const a = 1;
+ const a = 2;
\`\`\`

\`\`\`yaml
name: test # a comment
on: [push]
\`\`\``;

export const wideTable: string = `| Model | Provider | Context | Input | Output | Vision | Tools | Released | Knowledge until | Notes |
| --- | --- | ---: | ---: | ---: | :---: | :---: | --- | --- | --- |
| Claude Opus 5 | Anthropic | 200,000 | $5.00 | $25.00 | yes | yes | 2026-05 | 2026-01 | a note of some length that keeps the table wide |
| GPT-5 | OpenAI | 400,000 | $1.25 | $10.00 | yes | yes | 2025-08 | 2024-10 | |
| Llama 3 | Meta | 8,192 | – | – | no | no | 2024-04 | 2023-12 | \`local\` | `;

export const formulas: string = `Euler wrote $e^{i\\pi} + 1 = 0$, and the roots of a quadratic are

$$
x_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}
$$

A long one scrolls:

\\[ \\sum_{n=1}^{\\infty} \\frac{1}{n^2} = 1 + \\frac{1}{4} + \\frac{1}{9} + \\frac{1}{16} + \\frac{1}{25} + \\frac{1}{36} + \\frac{1}{49} + \\frac{1}{64} + \\frac{1}{81} + \\frac{1}{100} + \\cdots = \\frac{\\pi^2}{6} \\]

A matrix: $\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$. What is not TeX stays as it is: $\\notacommand{x}$. It costs $5 or $6.`;

const square: string =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC";

export const images: string = `One that is part of the text: ![a square](${square})

One on a server: ![a chart of the quarter](https://charts.example/q3.png?id=1)`;

export const links: string = `[The documentation](https://docs.example/start) names its host, https://docs.example/start names it itself, and so does [docs.example](https://docs.example).

A relative [page](/settings), a [place](#top) on this one, [a letter](mailto:hi@docs.example).

A script is [no link](javascript:alert(1)), and neither is [data](data:text/html,x).`;

export const footnotes: string = `The specification[^spec] says more than its readers[^readers] remember.[^spec]

[^spec]: CommonMark 0.31.2.
[^readers]: With a second paragraph:

    which belongs to it.

And the text goes on.`;

export const html: string = `<div class="note" onclick="alert(1)">
  <b>HTML</b> is shown as text
</div>

Within a line: <span>text</span>, but H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd> and <mark>marked</mark> are let through.`;

export const rightToLeft: string = `# שלום עולם

זהו משפט בעברית עם \`code\` ועם **הדגשה**, ואחריו רשימה:

- פריט ראשון
- פריט שני

> ציטוט בעברית

A sentence in English between them.

| עמודה | ערך |
| --- | --- |
| אחד | 1 |

\`\`\`js
const שם = "ערך"; // code runs from left to right
\`\`\``;
