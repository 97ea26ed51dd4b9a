// `npm test` and, with --full, `npm run test:full`: every step in turn, the first failure ends it, the last line is the count.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** A step is the name of a script in package.json; those that run Vitest count their tests, the others count as one check. */
const FAST = [
  { title: "Format", script: "format" },
  { title: "Lint", script: "lint" },
  { title: "Types", script: "typecheck" },
  { title: "Code in the documentation", script: "test:docs", counted: true },
  { title: "Unit tests", script: "test:unit", counted: true },
  { title: "Browser tests, React 19", script: "test:browser", counted: true },
  { title: "Browser tests, React 18.2", script: "test:react18", counted: true },
  { title: "Stories, light", script: "test:stories", counted: true },
  { title: "Stories, dark", script: "test:stories-dark", counted: true },
  { title: "Build", script: "build" },
  { title: "What was built", script: "test:dist", counted: true },
  { title: "Package", script: "check:package" },
  { title: "Sizes", script: "size" },
  { title: "Licences and lockfile", script: "check:dependencies" },
  { title: "Demo", script: "build:demo" },
  { title: "Journeys in the built demo", script: "test:journeys", counted: true },
];
const FULL = [
  { title: "Recorded answers and corpora", script: "test:recorded", counted: true },
  { title: "Corpora in a browser", script: "test:recorded-browser", counted: true },
];

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const reports = mkdtempSync(join(tmpdir(), "polylogue-test-"));
const total = { passed: 0, failed: 0, skipped: 0 };

/** What Vitest's JSON reporter wrote; nothing when it did not get that far. */
function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

async function runStep({ title, script, counted }) {
  console.log(`\n▶ ${title} (npm run ${script})`);
  const start = performance.now();
  const report = join(reports, `${script.replace(":", "-")}.json`);
  const reporters = counted ? ` --reporter=dot --reporter=json --outputFile.json="${report}"` : "";
  const code = await runCommand(scripts[script] + reporters);
  const counts = counted
    ? readCounts(report)
    : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  // A runner that broke off before a test failed (a crash, an unhandled error) has failed all the same.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  const tests = counted ? `${counts.passed} passed${skipped}, ` : "";
  console.log(`${code === 0 ? "✓" : "✗"} ${title}: ${tests}${seconds} s`);
  return code === 0;
}

const full = process.argv.includes("--full");
const start = performance.now();
let broken;
try {
  for (const step of full ? FULL : FAST) {
    if (await runStep(step)) continue;
    broken = step;
    break;
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

console.log(`\n${Math.round((performance.now() - start) / 1000)} s in all.`);
if (full && total.skipped > 0)
  console.log(
    `${total.skipped} tests were skipped because their data is not on this machine (POLYLOGUE_RECORDED, POLYLOGUE_CORPORA).`,
  );
if (broken)
  console.error(`Stopped at "${broken.title}". Run it alone with: npm run ${broken.script}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = broken ? 1 : 0;
