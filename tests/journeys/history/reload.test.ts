import { describe } from "vitest";
import { expect, opening, sentence } from "../chatPage.js";
import { completions, messagesOf } from "../upstreamRequests.js";
import { test, type HistoryPage, type Storage } from "./historyJourney.js";

/** The message at the top of the view, and how far below its upper edge it begins, in CSS pixels. */
function placeIn({ log }: HistoryPage): Promise<[string, number] | undefined> {
  return log.evaluate((scroller) => {
    const edge = scroller.getBoundingClientRect().top;
    const rows = [...scroller.querySelectorAll<HTMLElement>("[data-pl-row]")];
    const first = rows.find((row) => row.getBoundingClientRect().bottom > edge);
    return first && [first.dataset["plRow"]!, Math.round(first.getBoundingClientRect().top - edge)];
  });
}

describe.for<Storage>(["indexedDB", "localStorage"])("in %s", (storage) => {
  test("an answer that a reload breaks off is there as stopped, and goes on", async ({
    openTab,
    upstream,
  }) => {
    const tab = await openTab(storage);
    await tab.ask("Say it #slow-once");
    upstream.release(2);
    await expect(tab.message(2).getByText(opening, { exact: true })).toBeVisible();
    await tab.page.reload();

    const answer = tab.message(2);
    await expect(answer.getByText(opening, { exact: true })).toBeVisible();
    await expect(answer).toContainText("Stopped");
    await expect(tab.failure).toHaveCount(0);
    await expect.poll(() => completions(upstream).map((one) => one.closedEarly)).toEqual([true]);

    await tab.button("Continue").click();
    await expect(answer.getByText(`${opening} ${sentence}`, { exact: true })).toBeVisible();
    await expect(answer).not.toContainText("Stopped");
    await expect(tab.log.getByRole("article")).toHaveCount(2);
    expect(messagesOf(completions(upstream)[1]).slice(0, 2)).toEqual([
      { role: "user", content: "Say it #slow-once" },
      { role: "assistant", content: `${opening} ` },
    ]);
    await tab.settled();
    await tab.page.reload();
    await expect(answer.getByText(`${opening} ${sentence}`, { exact: true })).toBeVisible();
    await expect(answer).not.toContainText("Stopped");
  });

  test("the draft, the place that was read and the branch that was shown come back", async ({
    openTab,
    upstream,
  }) => {
    const tab = await openTab(storage);
    const { page, message, input, log } = tab;
    const versions = message(1).getByRole("group", { name: "Versions" });
    await tab.ask("First #long");
    await tab.settled();
    await message(1).getByRole("button", { name: "Edit message" }).click();
    await input.fill("Second #long");
    await input.press("Enter");
    await expect(versions).toContainText("2/2");
    await tab.settled();
    await versions.getByRole("button", { name: "Previous version" }).click();
    await expect(message(1)).toContainText("First");
    await tab.ask("And more #slow");
    upstream.release(2);
    await expect(message(4).getByText(opening, { exact: true })).toBeVisible();

    await input.fill("Half a thought");
    await log.hover();
    await page.mouse.wheel(0, -500);
    await expect(tab.button("Jump to latest")).toBeVisible();
    let before = await placeIn(tab);
    await expect
      .poll(async () => {
        const last = before;
        before = await placeIn(tab);
        return String(last) === String(before);
      })
      .toBe(true);
    await page.reload();

    await expect(message(1)).toContainText("First");
    await expect(versions).toContainText("1/2");
    await expect(message(4)).toContainText("Stopped");
    await expect(input).toHaveValue("Half a thought");
    await expect(tab.button("Jump to latest")).toBeVisible();
    await expect.poll(() => placeIn(tab)).toEqual(before);
  });
});
