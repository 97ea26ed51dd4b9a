import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { test as base } from "vitest";
import { findBrowser, launchArgs } from "../../../scripts/find-browser.mjs";
import { buildPage } from "../buildPage.js";
import { chatOn, type ChatPage } from "../chatPage.js";
import { watchedContext } from "../watchedContext.js";
import { startToolServer } from "./toolServer.js";

/** A test with the page of tools: built and served once a file, opened anew for each test. No error in its console is expected. */
export const test = base
  // Vitest reads from the pattern which fixtures this one needs: none.
  // oxlint-disable-next-line no-empty-pattern
  .extend("place", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "polylogue-tools-"));
    await buildPage(new URL("page", import.meta.url), folder);
    const server = await startToolServer(folder);
    const { path } = await findBrowser();
    const browser = await chromium.launch({ executablePath: path, args: launchArgs });
    onCleanup(async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return { server, browser };
  })
  .extend("requests", ({ place }) => place.server.requests)
  .extend("openTools", async ({ place }, { onCleanup }) => {
    place.server.requests.length = 0;
    const context = await watchedContext(place.browser, onCleanup);
    return async (model: string): Promise<ChatPage> => {
      const page = await context.newPage();
      await page.goto(`${place.server.url}/?model=${encodeURIComponent(model)}`);
      return chatOn(page, () => {});
    };
  });
