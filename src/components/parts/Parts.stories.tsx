import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import type { SourceDocumentPart, SourceUrlPart, UIMessage } from "../../client/messages.js";
import type { StreamPart } from "../../client/streamParts.js";
import { createLockstep, createMockClient } from "../../testing/index.js";
import { Chat } from "../Chat/Chat.js";
import { storyFrame } from "../Chat/storyFrame.js";
import { paintedImage } from "../Lightbox/storyImages.js";
import type { DataPartProps } from "./partProps.js";

const thought = "The person asks about rain. I compare two forecasts and take the later one.";
const said = { type: "text", text: "It will rain on **Sunday** afternoon." } as const;

function answer(...parts: UIMessage["parts"]): UIMessage[] {
  return [
    { id: "q", role: "user", parts: [{ type: "text", text: "Will it rain in Lisbon?" }] },
    { id: "a", role: "assistant", parts, metadata: { model: "openai/gpt-5", provider: "openai" } },
  ];
}

const page = (sourceId: string, url: string, title?: string): SourceUrlPart => ({
  type: "source-url",
  sourceId,
  url,
  ...(title !== undefined && { title }),
});
const document: SourceDocumentPart = {
  type: "source-document",
  sourceId: "4",
  mediaType: "application/pdf",
  title: "Climate of the Iberian peninsula",
  filename: "climate.pdf",
};
const sources = [
  page("1", "https://www.ipma.example/en/lisbon", "Lisbon, seven days"),
  page("2", "https://weather.example/forecast?city=lisbon", "Forecast for Lisbon and around"),
  page("3", "https://news.example/rain"),
  document,
];

const encoded = btoa("x".repeat(12_345));
const pdf = `data:application/pdf;base64,${encoded}`;

const meta = {
  title: "Parts of a message",
  component: Chat,
  args: { client: createMockClient({}), model: "openai/gpt-5", labels: { title: "Weekend plans" } },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Open while the model thinks. */
export const Thinking: Story = {
  args: {
    client: createMockClient({
      answer: () => {
        const step = createLockstep<StreamPart>();
        void step.push({ type: "reasoning-delta", delta: thought });
        return step;
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole("textbox", { name: "Message" }), "Will it rain?");
    await userEvent.keyboard("{Enter}");
    const button = await canvas.findByRole("button", { name: "Thinking…" });
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await canvas.findByText(thought);
  },
};

/** Folded after, with the time it took. */
export const Thought: Story = {
  args: {
    defaultMessages: answer(
      {
        type: "reasoning",
        text: thought,
        state: "done",
        providerMetadata: { polylogue: { durationMs: 12_400 } },
      },
      said,
    ),
  },
  play: async ({ canvasElement }) => {
    const button = await within(canvasElement).findByRole("button", { name: /^Thought for 12/ });
    await expect(button).toHaveAttribute("aria-expanded", "false");
  },
};

/** Of a history from elsewhere nobody knows how long it took. */
export const ThoughtOpened: Story = {
  args: { defaultMessages: answer({ type: "reasoning", text: thought, state: "done" }, said) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: "Thoughts" }));
    await canvas.findByText(thought);
  },
};

/** What an answer rests on, folded. */
export const SourcesFolded: Story = { args: { defaultMessages: answer(said, ...sources) } };

/** Numbered, with the hosts that the links lead to. */
export const SourcesOpened: Story = {
  ...SourcesFolded,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^4 sources/ }));
    await expect(await canvas.findByRole("list", { name: "Sources" })).toBeVisible();
  },
};

export const SourcesOpenedDark: Story = { ...SourcesOpened, globals: { theme: "dark" } };
export const SourcesOpenedNarrow: Story = { ...SourcesOpened, parameters: { width: 320 } };

/** Many, with long and hostile titles, and an address that is no link. */
export const SourcesDifficult: Story = {
  args: {
    defaultMessages: answer(
      said,
      page("1", `https://${"long-".repeat(11)}host.example/`, "Donaudampfschifffahrt".repeat(12)),
      page("2", "https://b.example", "photo\u202egnp.exe"),
      page("3", "javascript:alert(1)", "Not a page"),
      ...Array.from({ length: 9 }, (_, at) => page(`${at + 4}`, `https://${at}.example/a`)),
    ),
  },
  parameters: { width: 320 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /^12 sources/ }));
    await expect(canvas.queryByRole("link", { name: "Not a page" })).toBeNull();
  },
};

/** Files: one that is here, one without a size, one on a server, and one that cannot be reached. */
export const Files: Story = {
  args: {
    defaultMessages: [
      {
        id: "q",
        role: "user",
        parts: [
          { type: "file", mediaType: "application/pdf", url: pdf, filename: "timetable.pdf" },
          { type: "text", text: "Write this as a table." },
        ],
      },
      {
        id: "a",
        role: "assistant",
        parts: [
          { type: "text", text: "Here it is, in three forms." },
          {
            type: "file",
            mediaType: "text/csv",
            url: "data:text/csv,a%2Cb%0A1%2C2",
            filename: "timetable.csv",
          },
          {
            type: "file",
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            url: "https://files.example/9f2b/timetable.xlsx",
            filename: "timetable-for-all-lines-and-every-day-of-the-week.xlsx",
          },
          { type: "file", mediaType: "audio/mpeg", url: "file-3f9", filename: "read-aloud.mp3" },
        ],
        metadata: { model: "openai/gpt-5", provider: "openai" },
      },
    ],
  },
};

export const FilesDark: Story = { ...Files, globals: { theme: "dark" } };
export const FilesNarrow: Story = { ...Files, parameters: { width: 320 } };

/** Names that turn the text round, that are markup, that are too long, and none. */
export const FilesHostile: Story = {
  args: {
    defaultMessages: answer(
      ...[
        "photo\u202efdp.exe",
        "<img src=x onerror=alert(1)>.pdf",
        `${"very-long-".repeat(30)}name.pdf`,
        "",
      ].map((filename) => ({
        type: "file" as const,
        mediaType: "application/pdf",
        url: pdf,
        filename,
      })),
    ),
  },
  parameters: { width: 320 },
};

/** Images that a model gave out. */
export const GeneratedImages: Story = {
  args: {
    defaultMessages: answer(
      { type: "text", text: "Two sketches of Lisbon after the rain:" },
      paintedImage("lisbon-1.png", 205),
      paintedImage(undefined, 30, 480, 640),
    ),
  },
};

function Weather({ part }: DataPartProps<{ city: string; celsius: number }>) {
  return (
    <p style={{ border: "1px solid", borderRadius: 12, margin: "4px 0", padding: 12 }}>
      {part.data.city}: {part.data.celsius} °C
    </p>
  );
}

/** Data of an app's own, by a component of its own. */
export const Data: Story = {
  args: {
    components: { "data-weather": Weather },
    defaultMessages: answer(said, {
      type: "data-weather",
      data: { city: "Lisbon", celsius: 19 },
    }),
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText("Lisbon: 19 °C");
  },
};

/** Data that no component is given for, and a part of a type nobody knows: kept, and not shown. */
export const Unknown: Story = {
  args: {
    defaultMessages: answer(
      { type: "data-weather", data: { city: "Lisbon" } },
      { type: "hologram", beam: "blue" } as unknown as UIMessage["parts"][number],
      said,
    ),
  },
};

/** Everything at once, as an answer may be. */
export const Together: Story = {
  args: {
    defaultMessages: answer(
      {
        type: "reasoning",
        text: thought,
        state: "done",
        providerMetadata: { polylogue: { durationMs: 72_000 } },
      },
      said,
      paintedImage("lisbon-1.png", 205),
      { type: "file", mediaType: "application/pdf", url: pdf, filename: "forecast.pdf" },
      ...sources,
    ),
  },
};
