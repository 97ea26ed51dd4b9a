import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMockClient } from "../../src/testing/index.js";
import { ChatError, type ChatProps, type ModelInfo } from "../../src/index.js";
import { option, search } from "./pickerSetUp.js";
import { button, finish, input, place, renderChat, text } from "./setUp.js";
import { render } from "vitest-browser-react";

beforeEach(() => page.viewport(900, 700));

const models: ModelInfo[] = [
  { id: "openai/gpt-5", name: "GPT-5", provider: "openai" },
  { id: "groq/llama", name: "Llama", provider: "groq" },
];

/** A chat whose answers are counted, with two questions answered. */
async function renderTalk(props: ChatProps = {}, questions = ["Q1", "Q2"]) {
  let calls = 0;
  const client = createMockClient({ models, answer: () => `A${++calls}` });
  await render(place({ model: undefined, defaultModel: "openai/gpt-5", client, ...props }));
  for (const [index, question] of questions.entries()) {
    await input().fill(question);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => shown().at(-1)).toBe(`A${index + 1}`);
  }
  return { client };
}

const shown = (): string[] =>
  [...document.querySelectorAll("[data-pl-bubble], [data-role=assistant] [data-pl-markdown]")].map(
    (element) => element.textContent,
  );
const versions = () => page.getByRole("group", { name: "Versions" });

describe("an answer made again", () => {
  test("stands beside the old one, and the keys go between them without losing the focus", async () => {
    await renderTalk();
    await expect.element(versions()).not.toBeInTheDocument();
    await button("Answer again").nth(0).click();
    await expect.poll(shown).toEqual(["Q1", "A3"]);
    await expect.element(input()).toHaveFocus();
    await expect.element(versions()).toHaveTextContent("2/2");

    const previous = button("Previous version");
    (previous.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(shown).toEqual(["Q1", "A1", "Q2", "A2"]);
    await expect.element(versions()).toHaveTextContent("1/2");
    await expect.element(previous).toHaveFocus();
    // The first version: there is none before it, and the focus stays.
    await expect.element(previous).toHaveAttribute("aria-disabled", "true");
    await userEvent.keyboard("{Enter}");
    await expect.poll(shown).toEqual(["Q1", "A1", "Q2", "A2"]);
    await userEvent.tab();
    await expect.element(button("Next version")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(shown).toEqual(["Q1", "A3"]);
    await expect.element(button("Next version")).toHaveFocus();
  });

  test("says which version is shown, once it changes", async () => {
    await renderTalk({}, ["Q1"]);
    await button("Answer again").click();
    const status = versions().getByRole("status");
    await expect.element(status).toHaveTextContent("Version 2 of 2");
    const element = status.element();
    await button("Previous version").click();
    await expect.element(status).toHaveTextContent("Version 1 of 2");
    // A live region is heard only while it stays.
    expect(status.element()).toBe(element);
  });

  test("by another model leaves the choice as it is, and each says who it is by", async () => {
    const { client } = await renderTalk({}, ["Q1"]);
    const more = button("Answer again with another model");
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await search().fill("Llama");
    await option("Llama").click();
    await expect.poll(shown).toEqual(["Q1", "A2"]);
    await expect.element(input()).toHaveFocus();
    const author = () => document.querySelector("[data-pl-author-name]")?.textContent;
    await expect.poll(author).toBe("Llama");
    expect(client.requests.map(({ model }) => model)).toEqual(["openai/gpt-5", "groq/llama"]);
    await button("Previous version").click();
    await expect.poll(author).toBe("GPT-5");
    await input().fill("Q2");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => client.requests.at(-1)?.model).toBe("openai/gpt-5");
  });

  test("by another model is offered where an answer failed, even before it began", async () => {
    const { client, steps, ask } = await renderChat({
      model: undefined,
      models,
      defaultModel: "openai/gpt-5",
    });
    await ask("Q1");
    steps[0]!.fail(new ChatError("overloaded", "GPT-5 is overloaded."));
    const other = button("Use another model");
    await other.click();
    await userEvent.keyboard("{Escape}");
    await expect.element(other).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await search().fill("Llama");
    await option("Llama").click();
    await expect.poll(() => client.requests.at(-1)?.model).toBe("groq/llama");
    expect(client.requests.at(-1)!.messages).toHaveLength(1);
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await expect.element(input()).toHaveFocus();
  });

  test("by another model is given up with Escape, and the focus goes back", async () => {
    const { client } = await renderTalk({}, ["Q1"]);
    const more = button("Answer again with another model");
    await more.click();
    await expect.element(search()).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(more).toHaveFocus();
    expect(client.requests).toHaveLength(1);
  });

  test("cannot be switched while it arrives, yet keeps the focus", async () => {
    const { steps, ask } = await renderChat();
    await ask("Q1");
    await steps[0]!.push(text("A1"));
    void steps[0]!.push(finish);
    await button("Answer again").click();
    await steps[1]!.push(text("A2"));
    void steps[1]!.push(finish);
    await expect.element(versions()).toBeVisible();
    await ask("Q2");
    await expect.element(button("Previous version")).toHaveAttribute("aria-disabled", "true");
    await button("Previous version").click({ force: true });
    expect(shown()).toContain("A2");
    await button("Stop").click();
  });

  test("is by the chat's model alone where that is fixed", async () => {
    await renderTalk({ model: "openai/gpt-5" }, ["Q1"]);
    await expect.element(button("Answer again")).toBeVisible();
    await expect.element(button("Answer again with another model")).not.toBeInTheDocument();
  });
});

describe("a question written anew", () => {
  test("is taken into the composer and stands beside the old one", async () => {
    const { client } = await renderTalk();
    const edit = button("Edit message").nth(0);
    (edit.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(input()).toHaveFocus();
    await expect.element(input()).toHaveValue("Q1");
    await userEvent.keyboard("b{Enter}");
    await expect.poll(shown).toEqual(["Q1b", "A3"]);
    expect(client.requests.at(-1)!.messages).toHaveLength(1);
    await expect.element(versions()).toHaveTextContent("2/2");
    await button("Previous version").click();
    await expect.poll(shown).toEqual(["Q1", "A1", "Q2", "A2"]);
  });

  test("is left alone with Escape", async () => {
    await renderTalk();
    await button("Edit message").nth(1).click();
    await userEvent.keyboard("{Escape}");
    await expect.element(input()).toHaveValue("");
    await expect.element(input()).toHaveFocus();
    expect(shown()).toEqual(["Q1", "A1", "Q2", "A2"]);
  });

  test("is no longer written once its branch is hidden", async () => {
    await renderTalk({}, ["Q1"]);
    await button("Answer again").click();
    await input().fill("Q2");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => shown().length).toBe(4);
    await button("Edit message").nth(1).click();
    await expect.element(page.getByText("Editing a message")).toBeVisible();
    await button("Previous version").click();
    await expect.element(page.getByText("Editing a message")).not.toBeInTheDocument();
  });

  test("is weighed without what follows it", async () => {
    const large = "word ".repeat(1500);
    await renderTalk(
      {
        models: [{ ...models[0]!, maxInputTokens: 1000 }],
        defaultMessages: [
          { id: "q", role: "user", parts: [{ type: "text", text: "Short" }] },
          { id: "a", role: "assistant", parts: [{ type: "text", text: large }] },
        ],
      },
      [],
    );
    await button("Edit message").click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await userEvent.keyboard("er{Enter}");
    await expect.poll(shown).toEqual(["Shorter", "A1"]);
  });
});

test("a deleted version makes room for the other one", async () => {
  await renderTalk({}, ["Q1"]);
  await button("Answer again").click();
  await expect.poll(shown).toEqual(["Q1", "A2"]);
  await button("Delete message").nth(1).click();
  await expect.poll(shown).toEqual(["Q1", "A1"]);
  await expect.element(versions()).not.toBeInTheDocument();
  await expect.element(input()).toHaveFocus();
});

test("from right to left the arrows point the other way", async () => {
  await renderTalk({ dir: "rtl" }, ["Q1"]);
  await button("Answer again").click();
  const icons = versions().element().querySelectorAll("svg");
  expect([...icons].map((icon) => getComputedStyle(icon).scale)).toEqual(["-1 1", "-1 1"]);
  const [previous, next] = versions().getByRole("button").elements();
  expect(previous!.getBoundingClientRect().left).toBeGreaterThan(
    next!.getBoundingClientRect().left,
  );
});

test("what is known of an answer is told on demand, and an unknown cost is not told at all", async () => {
  await renderTalk(
    {
      defaultMessages: [
        { id: "q", role: "user", parts: [{ type: "text", text: "Q" }] },
        {
          id: "a",
          role: "assistant",
          parts: [{ type: "text", text: "A" }],
          metadata: {
            model: "openai/own-model",
            usage: { inputTokens: 1000, outputTokens: 284, cachedInputTokens: 600 },
            refusals: [
              { model: "groq/llama", code: "overloaded", message: "Llama is overloaded." },
            ],
          },
        },
      ],
    },
    [],
  );
  const facts = page.getByRole("button", { name: "1,284 tokens" });
  (facts.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  const panel = page.getByRole("dialog", { name: "About this answer" });
  await expect.element(panel).toHaveTextContent(/Tokens read1,000… from the cache600/);
  await expect.element(panel).toHaveTextContent(/Tokens written284/);
  await expect.element(panel).toHaveTextContent("Used so far: 1,284 tokens, cost unknown");
  await expect.element(panel).not.toHaveTextContent("$");
  await userEvent.keyboard("{Escape}");
  await expect.element(facts).toHaveFocus();
  await expect
    .element(page.getByText("Llama was asked first, own-model answered. Llama is overloaded."))
    .toBeVisible();
});
