import type { BrowserContext, BrowserContextOptions } from "playwright";
import { test as base } from "vitest";
import { expect, chatOn, type ChatPage } from "./chatPage.js";
import { startDemo } from "./startDemo.js";

/** How the page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** A clock the test moves, installed before the page loads; it runs on its own until it is moved or paused. */
  clock?: boolean;
}

/**
 * A test with the built demo: started once a file, its upstream forgotten and its pages new for each test. A test fails
 * when any page wrote an error to the console that was not expected, or asked anything of another host.
 */
export const test = base
  // Vitest reads from the pattern which fixtures this one needs: none.
  // oxlint-disable-next-line no-empty-pattern
  .extend("demo", { scope: "file" }, async ({}, { onCleanup }) => {
    const demo = await startDemo();
    onCleanup(demo.close);
    return demo;
  })
  .extend("upstream", ({ demo }) => demo.upstream)
  .extend("openChat", async ({ demo }, { onCleanup }) => {
    demo.upstream.reset();
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      expect(problems).toEqual([]);
    });
    return async ({ clock = false, ...options }: OpenOptions = {}): Promise<ChatPage> => {
      const context = await demo.browser.newContext(options);
      contexts.push(context);
      const expected: RegExp[] = [];
      watch(context, demo.url, (problem) => {
        if (!expected.some((pattern) => pattern.test(problem))) problems.push(problem);
      });
      const page = await context.newPage();
      if (clock) await page.clock.install();
      await page.goto(demo.url);
      return chatOn(page, (pattern) => expected.push(pattern));
    };
  });

function watch(context: BrowserContext, home: string, report: (problem: string) => void): void {
  context.on("console", (message) => {
    if (message.type() === "error") report(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => report(String(error.error())));
  context.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(home)) report(`A request to ${url}`);
  });
}
