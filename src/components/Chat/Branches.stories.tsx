import { useState } from "react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import type { UIMessage } from "../../client/messages.js";
import { createMockClient } from "../../testing/index.js";
import { createChatStore } from "../../store/chatStore.js";
import { Chat } from "./Chat.js";
import { storyFrame } from "./storyFrame.js";

const models = [
  { id: "anthropic/claude-opus-5", name: "Claude Opus 5", provider: "anthropic" },
  { id: "openai/gpt-5", name: "GPT-5", provider: "openai" },
  { id: "groq/llama-4", name: "Llama 4", provider: "groq" },
];

const client = createMockClient({
  models,
  answer: "Shorter still: **it waits, then calls once.**",
});

const question: UIMessage = {
  id: "q1",
  role: "user",
  parts: [{ type: "text", text: "What does a debounce do, in one sentence?" }],
};

const answered = (id: string, text: string, metadata: UIMessage["metadata"]): UIMessage => ({
  id,
  role: "assistant",
  parts: [{ type: "text", text, state: "done" }],
  metadata: { status: "complete", ...metadata },
});

const first = answered(
  "a1",
  "A debounce holds a call back until nobody has asked for it for a while, and then makes it **once**.",
  {
    model: "anthropic/claude-opus-5",
    provider: "anthropic",
    createdAt: 1,
    usage: { inputTokens: 412, outputTokens: 38, cachedInputTokens: 256 },
    cost: 0.0031,
    firstTokenMs: 420,
    durationMs: 1900,
  },
);

/** Its model was asked after another one that refused, and nobody knows what it costs. */
const second = answered(
  "a2",
  "It runs a function only after its calls have stopped for a set time.",
  {
    model: "groq/llama-4",
    provider: "groq",
    createdAt: 2,
    usage: { totalTokens: 431 },
    durationMs: 600,
    refusals: [
      { model: "openai/gpt-5", code: "overloaded", message: "OpenAI is overloaded right now." },
    ],
  },
);

interface WithBranchesProps {
  shown?: UIMessage[];
  hidden?: UIMessage;
  dir?: "rtl";
}

const versions = [question, second];

function WithBranches({ shown = versions, hidden = first, dir }: WithBranchesProps) {
  const [store] = useState(() => {
    const made = createChatStore({ backend: () => ({ client, model: "anthropic/claude-opus-5" }) });
    const metadata = { ...hidden.metadata, parentId: "q1" };
    made.setConversation({ messages: shown, branches: [{ ...hidden, metadata }] });
    return made;
  });
  return (
    <Chat
      chat={{ store }}
      client={client}
      models={models}
      defaultModel="anthropic/claude-opus-5"
      dir={dir}
    />
  );
}

const meta = {
  title: "Chat/Branches",
  component: WithBranches,
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof WithBranches>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two answers to one question, each with its model; the second came from a model that was asked after another refused. */
export const Versions: Story = {};

export const VersionsDark: Story = { globals: { theme: "dark" } };

export const VersionsNarrow: Story = { parameters: { width: 320 } };

export const VersionsRightToLeft: Story = { args: { dir: "rtl" } };

/** The version before, by keyboard. The focus stays where it is. */
export const Switching: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const previous = canvas.getByRole("button", { name: "Previous version" });
    previous.focus();
    await userEvent.keyboard("{Enter}");
    await canvas.findByText(/A debounce holds a call back/);
    await expect(previous).toHaveFocus();
  },
};

/** The models that one answer can be made again by. */
export const AnotherModel: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Answer again with another model" }));
    const page = within(canvasElement.ownerDocument.body);
    await page.findByRole("dialog", { name: "Answer again with another model" });
  },
};

/** Tokens, cost and time of an answer, and what the whole chat has used. */
export const Cost: Story = {
  args: { shown: [question, first], hidden: second },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: /450 tokens/ }));
    const page = within(canvasElement.ownerDocument.body);
    await page.findByRole("dialog", { name: "About this answer" });
  },
};
