import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { scripted } from "../../src/components/ModelPicker/storyClient.js";
import type { ModelInfo } from "../../src/index.js";
import { openPicker, option, renderPicker, search, tab, trigger } from "./pickerSetUp.js";

const options = () => page.getByRole("option").elements();

/** The option the keys are at, as assistive technology is told. */
const active = (): HTMLElement | null =>
  document.getElementById(search().element().getAttribute("aria-activedescendant") ?? "");

const keys = (text: string) => userEvent.keyboard(text);

const named = (id: string, name: string, more: Partial<ModelInfo> = {}): ModelInfo => ({
  id,
  name,
  provider: id.slice(0, id.indexOf("/")),
  ...more,
});

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(900, 700);
});

test("the popover looks as the place of its button, and so after that has changed", async () => {
  document.documentElement.dataset["theme"] = "dark";
  await renderPicker();
  const themeOf = () => page.getByRole("dialog").element().getAttribute("data-theme");
  await trigger().click();
  await expect.poll(themeOf).toBe("dark");
  await keys("{Escape}");
  document.documentElement.dataset["theme"] = "light";
  await trigger().click();
  await expect.poll(themeOf).toBe("light");
  delete document.documentElement.dataset["theme"];
});

describe("with keys alone", () => {
  test("a model is chosen, and the focus comes back to the button", async () => {
    const { onChange } = await renderPicker();
    (trigger().element() as HTMLElement).focus();
    await keys("{Enter}");
    await expect.element(option("Claude Opus 5.5")).toBeVisible();
    await expect.poll(() => active()?.textContent).toMatch(/^Claude Opus 5(?!\.)/);
    await keys("{ArrowDown}{Enter}");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("anthropic/claude-sonnet-5");
    await expect.element(trigger()).toHaveFocus();
    await expect.element(trigger()).toHaveTextContent("Claude Sonnet 5");
  });

  test("Escape closes without a choice", async () => {
    const { onChange } = await openPicker();
    await keys("{ArrowDown}{Escape}");
    await expect.element(trigger()).toHaveFocus();
    expect(page.getByRole("dialog").elements()).toHaveLength(0);
    expect(onChange).not.toHaveBeenCalled();
  });

  test("one goes to the providers and back, and typing is searching there too", async () => {
    const { onChange } = await openPicker();
    await expect.element(option("Claude Opus 5.5")).toBeVisible();
    await keys("{ArrowLeft}");
    await expect.element(tab(/Anthropic/)).toHaveFocus();
    await keys("{ArrowUp}");
    await expect.element(tab(/OpenAI/)).toHaveFocus();
    await expect.element(option("GPT-6 Sol")).toBeVisible();
    await keys("{ArrowRight}");
    await expect.element(search()).toHaveFocus();
    await keys("{ArrowLeft}");
    await keys("gemini");
    await expect.element(search()).toHaveValue("gemini");
    await keys("{Enter}");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("gemini/gemini-3.8-flash");
  });

  test("from right to left the arrows are the other way round", async () => {
    await openPicker({ dir: "rtl" });
    await expect.element(option("Claude Opus 5.5")).toBeVisible();
    await keys("{ArrowLeft}");
    await expect.element(search()).toHaveFocus();
    await keys("{ArrowRight}");
    await expect.element(tab(/Anthropic/)).toHaveFocus();
    await keys("{ArrowLeft}");
    await expect.element(search()).toHaveFocus();
  });

  test("the versions of a model open and close", async () => {
    const models = [
      named("openai/gpt-99", "GPT-99"),
      named("openai/gpt-99-2026-01-15", "GPT-99 2026-01-15"),
    ];
    const { onChange } = await openPicker({ script: { models }, start: "openai/gpt-99" });
    await expect.element(option("GPT-99")).toBeVisible();
    expect(options()).toHaveLength(1);
    await keys("{ArrowRight}");
    await expect.element(page.getByText("openai/gpt-99-2026-01-15")).toBeVisible();
    await keys("{ArrowLeft}");
    await expect.poll(() => options().length).toBe(1);
    await keys("{ArrowRight}{ArrowDown}{Enter}");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("openai/gpt-99-2026-01-15");
    await keys("{Enter}");
    await expect.poll(() => options().length).toBe(2);
  });
});

describe("the search", () => {
  test("finds by name, id, provider and ability, in every provider", async () => {
    await openPicker({ script: { only: ["openai", "anthropic", "gemini", "ollama"] } });
    await expect.element(option("Claude Opus 5.5")).toBeVisible();
    for (const [words, first] of [
      ["sol", "GPT-6 Sol"],
      ["gpt-5", "GPT-5Aug\u00A02025"],
      ["gemini-3.1", "Gemini 3.1 Pro"],
      ["ollama", "Llama 3.2"],
      ["preview", "Gemini 3.1 Pro"],
      ["anthropic reasoning", "Claude Opus 5.5"],
    ] as const) {
      await search().fill(words);
      await expect.poll(() => active()?.textContent).toContain(first);
    }
  });

  test("offers what nobody lists as a name of its own", async () => {
    const { onChange } = await openPicker();
    await search().fill("ollama/my-model");
    await option(/Use “ollama\/my-model”/).click();
    expect(onChange).toHaveBeenCalledExactlyOnceWith("ollama/my-model");
    await expect.element(trigger()).toHaveTextContent("my-model");
  });

  test("offers no name of its own while a list that may hold it is on its way", async () => {
    let arrive = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const client = scripted({ only: ["anthropic", "ollama"] });
    const { onChange } = await openPicker({
      client: {
        ...client,
        async listModels(asked) {
          if (asked?.provider === "ollama") await arrived;
          return client.listModels!(asked);
        },
      },
    });
    await expect.element(option("Claude Sonnet 5")).toBeVisible();
    await search().fill("llama");
    await expect.element(page.getByText("Loading models")).toBeVisible();
    await keys("{Enter}");
    expect(options()).toHaveLength(0);
    expect(onChange).not.toHaveBeenCalled();
    arrive();
    await expect.poll(() => active()?.textContent).toContain("Llama 3.2");
    await keys("{Enter}");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("ollama/llama3.2");
  });

  test("offers no other name where the models are given", async () => {
    await openPicker({ models: ["a/one", "b/two"], start: "a/one" });
    await search().fill("three");
    await expect.element(page.getByText("Nothing found for “three”.")).toBeVisible();
    expect(options()).toHaveLength(0);
  });
});

test("a double click chooses once", async () => {
  const { onChange } = await openPicker();
  await option("Claude Sonnet 5").dblClick();
  expect(onChange).toHaveBeenCalledExactlyOnceWith("anthropic/claude-sonnet-5");
});

test("of thousands of models only those one sees are rendered, and all are counted", async () => {
  const models = Array.from({ length: 5000 }, (_, at) => named(`ollama/one-${at}x`, `One ${at}`));
  const { onChange } = await openPicker({
    script: { models, only: ["ollama"] },
    start: "ollama/one-0x",
  });
  await expect.element(page.getByPlaceholder("Search 5,000 models…")).toBeVisible();
  await expect.element(option("One 0")).toHaveAttribute("aria-setsize", "5000");
  expect(options().length).toBeLessThan(30);
  await keys("{End}");
  await expect.poll(() => active()?.getAttribute("aria-posinset")).toBe("5000");
  await expect.element(active()).toBeInViewport();
  expect(options().length).toBeLessThan(30);
  await search().fill("4321");
  await keys("{Enter}");
  expect(onChange).toHaveBeenCalledExactlyOnceWith("ollama/one-4321x");
});

describe("what is shown", () => {
  test("models without vision wait behind a switch", async () => {
    await openPicker({ start: "openai/gpt-5" });
    await expect.element(option("GPT-5.6")).toBeVisible();
    expect(option("GPT-OSS 120B").elements()).toHaveLength(0);
    await page.getByRole("switch", { name: "Show models without vision (1)" }).click();
    await expect.element(option("GPT-OSS 120B")).toBeInTheDocument();
  });

  test("of those the switch counts only what it would bring: not the chosen one, and of a search the hits", async () => {
    const text = (id: string) => named(id, id, { vision: false });
    const models = [
      named("openai/gpt-99", "GPT-99"),
      ...["openai/text-one", "openai/text-two", "groq/text-three", "groq/other"].map(text),
    ];
    const script = { models, missing: [], only: ["openai", "groq"] };
    await openPicker({ script, start: "openai/text-one" });
    const count = (words: string) =>
      page.getByRole("switch", { name: `Show models without vision (${words})` });
    await expect.element(option("Text One")).toBeVisible();
    await expect.element(count("1")).toBeVisible();
    await search().fill("text");
    await expect.element(count("2")).toBeVisible();
    await search().fill("text-three");
    await expect.element(count("1")).toBeVisible();
    await search().fill("gpt-99");
    await expect.element(option("GPT-99")).toBeVisible();
    expect(page.getByRole("switch").elements()).toHaveLength(0);
  });

  test("a model that cannot take the conversation is in reach, with the reason, and is not chosen", async () => {
    const reasonAgainst = ({ id }: ModelInfo) =>
      id.endsWith("sonnet-5") ? "Takes 2 images at most; there are 3." : undefined;
    const { onChange } = await openPicker({ reasonAgainst });
    const sonnet = option("Claude Sonnet 5");
    await expect.element(sonnet).toHaveAttribute("aria-disabled", "true");
    await expect.element(sonnet).toHaveTextContent(/Takes 2 images at most/);
    await keys("{ArrowDown}");
    await expect.poll(() => active()?.textContent).toContain("Claude Sonnet 5");
    await keys("{Enter}");
    await sonnet.click({ force: true });
    expect(onChange).not.toHaveBeenCalled();
    await expect.element(page.getByRole("dialog")).toBeVisible();
  });

  test("a chosen model that nobody lists stays, and says so", async () => {
    await openPicker({ start: "anthropic/claude-9" });
    await expect.element(option("claude-9")).toHaveAttribute("aria-selected", "true");
    await expect.element(option("claude-9")).toHaveTextContent(/No longer listed/);
  });

  test("a refused list and a slow one hold up nobody", async () => {
    await openPicker({ script: { refused: ["gemini"], slow: ["openai"] } });
    await expect.element(option("Claude Opus 5.5")).toBeVisible();
    await tab(/Google Gemini\W+Refused/).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("gemini refused the key");
    await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await tab(/OpenAI/).click();
    await expect.element(page.getByText("Known models; OpenAI is being asked.")).toBeVisible();
    await expect.element(option("GPT-6 Sol")).toBeVisible();
  });

  test("nothing is listed, or nothing can be", async () => {
    await openPicker({ start: "", models: [] });
    await expect.element(page.getByText("No models")).toBeVisible();
  });

  test("what was used last and what is marked stand above", async () => {
    await openPicker();
    await option("Claude Sonnet 5").click();
    await trigger().click();
    await expect.element(page.getByText("Recent")).not.toBeInTheDocument();
    await option("Claude Opus 4.5").click();
    await trigger().click();
    await expect.element(page.getByText("Recent")).toBeVisible();
    await option("Claude Haiku 4.5").hover();
    await page.getByRole("button", { name: "Add Claude Haiku 4.5 to favourites" }).click();
    await expect.element(page.getByText("Favourites")).toBeInTheDocument();
    const stored = JSON.parse(localStorage.getItem("polylogue:models")!) as unknown;
    expect(stored).toEqual({
      recent: ["anthropic/claude-opus-4-5", "anthropic/claude-sonnet-5"],
      favourites: ["anthropic/claude-haiku-4-5"],
    });
  });

  test("a storage that holds something else is no reason to break", async () => {
    localStorage.setItem("polylogue:models", '{"recent": 7, "favourites": [null, {}]}');
    await openPicker();
    await expect.element(option("Claude Opus 5.5")).toBeVisible();
  });
});

test("in a narrow window one pane stands at a time", async () => {
  await page.viewport(360, 640);
  const { onChange } = await openPicker();
  await expect.element(option("Claude Opus 5.5")).toBeVisible();
  await expect.element(page.getByText("Google Gemini")).not.toBeVisible();
  await page.getByRole("button", { name: /^Providers/ }).click();
  await tab(/Google Gemini/).click();
  await expect.element(option("Gemini 3.8 Flash")).toBeVisible();
  await expect.element(page.getByText("OpenAI")).not.toBeVisible();
  await option("Gemini 3.8 Flash").click();
  expect(onChange).toHaveBeenCalledExactlyOnceWith("gemini/gemini-3.8-flash");
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBe(clientWidth);
});

test("facts that have no room are left out whole", async () => {
  await page.viewport(270, 700);
  await openPicker();
  await expect.element(option("Claude Opus 5.5")).toBeVisible();
  const line = option("Claude Opus 5.5").element().querySelector("[data-pl-option-facts]")!;
  const box = line.getBoundingClientRect();
  const text = line.firstChild as Text;
  const seen = [...text.data.matchAll(/[^·]+/g)].map(({ 0: fact, index }) => {
    const range = document.createRange();
    range.setStart(text, index + fact.search(/\S/));
    range.setEnd(text, index + fact.trimEnd().length);
    const { top, right } = range.getBoundingClientRect();
    return top >= box.bottom ? "left out" : right <= box.right ? "whole" : "cut";
  });
  expect(seen).toEqual(["whole", "whole", "left out"]);
  expect(box.height).toBeLessThan(20);
});

test("opening it adds no style element, as a strict policy would refuse one", async () => {
  const before = document.querySelectorAll("style").length;
  await openPicker();
  await expect.element(option("Claude Opus 5.5")).toBeVisible();
  expect(document.querySelectorAll("style")).toHaveLength(before);
});
