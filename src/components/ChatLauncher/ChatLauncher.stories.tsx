import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactElement } from "react";
import { expect, userEvent, within } from "storybook/test";
import { createMockClient } from "../../testing/index.js";
import { Chat } from "../Chat/Chat.js";
import { ChatLauncher, type ChatLauncherProps } from "./ChatLauncher.js";

const client = createMockClient({ answer: "Your order left the warehouse **this morning**." });

/** A page that has the chat in its corner and counts what was answered while the panel was closed. */
function Shop(props: Partial<ChatLauncherProps>): ReactElement {
  const [open, setOpen] = useState(props.defaultOpen ?? false);
  const [unread, setUnread] = useState(props.badge ?? 0);
  return (
    <main
      style={{
        minBlockSize: 720,
        padding: 24,
        maxInlineSize: 640,
        color: "light-dark(#333, #ddd)",
      }}
    >
      <h1>Your orders</h1>
      <p>Order 1042, two chairs, is on its way. Order 1038, a lamp, arrived on Tuesday.</p>
      <ChatLauncher
        {...props}
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          setUnread(0);
        }}
        badge={unread}
      >
        <Chat
          client={client}
          model="openai/gpt-5"
          labels={{
            title: "Support",
            emptyTitle: "How can I help?",
            emptyText: "Ask about orders, invoices or your account.",
          }}
          suggestions={["Where is my last order?", "I need an invoice"]}
          onFinish={() => {
            if (!open) setUnread((count) => count + 1);
          }}
        />
      </ChatLauncher>
    </main>
  );
}

const example = `import { Chat, ChatLauncher } from "polylogue";

export function App() {
  return (
    <ChatLauncher badge={3}>
      <Chat model="openai/gpt-5" labels={{ title: "Support" }} />
    </ChatLauncher>
  );
}`;

const meta = {
  title: "ChatLauncher",
  component: ChatLauncher,
  args: { children: null },
  parameters: { layout: "fullscreen", docs: { source: { code: example } } },
  render: ({ children: _children, ...args }) => <Shop {...args} />,
} satisfies Meta<typeof ChatLauncher>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Closed: Story = {};

export const WithBadge: Story = { args: { badge: 3 } };

export const Open: Story = { args: { defaultOpen: true } };

/** Opened, asked and closed with the keyboard; the focus comes back to the button. */
export const ByKeyboard: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    const button = canvas.getByRole("button", { name: "Open the chat" });
    button.focus();
    await userEvent.keyboard("{Enter}");
    const input = await canvas.findByRole("textbox", { name: "Message" });
    await expect(input).toHaveFocus();
    await userEvent.keyboard("Where is it?{Enter}");
    await expect(await canvas.findByText("this morning")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect(canvas.getByRole("button", { name: "Open the chat" })).toHaveFocus();
  },
};
