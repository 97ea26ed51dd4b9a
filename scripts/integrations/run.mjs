// `npm run test:integrations`: the packed library inside fresh apps made of the code of the documentation, unchanged.
// Folders of apps behind `--` run those alone.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { startScriptedUpstream } from "../../tests/support/scriptedUpstream.mjs";
import { findBrowser, launchArgs } from "../find-browser.mjs";
import { runCommand } from "../run-command.mjs";
import { apps } from "./apps.mjs";
import { key } from "./apps/everyApp.mjs";
import { filesWithKey } from "./filesWithKey.mjs";
import { packLibrary } from "./packLibrary.mjs";
import { prepareApp } from "./prepareApp.mjs";
import { serveApp } from "./serveApp.mjs";
import { tryChat } from "./tryChat.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.ASTRO_TELEMETRY_DISABLED = "1";
// The apps have a key of their own, where their guides tell to put it.
delete process.env.OPENAI_API_KEY;

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

/** Whoever comes without the cookie that the guide asks for may spend no key. */
async function checkRefusal(url) {
  const { status } = await fetch(`${url}api/polylogue/providers`);
  record(
    "the gateway answers nobody without a session",
    status === 401 ? undefined : `The gateway answered with status ${status}.`,
  );
}

/** A server of one's own may want no key, so an answer alone does not show that it was found. */
function checkKey(upstream) {
  const keys = new Set(upstream.requests().map(({ headers }) => headers.authorization));
  const isOurs = keys.size === 1 && keys.has(`Bearer ${key}`);
  record(
    "the provider gets the key from where the guide puts it",
    isOurs ? undefined : `The provider got: ${Array.from(keys).join(", ")}.`,
  );
}

function checkBuilt(folder) {
  const files = filesWithKey(folder);
  record(
    "the key is in no built file",
    files.length === 0 ? undefined : `The key stands in ${files.join(", ")}.`,
  );
}

async function tryServer(app, server, { cwd, env, browser, upstream }) {
  console.log(`  ${server.title}:`);
  const options = { cwd, env: { ...env, ...server.env } };
  const gateway = server.gateway && (await serveApp(() => server.gateway, options));
  try {
    if (gateway) options.env.GATEWAY_URL = gateway.url;
    const { url, stop } = await serveApp(server.command, options);
    try {
      if (app.guide && !server.isOpen) await checkRefusal(url);
      const { drawsInPage } = server;
      for (const [at, path] of (app.pages ?? [""]).entries())
        await tryPage(app, url + path, { browser, upstream, drawsInPage, further: at === 0 });
      if (app.guide) checkKey(upstream);
    } finally {
      stop();
    }
  } finally {
    gateway?.stop();
  }
}

async function tryPage(app, url, { browser, ...options }) {
  console.log(`    ${new URL(url).pathname}`);
  if (app.rendersOnServer) await checkServerRendering(url);
  for (const { title, problem } of await tryChat(browser, url, options)) record(title, problem);
}

async function tryApp(app, { tarball, browser, upstream }) {
  const start = performance.now();
  console.log(`\n▶ ${app.title}`);
  const cwd = join(home, app.folder);
  const env = { OPENAI_BASE_URL: `${upstream.url}/v1`, ...app.env };
  const isInstalled = await prepareApp(app, cwd, tarball);
  record("the package installs", isInstalled ? undefined : "npm could not install the app.");
  if (!isInstalled) return;
  if (app.check && !(await checkCommand("its types are right", app.check, { cwd, env }))) return;
  if (!(await checkCommand("the app builds", app.build, { cwd, env }))) return;
  if (app.guide) checkBuilt(join(cwd, app.built));
  for (const server of app.servers) await tryServer(app, server, { cwd, env, browser, upstream });
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function wantedApps(folders) {
  const known = apps.map(({ folder }) => folder);
  const unknown = folders.filter((folder) => !known.includes(folder));
  if (unknown.length > 0)
    throw new Error(`No app is called ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  return folders.length > 0 ? apps.filter(({ folder }) => folders.includes(folder)) : apps;
}

// So that what runs on exit, ending the servers and the browser, runs for these too.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.on(signal, () => process.exit(code));

const upstream = await startScriptedUpstream();
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: launchArgs });
try {
  const wanted = wantedApps(process.argv.slice(2));
  const tarball = await packLibrary(home);
  for (const app of wanted) await tryApp(app, { tarball, browser, upstream });
} catch (error) {
  record("the run itself", error.message);
} finally {
  await browser.close();
  await upstream.close();
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
