import type { Meta, StoryObj } from "@storybook/react-vite";
import { http, HttpResponse } from "msw";
import { useState } from "react";
import { createPortal } from "react-dom";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { createGatewayClient } from "../../client/gatewayClient.js";
import { useModelPicker } from "../../hooks/useModelPicker.js";
import { useModelSelection } from "../../hooks/useModelSelection.js";
import { Chat } from "../Chat/Chat.js";
import { ModelPicker } from "./ModelPicker.js";
import { scripted } from "./storyClient.js";
import { HeldPicker } from "./storyPicker.js";

const meta = {
  title: "ModelPicker in its places",
  component: ModelPicker,
  args: { value: "anthropic/claude-opus-5", onChange: () => {}, client: scripted() },
  render: (args) => <HeldPicker {...args} />,
  decorators: [
    (Story, { parameters }) => (
      <div style={{ inlineSize: parameters["width"] ?? "100%", minBlockSize: 480 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ModelPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Two dropdowns side by side, for pages of settings. */
export const Cascade: Story = {
  args: { variant: "cascade" },
  parameters: { width: "min(100%, 640px)" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Test connection" }));
    await canvas.findByText(/412 ms/);
    await userEvent.click(canvas.getByRole("button", { name: /^Model/ }));
    const page = within(canvasElement.ownerDocument.body);
    await page.findByRole("option", { name: /^Claude Opus 5\.5/ });
  },
};

export const CascadeDark: Story = { ...Cascade, globals: { theme: "dark" } };

/** The same in a narrow column, for a provider whose key is missing. */
export const CascadeMissingKey: Story = {
  args: { variant: "cascade", value: "groq/llama-4-scout" },
  parameters: { width: 320 },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByLabelText("Groq needs an API key");
  },
};

/** A page of settings whose choice is that of two chats, on this page and in every tab. */
export const SharedWithTwoChats: Story = {
  render: function Page({ client }) {
    const [model, choose] = useModelSelection("story");
    return (
      <div style={{ display: "grid", gap: 16 }}>
        <ModelPicker variant="cascade" value={model} onChange={choose} client={client} />
        {["Support", "Research"].map((title) => (
          <div key={title} style={{ blockSize: 400 }}>
            <Chat client={client} persistKey="story" labels={{ title }} />
          </div>
        ))}
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^Provider/ }));
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole("option", { name: /Gemini/ }));
    await waitFor(() =>
      expect(
        canvas.getAllByRole("button", { name: "Choose a model: Gemini 3.8 Flash" }),
      ).toHaveLength(2),
    );
  },
};

/** A picker with looks of its own: the hook knows the models, their order and how their providers stand. */
export const Headless: Story = {
  render: function OwnLooks({ client }) {
    const [value, setValue] = useState("openai/gpt-5");
    const { groups, chosen, choose } = useModelPicker({ value, onChange: setValue, client });
    return (
      <label>
        Model
        <select value={value} onChange={({ target }) => choose(target.value)}>
          {groups.map(({ id, name, rows, state }) => (
            <optgroup key={id} label={name} disabled={state === "missing_key"}>
              {rows.map(({ model }) => (
                <option key={model.id} value={model.id}>
                  {model.name ?? model.id}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <output>{chosen?.model.contextTokens?.toLocaleString("en")} tokens</output>
      </label>
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText("400,000 tokens");
    await userEvent.selectOptions(canvas.getByLabelText(/^Model/), "Claude Opus 5.5");
    await canvas.findByText("1,000,000 tokens");
    await expect(canvas.getByRole("group", { name: "Groq" })).toBeDisabled();
  },
};

/** Inside a shadow root, popover and all: no selector sees the page's theme from there, so the host carries it. */
export const InShadowRoot: Story = {
  globals: { viewport: { value: "wide" } },
  render: function Shadow(args, { globals }) {
    const [root, setRoot] = useState<HTMLElement>();
    function attach(host: HTMLElement | null): void {
      if (!host || host.shadowRoot) return;
      const shadow = host.attachShadow({ mode: "open" });
      for (const sheet of document.querySelectorAll("style, link[rel=stylesheet]"))
        shadow.append(sheet.cloneNode(true));
      setRoot(shadow.appendChild(document.createElement("div")));
    }
    return (
      <div ref={attach} data-theme={globals["theme"]}>
        {root ? createPortal(<HeldPicker {...args} portalContainer={root} />, root) : null}
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const root = await waitFor(() => {
      const host = [...canvasElement.querySelectorAll("*")].find((one) => one.shadowRoot);
      return within(host!.shadowRoot!.querySelector<HTMLElement>("div")!);
    });
    await userEvent.click(await root.findByRole("button", { name: /^Choose a model/ }));
    await userEvent.click(await root.findByRole("tab", { name: /OpenAI/ }));
    await userEvent.click(await root.findByRole("option", { name: /^GPT-5\.6/ }));
    await root.findByRole("button", { name: "Choose a model: GPT-5.6" });
  },
};

/** Through a gateway: real requests, answered by a service worker in place of a server. */
export const ThroughGateway: Story = {
  globals: { viewport: { value: "wide" } },
  args: {
    value: "openai/gpt-5",
    client: createGatewayClient({ baseURL: "/picker", kind: "polylogue" }),
  },
  beforeEach({ msw }) {
    const provider = (id: string, name: string, status: string) => ({
      id,
      name,
      status,
      keyVariables: [`${id.toUpperCase()}_API_KEY`],
      canSetKey: false,
    });
    msw.use(
      http.get("/picker/providers", () =>
        HttpResponse.json({
          data: [
            provider("openai", "OpenAI", "ready"),
            provider("mistral", "Mistral", "missing_key"),
          ],
        }),
      ),
      http.get("/picker/models", () =>
        HttpResponse.json({ openai: [{ id: "openai/gpt-5", name: "GPT-5", vision: true }] }),
      ),
      http.post("/picker/test-connection", () =>
        HttpResponse.json({ success: true, model: "openai/gpt-5", durationMs: 87 }),
      ),
    );
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole("button", { name: /^Choose a model/ }));
    await userEvent.click(await page.findByRole("button", { name: "Test connection" }));
    await page.findByText(/87 ms/);
    await userEvent.click(page.getByRole("tab", { name: /Mistral/ }));
    await page.findByText(/Set MISTRAL_API_KEY/);
  },
};
