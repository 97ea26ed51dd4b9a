import { createRef } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  ChatError,
  type ChatHandle,
  type ChatProps,
  type FilePart,
  type ModelInfo,
  type UIMessage,
} from "../../src/index.js";
import { option, search } from "./pickerSetUp.js";
import { button, finish, input, place, renderChat, text } from "./setUp.js";

beforeEach(() => page.viewport(900, 700));

const models: ModelInfo[] = [
  { id: "ollama/llama3.2", name: "Llama 3.2", provider: "ollama", vision: false },
  { id: "openai/gpt-4o", name: "GPT-4o", provider: "openai", vision: true, maxInputTokens: 1000 },
  { id: "openai/gpt-5", name: "GPT-5", provider: "openai", vision: true, maxInputTokens: 272_000 },
];

const png: FilePart = {
  type: "file",
  mediaType: "image/png",
  url: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==",
  filename: "chart.png",
};

function message(id: string, role: UIMessage["role"], words: string, file?: FilePart): UIMessage {
  return { id, role, parts: [...(file ? [file] : []), { type: "text", text: words }] };
}

const aboutChart = [
  message("q0", "user", "Hello"),
  message("a0", "assistant", "Hi"),
  message("q1", "user", "What is this?", png),
  message("a1", "assistant", "A chart"),
];

/** So many turns of about 100 tokens a message. */
function turns(count: number): UIMessage[] {
  const words = "word ".repeat(90);
  return Array.from({ length: count }, (_, at) => [
    message(`q${at}`, "user", `Question ${at} ${words}`),
    message(`a${at}`, "assistant", `Answer ${at} ${words}`),
  ]).flat();
}

const chatWith = (defaultModel: string, props: ChatProps = {}) =>
  renderChat({ model: undefined, models, defaultModel, ...props });

const notice = () => page.getByRole("group");
const again = (at: number) => button("Answer again").nth(at);
const wordsOf = (messages: readonly UIMessage[]) =>
  messages.map(({ parts }) => parts.map((part) => ("text" in part ? part.text : part.type)).join());

async function chooseModel(name: string): Promise<void> {
  await button("Choose a model").click();
  await search().fill(name);
  await option(name).click();
}

describe("answering again with a model that cannot take the conversation", () => {
  test("is refused, says why, and is done once the image is gone", async () => {
    const { client } = await chatWith("ollama/llama3.2", { defaultMessages: aboutChart });
    await again(1).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("Llama 3.2 can't read images.");
    await expect.element(page.getByText("A chart")).toBeVisible();
    await expect.element(input()).toHaveFocus();
    expect(client.requests).toHaveLength(0);

    await button("Remove image").click();
    await expect.poll(() => client.requests.length).toBe(1);
    expect(wordsOf(client.requests[0]!.messages)).toEqual(["Hello", "Hi", "What is this?"]);
    await expect.element(notice()).not.toBeInTheDocument();
  });

  test("is done by another model once that is chosen, once", async () => {
    const { client, steps } = await chatWith("ollama/llama3.2", { defaultMessages: aboutChart });
    await again(1).click();
    await chooseModel("GPT-5");
    await expect.poll(() => client.requests.length).toBe(1);
    expect(client.requests[0]).toMatchObject({ model: "openai/gpt-5" });
    await steps[0]!.push(text("Bars"));
    await steps[0]!.push(finish);
    await expect.element(page.getByRole("log").getByText("Bars")).toBeVisible();
    expect(client.requests).toHaveLength(1);
  });

  test("is tried again with the one that could, though it failed", async () => {
    const { client, steps } = await chatWith("ollama/llama3.2", { defaultMessages: aboutChart });
    await button("Answer again with another model").nth(1).click();
    await search().fill("GPT-5");
    await option("GPT-5").click();
    await expect.poll(() => client.requests.length).toBe(1);
    steps[0]!.fail(new ChatError("overloaded", "GPT-5 is overloaded."));
    await button("Try again").click();
    await expect
      .poll(() => client.requests.map(({ model }) => model))
      .toEqual(["openai/gpt-5", "openai/gpt-5"]);
    await steps[1]!.push(text("Bars"));
    await steps[1]!.push(finish);
    await expect.element(page.getByRole("log").getByText("Bars")).toBeVisible();
  });

  test("is checked by what is asked again, not by what came after", async () => {
    const { client } = await chatWith("ollama/llama3.2", { defaultMessages: aboutChart });
    await again(0).click();
    await expect.poll(() => client.requests.length).toBe(1);
    expect(wordsOf(client.requests[0]!.messages)).toEqual(["Hello"]);
  });

  test("goes without the oldest turns, and keeps what was asked", async () => {
    const { client } = await chatWith("openai/gpt-4o", { defaultMessages: turns(8) });
    await again(6).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("is too long for GPT-4o");
    await button("Drop oldest turns").click();
    await expect.poll(() => client.requests.length).toBe(1);
    const sent = wordsOf(client.requests[0]!.messages);
    expect(sent.at(-1)).toMatch(/^Question 6 /);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent[0]).not.toMatch(/^Question 0 /);
  });

  test("can be given up, and is not done later", async () => {
    const { client } = await chatWith("ollama/llama3.2", { defaultMessages: aboutChart });
    await again(1).click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    await button("Dismiss").click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await expect.element(input()).toHaveFocus();
    await button("Remove image").click();
    await expect.element(notice()).not.toBeInTheDocument();
    expect(client.requests).toHaveLength(0);
  });

  test("gives way to what is written after it", async () => {
    const { client, ask } = await chatWith("ollama/llama3.2", { defaultMessages: aboutChart });
    await again(1).click();
    await expect.element(button("Dismiss")).toBeVisible();
    await ask("And now?");
    await expect.element(button("Dismiss")).not.toBeInTheDocument();
    await button("Remove image").click();
    await expect.element(notice()).not.toBeInTheDocument();
    expect(client.requests).toHaveLength(0);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => client.requests.length).toBe(1);
    expect(wordsOf(client.requests[0]!.messages).at(-1)).toBe("And now?");
  });
});

test("a conversation that is emptied leaves nothing to be done", async () => {
  const { client, ask, steps } = await chatWith("ollama/llama3.2", { defaultMessages: aboutChart });
  await again(1).click();
  await expect.element(page.getByRole("alert")).toBeVisible();
  await button("New chat").click();
  await expect.element(notice()).not.toBeInTheDocument();
  await ask("Hello");
  await steps[0]!.push(text("Hi"));
  await steps[0]!.push(finish);
  await expect.element(page.getByRole("log").getByText("Hi", { exact: true })).toBeVisible();
  expect(client.requests).toHaveLength(1);
});

test("continuing a broken-off answer is checked as well", async () => {
  const props = { models, defaultMessages: turns(8) };
  const { client, steps, ask, screen } = await renderChat({ model: "openai/gpt-5", ...props });
  await ask("Go on");
  await steps[0]!.push(text("Half an ans"));
  steps[0]!.fail(new ChatError("network", "The connection dropped."));
  await screen.rerender(place({ client, model: "openai/gpt-4o", ...props }));
  await button("Continue").click();
  await expect.element(notice()).toHaveTextContent("is too long for GPT-4o");
  expect(client.requests).toHaveLength(1);
  await button("Drop oldest turns").click();
  await expect.poll(() => client.requests.length).toBe(2);
  const sent = wordsOf(client.requests[1]!.messages);
  expect(sent.slice(-3, -1)).toEqual(["Go on", "Half an ans"]);
});

describe("`send` of the handle", () => {
  test("sends nothing a model would refuse, and says so to whoever waits", async () => {
    const ref = createRef<ChatHandle>();
    const unhandled = vi.fn();
    addEventListener("unhandledrejection", unhandled);
    const { client } = await chatWith("ollama/llama3.2", { ref } as ChatProps);
    const sent = ref.current!.send({ text: "What is this?", files: [png] });
    await expect(sent).rejects.toMatchObject({
      name: "ChatError",
      code: "vision_unsupported",
      message: expect.stringContaining("Llama 3.2 can't read images."),
    });
    void ref.current!.send({ text: "What is this?", files: [png] });
    await expect.element(notice()).toHaveTextContent("Llama 3.2 can't read images.");
    expect(client.requests).toHaveLength(0);

    await button("Remove image").click();
    await expect.poll(() => client.requests.length).toBe(1);
    expect(client.requests[0]!.messages.at(-1)!.parts).toEqual([
      { type: "text", text: "What is this?" },
    ]);
    removeEventListener("unhandledrejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("leaves a draft alone, whatever comes of it", async () => {
    const ref = createRef<ChatHandle>();
    const { client } = await chatWith("ollama/llama3.2", { ref } as ChatProps);
    await input().fill("A draft");
    await expect(ref.current!.send({ files: [png] })).rejects.toThrow(ChatError);
    await chooseModel("GPT-5");
    await expect.poll(() => client.requests.length).toBe(1);
    expect(client.requests[0]!.messages.at(-1)!.parts).toEqual([png]);
    await expect.element(input()).toHaveValue("A draft");
  });
});

describe("a conversation that may not fit", () => {
  test("is sent when a person says so, and refused once the provider has counted", async () => {
    const { client, steps, ask } = await chatWith("openai/gpt-4o", { defaultMessages: turns(6) });
    await expect.element(notice()).toHaveTextContent("This chat may not fit GPT-4o: about 1,");
    await ask("And now?");
    await expect.poll(() => client.requests.length).toBe(1);
    await steps[0]!.push(text("Yes"));
    const usage = { inputTokens: 1250, outputTokens: 1 };
    await steps[0]!.push({ type: "finish", finishReason: "stop", messageMetadata: { usage } });
    await expect.element(notice()).toHaveTextContent("This chat is too long for GPT-4o");
    await ask("Once more");
    expect(client.requests).toHaveLength(1);
  });
});
