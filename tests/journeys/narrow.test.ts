import type { Locator } from "playwright";
import { describe } from "vitest";
import { expect, type ChatPage } from "./chatPage.js";
import { test } from "./journey.js";

const viewport = { width: 360, height: 640 };

const wide = `#echo ${"unbroken".repeat(20)}

| a column | ${"another".repeat(10)} | a third |
| --- | --- | --- |
| 1 | 2 | 3 |

\`\`\`
${"code ".repeat(40)}
\`\`\`

The end`;

/** Whether nothing of the element is beyond the window. */
async function expectInside(element: Locator): Promise<void> {
  await expect(element).toBeInViewport({ ratio: 1 });
}

/** By how many pixels the page and the conversation can be scrolled sideways. */
function sideways({ page }: ChatPage): Promise<number[]> {
  return page.evaluate(() =>
    [document.documentElement, document.querySelector("[role=log]")!].map(
      (one) => one.scrollWidth - one.clientWidth,
    ),
  );
}

describe.for(["light", "dark"] as const)("360 pixels wide, %s", (colorScheme) => {
  test("nothing scrolls sideways and everything is in reach", async ({ openChat }) => {
    const chat = await openChat({ viewport, colorScheme });
    await expectInside(chat.input);
    await chat.chooseModel("scripted-words");
    await chat.ask(wide);
    await expect(chat.message(2)).toContainText("The end");
    await chat.settled();
    expect(await sideways(chat)).toEqual([0, 0]);
    for (const name of ["Attach files", "Send", "New chat"]) await expectInside(chat.button(name));
    await expectInside(chat.input);
    const scheme = await chat.log.evaluate((log) => getComputedStyle(log).colorScheme);
    expect(scheme).toBe(colorScheme);
  });
});

test("on a phone every model can be tapped", async ({ openChat }) => {
  const chat = await openChat({ viewport, hasTouch: true });
  const { page } = chat;
  await page.getByRole("button", { name: /^Choose a model/ }).tap();
  // One pane at a time: the providers, then the models of one.
  await page.getByRole("button", { name: /^Providers/ }).tap();
  await page.getByRole("tab", { name: /^OpenAI/ }).tap();
  const model = page.getByRole("option", { name: /scripted words/i });
  await expect(model).toBeVisible();
  await expectInside(page.getByRole("dialog", { name: "Choose a model" }));
  expect(await sideways(chat)).toEqual([0, 0]);
  await model.tap();
  await expect(page.getByRole("button", { name: /^Choose a model/ })).toContainText(
    "Scripted Words",
  );
});
