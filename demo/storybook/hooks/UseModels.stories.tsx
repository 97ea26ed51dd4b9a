import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { ModelTable } from "./UseModels.js";

const meta = {
  title: "Hooks/useModels",
  component: ModelTable,
  args: { client: exampleClient },
  parameters: withSource("hooks/UseModels.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof ModelTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Listed: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("Claude Opus 5")).toBeVisible();
  },
};
