import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { conversation } from "./storyConversations.js";
import { storyFrame } from "./storyFrame.js";

const client = createMockClient({
  models: [
    { id: "anthropic/claude-opus-5", name: "Claude Opus 5", provider: "anthropic" },
    { id: "openai/gpt-5", name: "GPT-5", provider: "openai" },
  ],
  answer: "Here’s a **small** one. It keeps the last arguments.",
});

const themes = ["paper", "graphite", "forest", "plum", "contrast"] as const;

const meta = {
  title: "Chat/Themes",
  component: Chat,
  args: {
    client,
    defaultModel: "anthropic/claude-opus-5",
    defaultMessages: conversation,
    labels: { title: "Quarterly numbers" },
  },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;

type Story = StoryObj<typeof meta>;

const themed = (theme: (typeof themes)[number]): Story => ({
  render: (args) => <Chat {...args} data-pl-theme={theme} />,
});

/** Warm, with a brown accent. */
export const Paper: Story = themed("paper");

/** Without colour, angular and dense. */
export const Graphite: Story = themed("graphite");

export const Forest: Story = themed("forest");

/** Rounder than the others. */
export const Plum: Story = themed("plum");

/** Black on white, white on black, and lines one cannot miss. */
export const Contrast: Story = themed("contrast");

/** What floats has the theme too, though it stands elsewhere on the page. */
export const PickerOpen: Story = {
  ...themed("plum"),
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Choose a model/ }));
    const picker = await within(document.body).findByRole("dialog");
    const accent = (element: Element) =>
      getComputedStyle(element).getPropertyValue("--pl-accent").trim();
    await expect(accent(picker)).toBe(accent(canvasElement.querySelector("[data-pl-chat]")!));
    await expect(accent(picker)).not.toBe("");
  },
};

/** All of them beside each other. */
export const Together: Story = {
  render: (args) => (
    <div
      style={{
        display: "grid",
        gridTemplateColumns: "repeat(auto-fill, minmax(320px, 1fr))",
        gap: 16,
      }}
    >
      {themes.map((theme) => (
        <div key={theme} style={{ blockSize: 560 }}>
          <Chat {...args} data-pl-theme={theme} labels={{ title: theme }} />
        </div>
      ))}
    </div>
  ),
};
