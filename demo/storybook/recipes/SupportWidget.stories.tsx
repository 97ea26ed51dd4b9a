import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { SupportWidget } from "./SupportWidget.js";

const meta = {
  title: "Recipes/Support widget",
  component: SupportWidget,
  args: { model: () => "Your order left the warehouse **this morning**." },
  parameters: { layout: "fullscreen", ...withSource("recipes/SupportWidget.tsx") },
  decorators: [
    (Story) => (
      <div style={{ minBlockSize: 700 }}>
        <h1>Your orders</h1>
        <p>Order 1042, two chairs, is on its way.</p>
        <Story />
      </div>
    ),
    exampleFrame,
  ],
} satisfies Meta<typeof SupportWidget>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Closed: Story = {};

/** Opened and asked. */
export const Asked: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Open the chat" }));
    await userEvent.click(await canvas.findByRole("button", { name: "Where is my last order?" }));
    await expect(await canvas.findByText("this morning")).toBeVisible();
  },
};
