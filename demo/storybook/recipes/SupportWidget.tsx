import { Chat, ChatLauncher, type ChatTools, type ModelProp } from "polylogue";
import { useState } from "react";

const tools: ChatTools = {
  findOrder: {
    description: "Looks up an order of the person who is signed in.",
    inputSchema: {
      type: "object",
      properties: { number: { type: "string" } },
      required: ["number"],
    },
    async execute({ number }: { number: string }, { signal }) {
      const response = await fetch(`/api/orders/${encodeURIComponent(number)}`, { signal });
      return response.json();
    },
  },
};

const labels = {
  title: "Support",
  emptyTitle: "How can I help?",
  emptyText: "Ask about orders, invoices or your account.",
};

/** A chat in the corner of every page, that counts what was answered while it was closed. */
export function SupportWidget({ model = "openai/gpt-5" }: { model?: ModelProp }) {
  const [open, setOpen] = useState(false);
  const [unread, setUnread] = useState(0);
  return (
    <ChatLauncher
      open={open}
      badge={unread}
      onOpenChange={(next) => {
        setOpen(next);
        setUnread(0);
      }}
    >
      <Chat
        model={model}
        id="support"
        systemMessage="You help the customers of a furniture shop. Say so when you do not know."
        tools={tools}
        labels={labels}
        suggestions={["Where is my last order?", "I need an invoice"]}
        allowAttachments={false}
        onFinish={() => {
          if (!open) setUnread((count) => count + 1);
        }}
      />
    </ChatLauncher>
  );
}
