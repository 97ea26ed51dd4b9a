import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, userEvent, within } from "storybook/test";
import { createLockstep, createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { useChatContext } from "./ChatContext.js";
import { QueuedMessages } from "./QueuedMessages.js";

const endless = createMockClient({ answer: () => createLockstep() });

function Ask() {
  const { store } = useChatContext();
  return (
    <button
      type="button"
      data-pl-button=""
      onClick={() => void store.sendMessage({ text: "And by train?" })}
    >
      Ask
    </button>
  );
}

const meta = {
  title: "Chat parts/QueuedMessages",
  component: QueuedMessages,
  args: { onEdit: fn() },
  decorators: [
    (Story) => (
      <Chat.Root client={endless} model="openai/gpt-5" style={{ padding: 24 }}>
        <Story />
        <Ask />
      </Chat.Root>
    ),
  ],
} satisfies Meta<typeof QueuedMessages>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing waits, so nothing is shown. */
export const NoneWaits: Story = {};

/** The first message is being answered, the others wait. */
export const TwoWait: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const ask = canvas.getByRole("button", { name: "Ask" });
    for (let count = 0; count < 3; count++) await userEvent.click(ask);
    await canvas.findByRole("list");
  },
};
