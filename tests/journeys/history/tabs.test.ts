import type { ChatPersistence, UIMessage } from "../../../src/index.js";
import { expect, sentence } from "../chatPage.js";
import { test, type HistoryPage, type Storage } from "./historyJourney.js";

/** The words of every message that is kept of the only conversation, whichever branch it is on. */
function keptWords({ page }: HistoryPage): Promise<string[]> {
  return page.evaluate(async () => {
    const { kept } = globalThis as unknown as { kept: ChatPersistence };
    const [only] = await kept.list();
    const { messages, branches = [] } = (await kept.load(only!.id))!;
    const wordsOf = ({ parts }: UIMessage): string =>
      parts.map((part) => ("text" in part ? part.text : "")).join("");
    return [...messages, ...branches].map(wordsOf).toSorted();
  });
}

/** Sends what stands in the inputs of all tabs at once: before one of them can have heard of another's message. */
async function sendTogether(tabs: readonly HistoryPage[]): Promise<void> {
  for (const { page } of tabs)
    await page.evaluate(() => {
      const signal = new BroadcastChannel("send-together");
      signal.addEventListener("message", () => document.querySelector("form")!.requestSubmit());
      Object.assign(globalThis, { signal });
    });
  await tabs[0]!.page.evaluate(() => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    new BroadcastChannel("send-together").postMessage("now");
  });
}

/** Two tabs with the same conversation of one turn. */
async function openTwice(openTab: (storage: Storage) => Promise<HistoryPage>) {
  const left = await openTab("indexedDB");
  await left.ask("First");
  await left.settled();
  const right = await openTab("indexedDB");
  await right.row("First").click();
  return { left, right };
}

const versions = (tab: HistoryPage, position: number) =>
  tab.message(position).getByRole("group", { name: "Versions" });

test("what one tab sends the other shows, and what both write at once is kept twice", async ({
  openTab,
  upstream,
}) => {
  const { left, right } = await openTwice(openTab);
  await expect(right.message(2)).toContainText(sentence);
  await left.ask("Second");
  await expect(right.message(3)).toContainText("Second");
  await expect(right.message(4)).toContainText(sentence);

  await left.settled();
  await left.input.fill("Left #slow");
  await right.input.fill("Right #slow");
  await sendTogether([left, right]);
  for (const tab of [left, right]) await expect(tab.message(6)).toContainText("These");
  upstream.release("all");
  const answers = Array.from({ length: 4 }, () => sentence);
  const all = ["First", "Second", "Left #slow", "Right #slow", ...answers];
  await expect.poll(() => keptWords(left)).toEqual(all.toSorted());
  for (const [tab, own] of [
    [left, "Left #slow"],
    [right, "Right #slow"],
  ] as const) {
    await expect(tab.message(5)).toContainText(own);
    await expect(tab.message(6)).toContainText(sentence);
    await expect(versions(tab, 5)).toContainText("/2");
  }
  const notices = [left, right].map(({ page }) => page.getByText(/changed in another tab too/));
  await expect.poll(async () => Promise.all(notices.map((one) => one.count()))).toContain(1);
});

test("a conversation that one tab names or deletes is so in the other's list", async ({
  openTab,
}) => {
  const { left, right } = await openTwice(openTab);
  await left.row("First").press("F2");
  await left.page.keyboard.type("Another name");
  await left.page.keyboard.press("Enter");
  await expect(right.row("Another name")).toBeVisible();
  await left.row("Another name").press("Delete");
  await expect(right.row("Another name")).toHaveCount(0);
  // What is on the screen stays there.
  await expect(right.message(1)).toContainText("First");
  await left.button("Undo").click();
  await expect(right.row("Another name")).toBeVisible();
});
