// `npm run test:litellm`: the browser client against a real LiteLLM proxy in front of a scripted upstream.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startScriptedUpstream } from "../../tests/support/scriptedUpstream.mjs";
import { runCommand } from "../run-command.mjs";
import { startProxy } from "./proxy.mjs";
import { ensureLiteLLM } from "./python.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));

const home = join(process.cwd(), ".litellm");
const report = join(home, "report.json");

/** Runs the tests in Chromium and returns what to exit with. */
async function runTests(env) {
  rmSync(report, { force: true });
  const reporters = `--reporter=default --reporter=json --outputFile.json="${report}"`;
  return runCommand(`vitest run --project=litellm ${reporters}`, { env });
}

/** What Vitest reported; a runner that broke off before a test failed has failed once. */
function readCounts(code) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Everything that was started and has to end, the last first. */
const running = [];
const stopAll = async () => {
  while (running.length > 0) await running.pop()();
};

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, () => void stopAll().then(() => process.exit(code)));
}

let counts = { passed: 0, failed: 1 };
try {
  mkdirSync(home, { recursive: true });
  const programs = await ensureLiteLLM(home);
  const upstream = await startScriptedUpstream();
  running.push(() => upstream.close());
  const proxy = await startProxy({ home, programs, upstreamURL: upstream.url });
  running.push(() => proxy.stop());
  console.log(`Starting a LiteLLM proxy at ${proxy.url}…`);
  await proxy.ready;
  const code = await runTests({
    VITE_LITELLM_URL: proxy.url,
    VITE_LITELLM_KEY: proxy.key,
    VITE_UPSTREAM_URL: upstream.url,
  });
  counts = readCounts(code);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await stopAll();
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
