import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { createExampleHistory } from "../exampleHistory.js";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { Conversations } from "./UseThreads.js";

const meta = {
  title: "Hooks/useThreads",
  component: Conversations,
  args: { persistence: createExampleHistory(), model: () => "A short answer." },
  parameters: withSource("hooks/UseThreads.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof Conversations>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Listed: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Quarterly numbers" }));
    const log = within(await canvas.findByRole("log"));
    await expect(await log.findByText("Sales rose by four percent.")).toBeVisible();
  },
};

/** A chat that was deleted can be brought back. */
export const Deleted: Story = {
  args: { persistence: createExampleHistory() },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Delete Quarterly numbers" }));
    await expect(await canvas.findByRole("button", { name: "Undo" })).toBeVisible();
  },
};
