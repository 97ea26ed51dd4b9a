// How far the token estimate of dist/ is from a real tokenizer (o200k), beside a quarter of the characters, and once a provider
// has counted requests of the conversation; and how fast both are.
// node bench/tokens.mjs [--dist=dist] [--corpora=../shared/corpora] [--rounds=9] [more texts…]
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: "string", default: "dist" },
    corpora: { type: "string", default: process.env.POLYLOGUE_CORPORA || "../shared/corpora" },
    rounds: { type: "string", default: "9" },
  },
});
/** Texts are compared in pieces of so many characters, as long as messages are. */
const PIECE = 1_500;
/** So many pieces of each kind at most, so that no kind decides what is said of all. */
const MOST_PIECES = 60;

const built = (path) =>
  import(pathToFileURL(resolve(options.dist, path)).href).catch((error) => {
    console.error(
      `There is no built library in ${options.dist}: run npm run build. (${error.message})`,
    );
    process.exit(1);
  });
const { estimateTokens } = await built("client/tokens.js");
const { learnRatio, tokenRatio } = await built("client/calibration.js");
const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
const exact = (text) => countTokens(text, { disallowedSpecial: new Set() });
const quarter = (text) => text.length / 4;

const read = (path) => readFileSync(path, "utf8");
const json = (path) => JSON.parse(read(path));
const below = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => ending.test(name))
    .map((name) => read(join(folder, name)));
const corpus = (path, textsOf) => {
  const file = join(options.corpora, path);
  return existsSync(file) ? textsOf(json(file)) : [];
};
const inputs = (cases) =>
  cases
    .map((one) => (typeof one === "string" ? one : (one.markdown ?? one.input ?? "")))
    .join("\n");

const SOURCES = {
  ...Object.fromEntries(
    Object.entries(json("tests/fixtures/languages.json")).map(([name, text]) => [name, [text]]),
  ),
  documentation: [...below("docs", /\.md$/), read("README.md"), read("CHANGELOG.md")],
  TypeScript: below("src", /\.tsx?$/),
  CSS: below("src/styles", /\.css$/),
  JSON: [read("package.json"), read("package-lock.json").slice(0, 60_000)],
  "JSON in one line": [JSON.stringify(json("package-lock.json")).slice(0, 60_000)],
  "CommonMark cases": corpus("markdown/commonmark-0.31.2.json", (all) => [inputs(all)]),
  "naughty strings": corpus("unicode/blns.json", (all) => [inputs(all)]),
  ...Object.fromEntries(positionals.map((path) => [basename(path), [read(path)]])),
};

function piecesOf(text) {
  const pieces = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  // The rest of a text is no message of its own.
  return pieces.filter((piece, index) => index === 0 || piece.length > PIECE / 4);
}

const percent = (share) => Number((100 * share).toFixed(1));

/** What 95 of 100 stay below, in percent; `undefined` for none. */
const p95 = (errors) =>
  errors.length > 0
    ? percent(errors.toSorted((a, b) => a - b)[Math.floor(0.95 * (errors.length - 1))])
    : undefined;

/** The mean error and the one that 95 of 100 pieces stay below, in percent. */
function errorsOf(estimate, pieces) {
  const errors = pieces.map(({ text, tokens }) => Math.abs(estimate(text) / tokens - 1));
  return [percent(errors.reduce((sum, error) => sum + error, 0) / errors.length), p95(errors)];
}

/** The errors of the requests of a conversation of these pieces, each one counted by the provider once it was answered. */
function errorsOnceCounted(pieces) {
  const model = "openai/gpt-5";
  let calibration = new Map();
  let estimated = 0;
  let reported = 0;
  const errors = [];
  for (const { text, tokens } of pieces) {
    estimated += estimateTokens(text);
    reported += tokens;
    const { ratio, isMeasured } = tokenRatio(calibration, model);
    if (isMeasured) errors.push(Math.abs((estimated * ratio) / reported - 1));
    calibration = learnRatio(calibration, { model, estimated, reported });
  }
  return errors;
}

/** Conversations of 20 messages, each of another kind than the one before. */
function mixedConversations(pieces) {
  return pieces.map((_, start) =>
    Array.from({ length: 20 }, (__, at) => pieces[(start + at * 37) % pieces.length]),
  );
}

function rowOf(name, pieces, conversations = [pieces]) {
  const [mean, highest] = errorsOf(estimateTokens, pieces);
  const [meanOfQuarter, p95OfQuarter] = errorsOf(quarter, pieces);
  return {
    text: name,
    pieces: pieces.length,
    "mean %": mean,
    "p95 %": highest,
    "counted p95 %": p95(conversations.flatMap(errorsOnceCounted)),
    "chars/4 mean %": meanOfQuarter,
    "chars/4 p95 %": p95OfQuarter,
  };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds for a million characters, the median of the rounds. */
function timeOf(count, text) {
  const times = [];
  // The first round only warms up.
  for (let round = 0; round <= Number(options.rounds); round += 1) {
    const start = performance.now();
    count(text);
    times.push(((performance.now() - start) * 1e6) / text.length);
  }
  return Number(median(times.slice(1)).toFixed(1));
}

const groups = Object.entries(SOURCES)
  .map(([name, texts]) => [
    name,
    texts
      .flatMap(piecesOf)
      .slice(0, MOST_PIECES)
      .map((text) => ({ text, tokens: exact(text) })),
  ])
  .filter(([, pieces]) => pieces.length > 0);
const all = groups.flatMap(([, pieces]) => pieces);
console.table([
  ...groups.map(([name, pieces]) => rowOf(name, pieces)),
  rowOf("all", all, mixedConversations(all)),
]);

const text = all.map((piece) => piece.text).join("\n");
console.log(
  `A million characters: the estimate ${timeOf(estimateTokens, text)} ms, o200k ${timeOf(exact, text)} ms (medians of ${options.rounds} rounds).`,
);
