import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { PlainPicker } from "./UseModelPicker.js";

const meta = {
  title: "Hooks/useModelPicker",
  component: PlainPicker,
  args: { client: exampleClient },
  parameters: withSource("hooks/UseModelPicker.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof PlainPicker>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Choosing calls `onChange` with the id. */
export const Choosing: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "OpenAI" }));
    await userEvent.click(await canvas.findByRole("button", { name: "GPT-5" }));
    await expect(await canvas.findByText("openai/gpt-5")).toBeVisible();
  },
};
