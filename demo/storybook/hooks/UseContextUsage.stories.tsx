import type { Meta, StoryObj } from "@storybook/react-vite";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { HowFull } from "./UseContextUsage.js";

const meta = {
  title: "Hooks/useContextUsage",
  component: HowFull,
  args: { model: { id: "openai/gpt-5", name: "GPT-5", vision: true, maxInputTokens: 272_000 } },
  parameters: withSource("hooks/UseContextUsage.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof HowFull>;

export default meta;

type Story = StoryObj<typeof meta>;

export const NearlyEmpty: Story = {};

export const NearlyFull: Story = {
  args: { model: { id: "example/small", name: "Small", maxInputTokens: 250 } },
};
