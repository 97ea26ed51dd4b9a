import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { storyPartFrame } from "./storyPartFrame.js";
import { SendButton } from "./SendButton.js";

const meta = {
  title: "Chat parts/SendButton",
  component: SendButton,
  args: { busy: false, canSend: true },
  decorators: [(Story) => <form>{<Story />}</form>, storyPartFrame],
} satisfies Meta<typeof SendButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("button", { name: "Send" })).toBeVisible();
  },
};

/** Nothing was written yet. */
export const NothingToSend: Story = { args: { canSend: false } };

/** An answer arrives: the button stops it. */
export const Stops: Story = {
  args: { busy: true, canSend: false },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("button", { name: "Stop" })).toBeVisible();
  },
};

/** An answer arrives, and what was written can be sent nevertheless. */
export const SendsWhileBusy: Story = {
  args: { busy: true },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByRole("button")).toHaveLength(2);
  },
};
