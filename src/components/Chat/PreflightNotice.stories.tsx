import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, within } from "storybook/test";
import { preflight } from "../../client/preflight.js";
import { chartImage } from "./storyConversations.js";
import { storyPartFrame } from "./storyPartFrame.js";
import { PreflightNotice } from "./PreflightNotice.js";

const text = { type: "text", text: "word ".repeat(400) } as const;

const chart = { type: "file", mediaType: "image/png", url: chartImage } as const;

const refused = preflight({
  messages: [{ id: "1", role: "user", parts: [chart, text] }],
  model: { id: "ollama/llama3.2", name: "Llama 3.2", vision: false },
});

const nearlyFull = preflight({
  messages: [{ id: "1", role: "user", parts: [text] }],
  model: { id: "example/small", name: "Small", maxInputTokens: 560 },
});

const remedies = { choose_model: fn(), remove_images: fn(), drop_oldest_turns: fn() };

const meta = {
  title: "Chat parts/PreflightNotice",
  component: PreflightNotice,
  args: { findings: refused, attempts: 0, remedies, id: "preflight" },
  decorators: [storyPartFrame],
} satisfies Meta<typeof PreflightNotice>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The model would refuse it: the notice stays until something is done. */
export const Refused: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/can't read images/)).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Dismiss" })).toBeNull();
  },
};

/** Somebody tried to send nevertheless: the words are spoken. */
export const Attempted: Story = {
  args: { attempts: 1 },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("alert");
  },
};

/** It may go, and can be dismissed. */
export const Warning: Story = {
  args: { findings: nearlyFull },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("button", { name: "Dismiss" });
  },
};

/** Nothing speaks against it, so nothing is shown. */
export const Nothing: Story = { args: { findings: [] } };
