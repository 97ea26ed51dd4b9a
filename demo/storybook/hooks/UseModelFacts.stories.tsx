import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { ModelCard } from "./UseModelFacts.js";

const meta = {
  title: "Hooks/useModelFacts",
  component: ModelCard,
  args: { model: "anthropic/claude-opus-4-5" },
  parameters: withSource("hooks/UseModelFacts.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof ModelCard>;

export default meta;

type Story = StoryObj<typeof meta>;

/** From the catalogue, which is loaded when it is asked. */
export const Known: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("yes")).toBeVisible();
  },
};

/** A model that only its client knows. */
export const Listed: Story = {
  args: {
    model: "house-model",
    models: [{ id: "house-model", name: "House model", maxInputTokens: 32_000 }],
  },
};

/** A name that nobody knows. */
export const Unknown: Story = { args: { model: "example/unheard-of" } };
