import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { exampleImage } from "../exampleImage.js";
import { ImageTray } from "./UseAttachments.js";

const meta = {
  title: "Hooks/useAttachments and useSentImages",
  component: ImageTray,
  args: { model: { id: "openai/gpt-5", name: "GPT-5", vision: true, maxInputTokens: 272_000 } },
  parameters: withSource("hooks/UseAttachments.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof ImageTray>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

/** An image, made to fit the model. */
export const Made: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.upload(canvas.getByLabelText("Images"), await exampleImage());
    await expect(await canvas.findByText(/→ 320×200, ≈ \d+ tokens/)).toBeVisible();
  },
};

/** What is no image is refused, with a reason. */
export const Refused: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const file = new File(["text"], "notes.png", { type: "image/png" });
    await userEvent.upload(canvas.getByLabelText("Images"), file);
    await expect(await canvas.findByText(/notes\.png: rejected/)).toBeVisible();
  },
};
