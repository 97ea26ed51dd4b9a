import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { ImageTray } from "./UseAttachments.js";

const meta = {
  title: "Hooks/useAttachments",
  component: ImageTray,
  args: { model: { id: "openai/gpt-5", name: "GPT-5", vision: true, maxInputTokens: 272_000 } },
  parameters: withSource("hooks/UseAttachments.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof ImageTray>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

/** What is no image is refused, with a reason. */
export const Refused: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const file = new File(["text"], "notes.png", { type: "image/png" });
    await userEvent.upload(canvas.getByLabelText("Images"), file);
    await expect(await canvas.findByText(/notes\.png: rejected/)).toBeVisible();
  },
};
