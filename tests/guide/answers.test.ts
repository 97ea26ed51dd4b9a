import { describe, expect, test } from "vitest";
import { guideQuestions } from "../../demo/guide/smallTalk.js";
import { ask } from "./askGuide.js";

describe("the section that answers a question is cited first", () => {
  test.each([
    ["What is Polylogue?", "docs/getting-started.md#what-is-polylogue"],
    ["How do I install it?", "docs/getting-started.md#install"],
    ["How do I put a chat on my page?", "docs/getting-started.md#put-a-chat-on-your-page"],
    ["Which browsers are supported?", "docs/getting-started.md#browsers"],
    [
      "How do I write my own model as a function?",
      "docs/guides/custom-model.md#write-your-own-function-model",
    ],
    ["Can I use Claude?", "docs/models.md#claude-gemini-and-bedrock"],
    ["system prompt", "docs/models.md#system-prompt-and-sampling-parameters"],
    ["How do I test my app with it?", "docs/clients.md#test-your-app"],
    ["What does it cost?", "docs/getting-started.md#licence-and-cost"],
    ["Where are errors shown?", "docs/errors.md#how-an-error-is-shown"],
    ["How do I use Azure?", "docs/models.md#azure"],
    ["temperature", "docs/models.md#system-prompt-and-sampling-parameters"],
    ["Does it work with LiteLLM?", "docs/guides/litellm.md#litellm-proxy"],
    ["I get a CORS error", "docs/clients.md#cors"],
    ["How do I restrict who can use the gateway?", "docs/gateway.md#authorize"],
    ["Can I use it with Next.js?", "docs/guides/nextjs.md#nextjs"],
    [
      "How do I migrate from assistant-ui?",
      "docs/guides/migrate-from-assistant-ui.md#migrate-from-assistant-ui",
    ],
    ["I use Astro", "docs/guides/astro.md#set-up-astro"],
    ["How do I keep my API keys on the server?", "docs/security.md#api-keys"],
    ["content security policy", "docs/security.md#content-security-policy"],
    ["What does rate_limit mean?", "docs/errors.md#error-codes"],
    ["How do retries work?", "docs/errors.md#retries"],
    ["What happens when an answer breaks off?", "docs/errors.md#when-an-answer-breaks-off"],
    ["How can I save the conversation?", "docs/hooks.md#saving-a-conversation"],
    ["How do I change the colours?", "docs/guides/theming.md#change-the-colours"],
    ["Can I translate the labels?", "docs/components.md#labels"],
    ["Is it accessible with a screen reader?", "docs/accessibility.md#screen-readers"],
  ])("%s", async (question, url) => {
    const { text, cites } = await ask(question);
    expect(cites[0]).toBe(url);
    expect(text).toContain(`](${url})`);
  });

  test.each([
    ["a typing mistake", "authorise", "docs/gateway.md#authorize"],
    ["the beginning of a word", "keyb", "docs/accessibility.md#keyboard-shortcuts"],
    ["a word that only the text has", "Express server", "docs/gateway.md#node"],
  ])("also with %s", async (_, words, url) => {
    expect((await ask(words)).cites[0]).toBe(url);
  });
});

test.each(guideQuestions)("the suggestion '%s' has an answer", async (question) => {
  expect((await ask(question)).cites).not.toEqual([]);
});

test("code and tables of the documentation arrive whole", async () => {
  const { text: table } = await ask("What does rate_limit mean?");
  expect(table).toContain("| Code | What happened |\n|---|---|\n| `missing_key` |");
  const { text: code } = await ask("How do I use Next.js?");
  expect(code.match(/^```/gm)).toHaveLength(4);
  expect(code).toContain("export const POST = handler;");
});

describe("follow-up questions", () => {
  test.each([
    ["How do I create a gateway?", "docs/gateway.md#options"],
    ["What is useChat?", "docs/hooks.md#usechat-options"],
  ])("lean on the question before: %s", async (question, url) => {
    const { messages } = await ask(question);
    expect((await ask("And its options?", { earlier: messages })).cites[0]).toBe(url);
    expect((await ask("What are its options?", { earlier: messages })).cites[0]).toBe(url);
  });

  test("reach over a follow-up to the question that stands alone", async () => {
    const { messages } = await ask("What is useChat?");
    const { messages: later } = await ask("And for a gateway?", { earlier: messages });
    expect((await ask("And its options?", { earlier: later })).cites[0]).toBe(
      "docs/hooks.md#usechat-options",
    );
  });

  test("a question that only begins with a word for more is a question", async () => {
    const { messages } = await ask("What is useChat?");
    const { cites } = await ask("More than one machine?", { earlier: messages });
    expect(cites[0]).toBe("docs/gateway.md#more-than-one-machine");
  });

  test("a whole question does not", async () => {
    const { messages } = await ask("How do I create a gateway?");
    expect((await ask("Which browsers are supported?", { earlier: messages })).cites[0]).toBe(
      "docs/getting-started.md#browsers",
    );
  });

  test("more is something that was not cited yet, until there is no more", async () => {
    let turn = await ask("What does useChat return?");
    const seen = [...turn.cites];
    for (let asked = 0; turn.cites.length > 0 && asked < 50; asked += 1) {
      turn = await ask("Tell me more", { earlier: turn.messages });
      seen.push(...turn.cites);
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
    expect(turn.text).toBe("That is all the documentation says about it.");
  });
});

describe("what the documentation does not say", () => {
  test.each([
    "What is the capital of France?",
    "Who won the world cup in 2018?",
    "Write me a poem about the sea",
    "How do I cook pasta with Polylogue?",
    "asdfgh",
    "Was kostet das?",
  ])("%s", async (question) => {
    const { text, cites } = await ask(question);
    expect(cites).toEqual([]);
    expect(text).toMatch(/^I found nothing about that/);
    for (const suggestion of guideQuestions) expect(text).toContain(suggestion);
  });

  test.each(["Hi", "hello there!", "What can you do?", "help", "Are you an AI?"])(
    "%s gets an introduction and suggestions",
    async (question) => {
      const { text, cites } = await ask(question);
      expect(cites).toEqual([]);
      expect(text).toContain("not a language model");
      for (const suggestion of guideQuestions) expect(text).toContain(suggestion);
    },
  );

  test("thanks are answered without a search", async () => {
    expect((await ask("Thanks!")).text).toMatch(/^You are welcome/);
  });

  test("an empty conversation and signs without words are answered too", async () => {
    expect((await ask("")).text).toMatch(/^I found nothing/);
    expect((await ask("???")).text).toMatch(/^Ask me something/);
  });
});
