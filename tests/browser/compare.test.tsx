import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  ChatError,
  type ChatProps,
  type FilePart,
  type ModelInfo,
  type StreamPart,
} from "../../src/index.js";
import { createLockstep, createMockClient, type Lockstep } from "../../src/testing/index.js";
import { button, finish, input, place, text } from "./setUp.js";

beforeEach(() => page.viewport(900, 700));

const models: ModelInfo[] = [
  { id: "openai/gpt-5", name: "GPT-5", provider: "openai" },
  { id: "groq/llama", name: "Llama", provider: "groq", vision: false },
];

/** A chat that compares two models whose answers are given by hand, one of a model at a time. */
async function renderComparison(props: ChatProps = {}, width = 860) {
  const steps = new Map<string, Lockstep<StreamPart>>();
  const client = createMockClient({
    models,
    answer: ({ model }) => {
      const step = createLockstep<StreamPart>();
      steps.set(model, step);
      return step;
    },
  });
  const compare = ["openai/gpt-5", "groq/llama"];
  await render(place({ model: undefined, client, compare, ...props }, width));
  const ask = async (words: string): Promise<void> => {
    await input().fill(words);
    await userEvent.keyboard("{Enter}");
  };
  const push = (model: string, ...parts: StreamPart[]): Promise<unknown> =>
    Promise.all(parts.map((part) => steps.get(model)!.push(part)));
  return { client, steps, ask, push };
}

const columns = () => page.getByRole("group", { name: "Answers side by side" });
const column = (name: string) => columns().getByRole("article", { name, exact: true });
const announced = () => document.querySelector("[data-pl-announcer]")?.textContent;

describe("a question to two models", () => {
  test("is answered side by side, and goes on from the answer that is chosen by keyboard", async () => {
    const { client, ask, push } = await renderComparison();
    await expect
      .element(page.getByRole("button", { name: /Choose a model/ }))
      .not.toBeInTheDocument();
    await ask("Q1");
    await push("openai/gpt-5", text("From GPT"));
    await push("groq/llama", text("From Llama"));
    await expect.element(column("GPT-5")).toHaveTextContent("From GPT");
    await expect.element(column("Llama")).toHaveTextContent("From Llama");
    await expect.element(input()).toHaveFocus();
    const [a, b] = [column("GPT-5").element(), column("Llama").element()];
    expect(b.getBoundingClientRect().left).toBeGreaterThan(a.getBoundingClientRect().right);

    const usage = { inputTokens: 10, outputTokens: 2 };
    void push("groq/llama", { ...finish, messageMetadata: { usage, cost: 0.5 } } as StreamPart);
    await expect.element(button("Use this answer: Llama")).toBeDisabled();
    void push("openai/gpt-5", finish);
    await expect.element(button("Use this answer: Llama")).toBeEnabled();
    await expect.element(column("Llama")).toHaveTextContent(/12 tokens · \$0.500/);
    await expect.element(column("GPT-5")).not.toHaveTextContent("$");
    await expect.poll(announced).toBe("2 answers are there.");

    (button("Use this answer: Llama").element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(columns()).not.toBeInTheDocument();
    await expect.element(input()).toHaveFocus();
    await expect.element(page.getByRole("article", { name: "Llama, message 2" })).toBeVisible();
    await expect.element(page.getByRole("group", { name: "Versions" })).toHaveTextContent("2/2");
    await ask("Q2");
    await expect.poll(() => client.requests.length).toBe(4);
    expect(client.requests[2]!.messages[1]!.parts).toMatchObject([{ text: "From Llama" }]);
    await button("Stop").click();
  });

  test("is stopped as one", async () => {
    const { steps, ask, push } = await renderComparison();
    await ask("Q1");
    await push("groq/llama", text("Half"));
    await userEvent.keyboard("{Escape}");
    await Promise.all([...steps.values()].map(({ closed }) => closed));
    await expect.element(column("Llama")).toHaveTextContent("Stopped");
    await expect.element(button("Use this answer: Llama")).toBeEnabled();
    await expect.element(input()).toHaveFocus();
  });

  test("that one of them fails leaves the other alone", async () => {
    const { steps, ask, push } = await renderComparison();
    await ask("Q1");
    void push("openai/gpt-5", text("From GPT"), finish);
    steps.get("groq/llama")!.fail(new ChatError("overloaded", "Llama is overloaded."));
    await expect.element(column("Llama")).toHaveTextContent("Llama is overloaded.");
    await expect.element(button("Use this answer: GPT-5")).toBeEnabled();
    await expect.element(button("Use this answer: Llama")).not.toBeInTheDocument();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });

  test("that one of them failed is asked of that one again, by keyboard", async () => {
    const { client, steps, ask, push } = await renderComparison();
    await ask("Q1");
    void push("openai/gpt-5", text("From GPT"), finish);
    steps.get("groq/llama")!.fail(new ChatError("overloaded", "Llama is overloaded."));
    await expect.element(button("Try again: Llama")).toBeEnabled();
    await expect.element(button("Try again: GPT-5")).not.toBeInTheDocument();
    (button("Try again: Llama").element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(button("Stop")).toBeVisible();
    await expect.element(column("Llama")).not.toHaveTextContent("overloaded");
    await expect.element(column("GPT-5")).toHaveTextContent("From GPT");
    await expect.element(input()).toHaveFocus();
    void push("groq/llama", text("From Llama"), finish);
    await expect.element(column("Llama")).toHaveTextContent("From Llama");
    await expect.element(button("Use this answer: Llama")).toBeEnabled();
    await expect.element(button("Try again: Llama")).not.toBeInTheDocument();
    expect(client.requests.map(({ model }) => model)).toEqual([
      "openai/gpt-5",
      "groq/llama",
      "groq/llama",
    ]);
  });

  test("that one of them cannot take is not sent to it, and says why", async () => {
    const png: FilePart = {
      type: "file",
      mediaType: "image/png",
      url: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==",
    };
    const { client, ask, push } = await renderComparison({
      defaultMessages: [
        { id: "q", role: "user", parts: [png, { type: "text", text: "What is it?" }] },
        { id: "a", role: "assistant", parts: [{ type: "text", text: "A dot" }] },
      ],
    });
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await ask("Sure?");
    await expect.element(column("Llama")).toHaveTextContent(/Llama can't read images/);
    await expect.poll(() => client.requests.map(({ model }) => model)).toEqual(["openai/gpt-5"]);
    void push("openai/gpt-5", text("Yes"), finish);
    await expect.element(button("Use this answer: GPT-5")).toBeEnabled();
  });

  test("stands one below the other where it is narrow", async () => {
    const { ask, push } = await renderComparison({}, 340);
    await ask("Q1");
    void push("openai/gpt-5", text("From GPT"), finish);
    void push("groq/llama", text("From Llama"), finish);
    await expect.element(button("Use this answer: Llama")).toBeEnabled();
    const [a, b] = [column("GPT-5").element(), column("Llama").element()];
    expect(b.getBoundingClientRect().top).toBeGreaterThan(a.getBoundingClientRect().bottom);
    expect(columns().element().scrollWidth).toBe(columns().element().clientWidth);
  });
});
