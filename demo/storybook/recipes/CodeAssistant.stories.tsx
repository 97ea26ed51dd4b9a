import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { withSource } from "../exampleFrame.js";
import { CodeAssistant } from "./CodeAssistant.js";

const answer = `\`\`\`ts
export function debounce<T extends unknown[]>(run: (...args: T) => void, waitMs: number) {
  let timer: ReturnType<typeof setTimeout>;
  return (...args: T) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), waitMs);
  };
}
\`\`\`

Each call starts the wait anew, and the last arguments win.`;

const meta = {
  title: "Recipes/Code assistant",
  component: CodeAssistant,
  args: { model: () => answer },
  parameters: { layout: "fullscreen", ...withSource("recipes/CodeAssistant.tsx") },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 600 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CodeAssistant>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};

/** An answer with code, which is coloured and can be copied. */
export const Answered: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: /debounce/ }));
    const log = within(canvas.getByRole("log"));
    await expect(await log.findByText(/last arguments win/)).toBeVisible();
  },
};
