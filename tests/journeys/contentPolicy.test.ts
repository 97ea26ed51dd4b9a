import type { Browser, FrameLocator, Page } from "playwright";
import { expect } from "./chatPage.js";
import { paintPNG } from "./paintPNG.js";
import { test } from "./strictPage/strictTest.js";

interface Strict {
  browser: Browser;
  url: string;
}

/** A page that keeps what its policy refused and what it wrote to the console as an error. */
async function openStrict(
  { browser, url }: Strict,
  where: string,
): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.exposeFunction("reportViolation", (words: string) => problems.push(words));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile } = event;
      (globalThis as unknown as { reportViolation: (words: string) => void }).reportViolation(
        [effectiveDirective, blockedURI, sample, sourceFile].join(" "),
      );
    });
  });
  await page.goto(`${url}?in=${encodeURIComponent(where)}`);
  return { page, problems };
}

/** Opens whatever says that it opens something, one after the other, and closes it again. Returns how many there were. */
async function openEverything(page: Page, root: Page | FrameLocator): Promise<number> {
  const waiting = ":is([aria-expanded=false], [aria-haspopup]):not([data-tried], :disabled)";
  const openers = root.locator(waiting).filter({ visible: true });
  let opened = 0;
  for (; (await openers.count()) > 0; opened += 1) {
    const opener = openers.first();
    await opener.focus();
    const isImage = await opener.evaluate((element) => {
      element.setAttribute("data-tried", "");
      return element.hasAttribute("data-pl-open");
    });
    await page.keyboard.press("Enter");
    // What shows an image large is fetched first.
    if (isImage) await expect(root.locator("[data-pl-lightbox]")).toBeVisible();
    // It hears keys once it has the focus.
    if (isImage) await expect(root.locator("[data-pl-lightbox]:focus-within")).toBeVisible();
    await page.keyboard.press("Escape");
    if (isImage) await expect(root.locator("[data-pl-lightbox]")).toBeHidden();
    // What is still closing takes the focus back as it goes.
    await expect(root.locator("[data-radix-focus-guard]")).toHaveCount(0);
  }
  return opened;
}

test.for(["a page", "shadow root", "iframe"])(
  "in %s nothing is refused by the policy, whatever is shown and opened",
  async (where, { strict }) => {
    const { page, problems } = await openStrict(strict, where);
    const root = where === "iframe" ? page.frameLocator("iframe") : page;
    const chat = root.getByRole("region", { name: "chat", exact: true });
    const has = (selector: string) => expect(chat.locator(selector).first()).toBeAttached();
    await has("math");
    await has("[data-pl-token]");
    await has("[data-pl-tool]");
    await has("table");

    expect(await openEverything(page, root)).toBeGreaterThan(10);

    // The picker, with a model chosen in it.
    await chat.getByRole("button", { name: /^Choose a model/ }).click();
    await root.getByRole("combobox").last().fill("luna");
    await root
      .getByRole("option", { name: /GPT-6 Luna/ })
      .first()
      .click();
    // The prompts, and one with a variable.
    const input = chat.getByRole("textbox", { name: "Message" });
    await input.fill("/");
    await chat.getByRole("option", { name: /Translate/ }).click();
    await chat.getByRole("textbox", { name: "text" }).press("Escape");
    // An image too large to be sent as it is, so that the worker makes a smaller one.
    await chat.locator("input[type=file][multiple]").setInputFiles({
      name: "a.png",
      mimeType: "image/png",
      buffer: paintPNG(4000, 3000, [9, 9, 9]),
    });
    await expect(chat.getByRole("img", { name: /a\.png/ })).toBeVisible();
    await input.fill("Look");
    await input.press("Enter");
    await expect(chat.getByRole("log")).toContainText("Hello.");
    expect(problems).toEqual([]);
    await page.close();
  },
);

test("an inline style would have been seen", async ({ strict }) => {
  const { page, problems } = await openStrict(strict, "a page");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<i style='top: 0'>"));
  await expect.poll(() => problems.join()).toContain("style-src-attr");
  await page.close();
});
