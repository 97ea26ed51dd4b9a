// `npm run test:integrations`: the packed library inside fresh apps, each running README's first example unchanged.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { startScriptedUpstream } from "../../tests/support/scriptedUpstream.mjs";
import { findBrowser, launchArgs } from "../find-browser.mjs";
import { runCommand } from "../run-command.mjs";
import { apps } from "./apps.mjs";
import { packLibrary } from "./packLibrary.mjs";
import { prepareApp } from "./prepareApp.mjs";
import { readExample } from "./readExample.mjs";
import { serveApp } from "./serveApp.mjs";
import { tryChat } from "./tryChat.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
process.env.NEXT_TELEMETRY_DISABLED = "1";

const home = join(process.cwd(), ".integrations");
const total = { passed: 0, failed: 0 };

function record(title, problem) {
  total[problem === undefined ? "passed" : "failed"] += 1;
  console.log(problem === undefined ? `  ✓ ${title}` : `  ✗ ${title}\n${problem}`);
}

/** Runs one of the app's commands as a check of its own; true when it passed. */
async function checkCommand(title, command, options) {
  const code = await runCommand(command, options);
  record(title, code === 0 ? undefined : `"${command}" ended with code ${code}.`);
  return code === 0;
}

/** The page as a search engine gets it, without running any of its scripts. */
async function checkServerRendering(url) {
  const html = await fetch(url).then((response) => response.text());
  const isThere = html.includes('role="log"') && html.includes("<textarea");
  record(
    "the server renders the chat",
    isThere ? undefined : "The page of the server holds no message list or no text field.",
  );
}

async function tryServer(app, server, { cwd, env, browser, upstream }) {
  console.log(`  ${server.title}:`);
  const { url, stop } = await serveApp(server.command, { cwd, env });
  try {
    if (app.rendersOnServer) await checkServerRendering(url);
    for (const { title, problem } of await tryChat(browser, url, upstream)) record(title, problem);
  } finally {
    stop();
  }
}

async function tryApp(app, { library, browser, upstream }) {
  const start = performance.now();
  console.log(`\n▶ ${app.title}`);
  const cwd = join(home, app.folder);
  const env = { GATEWAY_URL: upstream.url };
  const isInstalled = await prepareApp(app, cwd, library);
  record("the package installs", isInstalled ? undefined : "npm could not install the app.");
  if (!isInstalled) return;
  if (app.check && !(await checkCommand("its types are right", app.check, { cwd, env }))) return;
  if (!(await checkCommand("the app builds", app.build, { cwd, env }))) return;
  for (const server of app.servers) await tryServer(app, server, { cwd, env, browser, upstream });
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

// So that what runs on exit, ending the servers and the browser, runs for these too.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.on(signal, () => process.exit(code));

const upstream = await startScriptedUpstream();
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: launchArgs });
try {
  const library = { example: readExample(), tarball: await packLibrary(home) };
  for (const app of apps) await tryApp(app, { library, browser, upstream });
} catch (error) {
  record("the run itself", error.message);
} finally {
  await browser.close();
  await upstream.close();
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
