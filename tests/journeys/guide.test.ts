import { expect } from "./chatPage.js";
import { test } from "./journey.js";
import { completions } from "./upstreamRequests.js";

const question = "How do I keep my API keys on the server?";

test("the guide answers as it writes, cites what can be read, and answers on", async ({
  openChat,
}) => {
  const chat = await openChat({ clock: true });
  await chat.page.clock.pauseAt(Date.now() + 60_000);
  await chat.page.getByRole("button", { name: question }).click();
  const answer = chat.message(2);
  // The guide comes with its first question and writes a word every 12 milliseconds: there is a beginning and no end yet.
  await expect(async () => {
    await chat.page.clock.runFor(100);
    expect(await answer.getByRole("paragraph").allInnerTexts()).toContainEqual(
      expect.stringMatching(/\w{3,}/),
    );
  }).toPass();
  await expect(chat.button("Stop")).toBeVisible();
  const beginning = (await answer.getByRole("paragraph").first().innerText()).trim();

  await chat.page.clock.resume();
  await chat.settled();
  await expect(answer).toContainText(beginning);
  await answer.getByRole("button", { name: /\bsources?\b/ }).click();
  const sources = answer.getByRole("list", { name: "Sources" }).getByRole("link");
  await expect(sources.first()).toBeVisible();

  // A page of plain text names no icon, and browsers ask for the usual one.
  chat.expectError(/404.*favicon\.ico/);
  const opened = chat.page.waitForEvent("popup");
  await sources.first().click();
  // Browsers show plain text as one block; what is not found would be the demo once more.
  await expect((await opened).locator("pre")).toContainText(await sources.first().innerText());

  await chat.ask("Tell me more");
  await expect(chat.message(4).getByRole("paragraph").first()).toBeVisible();
  await chat.settled();
  await expect(chat.message(3)).toContainText("Tell me more");
});

test("a reload begins an empty chat without an error", async ({ openChat }) => {
  const chat = await openChat();
  await chat.ask(question);
  await expect(chat.message(2).getByRole("button", { name: /\bsources?\b/ })).toBeVisible();
  await chat.page.reload();
  await expect(chat.page.getByRole("heading", { name: "Ask me about Polylogue" })).toBeVisible();
  await expect(chat.log.getByRole("article")).toHaveCount(0);
  await expect(chat.failure).toHaveCount(0);
  await chat.ask("Hello");
  await expect(chat.message(2)).toContainText("Hello.");
});

test("a reload in the middle of an answer closes the request upstream", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.ask("#slow");
  await expect(chat.message(2)).toContainText("These");
  await chat.page.reload();
  await expect(chat.page.getByRole("heading", { name: "Ask me about Polylogue" })).toBeVisible();
  await expect.poll(() => completions(upstream).map((one) => one.closedEarly)).toEqual([true]);
});
