import type { Meta, StoryObj } from "@storybook/react-vite";
import { ChatError, type ChatClient } from "polylogue";
import { expect, within } from "storybook/test";
import { exampleClient } from "../exampleClient.js";
import { exampleFrame, withSource } from "../exampleFrame.js";
import { ProviderTable } from "./UseProviders.js";

const client: ChatClient = {
  ...exampleClient,
  providers: async () => [
    {
      id: "anthropic",
      name: "Anthropic",
      status: "ready",
      keyVariables: ["ANTHROPIC_API_KEY"],
      canSetKey: false,
    },
    {
      id: "groq",
      name: "Groq",
      status: "missing_key",
      keyVariables: ["GROQ_API_KEY"],
      keyUrl: "https://console.groq.com/keys",
      canSetKey: false,
    },
    { id: "ollama", name: "Ollama", status: "unreachable", keyVariables: [], canSetKey: false },
  ],
};

const meta = {
  title: "Hooks/useProviders",
  component: ProviderTable,
  args: { client },
  parameters: withSource("hooks/UseProviders.tsx"),
  decorators: [exampleFrame],
} satisfies Meta<typeof ProviderTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Listed: Story = {
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("GROQ_API_KEY")).toBeVisible();
  },
};

/** The client could not say. */
export const Refused: Story = {
  args: {
    client: {
      ...exampleClient,
      providers: () =>
        Promise.reject(new ChatError("authentication", "The gateway does not know this key.")),
    },
  },
  async play({ canvasElement }) {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole("alert")).toBeVisible();
  },
};
