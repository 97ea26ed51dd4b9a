import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { button, input, renderChat } from "./setUp.js";

const prompts = ["Summarize this", "Translate {{text}} into {{language}}", "Write a haiku"];
const options = () =>
  page
    .getByRole("option")
    .elements()
    .map((one) => one.textContent);

test("a slash opens the prompts inside the input, and what follows it searches them", async () => {
  await renderChat({ prompts });
  await input().fill("/");
  expect(options()).toEqual(["Summarize this", "Translate text into language", "Write a haiku"]);
  await expect.element(input()).toHaveAttribute("aria-activedescendant");
  await userEvent.keyboard("hai");
  expect(options()).toEqual(["Write a haiku"]);
  await userEvent.keyboard("{Enter}");
  await expect.element(input()).toHaveValue("Write a haiku");
  await expect.element(page.getByRole("listbox")).not.toBeInTheDocument();
});

test("arrows move, Escape closes and leaves what was typed, and Enter then sends it", async () => {
  const { client } = await renderChat({ prompts });
  await input().fill("/");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}");
  await expect
    .element(page.getByRole("option", { name: "Write a haiku" }))
    .toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("listbox")).not.toBeInTheDocument();
  await expect.element(input()).toHaveValue("/");
  await userEvent.keyboard("etc{Escape}{Enter}");
  expect(client.requests[0]?.messages[0]?.parts).toEqual([{ type: "text", text: "/etc" }]);
});

test("the button opens them too, and a prompt goes where the cursor stands", async () => {
  await renderChat({ prompts });
  await input().fill("First. Last.");
  const field = input().element() as HTMLTextAreaElement;
  field.setSelectionRange(7, 7);
  await button("Prompts").click();
  await expect.element(button("Prompts")).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("option", { name: "Summarize this" }).click();
  await expect.element(input()).toHaveValue("First. Summarize thisLast.");
  await expect.element(input()).toHaveFocus();
});

test("variables are asked for: the first field has the focus, the preview lives, Enter waits for all of them", async () => {
  const { client } = await renderChat({ prompts });
  await input().fill("/tran");
  await userEvent.keyboard("{Enter}");
  const text = page.getByRole("textbox", { name: "text" });
  await expect.element(text).toHaveFocus();
  await userEvent.keyboard("good morning{Enter}");
  await expect.element(page.getByRole("group", { name: "Fill in the prompt" })).toBeVisible();
  await expect
    .element(page.getByText("Translate good morning into {{language}}"))
    .toBeInTheDocument();
  await expect.element(button("Use prompt")).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("textbox", { name: "language" }).click();
  await userEvent.keyboard("German{Enter}");
  await expect.element(input()).toHaveValue("Translate good morning into German");
  await expect.element(input()).toHaveFocus();
  expect(client.requests).toHaveLength(0);
});

test("Escape leaves the form for the input", async () => {
  await renderChat({ prompts });
  await input().fill("/tran");
  await userEvent.keyboard("{Enter}{Escape}");
  await expect
    .element(page.getByRole("group", { name: "Fill in the prompt" }))
    .not.toBeInTheDocument();
  await expect.element(input()).toHaveFocus();
});

test("without prompts a slash is a slash", async () => {
  const { client } = await renderChat();
  await input().fill("/help");
  await expect.element(button("Prompts")).not.toBeInTheDocument();
  await userEvent.keyboard("{Enter}");
  expect(client.requests[0]?.messages[0]?.parts).toEqual([{ type: "text", text: "/help" }]);
});

test("a suggestion is sent with one click, and goes with the first message", async () => {
  const { client } = await renderChat({ suggestions: ["Tell me a joke", "Plan my day"] });
  await button("Plan my day").click();
  expect(client.requests[0]?.messages[0]?.parts).toEqual([{ type: "text", text: "Plan my day" }]);
  await expect.element(button("Tell me a joke")).not.toBeInTheDocument();
  await expect.element(input()).toHaveFocus();
});
