import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createGatewayClient } from "../../src/index.js";
import { openPicker, option, search, tab, trigger } from "../browser/pickerSetUp.js";
import { proxyKey, proxyURL } from "./proxyEnvironment.js";

const openProxyPicker = (apiKey = proxyKey) =>
  openPicker({
    client: createGatewayClient({ baseURL: proxyURL, apiKey, maxRetries: 0 }),
    start: "",
  });

const testButton = () => page.getByRole("button", { name: "Test connection" });

/** The proxy's names as they are shown. */
const titles = (provider: string) =>
  ["Busy", "Chat", "Missing", "Refused"].map((name) => `${provider} ${name}`);

async function choose(id: string, title: string): Promise<void> {
  await search().fill(id);
  await option(title).click();
  await expect.element(trigger()).toHaveTextContent(title);
}

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(900, 700);
});

describe("a picker before a LiteLLM proxy", () => {
  test("lists the proxy's own models by who answers them, with the facts it knows", async () => {
    await openProxyPicker();
    const shown = () =>
      page
        .getByRole("option")
        .elements()
        .map((one) => one.querySelector("bdi")?.textContent)
        .toSorted((a, b) => (a! < b! ? -1 : 1));
    await expect.poll(() => shown()).toEqual(titles("OpenAI"));
    const facts = "128K context · $3 / $15 per M";
    await expect.element(option("OpenAI Chat")).toHaveTextContent(facts);
    await expect.element(option("OpenAI Chat")).toHaveTextContent(/Vision Tools/);
    // LiteLLM says "free" and "no" of what it has never heard of, and that is nothing to show.
    await expect.element(option("OpenAI Busy")).not.toHaveTextContent(/context|\$|Vision/);
    await tab(/^Anthropic/).click();
    await expect.poll(() => shown()).toEqual(titles("Anthropic"));
    await expect.element(option("Anthropic Chat")).toHaveTextContent(facts);
  });

  test("finds one, chooses it under the proxy's name, and says that it answers", async () => {
    const { onChange } = await openProxyPicker();
    await choose("anthropic-chat", "Anthropic Chat");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("anthropic-chat");
    await trigger().click();
    await testButton().click();
    await expect.element(page.getByText(/^Connected · \d+ m?s$/)).toBeVisible();
    await expect.element(tab(/^Anthropic\W+Connected/)).toBeVisible();
  });

  test("says of one that fails why, in a sentence, with the details behind it", async () => {
    await openProxyPicker();
    await choose("openai-refused", "OpenAI Refused");
    await trigger().click();
    await testButton().click();
    const sentence = page.getByText(/^\S+ did not accept the API key\.$/);
    await expect.element(sentence).toBeVisible();
    await page.getByText("Details").click();
    await expect.element(page.getByText(/^litellm\.AuthenticationError/)).toBeVisible();
    expect(document.body.textContent).not.toMatch(/Traceback|sk-/);
    await expect.element(tab(/^OpenAI\W+Refused/)).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(trigger()).toHaveTextContent("OpenAI Refused");
  });

  test("that refuses the key says so in the list's place", async () => {
    await openProxyPicker("sk-nobody-gave-this-out");
    await expect.element(page.getByRole("alert")).toHaveTextContent(/key/);
    await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
  });
});
