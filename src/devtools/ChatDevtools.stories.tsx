import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent, within } from "storybook/test";
import { createRecorder, type Recorder } from "../cassette/createRecorder.js";
import { replayCassette } from "../cassette/replayCassette.js";
import type { Exchange } from "../cassette/cassette.js";
import { ChatDevtools } from "./ChatDevtools.js";

const example = `import { Chat, createGatewayClient } from "polylogue";
import { createRecorder } from "polylogue/cassette";
import { ChatDevtools } from "polylogue/devtools";

const recorder = createRecorder();
const client = createGatewayClient({ fetch: recorder.fetch });

export function App() {
  return (
    <>
      <Chat client={client} />
      <ChatDevtools recorder={recorder} />
    </>
  );
}`;

const request: Exchange["request"] = {
  method: "POST",
  url: "https://api.openai.com/v1/chat/completions",
  headers: { authorization: "Bearer planted-key", "content-type": "application/json" },
  body: '{"model":"gpt-5","stream":true,"messages":[{"role":"user","content":"Will it rain?"}]}',
};

const event = (data: object): string => `data: ${JSON.stringify(data)}\n\n`;
const delta = (content: string): string => event({ choices: [{ index: 0, delta: { content } }] });
const usage = { prompt_tokens: 1280, completion_tokens: 42, total_tokens: 1322 };

const exchanges: Exchange[] = [
  {
    request,
    startedAt: 0,
    end: "complete",
    response: {
      status: 200,
      headers: { "content-type": "text/event-stream", "x-request-id": "req_1" },
      afterMs: 0,
      chunks: [
        { atMs: 0, text: delta("It stays ") },
        { atMs: 0, text: delta("dry today.") },
        {
          atMs: 0,
          text: event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }], usage }),
        },
      ],
    },
  },
  {
    request: { ...request, url: "https://api.openai.com/v1/chat/completions?again" },
    startedAt: 0,
    end: "complete",
    response: {
      status: 429,
      headers: { "content-type": "application/json" },
      afterMs: 0,
      chunks: [{ atMs: 0, text: '{"error":{"message":"Too many requests."}}' }],
    },
  },
];

function recordBoth(): Recorder {
  const recorder = createRecorder({ fetch: replayCassette({ version: 1, exchanges }) });
  for (const { request: asked } of exchanges) {
    const { url, method, headers, body = "" } = asked;
    void recorder.fetch(url, { method, headers, body }).then((response) => response.text());
  }
  return recorder;
}

const meta = {
  title: "ChatDevtools",
  component: ChatDevtools,
  args: { recorder: createRecorder() },
  parameters: {
    layout: "fullscreen",
    controls: { exclude: ["recorder"] },
    docs: { source: { code: example } },
  },
  loaders: [() => ({ recorder: recordBoth() })],
  render: (args, { loaded }) => (
    <ChatDevtools {...args} recorder={loaded["recorder"] as Recorder} />
  ),
  decorators: [
    (Story, { parameters }) => (
      <div style={{ inlineSize: parameters["width"] ?? 720, maxInlineSize: "100%" }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ChatDevtools>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two requests: one was answered, the other refused. */
export const Requests: Story = {};

export const Opened: Story = {
  play: async ({ canvasElement }) => {
    const rows = await within(canvasElement).findAllByRole("button", { name: /^POST/ });
    for (const row of rows) await userEvent.click(row);
    await within(canvasElement).findByText(/first token/);
  },
};

export const Narrow: Story = { ...Opened, parameters: { width: 360 } };

/** Before anything was sent. */
export const Empty: Story = {
  loaders: [() => ({ recorder: createRecorder() })],
};
