import type { Meta, StoryObj } from "@storybook/react-vite";
import { createMockClient } from "polylogue/testing";
import { expect, userEvent, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { Receipt } from "./UseChatUsage.js";

const client = createMockClient({
  answer: [
    { type: "text-delta", delta: "Something." },
    {
      type: "finish",
      finishReason: "stop",
      messageMetadata: { usage: { inputTokens: 1200, outputTokens: 34 }, cost: 0.0123 },
    },
  ],
});

const meta = {
  title: "Hooks/useChatUsage",
  component: Receipt,
  args: { client, model: "openai/gpt-5" },
  parameters: withSource("hooks/UseChatUsage.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof Receipt>;

export default meta;

type Story = StoryObj<typeof meta>;

export const NothingYet: Story = {};

/** One answer, counted by its provider. */
export const Counted: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Ask" }));
    await expect(await canvas.findByText("1,234 tokens, $0.0123")).toBeVisible();
  },
};
