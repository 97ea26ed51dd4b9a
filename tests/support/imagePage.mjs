// A page of its own with the image engine on it, in a real Chromium: what a test or a measurement asks images of.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { rolldown } from "rolldown";
import { findBrowser, launchArgs } from "../../scripts/find-browser.mjs";

const HOST = "http://images.test";
const at = (path) => fileURLToPath(new URL(`../../src/images/${path}`, import.meta.url));

async function bundle(input, plugins = []) {
  const build = await rolldown({ input, plugins, platform: "browser", logLevel: "silent" });
  const { output } = await build.generate({ format: "es" });
  await build.close();
  return output[0].code;
}

const entry = {
  name: "entry",
  resolveId: (id) => (id === "entry" ? id : undefined),
  load: (id) =>
    id === "entry"
      ? `import { createWorkshop } from ${JSON.stringify(at("workshop.ts"))};
import { processImage } from ${JSON.stringify(at("processImage.ts"))};
import { preparedTarget } from ${JSON.stringify(at("imageTarget.ts"))};
globalThis.engine = { workshop: createWorkshop(), processImage, preparedTarget };`
      : undefined,
};

/** Opens the page; `problems` gathers what nobody caught on it. The caller closes it. */
export async function openImagePage() {
  const files = {
    "/": "<!doctype html><title>Images</title><script type=module src=/engine.js></script>",
    "/engine.js": await bundle("entry", [entry]),
    "/imageWorker.js": await bundle(at("imageWorker.ts")),
  };
  const { path } = await findBrowser();
  const browser = await chromium.launch({ executablePath: path, args: launchArgs });
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("crash", () => problems.push("The page crashed."));
  await page.route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const body = files[pathname];
    if (body === undefined) return route.fulfill({ status: 404 });
    const contentType = pathname === "/" ? "text/html" : "text/javascript";
    return route.fulfill({ body, contentType });
  });
  await page.goto(HOST);
  await page.waitForFunction(() => "engine" in globalThis);
  return { page, problems, close: () => browser.close() };
}
