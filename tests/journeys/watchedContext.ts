import type { Browser, BrowserContext } from "playwright";
import { expect } from "./chatPage.js";

/** Pages of one browser that may write no error to the console. They are closed, and held to that, when the test ends. */
export async function watchedContext(
  browser: Browser,
  onCleanup: (done: () => Promise<void>) => void,
): Promise<BrowserContext> {
  const context = await browser.newContext();
  const problems: string[] = [];
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  onCleanup(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });
  return context;
}
