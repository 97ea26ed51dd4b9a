import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { scripted } from "../../src/components/ModelPicker/storyClient.js";
import { ChatError } from "../../src/index.js";
import { button, renderChat, text } from "./setUp.js";

/** The whole chat, as assistive technology finds it. */
const chat = () => page.getByRole("region", { name: "Chat" });

test("an empty chat", async () => {
  await renderChat({ suggestions: ["Plan a weekend"] });
  await expect.element(chat()).toMatchAriaInlineSnapshot(`
    - region "Chat":
      - text: Chat
      - button "New chat" [disabled]
      - log "Messages":
        - paragraph: How can I help?
        - paragraph: Ask a question, or attach an image.
        - list "Suggestions":
          - listitem:
            - button "Plan a weekend"
      - textbox "Message":
        - /placeholder: Message…
      - button "Attach files"
      - button "What fills the context"
      - meter "Context"
      - button "Send" [disabled]
      - status
  `);
});

test("while an answer arrives", async () => {
  const { steps, ask } = await renderChat();
  await ask("Hi");
  await expect.poll(() => steps.length).toBe(1);
  await steps[0]!.push(text("Half an answer"));
  await expect.element(page.getByText("Half an answer")).toBeVisible();
  await expect.element(chat()).toMatchAriaInlineSnapshot(`
    - region "Chat":
      - text: Chat
      - button "New chat"
      - log "Messages":
        - article "You, message 1":
          - text: Hi
          - button "Copy"
          - button "Edit message" [disabled]
          - button "Delete message"
        - article "gpt-5, message 2":
          - text: gpt-5 OpenAI
          - paragraph: Half an answer
      - textbox "Message":
        - /placeholder: Message…
      - button "Attach files"
      - button "What fills the context"
      - meter "Context"
      - button "Stop"
      - status: The assistant is answering.
  `);
});

test("after a failure", async () => {
  const { steps, ask } = await renderChat();
  await ask("Hi");
  await expect.poll(() => steps.length).toBe(1);
  await steps[0]!.push(text("Half"));
  steps[0]!.fail(new ChatError("truncated", "The answer broke off."));
  await expect.element(button("Try again")).toBeVisible();
  await expect.element(chat()).toMatchAriaInlineSnapshot(`
    - region "Chat":
      - text: Chat
      - button "New chat"
      - log "Messages":
        - article "You, message 1":
          - text: Hi
          - button "Copy"
          - button "Edit message"
          - button "Delete message"
        - article "gpt-5, message 2":
          - text: gpt-5 OpenAI
          - paragraph: Half
          - button "Copy"
          - button "Answer again"
          - button "Delete message"
          - text: /Broken off · .* s/
        - alert:
          - paragraph:
            - strong: The answer broke off.
          - button "Continue"
          - button "Try again"
          - button "Dismiss"
      - textbox "Message":
        - /placeholder: Message…
      - button "Attach files"
      - button "What fills the context"
      - meter "Context"
      - button "Send" [disabled]
      - status
  `);
});

test("with the picker open", async () => {
  // What another test chose would stand first.
  localStorage.removeItem("polylogue:models");
  await renderChat({
    client: scripted({ only: ["anthropic", "groq"] }),
    model: undefined,
    defaultModel: "anthropic/claude-opus-5",
  });
  await page.getByRole("button", { name: /^Choose a model/ }).click();
  await expect.element(page.getByRole("option").first()).toBeVisible();
  await expect.element(page.getByRole("dialog")).toMatchAriaInlineSnapshot(`
    - dialog "Choose a model":
      - combobox /Search \\d+ models…/ [expanded]
      - tabpanel "Anthropic":
        - button "Providers Anthropic , Connected"
        - listbox "Model":
          - text: Latest
          - option "Claude Opus 5.5 Sep 2026 · 1M context · $5 / $25 per M Vision Tools Reasoning"
          - option "Claude Opus 5 Jul 2026 · 1M context · $5 / $25 per M Vision Tools Reasoning" [selected]
          - option "Claude Sonnet 5 Jun 2026 · 1M context · $3 / $15 per M Vision Tools Reasoning"
          - text: Earlier
          - option "Claude Opus 4.5 Nov 2025 · 200K context · $5 / $25 per M Vision Tools Reasoning"
          - option "Claude Haiku 4.5 Oct 2025 · 200K context · $1 / $5 per M Vision Tools"
          - option "Claude Opus 4.1 Aug 2025 · 200K context · $15 / $75 per M Vision Tools Reasoning"
        - button "Add Claude Opus 5 to favourites"
      - status
      - status: Connected
      - button "Edit key"
      - button "Test connection"
  `);
});
