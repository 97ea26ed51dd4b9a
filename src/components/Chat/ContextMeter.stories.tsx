import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent, within } from "storybook/test";
import type { ContextUsage } from "../../hooks/useContextUsage.js";
import { ContextMeter } from "./ContextMeter.js";
import { storyPartFrame } from "./storyPartFrame.js";

const usage: ContextUsage = {
  tokens: 24_000,
  limit: 200_000,
  share: 0.12,
  parts: { system: 400, tools: 1600, history: 18_000, images: 3600, draft: 400 },
  isMeasured: false,
};

/** The same conversation with a model that reads fewer tokens. */
const fuller = (limit: number): ContextUsage => ({ ...usage, limit, share: usage.tokens / limit });

const example = `import {
  ContextMeter,
  useChatContext,
  useContextUsage,
  useDraftContext,
  type UIMessage,
} from "polylogue";

/** Inside <Chat.Root>, in a composer of your own. */
export function Fullness({ draft }: { draft: UIMessage | undefined }) {
  const { store } = useChatContext();
  const { modelInfo } = useDraftContext();
  return <ContextMeter usage={useContextUsage({ store, model: modelInfo, draft })} />;
}`;

const meta = {
  title: "Chat parts/ContextMeter",
  component: ContextMeter,
  args: { usage },
  parameters: { docs: { source: { code: example } } },
  decorators: [storyPartFrame],
} satisfies Meta<typeof ContextMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

export const NearlyEmpty: Story = {};

export const High: Story = { args: { usage: fuller(32_000) } };

export const Critical: Story = { args: { usage: fuller(25_000) } };

/** More than the model reads. */
export const Over: Story = { args: { usage: fuller(20_000) } };

/** Pressed, it tells what fills the context. */
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole("button"));
    await within(canvasElement.ownerDocument.body).findByText("18,000");
  },
};
