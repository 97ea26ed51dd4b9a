import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import type { StreamPart } from "../../client/streamParts.js";
import { createLockstep, createMockClient, type Lockstep } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { longConversation } from "./storyConversations.js";
import { storyFrame } from "./storyFrame.js";

const awaited: { step?: Lockstep<StreamPart> } = {};

const meta = {
  title: "Long conversation",
  component: Chat,
  args: {
    client: createMockClient({ answer: () => (awaited.step = createLockstep()) }),
    model: "anthropic/claude-opus-5",
    defaultMessages: longConversation(2000),
    labels: { title: "Quarterly numbers" },
  },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two thousand messages, of which the page holds those around the view. */
export const TwoThousandMessages: Story = {
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/Week 1000/);
    await expect(canvasElement.querySelectorAll("article").length).toBeLessThan(40);
  },
};

/** Their reader went back; an answer came meanwhile, and the button to the end says so. */
export const NewAnswerBelow: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), "And week 1001?");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(awaited.step).toBeDefined());
    await awaited.step!.push({ type: "text-delta", delta: "It was quieter still." });
    await canvas.findByText("It was quieter still.");
    canvas.getByRole("log").scrollTop -= 900;
    await canvas.findByRole("button", { name: "Jump to latest" });
    void awaited.step!.push({ type: "finish", finishReason: "stop" });
    await expect(
      await canvas.findByRole("button", { name: "Jump to latest, 1 new answer" }),
    ).toBeVisible();
  },
};

export const NewAnswerBelowNarrow: Story = { ...NewAnswerBelow, parameters: { width: 320 } };
