import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { withSource } from "../exampleFrame.js";
import { CompareModels } from "./CompareModels.js";

const meta = {
  title: "Recipes/Compare models",
  component: CompareModels,
  args: { client: exampleClient },
  parameters: { layout: "fullscreen", ...withSource("recipes/CompareModels.tsx") },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 680 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CompareModels>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

/** Two answers side by side, each to go on from. */
export const Answered: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: /debounce/ }));
    await expect(
      await canvas.findByRole("button", { name: "Use this answer: GPT-5" }),
    ).toBeVisible();
  },
};
