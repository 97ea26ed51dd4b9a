import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { ChatError } from "../../client/errors.js";
import type { StreamPart } from "../../client/streamParts.js";
import { createLockstep, createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { chatControls } from "./storyControls.js";
import { storyFrame } from "./storyFrame.js";

const models = [
  { id: "anthropic/claude-opus-5", name: "Claude Opus 5", provider: "anthropic" },
  { id: "openai/gpt-5", name: "GPT-5", provider: "openai" },
  { id: "groq/llama-4", name: "Llama 4", provider: "groq" },
];

const answers: Readonly<Record<string, string>> = {
  "anthropic/claude-opus-5":
    "A debounce holds a call back until nobody has asked for it for a while.\n\n- It runs **once**, with the last arguments.\n- A call meanwhile starts the wait anew.",
  "openai/gpt-5": "It delays a function until its calls have stopped for a set time.",
};

function ended(text: string, cost: number | undefined): StreamPart[] {
  const usage = { inputTokens: 412, outputTokens: Math.ceil(text.length / 4) };
  return [
    { type: "text-delta", delta: text },
    { type: "finish", finishReason: "stop", messageMetadata: { usage, cost } },
  ];
}

const client = createMockClient({
  models,
  answer({ model }) {
    const text = answers[model];
    if (text === undefined)
      throw new ChatError("overloaded", "Llama 4 is overloaded. Try again in a moment.");
    return ended(text, model === "openai/gpt-5" ? 0.0012 : undefined);
  },
});

/** The same, with the answers still on their way. */
const slowClient = createMockClient({
  models,
  answer({ model }) {
    const step = createLockstep<StreamPart>();
    if (model !== "groq/llama-4")
      void step.push({ type: "text-delta", delta: answers[model]!.slice(0, 60) });
    return step;
  },
});

const meta = {
  title: "Chat/Compare",
  component: Chat,
  argTypes: chatControls,
  args: { client, compare: ["anthropic/claude-opus-5", "openai/gpt-5"] },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.type(
      canvas.getByRole("textbox", { name: "Message" }),
      "What does a debounce do?",
    );
    await userEvent.keyboard("{Enter}");
    await canvas.findByText(/It delays a function until/);
  },
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Both answers are there: one is chosen to go on from. */
export const TwoModels: Story = {};

export const TwoModelsDark: Story = { globals: { theme: "dark" } };

/** In a side panel the answers stand one below the other. */
export const Narrow: Story = { parameters: { width: 320 } };

/** Three, of which one failed: that stays in its column. */
export const OneFailed: Story = {
  args: { compare: ["anthropic/claude-opus-5", "groq/llama-4", "openai/gpt-5"] },
};

/** Two answers arrive and one has not begun. */
export const Arriving: Story = {
  args: {
    client: slowClient,
    compare: ["anthropic/claude-opus-5", "openai/gpt-5", "groq/llama-4"],
  },
};

/** The conversation goes on from the answer that was chosen; the other one is its version. */
export const Chosen: Story = {
  async play(context) {
    await meta.play(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Use this answer: GPT-5" }));
    await expect(canvas.getByRole("group", { name: "Versions" })).toHaveTextContent("2/2");
  },
};
