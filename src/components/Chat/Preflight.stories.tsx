import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import type { FilePart, ModelInfo, UIMessage } from "../../client/index.js";
import { createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { chartImage, conversation } from "./storyConversations.js";
import { storyFrame } from "./storyFrame.js";

const models: ModelInfo[] = [
  { id: "ollama/llama3.2", name: "Llama 3.2", provider: "ollama", vision: false },
  {
    id: "anthropic/claude-opus-5",
    name: "Claude Opus 5",
    provider: "anthropic",
    vision: true,
    maxInputTokens: 200_000,
    price: { input: 5, output: 25 },
  },
];

/** A conversation that takes about this share of what its model takes. */
function filled(share: number): { defaultMessages: UIMessage[]; models: ModelInfo[] } {
  const words = "The committee met on Thursday to decide about the bridge. ".repeat(40);
  const defaultMessages = Array.from({ length: 10 }, (_, at): UIMessage => {
    const role = at % 2 === 0 ? "user" : "assistant";
    return { id: `${at}`, role, parts: [{ type: "text", text: words }] };
  });
  const maxInputTokens = Math.round(6000 / share);
  return { defaultMessages, models: [{ ...models[1]!, maxInputTokens }] };
}

const pdf: FilePart = {
  type: "file",
  mediaType: "application/pdf",
  url: "data:application/pdf;base64,JVBERi0=",
  filename: "a-report-with-quite-a-long-name-2026-11-23.pdf",
};

/** A question about a file. */
function asked(file: FilePart): UIMessage[] {
  return [{ id: "1", role: "user", parts: [file, { type: "text", text: "Sum it up" }] }];
}

const meta = {
  title: "Pre-flight",
  component: Chat,
  args: {
    client: createMockClient({ models }),
    models,
    defaultModel: "anthropic/claude-opus-5",
    labels: { title: "Quarterly numbers" },
  },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

const meterSays = (pattern: RegExp): NonNullable<Story["play"]> =>
  async function play({ canvasElement }) {
    const meter = await within(canvasElement).findByRole("meter", { name: "Context" });
    await expect(meter.getAttribute("aria-valuetext")).toMatch(pattern);
  };

/** Nothing yet: an empty ring. */
export const Empty: Story = { play: meterSays(/\(0 %\)$/) };

export const Half: Story = { args: filled(0.5), play: meterSays(/\([45]\d %\)$/) };

/** From 70 % on the ring changes its colour, and a quiet line says what can be done. */
export const High: Story = { args: filled(0.76), play: meterSays(/\(7\d %\)$/) };

export const Critical: Story = { args: filled(0.94), play: meterSays(/\(9\d %\)$/) };

/** Perhaps more than the model takes: an estimate alone stops nobody. */
export const MayNotFit: Story = { args: filled(1.15), play: meterSays(/\(1[01]\d %\)$/) };

/** More than the model takes, even if the estimate is too high: nothing can be sent. */
export const Over: Story = { args: filled(1.6), play: meterSays(/\(1[56]\d %\)$/) };

export const OverDark: Story = { ...Over, globals: { theme: "dark" } };

export const HighNarrow: Story = { ...High, parameters: { width: 320 } };

/** What the tokens are for, and what the chat has used. */
export const Details: Story = {
  args: { defaultMessages: conversation, systemMessage: "Answer in two sentences at most." },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "What fills the context" }));
    const panel = await within(canvasElement.ownerDocument.body).findByRole("dialog");
    await expect(panel).toHaveTextContent(/Conversation/);
  },
};

export const DetailsDark: Story = { ...Details, globals: { theme: "dark" } };

/** A model that reads no images, and a chart in the conversation. */
export const ImageRefused: Story = {
  args: {
    defaultModel: "ollama/llama3.2",
    defaultMessages: asked({
      type: "file",
      mediaType: "image/png",
      url: chartImage,
      filename: "chart.png",
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), "Read this chart");
    await expect(await canvas.findByText("Llama 3.2 can't read images.")).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await expect(await canvas.findByRole("alert")).toHaveTextContent("Llama 3.2");
  },
};

export const ImageRefusedDark: Story = { ...ImageRefused, globals: { theme: "dark" } };

export const ImageRefusedNarrow: Story = { ...ImageRefused, parameters: { width: 320 } };

/** "Answer again" with such a model: it waits for one of the buttons, or is given up. */
export const AnswerAgainRefused: Story = {
  args: {
    defaultModel: "ollama/llama3.2",
    defaultMessages: conversation,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [again] = await canvas.findAllByRole("button", { name: "Answer again" });
    await userEvent.click(again!);
    await expect(await canvas.findByRole("alert")).toHaveTextContent("Llama 3.2");
    await expect(canvas.getByRole("button", { name: "Dismiss" })).toBeVisible();
  },
};

/** A document for a provider that takes none. */
export const FileRefused: Story = {
  args: {
    defaultModel: "ollama/llama3.2",
    defaultMessages: asked(pdf),
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("button", { name: "Remove file" });
  },
};
