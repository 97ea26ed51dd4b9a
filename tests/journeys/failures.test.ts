import { afterEach, describe, vi } from "vitest";
import { expect, opening, sentence, type ChatPage } from "./chatPage.js";
import { test } from "./journey.js";
import { completions } from "./upstreamRequests.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

async function expectUsable(chat: ChatPage): Promise<void> {
  await chat.ask("Hello again");
  await expect(chat.log.getByRole("article").last()).toContainText(sentence);
  await expect(chat.failure).toHaveCount(0);
}

interface Failure {
  what: string;
  tag: string;
  /** The sentence shown. */
  says: RegExp;
  /** How many requests the upstream gets: three where another one may help, one where it cannot. */
  requests: number;
  /** What the page gets from the gateway. */
  status: number;
}

const failures: Failure[] = [
  {
    what: "an unknown model",
    tag: "#404",
    says: /OpenAI has no model "scripted-words"/,
    requests: 1,
    status: 404,
  },
  {
    what: "a refused request",
    tag: "#400",
    says: /OpenAI did not accept the request/,
    requests: 1,
    status: 400,
  },
  {
    what: "a web page in place of an answer",
    tag: "#html",
    says: /base URL/,
    requests: 1,
    status: 400,
  },
  {
    what: "an overloaded provider",
    tag: "#503",
    says: /OpenAI is overloaded.*Try again in a moment/,
    requests: 3,
    status: 503,
  },
  {
    what: "a connection that breaks at once",
    tag: "#die-0",
    says: /Could not reach/,
    requests: 3,
    status: 502,
  },
];

describe("before any content", () => {
  test.for(failures)("$what", async ({ tag, says, requests, status }, { openChat, upstream }) => {
    const chat = await openChat();
    await chat.chooseModel("scripted-words");
    chat.expectError(new RegExp(`status of ${status} .*chat/completions`));
    await chat.ask(`Say it ${tag}`);
    await expect(chat.failure).toContainText(says);
    await expect(chat.failure.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(chat.failure.getByRole("button", { name: "Continue" })).toHaveCount(0);
    expect(completions(upstream)).toHaveLength(requests);
    await expectUsable(chat);
  });

  test("a key that is not accepted any more", async ({ openChat, upstream }) => {
    const chat = await openChat();
    await chat.chooseModel("scripted-words");
    chat.expectError(/status of 401 .*chat\/completions/);
    // The gateway reads its environment anew for every request.
    vi.stubEnv("OPENAI_API_KEY", "wrong.planted.5e8d");
    await chat.ask("Hello");
    await expect(chat.failure).toContainText(/OpenAI did not accept the API key.*OPENAI_API_KEY/);
    await expect(chat.page.locator("html")).not.toContainText("wrong.planted");
    expect(completions(upstream)).toHaveLength(1);
    vi.unstubAllEnvs();
    await chat.failure.getByRole("button", { name: "Try again" }).click();
    await expect(chat.message(2).getByText(sentence, { exact: true })).toBeVisible();
  });

  test("a page in place of the gateway", async ({ openChat }) => {
    const chat = await openChat();
    await chat.chooseModel("scripted-words");
    const everything = "**/api/polylogue/**";
    await chat.page.route(everything, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Welcome</p>" }),
    );
    await chat.ask("Hello");
    await expect(chat.failure).toContainText(/base URL/);
    await chat.page.unroute(everything);
    await expectUsable(chat);
  });

  test("no network", async ({ openChat, upstream }) => {
    const chat = await openChat();
    await chat.chooseModel("scripted-words");
    chat.expectError(/ERR_INTERNET_DISCONNECTED/);
    await chat.page.context().setOffline(true);
    await chat.ask("Hello");
    await expect(chat.log).toContainText(/Trying again in 1 s/);
    await expect(chat.failure).toContainText(/Could not reach .*you (?:are|may be) offline/);
    await chat.page.context().setOffline(false);
    await chat.failure.getByRole("button", { name: "Try again" }).click();
    await expect(chat.message(2).getByText(sentence, { exact: true })).toBeVisible();
    expect(completions(upstream)).toHaveLength(1);
  });
});

describe("a provider that asks to wait", () => {
  test("is asked again after the time it named, in sight of the person", async ({
    openChat,
    upstream,
  }) => {
    const chat = await openChat({ clock: true });
    await chat.chooseModel("scripted-words");
    chat.expectError(/status of 429 .*chat\/completions/);
    await chat.ask("Say it #429-once");
    await expect(chat.log).toContainText("No answer yet. Trying again in 2 s (attempt 2).");
    expect(completions(upstream)).toHaveLength(1);
    await chat.page.clock.fastForward(2000);
    await expect(chat.message(2).getByText(sentence, { exact: true })).toBeVisible();
    expect(completions(upstream)).toHaveLength(2);
    await expect(chat.log.getByRole("article", { name: /^You/ })).toHaveCount(1);
    await expect(chat.failure).toHaveCount(0);
  });

  test("is not asked again after Escape", async ({ openChat, upstream }) => {
    const chat = await openChat({ clock: true });
    await chat.chooseModel("scripted-words");
    chat.expectError(/status of 429 .*chat\/completions/);
    await chat.ask("Say it #429-once");
    await expect(chat.log).toContainText("Trying again in 2 s");
    await chat.input.press("Escape");
    await chat.settled();
    await chat.page.clock.fastForward(10_000);
    await expectUsable(chat);
    expect(completions(upstream)).toHaveLength(2);
    await expect(chat.log.getByRole("article")).toHaveCount(3);
  });
});

describe("in the middle of an answer", () => {
  test("an error object keeps the text and is not asked again", async ({ openChat, upstream }) => {
    const chat = await openChat();
    await chat.chooseModel("scripted-words");
    await chat.ask("Say it #error");
    await expect(chat.failure).toContainText(/OpenAI had a problem of its own/);
    await expect(chat.message(2).getByText(opening, { exact: true })).toBeVisible();
    expect(completions(upstream)).toHaveLength(1);
    await expectUsable(chat);
  });

  test("silence ends it after a minute, keep-alives or not", async ({ openChat, upstream }) => {
    const chat = await openChat({ clock: true });
    await chat.chooseModel("scripted-words");
    await chat.ask("Say it #stall");
    await expect(chat.message(2).getByText(opening, { exact: true })).toBeVisible();
    await chat.page.clock.runFor(50_000);
    await expect(chat.button("Stop")).toBeVisible();
    await chat.page.clock.runFor(15_000);
    await expect(chat.failure).toContainText(/sent nothing more for 60 s/);
    await expect(chat.failure.getByRole("button", { name: "Continue" })).toBeVisible();
    await expect(chat.message(2).getByText(opening, { exact: true })).toBeVisible();
    await expect.poll(() => completions(upstream).map((one) => one.closedEarly)).toEqual([true]);
    await expectUsable(chat);
  });
});
