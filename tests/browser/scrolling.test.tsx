import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { button, input, renderChat, text } from "./setUp.js";

const lines = (count: number): string => "A line of text.\n\n".repeat(count);
const view = (): HTMLElement => document.querySelector<HTMLElement>("[data-pl-messages]")!;
const distance = (): number => view().scrollHeight - view().clientHeight - view().scrollTop;

async function longAnswer() {
  const chat = await renderChat();
  await chat.ask("Hi");
  await chat.steps[0]!.push(text(lines(40)));
  // Shown as plain text until the Markdown view is loaded.
  await expect.poll(() => view().querySelectorAll("p").length).toBeGreaterThanOrEqual(40);
  await expect.poll(distance).toBeLessThan(2);
  return { ...chat, step: chat.steps[0]! };
}

test("the end stays in view while an answer arrives", async () => {
  const { step } = await longAnswer();
  // Not the height: what was never in view is guessed until it is.
  await step.push(text(lines(10)));
  await expect.poll(() => view().querySelectorAll("p").length).toBeGreaterThanOrEqual(50);
  await expect.poll(distance).toBeLessThan(2);
});

test("a reader who scrolled away is left alone, and can jump back", async () => {
  const { step } = await longAnswer();
  view().scrollTop -= 300;
  await expect.element(button("Jump to latest")).toBeVisible();
  const top = view().scrollTop;
  const before = view().scrollHeight;
  await step.push(text(lines(10)));
  await expect.poll(() => view().scrollHeight).toBeGreaterThan(before);
  expect(view().scrollTop).toBe(top);
  await button("Jump to latest").click();
  await expect.element(page.getByRole("textbox")).toHaveFocus();
  await expect.poll(distance).toBeLessThan(2);
  await expect.element(button("Jump to latest")).not.toBeInTheDocument();
  await step.push(text(lines(10)));
  await expect.poll(distance).toBeLessThan(2);
});

const scrolled = () =>
  new Promise((resolve) => view().addEventListener("scroll", resolve, { once: true }));

test("a reader who goes up only a little is not pulled back", async () => {
  const { step } = await longAnswer();
  const event = scrolled();
  view().scrollTop -= 10;
  await event;
  const top = view().scrollTop;
  const before = view().scrollHeight;
  await step.push(text(lines(10)));
  await expect.poll(() => view().scrollHeight).toBeGreaterThan(before);
  expect(view().scrollTop).toBe(top);
});

test("the end stays in view when the composer gives its room back", async () => {
  const { step } = await longAnswer();
  const followed = scrolled();
  await input().fill("a\nb\nc\nd\ne\nf");
  await followed;
  const movedBack = scrolled();
  await input().fill("");
  await movedBack;
  const before = view().scrollHeight;
  await step.push(text(lines(10)));
  await expect.poll(() => view().scrollHeight).toBeGreaterThan(before);
  await expect.poll(distance).toBeLessThan(2);
  await expect.element(button("Jump to latest")).not.toBeInTheDocument();
});

test("keys scroll the log too", async () => {
  await longAnswer();
  await userEvent.click(page.getByRole("log"));
  view().focus();
  await userEvent.keyboard("{PageUp}");
  await expect.element(button("Jump to latest")).toBeVisible();
});

test("text that is being selected does not move away", async () => {
  const { step } = await longAnswer();
  const paragraph = view().querySelector("p:last-of-type")!;
  getSelection()!.selectAllChildren(paragraph);
  const top = view().scrollTop;
  const before = view().scrollHeight;
  await step.push(text(lines(10)));
  await expect.poll(() => view().scrollHeight).toBeGreaterThan(before);
  expect(view().scrollTop).toBe(top);
  getSelection()!.removeAllRanges();
});

test("a new question brings the end back into view", async () => {
  const { step, ask, steps } = await longAnswer();
  void step.push({ type: "finish", finishReason: "stop" });
  await expect.element(button("Send")).toBeVisible();
  view().scrollTop = 0;
  await expect.element(button("Jump to latest")).toBeVisible();
  await ask("Another one");
  await steps[1]!.push(text("Yes"));
  await expect.poll(distance).toBeLessThan(2);
});
