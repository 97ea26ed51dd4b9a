import { expect, opening, sentence } from "./chatPage.js";
import { test } from "./journey.js";

test("a whole conversation needs no mouse", async ({ openChat, upstream }) => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const chat = await openChat({ permissions });
  const { page, input, log, message, button, tabTo } = chat;
  const { keyboard } = page;
  // Asked for well before the key: the browser learns a moment later that a chooser is to be reported.
  const chooser = page.waitForEvent("filechooser");

  await tabTo(input);
  await keyboard.press("Tab");
  await expect(button("Attach files")).toBeFocused();
  await keyboard.press("Enter");
  await chooser;
  await chat.chooseModel("scripted-words");

  await tabTo(input, "Shift+Tab");
  await keyboard.type("Say it #slow-once");
  await keyboard.press("Enter");
  upstream.release(2);
  await expect(message(2).getByText(opening, { exact: true })).toBeVisible();
  await expect(input).toBeFocused();
  await keyboard.press("Escape");
  await expect(message(2)).toContainText("Stopped");
  await expect(input).toBeFocused();

  await tabTo(message(2).getByRole("button", { name: "Answer again", exact: true }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(message(2).getByText(sentence, { exact: true })).toBeVisible();
  await tabTo(message(2).getByRole("button", { name: "Copy" }), "Tab");
  await keyboard.press("Enter");
  await expect(message(2).getByRole("button", { name: "Copied" })).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sentence);

  await tabTo(input);
  await keyboard.type("And now? #die-once");
  await keyboard.press("Shift+Enter");
  await keyboard.type("Second line.");
  await keyboard.press("Enter");
  await expect(message(3)).toContainText(/#die-once\nSecond line\./, { useInnerText: true });
  await tabTo(chat.failure.getByRole("button", { name: "Try again" }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(message(4).getByText(sentence, { exact: true })).toBeVisible();

  await tabTo(button("New chat"), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(log.getByRole("article")).toHaveCount(0);
  await expect(input).toBeFocused();
});

test("a button that goes away does not take the focus with it", async ({ openChat }) => {
  const chat = await openChat();
  const { page, failure, message, tabTo } = chat;
  const hasFocus = () => page.evaluate(() => document.activeElement !== document.body);
  await chat.chooseModel("scripted-words");

  await chat.ask("Say it #die-once");
  await tabTo(failure.getByRole("button", { name: "Try again" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(message(2).getByText(sentence, { exact: true })).toBeVisible();
  expect(await hasFocus()).toBe(true);

  await chat.input.focus();
  await tabTo(message(2).getByRole("button", { name: "Delete message" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  // The version that was broken off is the one that is left.
  await expect(message(2)).toContainText("Broken off");
  expect(await hasFocus()).toBe(true);
});
