import type { Locator, Page } from "playwright";
import { expect as playwrightExpect } from "playwright/test";

/** Waits for what it expects of the page, at most 15 seconds: a busy machine is slow, and a right page is fast. */
export const expect = playwrightExpect.configure({ timeout: 15_000 });

/** The page of the demo, as the person in front of it finds things: by role and name. */
export interface ChatPage {
  page: Page;
  input: Locator;
  log: Locator;
  /** Why an answer failed; it stands at the end of the log. */
  failure: Locator;
  /** The images about to be sent. */
  tray: Locator;
  /** The message at a place, counted from 1. */
  message: (position: number) => Locator;
  button: (name: string) => Locator;
  /** Writes into the input and presses Enter. */
  ask: (text: string) => Promise<void>;
  /** Waits until nothing is being answered. */
  settled: () => Promise<void>;
  /** Chooses a model in the picker, with the keyboard alone. */
  chooseModel: (name: string) => Promise<void>;
  /** Presses Tab, or Shift+Tab, until the element has the focus. */
  tabTo: (target: Locator, key?: "Tab" | "Shift+Tab") => Promise<void>;
  /** Allows an error in the console, such as the one browsers write for every answer of status 400 or more. */
  expectError: (pattern: RegExp) => void;
}

/** What every model of the scripted upstream says, and its first three words. */
export const sentence = "These words come from the scripted upstream in order.";
export const opening = "These words come";

/** Finds the parts of the chat on `page`; `expectError` comes from whoever watches the console. */
export function chatOn(page: Page, expectError: ChatPage["expectError"]): ChatPage {
  const input = page.getByRole("textbox", { name: "Message" });
  const log = page.getByRole("log", { name: "Messages" });
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  async function ask(text: string): Promise<void> {
    await input.fill(text);
    await input.press("Enter");
  }

  async function chooseModel(name: string): Promise<void> {
    const picker = page.getByRole("button", { name: /^Choose a model/ });
    const search = page.getByRole("combobox", { name: /^Search/ });
    // A model without a name of its own gets one made out of its id.
    const shown = new RegExp(name.replaceAll("-", "[- ]"), "i");
    const model = page.getByRole("option", { name: shown });
    await picker.press("Enter");
    await expect(search).toBeFocused();
    await page.keyboard.type(name);
    await expect(model.first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(picker).toContainText(shown);
  }

  return {
    page,
    input,
    log,
    failure: log.getByRole("alert"),
    tray: page.getByRole("list", { name: "Attachments" }),
    message: (position) => log.getByRole("article", { name: new RegExp(`, message ${position}$`) }),
    button,
    ask,
    settled: () => expect(button("Send")).toBeVisible(),
    chooseModel,
    tabTo: (target, key = "Tab") => pressUntilFocused(page, key, target),
    expectError,
  };
}

async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  const hasFocus = () =>
    target.evaluateAll((found) => found.length === 1 && found[0] === document.activeElement);
  for (let presses = 0; presses < 40; presses += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`40 times ${key} did not bring the focus to ${String(target)}.`);
}
