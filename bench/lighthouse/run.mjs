// The built demo judged by Lighthouse, as on a phone and as on a desktop: medians of its scores, and the audits that fail.
// npm run lighthouse -- [--runs=3]
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { preview } from "vite";
import { findBrowser, launchArgs } from "../../scripts/find-browser.mjs";

const folder = import.meta.dirname;
const { values: options } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const runs = Number(options.runs);

if (!existsSync(join(folder, "node_modules"))) {
  console.log("Installing Lighthouse (about 190 MB, in bench/lighthouse only) …");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
}
const { default: lighthouse, desktopConfig } = await import("lighthouse");
const { launch } = await import("chrome-launcher");

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Audits that have a score and miss it; those of speed differ a little from run to run. */
const failures = ({ audits, categories }) =>
  Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs
      .map(({ id }) => audits[id])
      .filter(({ score }) => score !== null && score < 0.9)
      .map(
        (audit) =>
          `${title}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ""}`,
      ),
  );

/** One visit in a browser of its own, so that nothing is cached. */
async function visit(url, config, chromePath) {
  const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...launchArgs] });
  try {
    const result = await lighthouse(url, { port: chrome.port, logLevel: "error" }, config);
    if (result.lhr.runtimeError) throw new Error(result.lhr.runtimeError.message);
    return result.lhr;
  } finally {
    chrome.kill();
  }
}

const server = await preview({
  configFile: "demo/vite.config.ts",
  logLevel: "error",
  preview: { port: 0, host: "127.0.0.1", open: false },
});
const [url] = server.resolvedUrls.local;
const { path } = await findBrowser();
try {
  for (const [form, config] of Object.entries({ phone: undefined, desktop: desktopConfig })) {
    const visits = [];
    for (let run = 0; run < runs; run += 1) visits.push(await visit(url, config, path));
    const scores = Object.values(visits[0].categories).map(({ id, title }) => {
      const score = median(visits.map(({ categories }) => categories[id].score));
      return `${title.toLowerCase()} ${Math.round(score * 100)}`;
    });
    console.log(`\n${form}: ${scores.join(", ")}`);
    for (const line of new Set(visits.flatMap(failures))) console.log(`  ✗ ${line}`);
  }
} finally {
  await server.close();
}
