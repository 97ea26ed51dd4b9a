// Makes the picture of README.md from the running demo: node scripts/readme-picture.mjs
import { mkdirSync } from "node:fs";
import { chromium } from "playwright";
import { createServer } from "vite";
import { findBrowser, launchArgs } from "./find-browser.mjs";

const server = await createServer({ configFile: "demo/vite.config.ts", logLevel: "error" });
await server.listen(0);
const { port } = server.httpServer.address();
const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: launchArgs });
const page = await browser.newPage({ viewport: { width: 1120, height: 700 } });
await page.goto(`http://localhost:${port}/?theme=light`);
await page.getByRole("textbox").fill("How do I write my own model as a function?");
await page.keyboard.press("Enter");
await page.getByRole("list", { name: "Sources" }).waitFor();
mkdirSync("docs/images", { recursive: true });
await page.screenshot({ path: "docs/images/demo.png" });
await browser.close();
await server.close();
