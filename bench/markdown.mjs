// How fast the Markdown engine of dist/ reads a text at once and delta by delta, beside markdown-it and commonmark, in one run. Times are of the CPU.
// node bench/markdown.mjs [--dist=dist] [--rounds=5] [--text=docs] [--recipes=../shared/corpora/markdown/pathological-recipes.json]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Parser } from "commonmark";
import markdownIt from "markdown-it";

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: "dist" },
    rounds: { type: "string", default: "5" },
    text: { type: "string", default: "docs" },
    recipes: {
      type: "string",
      default: "../shared/corpora/markdown/pathological-recipes.json",
    },
  },
});
const rounds = Number(options.rounds);
/** How long a contender parses in a round, at least, in milliseconds. */
const LEAST_TIME = 100;
/** How many characters a delta has, and how many deltas are measured at a position. */
const DELTA = 4;
const DELTAS = 1_500;
/** Contenders that have to read the whole text again for each delta are measured with fewer. */
const REREADS = 12;
const POSITIONS = [2_000, 20_000, 95_000, 500_000];

const { MarkdownParser, parseMarkdown } = await import(
  pathToFileURL(resolve(options.dist, "markdown/index.js")).href
).catch((error) => {
  console.error(
    `There is no built library in ${options.dist}: run npm run build. (${error.message})`,
  );
  process.exit(1);
});

const withLinks = markdownIt({ linkify: true, html: true });
const plain = markdownIt("commonmark");
const commonmark = new Parser();
const CONTENDERS = {
  polylogue: parseMarkdown,
  "markdown-it": (text) => withLinks.parse(text, {}),
  "markdown-it, commonmark": (text) => plain.parse(text, {}),
  "commonmark (no GFM)": (text) => commonmark.parse(text),
};

/** The project's own documents, again and again. */
function textOf(length) {
  const files = readdirSync(options.text).filter((name) => name.endsWith(".md"));
  const once = files.map((name) => readFileSync(join(options.text, name), "utf8")).join("\n\n");
  return once.repeat(Math.ceil(length / once.length)).slice(0, length);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds of CPU this process has used: what else the machine does changes it little. */
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds of one parse: the median of the rounds, after one that is not counted. */
function timeOf(parse, text) {
  const once = () => {
    const start = cpuTime();
    let count = 0;
    for (; cpuTime() - start < LEAST_TIME; count += 1) parse(text);
    return (cpuTime() - start) / count;
  };
  once();
  return median(Array.from({ length: rounds }, once));
}

/** Microseconds of one delta at a position. */
function deltaTimeOf(position) {
  const text = textOf(position + DELTA * DELTAS);
  const once = () => {
    const parser = new MarkdownParser();
    parser.append(text.slice(0, position));
    const start = cpuTime();
    for (let at = position; at < text.length; at += DELTA)
      parser.append(text.slice(at, at + DELTA));
    return ((cpuTime() - start) / DELTAS) * 1_000;
  };
  once();
  return median(Array.from({ length: rounds }, once));
}

function rereadTimeOf(parse, position) {
  const text = textOf(position + DELTA * REREADS);
  const start = cpuTime();
  for (let count = 1; count <= REREADS; count += 1) parse(text.slice(0, position + DELTA * count));
  return ((cpuTime() - start) / REREADS) * 1_000;
}

const row = (title, cells) =>
  console.log(title.padEnd(26) + cells.map((cell) => String(cell).padStart(11)).join(""));

// So that the first rows are of optimized code, too.
for (const parse of Object.values(CONTENDERS)) timeOf(parse, textOf(POSITIONS[1]));
deltaTimeOf(POSITIONS[1]);

console.log("Full parse, million characters per second");
row("characters", POSITIONS);
for (const [name, parse] of Object.entries(CONTENDERS))
  row(
    name,
    POSITIONS.map((length) => (length / 1_000 / timeOf(parse, textOf(length))).toFixed(1)),
  );

console.log(`\nOne delta of ${DELTA} characters, microseconds`);
row("at", POSITIONS);
row(
  "polylogue",
  POSITIONS.map((position) => deltaTimeOf(position).toFixed(1)),
);
for (const [name, parse] of Object.entries(CONTENDERS).slice(1))
  row(
    `${name}, read again`,
    POSITIONS.map((position) => rereadTimeOf(parse, position).toFixed(0)),
  );

if (existsSync(options.recipes)) {
  console.log("\nTexts built to be slow, milliseconds");
  for (const { name, pieces } of JSON.parse(readFileSync(options.recipes, "utf8"))) {
    const text = pieces.map(([piece, times]) => piece.repeat(times)).join("");
    const start = cpuTime();
    parseMarkdown(text);
    row(name, [text.length, (cpuTime() - start).toFixed(0)]);
  }
}
