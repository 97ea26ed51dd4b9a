import { beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { ConnectionTest } from "../../src/index.js";
import { openPicker, option, renderPicker, tab, trigger } from "./pickerSetUp.js";

const key = "sk-a-key-nobody-may-see";
const field = () => page.getByLabelText(/API key/);
const testButton = () => page.getByRole("button", { name: "Test connection" });

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  await page.viewport(900, 700);
});

describe("a key", () => {
  test("that is missing is asked for, tried, and shown nowhere", async () => {
    const { client, queryClient } = await openPicker();
    const setKey = vi.spyOn(client, "setKey");
    await tab(/Groq\W+No key/).click();
    await expect
      .element(page.getByRole("link", { name: "Get a key" }))
      .toHaveAttribute("href", "https://groq.example/keys");
    await field().fill(key);
    await page.getByRole("button", { name: "Save and test" }).click();
    await expect.element(tab(/Groq\W+Connected/)).toBeVisible();
    expect(setKey).toHaveBeenCalledExactlyOnceWith("groq", key, { keep: "memory" });
    await expect.element(option("Llama 4 Scout")).toBeVisible();
    expect(field().elements()).toHaveLength(0);

    const cached = queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state.data]);
    const places = [
      document.body.innerHTML,
      JSON.stringify([Object.entries(localStorage), cached]),
    ];
    for (const place of places) expect(place).not.toContain(key);
  });

  test("is never an attribute while it is typed", async () => {
    await openPicker();
    await tab(/Groq/).click();
    await field().fill(key);
    expect(document.body.innerHTML).not.toContain(key);
  });

  test("is kept for the tab where a person wishes it", async () => {
    const { client } = await openPicker();
    const setKey = vi.spyOn(client, "setKey");
    await tab(/Groq/).click();
    await page.getByRole("radio", { name: /For this tab/ }).click();
    await field().fill(key);
    await userEvent.keyboard("{Enter}");
    expect(setKey).toHaveBeenCalledExactlyOnceWith("groq", key, { keep: "tab" });
  });

  test("can be changed and taken away", async () => {
    const { client } = await openPicker();
    const setKey = vi.spyOn(client, "setKey");
    await page.getByRole("button", { name: "Edit key" }).click();
    await expect.element(field()).toHaveFocus();
    await page.getByRole("button", { name: "Remove key" }).click();
    expect(setKey).toHaveBeenCalledExactlyOnceWith("anthropic", "", { keep: "memory" });
  });

  test("that a server lacks is named by its variable", async () => {
    await openPicker({ script: { canSetKey: false } });
    await tab(/Groq/).click();
    await expect.element(page.getByText(/The server has no key for Groq/)).toBeVisible();
    await expect.element(page.getByText(/Set GROQ_API_KEY/)).toBeVisible();
    // Nothing of it can be chosen, so there is no more of it to see.
    expect(page.getByRole("switch").elements()).toHaveLength(0);
    expect(field().elements()).toHaveLength(0);
  });
});

describe("a connection test", () => {
  test("says that it worked and how long it took, until a key changes", async () => {
    const { client } = await openPicker();
    await testButton().click();
    const status = page.getByText(/Connected · 412 ms/);
    await expect.element(status).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await trigger().click();
    await expect.element(status).toBeVisible();
    client.setKey!("openai", "sk-other", { keep: "memory" });
    await expect.element(status).not.toBeInTheDocument();
  });

  test("says why it failed in a sentence, with the details behind it", async () => {
    const error = "Anthropic refused the key. Make a new one.";
    const testError = { error, details: "401 invalid x-api-key" };
    await openPicker({ script: { testError } });
    await testButton().click();
    await expect.element(page.getByText("Anthropic refused the key.")).toBeVisible();
    await expect.element(tab(/Anthropic\W+Refused/)).toBeVisible();
    await page.getByText("Details").click();
    await expect.element(page.getByText("401 invalid x-api-key")).toBeVisible();
    // Spaces are kept there, so the sentence must not begin with one.
    expect(page.getByText("Make a new one.").element().textContent).toBe("Make a new one.");
  });

  test("that began before a key changed says nothing of the new one", async () => {
    const { client } = await openPicker();
    let answer = (_result: ConnectionTest): void => {};
    vi.spyOn(client, "testConnection").mockReturnValue(
      new Promise((resolve) => (answer = resolve)),
    );
    await testButton().click();
    await expect.element(page.getByText("Testing…")).toBeVisible();
    client.setKey!("anthropic", "sk-other", { keep: "memory" });
    answer({ success: true, model: "anthropic/claude-opus-5", durationMs: 7 });
    await expect.element(page.getByText("Testing…")).not.toBeInTheDocument();
    expect(page.getByText(/7 ms/).elements()).toHaveLength(0);
  });

  test("a client that throws is a failed test, not a crash", async () => {
    const { client } = await openPicker();
    vi.spyOn(client, "testConnection").mockRejectedValue(new Error("The line is dead."));
    await testButton().click();
    await expect.element(page.getByText(/The line is dead/)).toBeVisible();
  });
});

describe("two dropdowns", () => {
  const provider = () => page.getByRole("button", { name: /^Provider/ });
  const model = () => page.getByRole("button", { name: /^Model/ });

  test("another provider brings one of its models, in one change", async () => {
    const { onChange } = await renderPicker({ variant: "cascade" });
    await expect.element(provider()).toHaveTextContent("Anthropic");
    await provider().click();
    await option(/OpenAI/).click();
    expect(onChange).toHaveBeenCalledExactlyOnceWith("openai/gpt-6-sol");
    await expect.element(model()).toHaveTextContent("GPT-6 Sol");
    await model().click();
    await option("GPT-5").click();
    await provider().click();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(model()).toHaveTextContent("Claude Opus 5.5");
    await provider().click();
    await option(/OpenAI/).click();
    await expect.element(model()).toHaveTextContent("GPT-5");
    expect(onChange.mock.calls.map(([id]) => id)).toEqual([
      "openai/gpt-6-sol",
      "openai/gpt-5",
      "anthropic/claude-opus-5-5",
      "openai/gpt-5",
    ]);
  });

  test("a provider without a key shows where to give one, and leaves the model alone", async () => {
    const { onChange } = await renderPicker({ variant: "cascade" });
    await provider().click();
    await option(/Groq/).click();
    await expect.element(field()).toBeVisible();
    await expect.element(model()).toHaveTextContent("Choose a model");
    expect(onChange).not.toHaveBeenCalled();
    await field().fill(key);
    await page.getByRole("button", { name: "Save and test" }).click();
    await expect.element(provider()).toHaveTextContent(/Groq\W+Connected/);
    await model().click();
    await option("Llama 4 Scout").click();
    expect(onChange).toHaveBeenCalledExactlyOnceWith("groq/llama-4-scout");
  });

  test("a model of a provider that cannot be asked is not said to be gone", async () => {
    await renderPicker({ variant: "cascade", start: "groq/llama-9" });
    await expect.element(field()).toBeVisible();
    await expect.element(model()).toHaveTextContent("llama-9");
    expect(page.getByText(/No longer listed/).elements()).toHaveLength(0);
  });

  test("the connection is tested beside them", async () => {
    await renderPicker({ variant: "cascade" });
    await testButton().click();
    await expect.element(page.getByText(/Connected · 412 ms/)).toBeVisible();
  });
});
