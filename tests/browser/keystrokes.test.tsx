import { countedWork, resetWork } from "./countRenders.js";
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { conversationOf } from "./longConversation.js";
import { button, input, renderChat } from "./setUp.js";

describe("a key pressed", () => {
  test("renders nothing more, and what follows from the text comes after it", async () => {
    await renderChat({ defaultMessages: conversationOf(10), prompts: ["Summarize this"] });
    await input().fill("a");
    const meter = page.getByRole("meter", { name: "Context" });
    await expect.element(meter).toBeVisible();
    const before = meter.element().getAttribute("aria-valuetext");
    resetWork();
    for (let count = 0; count < 10; count += 1) {
      const field = input().element() as HTMLTextAreaElement;
      field.value += " of a good many words";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // React renders what a key changes in a microtask; the pause is a timer.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    // A state that has just changed is looked at once more by React.
    expect(countedWork().commits).toBeLessThanOrEqual(1);
    await expect.poll(() => meter.element().getAttribute("aria-valuetext")).not.toBe(before);
  });

  test("tells the button at once whether there is something to send", async () => {
    await renderChat();
    await input().click();
    await userEvent.keyboard("a");
    expect(button("Send").element()).not.toHaveAttribute("aria-disabled");
    await userEvent.keyboard("{Backspace}");
    expect(button("Send").element()).toHaveAttribute("aria-disabled", "true");
  });

  test("right before Enter is checked as well", async () => {
    const { client } = await renderChat({
      model: undefined,
      defaultModel: "a/small",
      models: [{ id: "a/small", contextTokens: 2_000, maxInputTokens: 2_000 }],
    });
    await expect.element(button("Send")).toBeVisible();
    const field = input().element() as HTMLTextAreaElement;
    field.value = "word ".repeat(4_000);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await expect.element(page.getByRole("alert")).toBeInTheDocument();
    expect(client.requests).toHaveLength(0);
    expect(field.value).not.toBe("");
  });

  test("in a long text does not ask for the direction of all of it", async () => {
    await renderChat();
    const direction = async (words: string) => {
      await input().fill(words);
      return input().element().getAttribute("dir");
    };
    expect(await direction("short")).toBe("auto");
    expect(await direction("1. word ".repeat(2_000))).toBe("ltr");
    expect(await direction("1. \u05d0\u05d1 ".repeat(2_000))).toBe("rtl");
    expect(await direction("")).toBe("auto");
  });

  test("that pastes a long text does not ask for it either, not even before the paste is told", async () => {
    await renderChat({ allowAttachments: { longPastes: false } });
    const field = input().element() as HTMLTextAreaElement;
    const seen: string[] = [];
    // Before the chat hears of it.
    field.addEventListener("input", () => seen.push(field.dir));
    for (const words of ["1. word ", "1. \u05d0\u05d1 "]) {
      await input().fill("");
      seen.length = 0;
      // What a browser says before it pastes, which a script cannot make it do.
      const data = words.repeat(2_000);
      field.dispatchEvent(new InputEvent("beforeinput", { data, inputType: "insertFromPaste" }));
      document.execCommand("insertText", false, data);
      expect(field.value).toBe(data);
      expect(seen).toEqual([words.includes("word") ? "ltr" : "rtl"]);
    }
  });
});
