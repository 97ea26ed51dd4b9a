import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent, within } from "storybook/test";
import type { ToolPart, UIMessage } from "../../client/messages.js";
import { createMockClient } from "../../testing/index.js";
import { storyFrame } from "../Chat/storyFrame.js";
import { Chat } from "../Chat/Chat.js";

const input = { city: "Lisbon", days: 3 };
const call = (id: string, rest: object): ToolPart => ({
  type: "tool-weather",
  toolCallId: id,
  state: "input-available",
  input,
  ...rest,
});

const states = [
  call("1", { state: "input-streaming", rawInput: '{"city":"Lis' }),
  call("2", { state: "input-available", input }),
  call("3", { state: "approval-requested", input, approval: { id: "a3" } }),
  call("4", { state: "approval-responded", input, approval: { id: "a4", approved: true } }),
  call("5", { state: "output-available", input, output: { days: ["sunny", "sunny", "rain"] } }),
  call("6", { state: "output-error", input, errorText: "The weather service did not answer." }),
  call("7", { state: "output-denied", input, approval: { id: "a7", approved: false } }),
];

function answer(parts: UIMessage["parts"]): UIMessage[] {
  return [
    { id: "q", role: "user", parts: [{ type: "text", text: "Will it rain in Lisbon?" }] },
    { id: "a", role: "assistant", parts, metadata: { model: "openai/gpt-5", provider: "openai" } },
  ];
}

const meta = {
  title: "Tool calls",
  component: Chat,
  args: { client: createMockClient({}), model: "openai/gpt-5", labels: { title: "Weekend plans" } },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** All seven, as the AI SDK names them. */
export const States: Story = { args: { defaultMessages: answer(states) } };

export const StatesNarrow: Story = { ...States, parameters: { width: 320 } };

/** Arguments and result of a call. */
export const Opened: Story = {
  args: { defaultMessages: answer([states[4]!]) },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button", { name: /weather/ }));
  },
};

/** Texts and images, as MCP servers send them. */
export const Content: Story = {
  args: {
    defaultMessages: answer([
      call("8", {
        state: "output-available",
        input,
        output: {
          content: [
            { type: "text", text: "The sky over Lisbon:" },
            {
              type: "image",
              mimeType: "image/png",
              data: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==",
            },
          ],
        },
      }),
    ]),
  },
  play: Opened.play!,
};
