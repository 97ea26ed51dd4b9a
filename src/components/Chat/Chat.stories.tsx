import type { Meta, StoryObj } from "@storybook/react-vite";
import { http, HttpResponse } from "msw";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ChatError } from "../../client/errors.js";
import type { StreamPart } from "../../client/streamParts.js";
import { createGatewayClient } from "../../client/gatewayClient.js";
import { chatCompletionsResponse, createLockstep, createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { conversation, difficult } from "./storyConversations.js";
import { chatControls } from "./storyControls.js";
import { storyFrame } from "./storyFrame.js";

const models = [
  { id: "anthropic/claude-opus-5", name: "Claude Opus 5", provider: "anthropic" },
  { id: "anthropic/claude-haiku-4-5", name: "Claude Haiku 4.5", provider: "anthropic" },
  { id: "openai/gpt-5", name: "GPT-5", provider: "openai" },
  { id: "ollama/llama3.2", name: "Llama 3.2", provider: "ollama" },
];

const client = createMockClient({
  models,
  answer: "Here’s a **small** one. It keeps the last arguments.",
});

/** Begins an answer and leaves it running, or breaks it off with `fault`. */
function half(fault?: ChatError) {
  return createMockClient({
    models,
    answer: () => {
      const step = createLockstep<StreamPart>();
      void step
        .push({
          type: "text-delta",
          delta:
            "With trailing-edge debounce, the first call starts a timer and nothing runs until it",
        })
        .then(() => fault && step.fail(fault));
      return step;
    },
  });
}

async function ask(
  canvasElement: HTMLElement,
  text = "Now explain how it behaves with leading calls",
) {
  const canvas = within(canvasElement);
  await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), text);
  await userEvent.keyboard("{Enter}");
  return canvas;
}

const meta = {
  title: "Chat",
  component: Chat,
  argTypes: chatControls,
  args: { client, defaultModel: "anthropic/claude-opus-5", labels: { title: "Quarterly numbers" } },
  parameters: {
    layout: "fullscreen",
    docs: { description: { component: "A chat with any model, in one line or in its parts." } },
  },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Before the first message. */
export const Empty: Story = {};

/** A question with an image, an answer with a table, code, thoughts and a source. */
export const Conversation: Story = { args: { defaultMessages: conversation } };

export const Dark: Story = { args: { defaultMessages: conversation }, globals: { theme: "dark" } };

/** A side panel of 320 pixels. */
export const Narrow: Story = {
  args: { defaultMessages: conversation },
  parameters: { width: 320 },
};

export const NarrowDark: Story = { parameters: { width: 320 }, globals: { theme: "dark" } };

/** Sends a message and shows the answer as it arrives. */
export const Answers: Story = {
  play: async ({ canvasElement }) => {
    const canvas = await ask(canvasElement, "Write a debounce.");
    await within(canvas.getByRole("log")).findByText("small");
    await expect(canvas.getByText("Write a debounce.")).toBeVisible();
    await waitFor(() => expect(canvas.getByRole("button", { name: "Send" })).toBeVisible());
  },
};

/** An answer on its way: the button stops it. */
export const Streaming: Story = {
  args: { client: half() },
  play: async ({ canvasElement }) => {
    const canvas = await ask(canvasElement);
    await canvas.findByText(/trailing-edge/);
    await expect(canvas.getByRole("button", { name: "Stop" })).toBeVisible();
  },
};

/** Stopped by the person: the text stays, and is marked. */
export const Stopped: Story = {
  args: { client: half() },
  play: async ({ canvasElement }) => {
    const canvas = await ask(canvasElement);
    await canvas.findByText(/trailing-edge/);
    await userEvent.keyboard("{Escape}");
    await canvas.findByText(/^Stopped/, { selector: "[data-pl-facts]" });
  },
};

/** The connection broke: what arrived is kept, and there is a way on. */
export const BrokenOff: Story = {
  args: {
    client: half(
      new ChatError(
        "network",
        "The connection dropped. What arrived is kept above; continue, or try again.",
      ),
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = await ask(canvasElement);
    await expect(await canvas.findByRole("alert")).toHaveTextContent("The connection dropped.");
    await expect(canvas.getByText(/trailing-edge/)).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Continue" })).toBeVisible();
  },
};

export const BrokenOffDark: Story = { ...BrokenOff, globals: { theme: "dark" } };

/** Refused before anything arrived. */
export const Refused: Story = {
  args: {
    client: createMockClient({
      models,
      answer: () => {
        throw new ChatError(
          "authentication",
          "Anthropic refused the key. Check ANTHROPIC_API_KEY, or make a new one at platform.claude.com.",
        );
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = await ask(canvasElement, "Hello");
    await expect(await canvas.findByRole("alert")).toHaveTextContent("refused the key");
    await expect(canvas.queryByRole("button", { name: "Continue" })).toBeNull();
  },
};

/** The provider asked to wait: the chat says so and tries again by itself. */
export const Waiting: Story = {
  args: {
    client: createMockClient({
      models,
      answer: () => {
        const step = createLockstep<StreamPart>();
        const data = {
          attempt: 1,
          delayMs: 8000,
          code: "rate_limit",
          message: "Too many requests.",
        };
        void step.push({ type: "data-retry", transient: true, data });
        return step;
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = await ask(canvasElement, "Hello");
    await canvas.findByText(/Trying again in \d s/);
  },
};

/** Long words, a wide table, right-to-left text, a remote image that is not loaded. */
export const DifficultContent: Story = { args: { defaultMessages: difficult } };

export const DifficultContentNarrow: Story = {
  args: { defaultMessages: difficult },
  parameters: { width: 320 },
};

/** A right-to-left page. */
export const RightToLeft: Story = { args: { defaultMessages: difficult, dir: "rtl" } };

/** The models of three providers: the provider first, then its models. */
export const PickerOpen: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /Choose a model/ }));
    const page = within(canvasElement.ownerDocument.body);
    await page.findByRole("option", { name: /Haiku/ });
  },
};

export const PickerOpenDark: Story = { ...PickerOpen, globals: { theme: "dark" } };

/** No model to choose: sending waits. */
export const NoModels: Story = {
  args: { client: createMockClient(), defaultModel: undefined },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole("button", { name: "Choose a model", expanded: false }));
    await within(canvasElement.ownerDocument.body).findByText("No models");
  },
};

export const Disabled: Story = { args: { defaultMessages: conversation, disabled: true } };

/** A model that is a function: no client, no network. */
export const FunctionModel: Story = {
  args: {
    model: async function* echo(messages) {
      yield "You wrote: ";
      const [part] = messages.at(-1)!.parts;
      yield (part as { text: string }).text;
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = await ask(canvasElement, "Hello");
    await within(canvas.getByRole("log")).findByText("You wrote: Hello");
  },
};

/** Through a gateway: real requests, answered by a service worker in place of a server. */
export const ThroughGateway: Story = {
  args: {
    client: createGatewayClient({ baseURL: "/story", kind: "openai" }),
    defaultModel: undefined,
  },
  beforeEach({ msw }) {
    msw.use(
      http.get("/story/models", () =>
        HttpResponse.json({
          data: [{ id: "openai/gpt-5", name: "GPT-5" }, { id: "groq/llama-3.3-70b" }],
        }),
      ),
      http.post("/story/chat/completions", () =>
        chatCompletionsResponse(["The keys ", "stay on ", "the **server**."]),
      ),
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("button", { name: "Choose a model: GPT-5" });
    await ask(canvasElement, "Where are the keys?");
    await within(canvas.getByRole("log")).findByText("server");
  },
};
