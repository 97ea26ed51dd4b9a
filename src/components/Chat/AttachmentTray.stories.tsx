import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { AttachButton } from "./AttachButton.js";
import { AttachmentTray } from "./AttachmentTray.js";
import { storyPartFrame } from "./storyPartFrame.js";

const meta = {
  title: "Chat parts/AttachmentTray",
  component: AttachmentTray,
  decorators: [
    (Story) => (
      <>
        <Story />
        <AttachButton />
      </>
    ),
    storyPartFrame,
  ],
} satisfies Meta<typeof AttachmentTray>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing is attached, so nothing is shown. */
export const Empty: Story = {};

/** A text and a file that is not what its name says. */
export const Attached: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvasElement.querySelector<HTMLInputElement>("input[type=file]")!;
    await userEvent.upload(input, [
      new File(["Milk, bread, tea"], "list.md", { type: "text/markdown" }),
      new File(["no image"], "broken.png", { type: "image/png" }),
    ]);
    await waitFor(() => expect(canvas.getAllByRole("button", { name: /^Remove/ })).toHaveLength(2));
    await canvas.findByRole("alert");
  },
};
