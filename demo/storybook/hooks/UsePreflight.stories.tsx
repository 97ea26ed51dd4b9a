import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { WillItSend } from "./UsePreflight.js";

const meta = {
  title: "Hooks/usePreflight",
  component: WillItSend,
  args: { model: { id: "openai/gpt-5", name: "GPT-5", vision: true, maxInputTokens: 272_000 } },
  parameters: withSource("hooks/UsePreflight.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof WillItSend>;

export default meta;

type Story = StoryObj<typeof meta>;

export const NothingAgainst: Story = {};

/** A model that reads no images. */
export const NoVision: Story = {
  args: { model: { id: "groq/llama-3.3-70b-versatile", vision: false, maxInputTokens: 131_072 } },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/^error:/)).toBeVisible();
  },
};

/** A conversation that does not fit. */
export const TooLong: Story = {
  args: { model: { id: "example/tiny", vision: true, maxInputTokens: 100 } },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("textbox"));
    await userEvent.paste("word ".repeat(400));
    await expect(await canvas.findByText(/^error:/)).toBeVisible();
  },
};
