import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { preflight } from "../../client/preflight.js";
import { chartImage } from "./storyConversations.js";
import { storyPartFrame } from "./storyPartFrame.js";
import { PreflightNotice } from "./PreflightNotice.js";

const text = { type: "text", text: "word ".repeat(400) } as const;

const chart = { type: "file", mediaType: "image/png", url: chartImage } as const;

const refused = preflight({
  messages: [{ id: "1", role: "user", parts: [chart, text] }],
  model: { id: "ollama/llama3.2", name: "Llama 3.2", vision: false },
});

const nearlyFull = preflight({
  messages: [{ id: "1", role: "user", parts: [text] }],
  model: { id: "example/small", name: "Small", maxInputTokens: 560 },
});

const nothing = (): void => {};
const remedies = { choose_model: nothing, remove_images: nothing, drop_oldest_turns: nothing };

const example = `import {
  PreflightNotice,
  useChatContext,
  useDraftContext,
  usePreflight,
  type UIMessage,
} from "polylogue";

/** Inside <Chat.Root>, in a composer of your own. */
export function Objections({ draft }: { draft: UIMessage | undefined }) {
  const { store, openModelPicker } = useChatContext();
  const { modelInfo } = useDraftContext();
  const { findings } = usePreflight({ store, model: modelInfo, draft });
  return (
    <PreflightNotice
      id="objections"
      findings={findings}
      attempts={0}
      remedies={{ choose_model: openModelPicker }}
    />
  );
}`;

const meta = {
  title: "Chat parts/PreflightNotice",
  component: PreflightNotice,
  args: { findings: refused, attempts: 0, remedies, id: "preflight" },
  argTypes: { remedies: { control: false } },
  parameters: { docs: { source: { code: example } } },
  decorators: [storyPartFrame],
} satisfies Meta<typeof PreflightNotice>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The model would refuse it: the notice stays until something is done. */
export const Refused: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/can't read images/)).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Dismiss" })).toBeNull();
  },
};

/** Somebody tried to send nevertheless: the words are spoken. */
export const Attempted: Story = {
  args: { attempts: 1 },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("alert");
  },
};

/** It may go, and can be dismissed. */
export const Warning: Story = {
  args: { findings: nearlyFull },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("button", { name: "Dismiss" });
  },
};

/** Nothing speaks against it, so nothing is shown. */
export const Nothing: Story = { args: { findings: [] } };
