// The chat beside its peers on the same text, in one run: medians, and how many times ours. Needs dist/ (npm run build).
// npm run bench -- [--only=polylogue,streamdown] [--reps=3] [--measure=delta,block,paced,conversation,bundle,engine]
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { findBrowser, launchArgs } from "../../scripts/find-browser.mjs";

const folder = import.meta.dirname;
const contenderFolder = join(folder, "src/contenders");
const files = new Map(
  readdirSync(contenderFolder)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file.replace(/\.tsx?$/, ""), join(contenderFolder, file)]),
);

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: [...files.keys()].join() },
    reps: { type: "string", default: "3" },
    measure: { type: "string", default: "delta,block,paced,conversation,bundle,engine" },
  },
});
const contenders = options.only.split(",");
const reps = Number(options.reps);

if (!existsSync(join(folder, "node_modules"))) {
  console.log("Installing the peers (about 470 MB, in bench/chats only) …");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
}
const { build, preview } = await import("vite");
const { bundle } = await import("./bundle.mjs");
const { conversation, delta, openPage, paced } = await import("./measure.mjs");

/** Those that take seconds a delta in a long text would only wait for their time to be up. */
const flat = new Set(["nothing", "floor", "polylogue", "polylogue-each", "streamdown"]);
const MEASURES = {
  delta: [2_000, 20_000, 95_000, 500_000].map((length) => ({
    title: `ms a delta at ${length / 1000} kB`,
    measure: delta,
    of: { length },
    value: "perDelta",
    only: length > 100_000 ? flat : undefined,
  })),
  block: ["fence", "list", "table"].map((text) => ({
    title: `ms a delta in a 20 kB ${text}`,
    measure: delta,
    of: { text, length: 20_000 },
    value: "perDelta",
  })),
  paced: [
    { title: "CPU ms/s at 100/s, 20 kB", of: { length: 20_000, rate: 100 }, value: "perSecond" },
    { title: "CPU ms/s at 100/s, 95 kB", of: { length: 95_000, rate: 100 }, value: "perSecond" },
    { title: "script ms/s at 100/s, 95 kB", of: { length: 95_000, rate: 100 }, value: "script" },
    {
      title: "frames dropped of 300 at 400/s, CPU 4× slower",
      of: { length: 20_000, rate: 400, throttle: 4 },
      value: "dropped",
    },
  ].map((row) => ({ ...row, measure: paced })),
  conversation: [1_000, 5_000].flatMap((messages) =>
    ["mount", "key", "perDelta", "heapMB"].map((value) => ({
      title: `${{ mount: "ms to show", key: "ms a key", perDelta: "ms a delta", heapMB: "MB heap" }[value]}, ${messages} messages`,
      measure: conversation,
      of: { messages },
      value,
    })),
  ),
};

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};
const shuffled = (list) =>
  list
    .map((one) => [Math.random(), one])
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
const within = (ms, promise) =>
  Promise.race([
    promise,
    new Promise((_, reject) =>
      setTimeout(reject, ms, new Error(`took more than ${ms / 1000} s`)).unref(),
    ),
  ]);

await build({ root: folder, logLevel: "error" });
const server = await preview({
  root: folder,
  preview: { port: 0, host: "127.0.0.1" },
  logLevel: "silent",
});
const baseURL = server.resolvedUrls.local[0].replace(/\/$/, "");
const { path } = await findBrowser();
const launch = () => chromium.launch({ executablePath: path, args: launchArgs });
let browser = await launch();

/** Results by what was measured and of whom; several rows may read one of them. */
const results = new Map();
const keyOf = ({ measure, of }, contender) => JSON.stringify([measure.name, of, contender]);

async function measureOnce(row, contender) {
  const key = keyOf(row, contender);
  try {
    const opened = await openPage(browser, baseURL, contender);
    const result = await within(120_000, row.measure(opened, row.of));
    if (opened.errors.length > 0) console.error(contender, ...opened.errors);
    await opened.close();
    results.set(key, [...(results.get(key) ?? []), result]);
  } catch (error) {
    console.error(`${contender}, ${row.title}: ${error.message}`);
    await browser.close().catch(() => {});
    browser = await launch();
  }
}

const chosen = options.measure.split(",");
const rows = chosen.flatMap((name) => MEASURES[name] ?? []);
for (let rep = 0; rep < reps; rep += 1) {
  const done = new Set();
  for (const row of rows) {
    for (const contender of shuffled(contenders)) {
      const key = keyOf(row, contender);
      if (done.has(key) || (row.only && !row.only.has(contender))) continue;
      done.add(key);
      await measureOnce(row, contender);
    }
    console.error(`round ${rep + 1} of ${reps}: ${row.title}`);
  }
}
await browser.close();
await server.close();

const format = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const print = (title, cells) => console.log(`| ${[title, ...cells].join(" | ")} |`);

function printRow(title, values) {
  const ours = values.get("polylogue");
  print(
    title,
    contenders.map((contender) => {
      const value = values.get(contender);
      if (value === undefined) return "–";
      const isOurs = contender.startsWith("polylogue") || !ours;
      return isOurs ? format(value) : `${format(value)} (${(value / ours).toFixed(1)}×)`;
    }),
  );
}

print("", contenders);
print(
  "---",
  contenders.map(() => "---:"),
);
for (const row of rows) {
  const values = contenders.map((contender) => [
    contender,
    median(
      (results.get(keyOf(row, contender)) ?? [])
        .map((one) => one[row.value])
        .filter((one) => one !== undefined),
    ),
  ]);
  printRow(row.title, new Map(values));
}
if (chosen.includes("bundle")) {
  const sizes = new Map();
  for (const contender of contenders.filter((one) => one !== "polylogue-each"))
    sizes.set(contender, await bundle(contender, files.get(contender)));
  for (const [kind, title] of [
    ["initial", "kB at once"],
    ["lazy", "kB later, all of it"],
    ["css", "kB of styles"],
  ])
    printRow(title, new Map([...sizes].map(([name, size]) => [name, size[kind]])));
}
// The parser alone, without a page.
if (chosen.includes("engine"))
  execFileSync(process.execPath, ["bench/markdown.mjs"], { stdio: "inherit" });
