import { describe } from "vitest";
import { expect, type ChatPage } from "../chatPage.js";
import { test } from "./toolJourney.js";

const models = ["openai/gpt-5", "anthropic/claude-sonnet-4-5", "gemini/gemini-2.5-pro"];

/** How often a tool of the page was run. */
function runsOf({ page }: ChatPage, name: string): Promise<number> {
  return page.evaluate(
    (tool) => (globalThis as unknown as { toolRuns: Record<string, number> }).toolRuns[tool] ?? 0,
    name,
  );
}

const question = ({ log }: ChatPage) =>
  log.getByRole("group", { name: "May send_mail be called?" });

describe.for(models)("%s", (model) => {
  test("calls of one answer run beside each other, and all results go back at once", async ({
    openTools,
    requests,
  }) => {
    const chat = await openTools(model);
    await chat.page.evaluate(() => void (document.title = "both"));
    await chat.ask("Compare them #both");
    await expect(chat.message(2)).toContainText(/Oslo has 4 degrees.* and .*Rome has 4 degrees/);
    await expect(chat.message(2).getByRole("group", { name: "Tool weather" })).toHaveCount(2);
    await chat.settled();
    expect(await runsOf(chat, "weather")).toBe(2);
    expect(requests).toHaveLength(2);
  });

  test("a call that needs permission waits, and is allowed by keyboard", async ({
    openTools,
    requests,
  }) => {
    const chat = await openTools(model);
    await chat.ask("Write to her #mail");
    await expect(question(chat)).toBeVisible();
    expect(await runsOf(chat, "send_mail")).toBe(0);
    await chat.tabTo(
      question(chat).getByRole("button", { name: "Allow", exact: true }),
      "Shift+Tab",
    );
    await chat.page.keyboard.press("Enter");
    await expect(chat.message(2)).toContainText(/The tools said: .*sent/);
    await expect(chat.input).toBeFocused();
    expect(await runsOf(chat, "send_mail")).toBe(1);
    expect(requests).toHaveLength(2);
  });

  test("a call that is denied by keyboard is never made, and the model is told", async ({
    openTools,
    requests,
  }) => {
    const chat = await openTools(model);
    await chat.ask("Write to her #mail");
    await chat.tabTo(question(chat).getByRole("button", { name: "Deny" }), "Shift+Tab");
    await chat.page.keyboard.press("Enter");
    await expect(chat.message(2)).toContainText(/The tools said: .*did not allow/);
    await expect(question(chat)).toHaveCount(0);
    await expect(chat.input).toBeFocused();
    expect(await runsOf(chat, "send_mail")).toBe(0);
    expect(requests).toHaveLength(2);
  });

  test("what a tool throws is shown and told to the model, which goes on", async ({
    openTools,
    requests,
  }) => {
    const chat = await openTools(model);
    await chat.ask("Try it #broken");
    const card = chat.message(2).getByRole("group", { name: "Tool broken" });
    await expect(card).toContainText("Failed");
    await expect(chat.message(2)).toContainText(/The tools said: .*The service is down/);
    await expect(chat.failure).toHaveCount(0);
    expect(requests).toHaveLength(2);
  });

  test("Escape stops a tool that runs, and the conversation goes on without it", async ({
    openTools,
    requests,
  }) => {
    const chat = await openTools(model);
    await chat.ask("Take your time #wait");
    await expect.poll(() => runsOf(chat, "wait")).toBe(1);
    await chat.input.press("Escape");
    await expect(chat.message(2)).toContainText("Stopped");
    expect(await runsOf(chat, "stopped")).toBe(1);
    expect(requests).toHaveLength(1);
    await chat.settled();
    await chat.ask("And the weather? #one");
    await expect(chat.message(4)).toContainText(/The tools said: .*Oslo has 4 degrees/);
    expect(requests).toHaveLength(3);
  });
});
