import { virtual } from "@guidepup/virtual-screen-reader";
import { expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ChatError } from "../../src/index.js";
import { button, finish, input, renderChat, text } from "./setUp.js";

/** What a screen reader says of its own accord, from now on. */
async function listen(): Promise<() => Promise<string[]>> {
  await virtual.start({ container: document.body });
  onTestFinished(() => virtual.stop());
  await virtual.clearSpokenPhraseLog();
  return async () => {
    const phrases = await virtual.spokenPhraseLog();
    return phrases.filter((phrase) => /^(polite|assertive): ./.test(phrase));
  };
}

const words = (count: number): string[] => Array.from({ length: count }, (_, at) => `word${at} `);

test("an answer of 500 deltas is announced when it begins and when it is there", async () => {
  const { steps, ask } = await renderChat();
  await expect.element(input()).toBeVisible();
  const spoken = await listen();
  await ask("Hi");
  await expect.poll(() => steps.length).toBe(1);
  for (const word of words(500)) await steps[0]!.push(text(word));
  void steps[0]!.push(finish);
  await expect.element(button("Send")).toBeVisible();
  await expect
    .poll(spoken)
    .toEqual([
      "polite: The assistant is answering.",
      expect.stringMatching(/^polite: word0 word1 .{500,600}…$/),
    ]);
});

test("a failure is one alert, and the answer before it is not repeated", async () => {
  const { steps, ask } = await renderChat();
  const spoken = await listen();
  await ask("Hi");
  await expect.poll(() => steps.length).toBe(1);
  for (const word of words(50)) await steps[0]!.push(text(word));
  steps[0]!.fail(new ChatError("truncated", "The answer broke off."));
  await expect.element(page.getByRole("alert")).toHaveTextContent("The answer broke off.");
  // The virtual reader does not speak of an alert that is put into the page whole; screen readers do.
  expect(await spoken()).toEqual(["polite: The assistant is answering."]);
});

test("a stop is announced with what was there", async () => {
  const { steps, ask } = await renderChat();
  const spoken = await listen();
  await ask("Hi");
  await expect.poll(() => steps.length).toBe(1);
  await steps[0]!.push(text("Half"));
  await userEvent.keyboard("{Escape}");
  await expect
    .poll(spoken)
    .toEqual(["polite: The assistant is answering.", "polite: Stopped. Half"]);
});
