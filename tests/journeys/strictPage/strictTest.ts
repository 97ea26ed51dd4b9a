import { chromium, type BrowserContextOptions, type Page } from "playwright";
import { test as base } from "vitest";
import { findBrowser, launchArgs } from "../../../scripts/find-browser.mjs";
import { expect } from "../chatPage.js";
import { serveStrictPage } from "./serveStrictPage.js";

/** A test with the strict page, built and served once a file; its pages are closed after each test. */
export const test = base
  // Vitest reads from the pattern which fixtures this one needs: none.
  // oxlint-disable-next-line no-empty-pattern
  .extend("strict", { scope: "file" }, async ({}, { onCleanup }) => {
    const served = await serveStrictPage();
    const { path } = await findBrowser();
    const browser = await chromium.launch({ executablePath: path, args: launchArgs });
    onCleanup(async () => {
      await browser.close();
      await served.close();
    });
    return { browser, url: served.url };
  })
  /** Opens the page and waits for what its Markdown needs. */
  .extend("openScenes", async ({ strict }, { onCleanup }) => {
    const pages: Page[] = [];
    onCleanup(async () => {
      await Promise.all(pages.map((page) => page.context().close()));
    });
    return async (options: BrowserContextOptions): Promise<Page> => {
      const context = await strict.browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      pages.push(page);
      await page.goto(strict.url);
      for (const selector of ["math", "[data-pl-token]"])
        await expect(page.locator(selector).first()).toBeAttached();
      return page;
    };
  });
