// `npm run screenshots`: makes the pictures of README.md from the running demo, which answers without a key.
import { mkdirSync } from "node:fs";
import { chromium } from "playwright";
import { createServer } from "vite";
import { findBrowser, launchArgs } from "./find-browser.mjs";

const folder = "docs/images";
const question = "How do I write my own model as a function?";

/** One picture of the demo in a theme, with an answer of its guide. */
async function takePicture(browser, url, theme) {
  const page = await browser.newPage({ viewport: { width: 1120, height: 960 } });
  await page.goto(`${url}?theme=${theme}`);
  // The list of providers comes from the gateway.
  await page.getByRole("complementary").getByText("OpenAI", { exact: true }).waitFor();
  await page.getByRole("textbox").fill(question);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /\bsources?\b/ }).waitFor();
  // The colours of code come a moment after it.
  await page.locator("[data-pl-token]").first().waitFor();
  await page.screenshot({ path: `${folder}/demo-${theme}.png` });
  await page.close();
}

const server = await createServer({ configFile: "demo/vite.config.ts", logLevel: "error" });
await server.listen(0);
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: launchArgs });
try {
  mkdirSync(folder, { recursive: true });
  const { port } = server.httpServer.address();
  for (const theme of ["light", "dark"])
    await takePicture(browser, `http://localhost:${port}/`, theme);
} finally {
  await browser.close();
  await server.close();
}
