import { expect, opening, sentence } from "./chatPage.js";
import { test } from "./journey.js";
import { completions, messagesOf } from "./upstreamRequests.js";

test("a model chosen with the keyboard streams, is stopped in the middle, and answers again", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat({ clock: true });
  await chat.chooseModel("scripted-words");
  await chat.ask("Say it #slow-once");
  const answer = chat.message(2);
  await expect(answer.getByText("These", { exact: true })).toBeVisible();
  upstream.release(2);
  await expect(answer.getByText(opening, { exact: true })).toBeVisible();

  // Past the moments in which a click is taken for the second half of a double click.
  await chat.page.clock.fastForward(1000);
  await chat.button("Stop").click();
  await expect(answer).toContainText("Stopped");
  await expect(answer.getByText(opening, { exact: true })).toBeVisible();
  await expect(chat.failure).toHaveCount(0);
  await expect.poll(() => completions(upstream).map((one) => one.closedEarly)).toEqual([true]);
  expect(completions(upstream)[0]?.deltas).toBe(3);

  await answer.getByRole("button", { name: "Answer again", exact: true }).click();
  await expect(answer.getByText(sentence, { exact: true })).toBeVisible();
  await expect(answer).not.toContainText("Stopped");
  await expect(chat.log.getByRole("article")).toHaveCount(2);
  expect(completions(upstream)).toHaveLength(2);
  expect(messagesOf(completions(upstream)[1])).toEqual(messagesOf(completions(upstream)[0]));
});

test("a double click on Send asks once and does not stop", async ({ openChat, upstream }) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.input.fill("Hello #slow");
  await chat.button("Send").dblclick();
  await expect(chat.button("Stop")).toBeVisible();
  upstream.release("all");
  await expect(chat.message(2).getByText(sentence, { exact: true })).toBeVisible();
  expect(completions(upstream)).toHaveLength(1);
});

test("an answer whose server dies is continued", async ({ openChat, upstream }) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.ask("Say it #die");
  const answer = chat.message(2);
  await expect(chat.failure.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(answer.getByText(opening, { exact: true })).toBeVisible();
  await expect(answer).toContainText("Broken off");

  await chat.failure.getByRole("button", { name: "Continue" }).click();
  await expect(answer.getByText(`${opening} ${sentence}`, { exact: true })).toBeVisible();
  await expect(answer).not.toContainText("Broken off");
  await expect(chat.failure).toHaveCount(0);
  // What asks for the rest is sent after the half answer and is no message of the chat.
  await expect(chat.log.getByRole("article")).toHaveCount(2);
  expect(completions(upstream)).toHaveLength(2);
  expect(messagesOf(completions(upstream)[1]).map(({ role }) => role)).toEqual([
    "user",
    "assistant",
    "user",
  ]);
});

test("an answer whose server dies is replaced by another try", async ({ openChat, upstream }) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.ask("Say it #die-once");
  await expect(chat.message(2).getByText(opening, { exact: true })).toBeVisible();
  await chat.failure.getByRole("button", { name: "Try again" }).click();
  await expect(chat.message(2).getByText(sentence, { exact: true })).toBeVisible();
  await expect(chat.failure).toHaveCount(0);
  await expect(chat.log.getByRole("article")).toHaveCount(2);
  expect(messagesOf(completions(upstream)[1])).toEqual(messagesOf(completions(upstream)[0]));
});

test("an answer that ends without saying so counts as broken off", async ({ openChat }) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.ask("Say it #cut");
  await expect(chat.failure).toContainText(/ended before .* complete/);
  await expect(chat.failure.getByRole("button", { name: "Continue" })).toBeVisible();
  await expect(chat.message(2).getByText(opening, { exact: true })).toBeVisible();
  await expect(chat.message(2)).toContainText("Broken off");
});
