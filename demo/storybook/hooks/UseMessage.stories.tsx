import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { LongChat } from "./UseMessage.js";

const meta = {
  title: "Hooks/useMessage and useChatState",
  component: LongChat,
  args: { client: exampleClient, model: "openai/gpt-5" },
  parameters: withSource("hooks/UseMessage.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof LongChat>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Following: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Ask" }));
    await expect(await canvas.findByText("2 messages")).toBeVisible();
  },
};
