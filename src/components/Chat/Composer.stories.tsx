import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent, within } from "storybook/test";
import { createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { storyFrame } from "./storyFrame.js";

const prompts = [
  "Summarize the conversation so far in five points",
  "Translate {{text}} into {{language}}",
  "Explain {{subject}} as if I were twelve",
  "Find the mistake in this code and say why it is one",
];

const meta = {
  title: "Composer",
  component: Chat,
  args: {
    client: createMockClient({ answer: "Done." }),
    model: "anthropic/claude-haiku-4-5",
    labels: { title: "What people type" },
  },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Messages that can be sent with one click. */
export const Suggestions: Story = {
  args: {
    suggestions: ["Plan a weekend in Lisbon", "Write a debounce in TypeScript", "Explain RSA"],
  },
};

export const SuggestionsNarrow: Story = { ...Suggestions, parameters: { width: 320 } };

/** A slash opens the prompts, and what follows searches them. */
export const Prompts: Story = {
  args: { prompts },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), "/");
    await canvas.findByRole("option", { name: /Translate/ });
    await userEvent.keyboard("{ArrowDown}");
  },
};

export const PromptsNarrow: Story = { ...Prompts, parameters: { width: 320 } };

/** A prompt with variables asks for them. */
export const PromptVariables: Story = {
  args: { prompts },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), "/trans{Enter}");
    await userEvent.type(await canvas.findByRole("textbox", { name: "text" }), "Good morning");
  },
};

export const PromptVariablesNarrow: Story = { ...PromptVariables, parameters: { width: 320 } };

/** The parameters of the request, in the model's ranges; what it does not take is disabled. */
export const Parameters: Story = {
  args: { showConfigurationControls: true, config: { temperature: 0.7 } },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: "Parameters" }));
    const page = within(canvasElement.ownerDocument.body);
    await page.findAllByText(/does not take it/);
  },
};

/** Arrow up in an empty input takes the last message up again. */
export const EditingLastMessage: Story = {
  args: {
    defaultMessages: [
      { id: "q", role: "user", parts: [{ type: "text", text: "Write a haiku about spring" }] },
      { id: "a", role: "assistant", parts: [{ type: "text", text: "Rain on the first leaves" }] },
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("textbox", { name: "Message" }));
    await userEvent.keyboard("{ArrowUp}");
    await canvas.findByText("Editing a message");
  },
};
