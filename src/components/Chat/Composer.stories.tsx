import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent, within } from "storybook/test";
import { createLockstep, createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { chatControls } from "./storyControls.js";
import { storyFrame } from "./storyFrame.js";

const prompts = [
  "Summarize the conversation so far in five points",
  "Translate {{text}} into {{language}}",
  "Explain {{subject}} as if I were twelve",
  "Find the mistake in this code and say why it is one",
];

/** A chat that is asked "Plan a weekend in Lisbon", whose answer never ends, and into which something more is typed. */
async function typeWhileAnswering(canvasElement: HTMLElement, ...more: string[]): Promise<void> {
  const canvas = within(canvasElement);
  const input = canvas.getByRole("textbox", { name: "Message" });
  await userEvent.type(input, "Plan a weekend in Lisbon{Enter}");
  await canvas.findByRole("button", { name: "Stop" });
  for (const words of more) await userEvent.type(input, words);
}

const endless = createMockClient({ answer: () => createLockstep() });

const meta = {
  title: "Composer",
  component: Chat,
  argTypes: chatControls,
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

/** What is sent while an answer arrives waits above the input: it can be edited, sent at once, or taken back. */
export const Queued: Story = {
  args: { client: endless },
  play: async ({ canvasElement }) => {
    await typeWhileAnswering(
      canvasElement,
      "And where do I eat?{Enter}",
      "By train, if that can be done in a day and with a bicycle{Enter}",
      "Also",
    );
    await within(canvasElement).findByRole("button", { name: "Send next" });
  },
};

export const QueuedNarrow: Story = { ...Queued, parameters: { width: 320 } };

/** Here a message stops the answer and goes at once. */
export const Interrupting: Story = {
  args: { client: endless, whileBusy: "interrupt" },
  play: async ({ canvasElement }) => {
    await typeWhileAnswering(canvasElement, "Rather Porto");
    await within(canvasElement).findByRole("button", { name: "Stop and send" });
  },
};

/** Enter begins a line, and Ctrl or Command with Enter sends. */
export const SendKey: Story = {
  args: { sendOn: "mod+enter" },
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByRole("textbox", { name: "Message" });
    await userEvent.type(input, "First line{Enter}Second line");
  },
};

/** Nothing can be written, attached or sent. */
export const Disabled: Story = { args: { disabled: true, prompts, suggestions: ["Explain RSA"] } };

/** Buttons of the page's own, in the composer's places. */
export const Slots: Story = {
  args: {
    components: {
      Composer: () => (
        <Chat.Composer
          start={
            <button type="button" data-pl-text-button="">
              Dictate
            </button>
          }
          end={<span data-pl-note="">Draft saved</span>}
        />
      ),
    },
  },
};
