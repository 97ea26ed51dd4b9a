import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { AttachButton } from "./AttachButton.js";
import { storyPartFrame } from "./storyPartFrame.js";

const meta = {
  title: "Chat parts/AttachButton",
  component: AttachButton,
  decorators: [storyPartFrame],
} satisfies Meta<typeof AttachButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Opens the file chooser; where there is touch, the camera has a button of its own. */
export const Ready: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole("button", { name: "Attach files" })).toBeVisible();
  },
};
