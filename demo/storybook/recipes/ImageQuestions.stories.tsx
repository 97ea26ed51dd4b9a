import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { withSource } from "../exampleFrame.js";
import { builtInGuide } from "../../guide/builtInGuide.js";
import { exampleImage } from "../exampleImage.js";
import { ImageQuestions } from "./ImageQuestions.js";

const meta = {
  title: "Recipes/Image questions",
  component: ImageQuestions,
  args: { client: exampleClient },
  parameters: { layout: "fullscreen", ...withSource("recipes/ImageQuestions.tsx") },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 600 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ImageQuestions>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The picker offers models that read images, and no others. */
export const Empty: Story = {};

/** With the guide as its model, which measures a picture in this page. */
export const Measured: Story = {
  args: { model: builtInGuide },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const input = canvasElement.querySelector<HTMLInputElement>("input[type=file]")!;
    await userEvent.upload(input, await exampleImage());
    await canvas.findByRole("button", { name: "Remove drawing.png" });
    await canvas.findByText(/320×200/);
    await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), "What is it?{Enter}");
    const log = within(canvas.getByRole("log"));
    await expect(await log.findByText("Dimensions")).toBeVisible();
  },
};
