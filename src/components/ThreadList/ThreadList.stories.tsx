import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { HistoryError } from "../../client/historyError.js";
import { storyFrame } from "../Chat/storyFrame.js";
import { ThreadList } from "./ThreadList.js";
import { storyHistory, storyThreads, ThreadListPlace } from "./storyThreads.js";

const example = `import { Chat, indexedDBHistory, ThreadList, useThreads } from "polylogue";

const persistence = indexedDBHistory();

export function App() {
  const threads = useThreads({ persistence });
  return (
    <div style={{ display: "flex", height: "100dvh" }}>
      <ThreadList threads={threads} />
      <Chat id={threads.activeId} onNewChat={threads.create} persistence={persistence} />
    </div>
  );
}`;

const meta = {
  title: "ThreadList",
  component: ThreadListPlace,
  subcomponents: { ThreadList },
  args: { persistence: storyHistory([]), withChat: false },
  parameters: {
    layout: "fullscreen",
    width: 320,
    controls: { exclude: ["persistence"] },
    docs: {
      description: {
        component: "The conversations that are kept: to open, name, search and delete.",
      },
      source: { code: example },
    },
  },
  decorators: [storyFrame],
  beforeEach() {
    sessionStorage.setItem("polylogue:thread", "t0");
  },
} satisfies Meta<typeof ThreadListPlace>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing was written yet. */
export const Empty: Story = {};

/** Beside the chat it belongs to. */
export const BesideChat: Story = {
  args: { persistence: storyHistory(storyThreads(8)), withChat: true },
  parameters: { width: "100%" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole("button", { name: "Quarterly numbers" });
    await within(canvas.getByRole("log")).findByText("Quarterly numbers");
  },
};

/** Long names, names without words, and other scripts, by day. */
export const Many: Story = { args: { persistence: storyHistory(storyThreads(200)) } };

export const RightToLeft: Story = {
  args: { persistence: storyHistory(storyThreads(8)), withChat: true, dir: "rtl" },
  parameters: { width: "100%" },
};

/** Titles and texts are searched as one types; where it is the text, the words around are shown. */
export const Searching: Story = {
  args: { persistence: storyHistory(storyThreads(40)) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole("searchbox", { name: "Search chats" }), "haiku");
    await waitFor(() => expect(canvas.queryByText("Quarterly numbers")).toBeNull());
    await expect(canvas.getAllByRole("listitem").length).toBeGreaterThan(2);
  },
};

export const SearchingTexts: Story = {
  args: { persistence: storyHistory(storyThreads(40)) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole("searchbox"), "fastest");
    const [found] = await canvas.findAllByText("fastest");
    await expect(found!.tagName).toBe("MARK");
  },
};

export const NothingFound: Story = {
  args: { persistence: storyHistory(storyThreads(8)) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole("searchbox"), "zebra");
    await canvas.findByText("No chat has these words.");
  },
};

/** F2, the pencil or a double click. */
export const Renaming: Story = {
  args: { persistence: storyHistory(storyThreads(8)) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole("button", { name: "Debounce in TypeScript" })).focus();
    await userEvent.keyboard("{F2}");
    await canvas.findByRole("textbox", { name: "Name of the chat" });
  },
};

/** Deleted at once, and brought back with one click. */
export const Deleted: Story = {
  args: { persistence: storyHistory(storyThreads(8)) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole("button", { name: "Debounce in TypeScript" })).focus();
    await userEvent.keyboard("{Delete}");
    await canvas.findByRole("button", { name: "Undo" });
  },
};

const closed = storyHistory([]);

/** What cannot be kept is said, and everything else goes on. */
export const StorageDenied: Story = {
  args: {
    persistence: {
      ...closed,
      load: () => Promise.reject(new HistoryError("denied")),
      list: () => Promise.reject(new HistoryError("denied")),
    },
    withChat: true,
  },
  parameters: { width: "100%" },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole("status").length).toBeGreaterThan(2));
  },
};
