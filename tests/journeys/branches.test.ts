import { expect, sentence } from "./chatPage.js";
import { test } from "./journey.js";

test("an edit and another answer lose nothing, without a mouse", async ({ openChat }) => {
  const chat = await openChat();
  const { page, input, message, tabTo } = chat;
  const { keyboard } = page;
  const versions = (position: number) => message(position).getByRole("group", { name: "Versions" });
  await chat.chooseModel("scripted-words");
  await chat.ask("First");
  await expect(message(2)).toContainText(sentence);
  await chat.settled();
  await chat.ask("Second");
  await expect(message(4)).toContainText(sentence);
  await chat.settled();

  await tabTo(message(1).getByRole("button", { name: "Edit message" }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(input).toBeFocused();
  await expect(input).toHaveValue("First");
  await keyboard.type(" of all");
  await keyboard.press("Enter");
  await expect(message(1)).toContainText("First of all");
  await expect(message(2)).toContainText(sentence);
  await expect(message(3)).toHaveCount(0);
  await chat.settled();

  await expect(versions(1)).toContainText("2/2");
  const previous = versions(1).getByRole("button", { name: "Previous version" });
  await tabTo(previous, "Shift+Tab");
  await keyboard.press("Enter");
  await expect(message(3)).toContainText("Second");
  await expect(previous).toBeFocused();

  await tabTo(message(4).getByRole("button", { name: "Answer again", exact: true }), "Tab");
  await keyboard.press("Enter");
  await expect(versions(4)).toContainText("2/2");
  await chat.settled();
  await expect(input).toBeFocused();
});

test("models answer side by side, and one is chosen to go on from", async ({ openChat }) => {
  const chat = await openChat();
  const { page, message, button } = chat;
  const names = ["openai/scripted-words", "openai/scripted-more"];
  const query = names.map((name) => `compare=${encodeURIComponent(name)}`).join("&");
  await page.goto(`${page.url()}?${query}`);
  await chat.ask("Which one?");
  const answers = page.getByRole("group", { name: "Answers side by side" });
  await expect(answers.getByText(sentence, { exact: true })).toHaveCount(2);
  await chat.settled();
  await button("Use this answer: scripted-more").click();
  await expect(answers).toHaveCount(0);
  await expect(message(2).getByText(sentence, { exact: true })).toBeVisible();
  await expect(message(2).getByRole("group", { name: "Versions" })).toContainText("2/2");
});
