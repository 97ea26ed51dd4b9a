import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { exampleImage } from "../exampleImage.js";
import { ChatWithNote } from "./UseDraftContext.js";

const meta = {
  title: "Hooks/useDraftContext",
  component: ChatWithNote,
  args: { model: () => "A green drawing." },
  parameters: withSource("hooks/UseDraftContext.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof ChatWithNote>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

/** With an image attached. */
export const WithImage: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const input = canvasElement.querySelector<HTMLInputElement>("input[type=file]")!;
    await userEvent.upload(input, await exampleImage());
    await expect(await canvas.findByText(/^1 file for a function/)).toBeVisible();
    await canvas.findByText(/320×200/);
  },
};
