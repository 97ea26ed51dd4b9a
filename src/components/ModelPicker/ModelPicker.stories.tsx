import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import type { ModelInfo } from "../../client/types.js";
import { ModelPicker } from "./ModelPicker.js";
import { scripted } from "./storyClient.js";
import { HeldPicker } from "./storyPicker.js";

const meta = {
  title: "ModelPicker",
  component: ModelPicker,
  args: { value: "anthropic/claude-opus-5", onChange: () => {}, client: scripted() },
  render: (args) => <HeldPicker {...args} />,
  decorators: [
    (Story) => (
      <div
        style={{
          boxSizing: "border-box",
          minBlockSize: 480,
          paddingBlockStart: 420,
        }}
      >
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ModelPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Where both panes are looked at: a narrow page shows one at a time. */
const wide = { viewport: { value: "wide" } };

async function open(canvasElement: HTMLElement) {
  await userEvent.click(
    await within(canvasElement).findByRole("button", { name: /^Choose a model/ }),
  );
  const page = within(canvasElement.ownerDocument.body);
  await page.findByRole("dialog");
  return page;
}

async function openProvider(canvasElement: HTMLElement, name: RegExp) {
  const page = await open(canvasElement);
  await userEvent.click(await page.findByRole("tab", { name }));
  return page;
}

/** Providers on one side, their models on the other. */
export const Menu: Story = {
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByRole("option", { name: /^Claude Opus 5\.5/ });
  },
};

export const MenuDark: Story = { ...Menu, globals: { theme: "dark" } };

/** What is typed is looked for everywhere: names, ids, providers, what models can do. */
export const Search: Story = {
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await userEvent.type(page.getByRole("combobox"), "reasoning flash");
    await page.findByRole("option", { name: /^Gemini 3\.8 Flash/ });
  },
};

/** A provider without a key: a field, where to get one, how long it is kept. Saving tries it. */
export const MissingKey: Story = {
  globals: wide,
  play: async ({ canvasElement }) => {
    const page = await openProvider(canvasElement, /Groq/);
    await page.findByLabelText("Groq needs an API key");
  },
};

export const MissingKeyDark: Story = { ...MissingKey, globals: { ...wide, theme: "dark" } };

/** The same where a server holds the keys. */
export const MissingKeyOnServer: Story = {
  globals: wide,
  args: { client: scripted({ canSetKey: false }) },
  play: async ({ canvasElement }) => {
    const page = await openProvider(canvasElement, /Groq/);
    await page.findByText(/Set GROQ_API_KEY/);
  },
};

/** The connection works. */
export const Tested: Story = {
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await userEvent.click(page.getByRole("button", { name: "Test connection" }));
    await page.findByText(/412 ms/);
  },
};

/** It does not: one sentence, and the details behind it. */
export const TestFailed: Story = {
  args: {
    client: scripted({
      testError: {
        error:
          "Anthropic refused the key. Check ANTHROPIC_API_KEY, or make a new one at platform.claude.com.",
        details: '401 {"type":"authentication_error","message":"invalid x-api-key"}',
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await userEvent.click(page.getByRole("button", { name: "Test connection" }));
    await userEvent.click(await page.findByText("Details"));
  },
};

export const TestFailedDark: Story = { ...TestFailed, globals: { theme: "dark" } };

/** A provider that refuses to list its models holds up nobody. */
export const RefusedList: Story = {
  globals: wide,
  args: { client: scripted({ refused: ["gemini"] }) },
  play: async ({ canvasElement }) => {
    const page = await openProvider(canvasElement, /Gemini/);
    await page.findByRole("alert");
  },
};

/** One that does not answer: the words appear once waiting is felt. */
export const SlowList: Story = {
  globals: wide,
  args: { client: scripted({ slow: ["ollama"] }) },
  play: async ({ canvasElement }) => {
    const page = await openProvider(canvasElement, /Ollama/);
    await page.findByText("Asking Ollama for its models…");
  },
};

/** One that has none. */
export const EmptyList: Story = {
  globals: wide,
  args: { client: scripted({ empty: ["ollama"] }) },
  play: async ({ canvasElement }) => {
    const page = await openProvider(canvasElement, /Ollama/);
    await page.findByText(/Ollama lists no models/);
  },
};

/** Nothing to choose from. */
export const NoModels: Story = {
  args: { value: "", models: [] },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByText("No models");
  },
};

/** A list of one provider needs no column of providers. */
export const OneProvider: Story = {
  args: { value: "ollama/llama3.2", client: scripted({ only: ["ollama"] }) },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByRole("option", { name: /^Llama 3\.2/ });
  },
};

/** The chosen model is on no list any more. */
export const Vanished: Story = {
  args: { value: "anthropic/claude-instant" },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByText(/No longer listed/);
  },
};

/** Models that cannot take what is in the conversation say why. */
export const DisabledWithReason: Story = {
  args: {
    reasonAgainst: ({ id }: ModelInfo) =>
      id.includes("haiku") ? "This conversation needs about 240K tokens." : undefined,
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByText(/240K tokens/);
  },
};

/** Five thousand models: only those one sees are in the page. */
export const FiveThousand: Story = {
  args: {
    value: "ollama/model-7x",
    client: scripted({
      only: ["ollama", "openai"],
      models: Array.from({ length: 5000 }, (_, at) => ({
        id: `ollama/model-${at}x`,
        name: `Model ${at}`,
        provider: "ollama",
      })),
    }),
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await waitFor(() => expect(page.getAllByRole("option").length).toBeGreaterThan(5));
    await userEvent.keyboard("{End}");
    await expect(page.getAllByRole("option").length).toBeLessThan(40);
  },
};

/** From right to left. */
export const RightToLeft: Story = {
  args: { dir: "rtl" },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByRole("option", { name: /^Claude Opus 5\.5/ });
  },
};

export const Disabled: Story = { args: { disabled: true } };
