import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { SharedChoice } from "./UseModelSelection.js";

const meta = {
  title: "Hooks/useModelSelection",
  component: SharedChoice,
  args: { client: exampleClient },
  parameters: withSource("hooks/UseModelSelection.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof SharedChoice>;

export default meta;

type Story = StoryObj<typeof meta>;

/** What is chosen above is what the chat below asks. */
export const Shared: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Choose GPT-5" }));
    await expect(await canvas.findByText("openai/gpt-5")).toBeVisible();
  },
};
