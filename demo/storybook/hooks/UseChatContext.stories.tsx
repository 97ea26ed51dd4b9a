import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { ChatWithQuestions } from "./UseChatContext.js";

const meta = {
  title: "Hooks/useChatContext",
  component: ChatWithQuestions,
  args: { model: () => "Nothing that cannot wait." },
  parameters: withSource("hooks/UseChatContext.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof ChatWithQuestions>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

/** Asked with a button of the page's own. */
export const Asked: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "What is new?" }));
    const log = within(canvas.getByRole("log"));
    await expect(await log.findByText("Nothing that cannot wait.")).toBeVisible();
    await expect(canvas.getByText(/^2 messages/)).toBeVisible();
  },
};
