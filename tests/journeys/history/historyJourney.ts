import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Locator } from "playwright";
import { preview } from "vite";
import { test as base } from "vitest";
import { findBrowser, launchArgs } from "../../../scripts/find-browser.mjs";
import { startScriptedUpstream } from "../../support/scriptedUpstream.mjs";
import { buildPage } from "../buildPage.js";
import { chatOn, expect, type ChatPage } from "../chatPage.js";
import { watchedContext } from "../watchedContext.js";

/** Where a page keeps its conversations. */
export type Storage = "indexedDB" | "localStorage";

/** A tab with a list of conversations and the open one. */
export interface HistoryPage extends ChatPage {
  list: Locator;
  /** The row of a conversation, by its whole title. */
  row: (title: string) => Locator;
}

const root = new URL("page", import.meta.url);

/** A test with a page that keeps conversations: built and served once a file. Its tabs are those of one browser. */
export const test = base
  // Vitest reads from the pattern which fixtures this one needs: none.
  // oxlint-disable-next-line no-empty-pattern
  .extend("place", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "polylogue-history-"));
    await buildPage(root, folder);
    const server = await preview({
      configFile: false,
      root: fileURLToPath(root),
      logLevel: "error",
      build: { outDir: folder },
      preview: { port: 0, host: "127.0.0.1", open: false },
    });
    const upstream = await startScriptedUpstream();
    const { path } = await findBrowser();
    const browser = await chromium.launch({ executablePath: path, args: launchArgs });
    onCleanup(async () => {
      await browser.close();
      await server.close();
      await upstream.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return { url: server.resolvedUrls!.local[0]!, upstream, browser };
  })
  .extend("upstream", ({ place }) => place.upstream)
  .extend("context", async ({ place }, { onCleanup }) => {
    place.upstream.reset();
    return watchedContext(place.browser, onCleanup);
  })
  /** Opens one more tab. */
  .extend("openTab", ({ place, context }) => async (storage: Storage): Promise<HistoryPage> => {
    const page = await context.newPage();
    const query = new URLSearchParams({ storage, upstream: place.upstream.url });
    await page.goto(`${place.url}?${query}`);
    // Before what is kept has been looked for nothing is sent.
    await expect(page.getByText("How can I help?")).toBeVisible();
    const list = page.getByRole("navigation", { name: "Chats" });
    const row = (title: string) => list.getByRole("button", { name: title, exact: true });
    return { ...chatOn(page, () => {}), list, row };
  });
