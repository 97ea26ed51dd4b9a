import type { Meta, StoryObj } from "@storybook/react-vite";
import { Chat } from "polylogue";
import { expect, userEvent, within } from "storybook/test";
import { guideQuestions } from "../guide/smallTalk.js";
import { builtInGuide } from "../guide/builtInGuide.js";

const meta = {
  title: "Welcome",
  tags: ["!autodocs"],
  component: Chat,
  args: {
    model: builtInGuide,
    suggestions: guideQuestions,
    labels: {
      title: "Polylogue",
      emptyTitle: "Ask me about Polylogue",
      emptyText: "I answer from its documentation, here in your browser: no key, no network.",
      placeholder: "Ask about Polylogue, or attach an image…",
    },
  },
  parameters: { layout: "fullscreen" },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 560 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Chat>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A chat whose model is a function: it searches the documentation, in this page alone. */
export const AskTheGuide: Story = {};

/** It says what it rests on. */
export const Answered: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: guideQuestions[0]! }));
    await userEvent.click(
      await canvas.findByRole("button", { name: /\bsources?\b/ }, { timeout: 30_000 }),
    );
    await expect(canvas.getByRole("list", { name: "Sources" })).toBeVisible();
  },
};
