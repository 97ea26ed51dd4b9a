import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { scripted } from "../../src/components/ModelPicker/storyClient.js";
import { Chat, ChatError, ChatLauncher, type ChatClient, type ChatProps } from "../../src/index.js";
import { storyConversation, storyLanguages } from "../../src/labels/storyLanguages.js";
import { chooseFiles, pngFile } from "./setUp.js";

beforeEach(() => page.viewport(900, 800));

/** A client whose answers fail as the error says. */
const failing = (error: ChatError): ChatClient => ({
  ...scripted({ missing: [] }),
  // oxlint-disable-next-line require-yield
  async *stream() {
    throw error;
  },
});

const tired = new ChatError("rate_limit", "Groq is tired.", {
  provider: "groq",
  retryAfterMs: 130_000,
});

async function renderIn(
  language: string,
  { width = 600, ...props }: ChatProps & { width?: number } = {},
) {
  const told = storyLanguages[language]!;
  await render(
    <div lang={told.tag} style={{ blockSize: 700, inlineSize: width }}>
      <Chat
        client={failing(tired)}
        queryClient={new QueryClient()}
        defaultModel="groq/llama-4-scout"
        models
        defaultMessages={storyConversation(told)}
        labels={told.labels}
        dir={told.dir}
        prompts={[told.question]}
        showConfigurationControls
        allowAttachments
        {...props}
      />
    </div>,
  );
  return told;
}

const input = ({ labels }: (typeof storyLanguages)[string]) =>
  page.getByRole("textbox", { name: labels.input, exact: true });

/** Sends a message that fails, and attaches an image and a file that cannot be. */
async function fillWithTrouble(told: (typeof storyLanguages)[string]): Promise<void> {
  await input(told).fill(told.question);
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toBeVisible();
  await chooseFiles(
    await pngFile(300, 200, "1.png"),
    new File([], "2.txt", { type: "text/plain" }),
  );
  await expect.poll(() => page.getByRole("alert").elements().length).toBe(2);
}

/** Everything a person reads or hears in a part of the page. */
function wordsIn(element: Element): string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (!node.parentElement!.closest("style, script")) found.push(node.data);
      continue;
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"]) {
      found.push((node as Element).getAttribute(name) ?? "");
    }
  }
  return found;
}

/** Names of models, providers, formats and keys, and what the conversation itself says. */
const names = new Set(
  `llama scout maverick instruct qwen gpt oss sol luna claude opus sonnet haiku gemini flash pro meta e b k m p top
  openai anthropic google amazon bedrock groq ollama api markdown csv png jpeg kb mb us usd enter ctrl
  weather example temperature city txt`.split(/\s+/),
);

const latinWords = (element: Element): string[] =>
  wordsIn(element)
    .flatMap((words) => words.match(/[A-Za-z]+/g) ?? [])
    .filter((word) => !names.has(word.toLowerCase()));

describe.each(["arabic", "japanese", "chinese"])("%s", (language) => {
  test("leaves no English word in a chat with tools, an error, attachments and parameters", async () => {
    const told = await renderIn(language);
    await fillWithTrouble(told);
    await page.getByTitle(told.labels.answerDetails).first().click();
    await expect.element(page.getByText(told.labels.answerFact("cost"))).toBeVisible();
    expect(latinWords(document.body)).toEqual([]);
    await userEvent.keyboard("{Escape}");
    await page.getByRole("button", { name: told.labels.configuration }).click();
    await expect.element(page.getByLabelText(told.labels.configName("temperature"))).toBeVisible();
    expect(latinWords(document.body)).toEqual([]);
  });

  test("leaves none in the picker, where a key is missing or refused", async () => {
    const told = await renderIn(language, {
      client: scripted({ refused: ["gemini"], testError: { error: "No." } }),
      defaultMessages: [],
    });
    await page.getByRole("button", { name: told.labels.chooseModel }).click();
    await expect.element(page.getByText(told.labels.keyHelp)).toBeVisible();
    expect(latinWords(document.body)).toEqual([]);
    await page.getByRole("tab", { name: /^OpenAI/ }).click();
    await expect.element(page.getByText("GPT-6 Sol")).toBeVisible();
    await page.getByRole("button", { name: told.labels.testConnection }).click();
    await expect.element(page.getByText(told.labels.testDetails)).toBeVisible();
    expect(latinWords(document.body)).toEqual([]);
    await page.getByRole("tab", { name: /^Google Gemini/ }).click();
    await expect.element(page.getByRole("alert")).toBeVisible();
    // The models below it have names of their own.
    expect(latinWords(page.getByRole("alert").element())).toEqual([]);
  });
});

test.each(Object.keys(storyLanguages))("%s fits a panel of 320 pixels", async (language) => {
  const told = await renderIn(language, { width: 320 });
  await fillWithTrouble(told);
  const chat = document.querySelector("[data-pl-chat]")!;
  const { left, right } = chat.getBoundingClientRect();
  const cut = [...chat.querySelectorAll<HTMLElement>("button, p, h2, label, [role=status]")].filter(
    (one) => {
      const box = one.getBoundingClientRect();
      const isShown = box.width > 2 && !one.closest("[data-pl-hidden]");
      const isCut = one.scrollWidth > one.clientWidth + 1 && one.matches("button");
      return isShown && (isCut || box.left < left - 1 || box.right > right + 1);
    },
  );
  expect(cut.map((one) => one.outerHTML)).toEqual([]);
});

test("figures that stand by themselves are written as the language does", async () => {
  const { labels } = await renderIn("german");
  await page.getByTitle(labels.answerDetails).first().click();
  await expect.element(page.getByText("1.200", { exact: true })).toBeVisible();
});

test("an empty field has the direction of the chat, and a written one that of its words", async () => {
  const told = await renderIn("arabic");
  const direction = () => getComputedStyle(input(told).element()).direction;
  expect(direction()).toBe("rtl");
  await input(told).fill("hello");
  expect(direction()).toBe("ltr");
});

test("a launcher takes the same set", async () => {
  const { labels } = storyLanguages["german"]!;
  await render(
    <ChatLauncher labels={labels}>
      <p>x</p>
    </ChatLauncher>,
  );
  await expect.element(page.getByRole("button", { name: "Chat öffnen" })).toBeVisible();
});
