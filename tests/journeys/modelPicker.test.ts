import type { Page } from "playwright";
import { expect, sentence, type ChatPage } from "./chatPage.js";
import { test } from "./journey.js";
import { paintPNG } from "./paintPNG.js";
import { completions, messagesOf } from "./upstreamRequests.js";
import type { ScriptedUpstream } from "../support/scriptedUpstream.mjs";

const groqModels = {
  data: [
    "llama-3.3-70b-versatile",
    "llama-3.1-8b-instant",
    "meta-llama/llama-4-scout-17b-16e-instruct",
  ].map((id) => ({ id, object: "model" })),
};

/** Lets the scripted upstream stand in for Groq, which the page calls itself. */
async function standInForGroq({ page, expectError }: ChatPage, upstream: ScriptedUpstream) {
  expectError(/A request to https:\/\/api\.groq\.com\//);
  await page.route("https://api.groq.com/openai/v1/**", async (route) => {
    const request = route.request();
    if (request.url().endsWith("/models")) {
      const key = request.headers()["authorization"] ?? "";
      const headers = { "access-control-allow-origin": "*" };
      return key.includes("wrong")
        ? route.fulfill({ status: 401, headers, json: { error: { message: "Invalid API Key" } } })
        : route.fulfill({ headers, json: groqModels });
    }
    const path = new URL(request.url()).pathname.replace("/openai", "");
    return route.fulfill({ response: await route.fetch({ url: upstream.url + path }) });
  });
}

const search = (page: Page) => page.getByRole("combobox", { name: /^Search/ });

test("from a search to an image for a model that reads none, with a key that was wrong at first", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat();
  const { page, button } = chat;
  await standInForGroq(chat, upstream);
  const picker = page.getByRole("button", { name: /^Choose a model/ });

  // Search goes over the models of every provider, those without a key as well.
  await picker.press("Enter");
  await search(page).fill("opus 5");
  await expect(page.getByRole("option", { name: /^Claude Opus 5(?!\.)/ }).first()).toBeVisible();
  await search(page).fill("");

  await page.getByRole("tab", { name: /^Groq/ }).click();
  const field = page.getByLabel(/API key/);
  await expect(page.getByRole("link", { name: "Get a key" })).toHaveAttribute(
    "href",
    "https://console.groq.com/keys",
  );

  chat.expectError(/401/);
  await field.fill("gsk_wrong");
  await button("Save and test").click();
  await expect(page.getByText(/Groq did not accept the API key/).first()).toBeVisible();

  await button("Edit key").first().click();
  await field.fill("gsk_right");
  await button("Save and test").click();
  await expect(page.getByText(/^Connected/).first()).toBeVisible();
  await expect(page.getByText(/\d ms/)).toBeVisible();

  await page.getByRole("switch", { name: /^Show models without vision/ }).click();
  await page.getByRole("option", { name: /^Llama 3\.3 70B/ }).click();
  await expect(picker).toContainText("Llama 3.3 70B");
  await expect(picker).toBeFocused();

  const opened = page.waitForEvent("filechooser");
  await button("Attach files").click();
  await (
    await opened
  ).setFiles({
    name: "red.png",
    mimeType: "image/png",
    buffer: paintPNG(40, 20, [200, 30, 30]),
  });
  await expect(page.getByText("Llama 3.3 70B can't read images.")).toBeVisible();
  await chat.ask("What is this?");
  await expect(page.getByRole("alert")).toContainText("can't read images");
  expect(completions(upstream).filter(({ body }) => hasImage(body))).toEqual([]);
  const asked = completions(upstream).length;

  await button("Remove image").click();
  await chat.input.press("Enter");
  await expect(chat.message(2)).toContainText(sentence);
  expect(completions(upstream)).toHaveLength(asked + 1);
  expect(messagesOf(completions(upstream).at(-1)).at(-1)?.content).toBe("What is this?");

  // The key is in the memory of the page and nowhere a script of somebody else's would look.
  expect(await page.content()).not.toContain("gsk_");
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).not.toContain("gsk_");
});

test("another model that reads images is the other way out", async ({ openChat, upstream }) => {
  const chat = await openChat();
  const { page, button } = chat;
  await standInForGroq(chat, upstream);
  await page.getByRole("button", { name: /^Choose a model/ }).press("Enter");
  await page.getByRole("tab", { name: /^Groq/ }).click();
  await page.getByLabel(/API key/).fill("gsk_right");
  await button("Save and test").click();
  await expect(page.getByText(/^Connected/).first()).toBeVisible();
  await page.getByRole("switch", { name: /^Show models without vision/ }).click();
  await page.getByRole("option", { name: /^Llama 3\.3 70B/ }).click();

  const opened = page.waitForEvent("filechooser");
  await button("Attach files").click();
  const buffer = paintPNG(30, 30, [30, 160, 60]);
  await (await opened).setFiles({ name: "green.png", mimeType: "image/png", buffer });
  await button("Choose a model").click();
  const refused = page.getByRole("option", { name: /^Llama 3\.1 8B[^]*can't read images/ });
  await expect(refused).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("option", { name: /^Llama 4 Scout/ }).click();
  await expect(page.getByText("can't read images")).toHaveCount(0);
  await button("Send").click();
  await expect(chat.message(2)).toContainText(sentence);
  expect(hasImage(completions(upstream).at(-1)?.body)).toBe(true);
});

function hasImage(body: unknown): boolean {
  return JSON.stringify(body).includes("data:image/png;base64,");
}
