import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { TinyChat } from "./UseChat.js";

const meta = {
  title: "Hooks/useChat",
  component: TinyChat,
  args: { client: exampleClient, model: "openai/gpt-5" },
  parameters: withSource("hooks/UseChat.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof TinyChat>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Ready: Story = {};

/** A question and its answer. */
export const Answered: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), "Hello{Enter}");
    await expect(await canvas.findByText("openai/gpt-5")).toBeVisible();
    await expect(await canvas.findByText("ready")).toBeVisible();
  },
};
