import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  Chat,
  type ChatProps,
  type FilePart,
  type ModelInfo,
  type UIMessage,
} from "../../src/index.js";
import { option, tab } from "./pickerSetUp.js";
import { button, chooseFiles, finish, input, pngFile, renderChat, text } from "./setUp.js";

beforeEach(() => page.viewport(900, 700));

const models: ModelInfo[] = [
  { id: "ollama/llama3.2", name: "Llama 3.2", provider: "ollama", vision: false },
  { id: "openai/gpt-4o", name: "GPT-4o", provider: "openai", vision: true, maxInputTokens: 1000 },
  { id: "openai/gpt-5", name: "GPT-5", provider: "openai", vision: true, maxInputTokens: 272_000 },
];

const png: FilePart = {
  type: "file",
  mediaType: "image/png",
  url: "data:image/png;base64,iVBORw0KGgo=",
  filename: "chart.png",
};

function message(id: string, role: UIMessage["role"], words: string, file?: FilePart): UIMessage {
  return { id, role, parts: [...(file ? [file] : []), { type: "text", text: words }] };
}

/** So many turns of about 100 tokens a message. */
function turns(count: number): UIMessage[] {
  const words = "word ".repeat(90);
  return Array.from({ length: count }, (_, at) => [
    message(`q${at}`, "user", `Question ${at} ${words}`),
    message(`a${at}`, "assistant", words),
  ]).flat();
}

const chatWith = (defaultModel: string, props: ChatProps = {}) =>
  renderChat({ model: undefined, models, defaultModel, ...props });

const notice = () => page.getByRole("group");
const meter = () => page.getByRole("meter", { name: "Context" });

describe("an image for a model that reads none", () => {
  test("is refused before it is sent, and the text goes without it", async () => {
    const { client } = await chatWith("ollama/llama3.2");
    await chooseFiles(await pngFile(20, 10, "chart.png"));
    await input().fill("Read this chart");
    await expect
      .element(notice())
      .toHaveTextContent(
        "Llama 3.2 can't read images. Choose a model with vision, or send the text alone.",
      );
    await expect.element(button("Send")).toHaveAttribute("aria-disabled", "true");
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toHaveTextContent("can't read images");
    (button("Send").element() as HTMLElement).click();
    expect(client.requests).toHaveLength(0);
    await expect.element(input()).toHaveValue("Read this chart");

    await button("Remove image").click();
    await expect.element(notice()).not.toBeInTheDocument();
    await expect.element(input()).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => client.requests.length).toBe(1);
    expect(client.requests[0]!.messages.at(-1)!.parts).toEqual([
      { type: "text", text: "Read this chart" },
    ]);
  });

  test("in the history counts as well, and can be taken out of it", async () => {
    const { client, ask } = await chatWith("ollama/llama3.2", {
      defaultMessages: [message("q", "user", "What is this?", png), message("a", "assistant", "A")],
    });
    await ask("And now?");
    expect(client.requests).toHaveLength(0);
    await button("Remove image").click();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => client.requests.length).toBe(1);
    expect(JSON.stringify(client.requests[0]!.messages)).not.toContain("image/png");
  });

  test("is taken once another model is chosen", async () => {
    const { client } = await chatWith("ollama/llama3.2");
    await chooseFiles(await pngFile(20, 10));
    await button("Choose a model").click();
    await page.getByRole("combobox").fill("GPT-5");
    await page.getByRole("option", { name: /^GPT-5/ }).click();
    await expect.element(notice()).not.toBeInTheDocument();
    await button("Send").click();
    await expect.poll(() => client.requests.length).toBe(1);
  });

  test("stands against such a model in the picker, in its own words", async () => {
    await chatWith("openai/gpt-5", {
      defaultMessages: [message("q", "user", "What is this?", png)],
    });
    await button("Choose a model: GPT-5").click();
    await tab(/^Ollama/).click();
    await page.getByRole("switch").click();
    await expect.element(option("Llama 3.2")).toHaveAttribute("aria-disabled", "true");
    await expect.element(page.getByText("Llama 3.2 can't read images.")).toBeVisible();
  });

  test("is not held against a model of which nothing is known", async () => {
    await renderChat({
      model: "ollama/llama3.2",
      models: false,
      defaultMessages: [message("q", "user", "What is this?", png)],
    });
    await expect.element(notice()).not.toBeInTheDocument();
  });
});

describe("a conversation that is too long", () => {
  test("is refused, and goes without its oldest turns", async () => {
    const { client, ask } = await chatWith("openai/gpt-4o", { defaultMessages: turns(8) });
    await ask("And now?");
    await expect.element(notice()).toHaveTextContent("This chat is too long for GPT-4o");
    expect(client.requests).toHaveLength(0);
    await button("Drop oldest turns").click();
    await expect.element(notice()).not.toBeInTheDocument();
    await expect.element(page.getByText("Question 0")).not.toBeInTheDocument();
    await expect.element(page.getByText("Question 7")).toBeInTheDocument();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => client.requests.length).toBe(1);
    const sent = client.requests[0]!.messages;
    expect(sent[0]!.role).toBe("user");
    expect(sent.at(-1)!.parts).toEqual([{ type: "text", text: "And now?" }]);
  });

  test("is a warning before that, which stops nobody and can be dismissed until it gets worse", async () => {
    const { client, steps, ask } = await chatWith("openai/gpt-4o", { defaultMessages: turns(4) });
    await expect.element(notice()).toHaveTextContent(/fills 80 % of what GPT-4o takes/);
    await button("Dismiss").click();
    await expect.element(notice()).not.toBeInTheDocument();
    await ask("word ".repeat(140));
    await expect.poll(() => client.requests.length).toBe(1);
    await steps[0]!.push(text("Yes"));
    await steps[0]!.push(finish);
    await expect.element(notice()).toHaveTextContent(/fills 9\d % of what GPT-4o takes/);
  });

  test("is weighed once it has been shown, when it is long, and checked whenever it is sent", async () => {
    const long = turns(150);
    const props: ChatProps = { models, defaultModel: "openai/gpt-4o" };
    const first = (defaultMessages: UIMessage[]) =>
      renderToString(<Chat {...props} defaultMessages={defaultMessages} />);
    expect(first(turns(4))).toContain('role="meter"');
    expect(first(long)).not.toContain('role="meter"');

    const { client, ask } = await chatWith("openai/gpt-4o", { defaultMessages: long });
    await ask("And now?");
    expect(client.requests).toHaveLength(0);
    await expect.element(meter()).toHaveAttribute("aria-valuenow", "100");
    await expect
      .element(meter())
      .toHaveAttribute("aria-valuetext", expect.stringMatching(/^≈ 3\d,\d{3} of 1,000/));
  });

  test("offers no turns to drop where there are none", async () => {
    await chatWith("openai/gpt-4o");
    await input().fill("word ".repeat(1500));
    await expect.element(notice()).toHaveTextContent("is too long");
    await expect.element(button("Drop oldest turns")).not.toBeInTheDocument();
    await expect.element(button("Choose a model")).toBeVisible();
  });
});

describe("the meter", () => {
  test("says how full the context is, and follows the draft", async () => {
    await chatWith("openai/gpt-4o");
    await expect.element(meter()).toHaveAttribute("aria-valuenow", "0");
    await input().fill("word ".repeat(300));
    await expect.element(meter()).toHaveAttribute("aria-valuenow", "32");
    await expect.element(meter()).toHaveAttribute("aria-valuetext", "≈ 320 of 1,000 tokens (32 %)");
  });

  test("tells what the tokens are for, and what the chat has used", async () => {
    const price = { input: 3, output: 15 };
    await renderChat({
      model: undefined,
      models: [{ ...models[2]!, price }],
      systemMessage: "Be brief.",
      defaultMessages: [
        message("q", "user", "Hi", png),
        {
          ...message("a", "assistant", "Hello"),
          metadata: {
            model: "openai/gpt-5",
            usage: { inputTokens: 1000, outputTokens: 200, totalTokens: 1200 },
            status: "complete",
          },
        },
      ],
    });
    await expect.element(page.getByText("1,200 tokens · $0.006")).toBeVisible();
    await button("What fills the context").click();
    const panel = page.getByRole("dialog", { name: "What fills the context" });
    await expect.element(panel).toHaveTextContent(/System message\d+Conversation\d+Images630/);
    await expect.element(panel).toHaveTextContent("Used so far: 1,200 tokens, $0.006");
  });

  test("is not there where the limit is not known", async () => {
    await chatWith("ollama/llama3.2");
    await expect.element(button("Choose a model: Llama 3.2")).toBeVisible();
    await expect.element(meter()).not.toBeInTheDocument();
  });

  test("learns from what the provider counts", async () => {
    const { steps, ask } = await chatWith("openai/gpt-5");
    const words = "word ".repeat(400);
    await ask(words);
    const usage = { inputTokens: 840, outputTokens: 1 };
    await steps[0]!.push(text("Yes"));
    await steps[0]!.push({ type: "finish", finishReason: "stop", messageMetadata: { usage } });
    await expect
      .element(meter())
      .toHaveAttribute("aria-valuetext", expect.stringMatching(/^8\d\d of 272,000 tokens/));
  });
});

test("text that arrives and keys that are pressed read no message again", async () => {
  let reads = 0;
  const counted = {
    type: "text" as const,
    get text() {
      reads += 1;
      return "Hello";
    },
  };
  function Message({ messageId }: { messageId: string }) {
    return <p>{messageId}</p>;
  }
  const { steps, ask } = await chatWith("openai/gpt-5", {
    components: { Message },
    defaultMessages: [{ id: "1", role: "user", parts: [counted] }],
  });
  await ask("Hi");
  await steps[0]!.push(text("a"));
  await expect.element(button("Stop")).toBeVisible();
  const before = reads;
  for (let i = 0; i < 10; i += 1) await steps[0]!.push(text("b"));
  await input().fill("the next message");
  await userEvent.keyboard("abc");
  expect(reads).toBe(before);
});
