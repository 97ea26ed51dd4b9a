import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { scripted } from "../../src/components/ModelPicker/storyClient.js";
import { ChatError, type UIMessage } from "../../src/index.js";
import { button, chooseFiles, input, pngFile, renderChat, text } from "./setUp.js";

const active = (): Element => document.activeElement!;

/** Presses a key; the focus has to be somewhere afterwards. */
async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
  expect(active()).not.toBe(document.body);
}

/** Goes to a control by Tab, or back by Shift and Tab, as a person without a mouse does. */
async function tabTo(target: ReturnType<typeof button>, back = false): Promise<void> {
  await expect.element(target).toBeVisible();
  for (let presses = 0; presses < 60 && active() !== target.element(); presses += 1)
    await userEvent.tab({ shift: back });
  await expect.element(target).toHaveFocus();
}

const article = (position: number) =>
  page.getByRole("article", { name: new RegExp(`, message ${position}$`) });

const said = (...words: string[]): UIMessage[] =>
  words.map((word, index) => ({
    id: `m${index}`,
    role: index % 2 === 0 ? "user" : "assistant",
    parts: [{ type: "text", text: word }],
  }));

test("send", async () => {
  const { client, steps } = await renderChat();
  await tabTo(input());
  await press("Hello{Enter}");
  await expect.poll(() => steps.length).toBe(1);
  expect(client.requests).toHaveLength(1);
  await expect.element(input()).toHaveFocus();
});

test("stop", async () => {
  const { steps } = await renderChat();
  await tabTo(input());
  await press("Hello{Enter}");
  await expect.poll(() => steps.length).toBe(1);
  await steps[0]!.push(text("Half"));
  // A press right after sending is taken for the second of a double click.
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 1000);
  await tabTo(button("Stop"));
  await press("{Enter}");
  vi.restoreAllMocks();
  await expect.element(button("Send")).toBeVisible();
  expect(active()).not.toBe(document.body);
});

test("try again", async () => {
  const { steps } = await renderChat();
  await tabTo(input());
  await press("Hello{Enter}");
  await expect.poll(() => steps.length).toBe(1);
  steps[0]!.fail(new ChatError("network", "Offline."));
  await tabTo(button("Try again"), true);
  await press("{Enter}");
  await expect.poll(() => steps.length).toBe(2);
  expect(active()).not.toBe(document.body);
});

test("attach", async () => {
  await renderChat();
  const files = document.querySelector<HTMLInputElement>("input[type=file]")!;
  const chooser = vi.fn<(event: Event) => void>((event) => event.preventDefault());
  files.addEventListener("click", chooser);
  await tabTo(input());
  await tabTo(button("Attach files"));
  await press("{Enter}");
  expect(chooser).toHaveBeenCalledTimes(1);
});

test("remove an attachment", async () => {
  await renderChat();
  await chooseFiles(await pngFile(40, 40, "one.png"), await pngFile(40, 40, "two.png"));
  const remove = (name: string) =>
    page.getByRole("button", { name: new RegExp(`^Remove.*${name}`) });
  await tabTo(input());
  await tabTo(remove("two.png"), true);
  await press("{Enter}");
  await expect.element(remove("two.png")).not.toBeInTheDocument();
  await tabTo(remove("one.png"), true);
  await press("{Enter}");
  await expect.element(remove("one.png")).not.toBeInTheDocument();
  expect(active()).not.toBe(document.body);
});

test("pick a provider, and one of its models", async () => {
  await renderChat({ client: scripted(), model: undefined, defaultModel: "openai/gpt-5" });
  const pill = page.getByRole("button", { name: /^Choose a model/ });
  await tabTo(input());
  await tabTo(pill);
  await press("{Enter}");
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await press("haiku");
  await expect.element(page.getByRole("option", { name: /Haiku/ }).first()).toBeVisible();
  await press("{Enter}");
  await expect.element(page.getByRole("button", { name: /Claude Haiku/ })).toHaveFocus();
  await press("{Enter}");
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await press("{Escape}");
  await expect.element(pill).toHaveFocus();
});

test("copy the code of an answer", async () => {
  const written = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await renderChat({ defaultMessages: said("Code?", "```js\nlet a;\n```") });
  await expect.element(page.getByText("let a;")).toBeVisible();
  await tabTo(input());
  const copy = article(2).getByRole("button", { name: "Copy", exact: true }).first();
  await tabTo(copy, true);
  await press("{Enter}");
  await expect.poll(() => written.mock.calls).toEqual([[expect.stringContaining("let a;")]]);
  expect(active()).not.toBe(document.body);
  written.mockRestore();
});

test("go from message to message, and delete one", async () => {
  await renderChat({ defaultMessages: said("One", "Two", "Three", "Four") });
  const list = page.getByRole("log");
  (list.element() as HTMLElement).focus();
  await press("{Alt>}{ArrowUp}{/Alt}");
  await expect.element(article(4)).toHaveFocus();
  await press("{Alt>}{ArrowUp}{/Alt}");
  await press("{Alt>}{ArrowUp}{/Alt}");
  await expect.element(article(2)).toHaveFocus();
  await press("{Tab}");
  await press("{Alt>}{ArrowDown}{/Alt}");
  await expect.element(article(3)).toHaveFocus();
  await tabTo(article(3).getByRole("button", { name: "Delete message" }));
  await press("{Enter}");
  await expect.element(page.getByText("Three")).not.toBeInTheDocument();
  expect(active()).not.toBe(document.body);
});
