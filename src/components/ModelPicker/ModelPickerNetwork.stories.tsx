import type { Meta, StoryObj } from "@storybook/react-vite";
import { delay, http, HttpResponse, type HttpResponseResolver } from "msw";
import { expect, userEvent, within } from "storybook/test";
import { createDirectClient } from "../../client/directClient.js";
import { createGatewayClient } from "../../client/gatewayClient.js";
import { ModelPicker } from "./ModelPicker.js";
import { HeldPicker } from "./storyPicker.js";

const list = (...ids: string[]) => HttpResponse.json({ data: ids.map((id) => ({ id })) });
const refused: HttpResponseResolver = () =>
  HttpResponse.json({ error: { message: "Invalid API Key" } }, { status: 401 });

const groq = "https://api.groq.com/openai/v1";
const openai = "https://api.openai.com/v1";

/** OpenAI and Groq as they answer; a story puts its own answer before. */
const providers = [
  http.get(`${openai}/models`, () => list("gpt-5.6", "gpt-5")),
  http.get(`${groq}/models`, () => list("llama-3.3-70b-versatile", "qwen/qwen3.8-27b")),
  http.post(`${groq}/chat/completions`, () =>
    HttpResponse.json({ choices: [{ message: { content: "" }, finish_reason: "length" }] }),
  ),
  http.post(`${openai}/chat/completions`, () =>
    HttpResponse.json({ choices: [{ message: { content: "Hello" }, finish_reason: "stop" }] }),
  ),
];

/** A page that holds these keys and asks the providers itself. */
const direct = (...ids: string[]) =>
  createDirectClient({
    keys: Object.fromEntries(ids.map((id) => [id, "sk-story"])),
    dangerouslyAllowBrowser: true,
  });

const meta = {
  title: "ModelPicker on the network",
  component: ModelPicker,
  args: {
    value: "openai/gpt-5",
    onChange: () => {},
    client: direct("openai", "groq"),
    providers: ["openai", "groq"],
  },
  // Both panes side by side: the providers say how they stand while the models are looked at.
  globals: { viewport: { value: "wide" } },
  render: (args) => <HeldPicker {...args} />,
  decorators: [
    (Story) => (
      <div style={{ boxSizing: "border-box", minBlockSize: 480, paddingBlockStart: 420 }}>
        <Story />
      </div>
    ),
  ],
  beforeEach({ msw }) {
    msw.use(...providers);
  },
} satisfies Meta<typeof ModelPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

async function open(canvasElement: HTMLElement, provider?: RegExp) {
  const page = within(canvasElement.ownerDocument.body);
  await userEvent.click(
    await within(canvasElement).findByRole("button", { name: /^Choose a model/ }),
  );
  if (provider) await userEvent.click(await page.findByRole("tab", { name: provider }));
  return page;
}

/** Each provider's own list. */
export const Listed: Story = {
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^OpenAI/);
    await page.findByRole("tab", { name: /^OpenAI\W+Connected/ });
    await page.findByRole("option", { name: /^GPT-5\.6/ });
  },
};

/** A key is given and tried: the list and the test come with it. */
export const KeyAccepted: Story = {
  args: { client: direct("openai") },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^Groq/);
    await userEvent.type(await page.findByLabelText("Groq needs an API key"), "gsk-story{Enter}");
    await page.findByText(/^Connected/, { selector: "[data-pl-ok]" });
    await page.findByRole("tab", { name: /^Groq\W+Connected/ });
  },
};

/** The same with a key that is refused: one sentence, and what to do. */
export const KeyRefused: Story = {
  args: { client: direct("openai") },
  beforeEach({ msw }) {
    msw.use(http.get(`${groq}/*`, refused), http.post(`${groq}/*`, refused));
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^Groq/);
    await userEvent.type(await page.findByLabelText("Groq needs an API key"), "gsk-wrong{Enter}");
    await page.findByText("Groq did not accept the API key.");
    await page.findByRole("tab", { name: /^Groq\W+Refused/ });
  },
};

/** A model that does not answer although its provider lists it. */
export const TestFailed: Story = {
  beforeEach({ msw }) {
    msw.use(
      http.post(`${openai}/chat/completions`, () =>
        HttpResponse.json({ error: { message: "Overloaded" } }, { status: 503 }),
      ),
    );
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^OpenAI/);
    await userEvent.click(page.getByRole("button", { name: "Test connection" }));
    await userEvent.click(await page.findByText("Details"));
    await page.findByRole("tab", { name: /^OpenAI\W+Connected/ });
  },
};

/** A list that does not come: what the catalogue knows is there at once, and can be chosen. */
export const SlowList: Story = {
  beforeEach({ msw }) {
    msw.use(http.get(`${groq}/models`, () => delay("infinite")));
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^Groq/);
    await page.findByText("Known models; Groq is being asked.");
    await userEvent.click(await page.findByRole("option", { name: /^Qwen3\.8 27B/ }));
    await within(canvasElement).findByRole("button", { name: /Qwen3\.8 27B$/ });
  },
};

/** A list of nothing, and so the catalogue's. */
export const EmptyList: Story = {
  beforeEach({ msw }) {
    msw.use(http.get(`${groq}/models`, () => list()));
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^Groq/);
    await page.findByText("Known models; the provider has not listed its own.");
  },
};

/** A chosen model that its provider does not list any more. */
export const Vanished: Story = {
  args: { value: "openai/gpt-4-of-old" },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByRole("option", { name: /^gpt-4-of-old\s*No longer listed/ });
  },
};

/** Listed models that cannot take what is in the conversation say why, and cannot be chosen. */
export const TooSmall: Story = {
  args: {
    reasonAgainst: ({ id }) =>
      id.startsWith("groq/") ? "This conversation needs about 240K tokens." : undefined,
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^Groq/);
    const [option] = await page.findAllByRole("option", { name: /240K tokens/ });
    await expect(option).toHaveAttribute("aria-disabled", "true");
  },
};

/** No network at all: what is known stays in reach. */
export const Offline: Story = {
  beforeEach({ msw }) {
    msw.use(http.all("https://*/*", () => HttpResponse.error()));
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement, /^Groq/);
    await expect(await page.findByRole("alert")).toHaveTextContent("Could not reach api.groq.com.");
    await page.findByRole("option", { name: /^Qwen3\.8 27B/ });
    await page.findByRole("tab", { name: /^Groq\W+Not reachable/ });
  },
};

/** One list for all, through a gateway. */
const gateway = createGatewayClient({ baseURL: "/network", kind: "litellm" });
const throughGateway = { client: gateway, value: "", providers: undefined };

/** A gateway that refuses its list. */
export const GatewayRefused: Story = {
  args: throughGateway,
  beforeEach({ msw }) {
    msw.use(http.get("/network/*", refused));
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await expect(await page.findByRole("alert")).toHaveTextContent(
      "The gateway did not accept the API key.",
    );
    await page.findByRole("button", { name: "Try again" });
  },
};

/** A gateway that lists nothing. */
export const GatewayEmpty: Story = {
  args: throughGateway,
  beforeEach({ msw }) {
    msw.use(http.get("/network/*", () => list()));
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByText(/lists no models|No models/);
  },
};

/** A gateway that takes its time. */
export const GatewaySlow: Story = {
  args: throughGateway,
  beforeEach({ msw }) {
    msw.use(http.get("/network/*", () => delay("infinite")));
  },
  play: async ({ canvasElement }) => {
    const page = await open(canvasElement);
    await page.findByText("Loading models…");
  },
};
