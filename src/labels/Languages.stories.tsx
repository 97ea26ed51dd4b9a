import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { ChatError } from "../client/errors.js";
import { Chat } from "../components/Chat/Chat.js";
import { storyFrame } from "../components/Chat/storyFrame.js";
import { scripted } from "../components/ModelPicker/storyClient.js";
import { createMockClient } from "../testing/index.js";
import { storyConversation, storyLanguages } from "./storyLanguages.js";

interface LanguageProps {
  /** One of the sets. */
  language: string;
  /** Whether there is a conversation, and with it every kind of note. */
  isEmpty: boolean;
}

const tired = new ChatError("rate_limit", "", { provider: "groq", retryAfterMs: 130_000 });

const client = createMockClient({
  answer: () => {
    throw tired;
  },
});

/** A chat in one of the languages there is a set of labels for. */
function ChatIn({ language, isEmpty }: LanguageProps) {
  const told = storyLanguages[language]!;
  const { tag, labels, dir, question } = told;
  return (
    <div lang={tag} style={{ display: "contents" }}>
      <Chat
        key={language}
        client={isEmpty ? scripted() : client}
        defaultModel="groq/llama-4-scout"
        models={isEmpty ? true : ["groq/llama-4-scout", "openai/gpt-5"]}
        defaultMessages={isEmpty ? [] : storyConversation(told)}
        labels={labels}
        dir={dir}
        prompts={[question]}
        suggestions={[question]}
        showConfigurationControls
        allowAttachments
      />
    </div>
  );
}

const meta = {
  title: "Languages",
  component: ChatIn,
  args: { language: "german", isEmpty: false },
  argTypes: { language: { control: "select", options: Object.keys(storyLanguages) } },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
  play: async ({ canvasElement, args }) => {
    if (args.isEmpty) return;
    const { labels, question } = storyLanguages[args.language]!;
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole("textbox", { name: labels.input }), question);
    await userEvent.keyboard("{Enter}");
    await expect(await canvas.findByRole("alert")).toHaveTextContent(/Groq/);
  },
} satisfies Meta<typeof ChatIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Long words in a side panel of 320 pixels. */
export const German: Story = { parameters: { width: 320 } };

export const GermanEmpty: Story = { args: { isEmpty: true }, parameters: { width: 320 } };

export const French: Story = { args: { language: "french" }, parameters: { width: 320 } };

export const Spanish: Story = { args: { language: "spanish" }, parameters: { width: 320 } };

export const Portuguese: Story = { args: { language: "portuguese" }, parameters: { width: 320 } };

export const Japanese: Story = { args: { language: "japanese" } };

export const Chinese: Story = { args: { language: "chinese" } };

/** Right to left, with names that are not. */
export const Arabic: Story = { args: { language: "arabic" } };

export const ArabicEmpty: Story = { args: { language: "arabic", isEmpty: true } };

export const ArabicNarrow: Story = { ...Arabic, parameters: { width: 320 } };
