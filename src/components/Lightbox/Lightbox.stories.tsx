import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import type { FilePart, UIMessage } from "../../client/messages.js";
import { createMockClient } from "../../testing/index.js";
import { Chat } from "../Chat/Chat.js";
import { chartImage, longConversation } from "../Chat/storyConversations.js";
import { storyFrame } from "../Chat/storyFrame.js";
import type { LightboxProps } from "./Lightbox.js";
import { paintedImage } from "./storyImages.js";

const chart: FilePart = {
  type: "file",
  mediaType: "image/png",
  url: chartImage,
  filename: "chart.png",
};
const harbour = paintedImage("harbour-in-the-morning.png", 205);
const tower = paintedImage("tower.png", 30, 480, 1400);

const message = (id: string, role: UIMessage["role"], ...parts: UIMessage["parts"]): UIMessage => ({
  id,
  role,
  parts,
});

const conversation: UIMessage[] = [
  message("q1", "user", harbour, tower, { type: "text", text: "Which of these was earlier?" }),
  message(
    "a1",
    "assistant",
    { type: "text", text: "The harbour. In the evening it looks so:" },
    {
      ...paintedImage(undefined, 265),
    },
  ),
  message("q2", "user", chart, { type: "text", text: "And this one?" }),
];

function alone(part: FilePart): UIMessage[] {
  return [message("q", "user", part)];
}

/** Opens an image and gives what is then over the page. */
async function open(canvasElement: HTMLElement, name: string | RegExp) {
  await userEvent.click(await within(canvasElement).findByRole("button", { name }));
  const page = within(canvasElement.ownerDocument.body);
  return within(await page.findByRole("dialog"));
}

const meta = {
  title: "Lightbox",
  component: Chat,
  args: {
    client: createMockClient({}),
    model: "openai/gpt-5",
    labels: { title: "Holidays" },
    defaultMessages: conversation,
  },
  parameters: { layout: "fullscreen" },
  decorators: [storyFrame],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Images in questions and answers; each opens. */
export const Closed: Story = {};

export const Opened: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open harbour-in-the-morning.png");
    await dialog.findByText("1 of 4");
  },
};

export const OpenedDark: Story = { ...Opened, globals: { theme: "dark" } };

/** An image of a model has no name of its own. */
export const WithoutName: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open Image");
    await dialog.findByText("3 of 4");
  },
};

/** The last of them: there is none behind it. */
export const LastImage: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open tower.png");
    await userEvent.keyboard("{End}");
    await dialog.findByText("4 of 4");
    await expect(dialog.getByRole("button", { name: "Next image" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  },
};

/** Zoomed in: arrows move the image. */
export const ZoomedIn: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open harbour-in-the-morning.png");
    await userEvent.click(dialog.getByRole("button", { name: "Zoom in" }));
    await userEvent.click(dialog.getByRole("button", { name: "Zoom in" }));
    await dialog.findByRole("button", { name: /^225/ });
    await userEvent.keyboard("{ArrowRight}");
    await dialog.findByText("1 of 4");
  },
};

const chartInWords = `The morning, and beside it the evening:

![The harbour in the morning](${harbour.url})

| Time | Place |
|---|---|
| Noon | ![A small tower](${paintedImage(undefined, 120, 48, 32).url}) the square |

[![A badge](${paintedImage(undefined, 160, 90, 20).url})](https://example.com) is part of a link, and ![a map](https://images.example/map.png) waits.`;

/** Images within the text of an answer. The one in a link is the link's. */
export const InText: Story = {
  args: {
    defaultMessages: [
      message("q1", "user", tower, { type: "text", text: "Show me both." }),
      message("a1", "assistant", { type: "text", text: chartInWords }),
    ],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const opener = await canvas.findByRole("button", { name: "Open The harbour in the morning" });
    await userEvent.tab();
    opener.focus();
    await expect(canvas.getByRole("link", { name: /A badge/ })).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Open A badge" })).toBeNull();
  },
};

export const InTextNarrowDark: Story = {
  ...InText,
  parameters: { width: 320 },
  globals: { theme: "dark" },
};

export const OpenedInText: Story = {
  args: InText.args!,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open A small tower");
    await dialog.findByText("3 of 3");
    await userEvent.keyboard("{ArrowLeft}");
    await dialog.findByText("The harbour in the morning");
  },
};

/** A single image: nothing to turn to. */
export const Alone: Story = {
  args: { defaultMessages: alone(chart) },
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open chart.png");
    await expect(dialog.queryByRole("button", { name: "Next image" })).toBeNull();
  },
};

/** A name that turns the text round, and one that is too long. */
export const HostileName: Story = {
  args: { defaultMessages: alone({ ...chart, filename: "photo\u202egnp.exe" }) },
  play: async ({ canvasElement }) => {
    await open(canvasElement, /^Open photo/);
  },
};

export const LongName: Story = {
  args: { defaultMessages: alone({ ...chart, filename: `${"very-long-".repeat(30)}name.png` }) },
  play: async ({ canvasElement }) => {
    await open(canvasElement, /^Open very-long/);
  },
};

export const RightToLeft: Story = {
  args: { dir: "rtl" },
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open harbour-in-the-morning.png");
    await userEvent.keyboard("{ArrowLeft}");
    await dialog.findByText("2 of 4");
  },
};

/** An image on a server waits for a click here too. */
export const RemoteImage: Story = {
  args: {
    defaultMessages: [
      message("q1", "user", chart),
      message("a1", "assistant", {
        type: "file",
        mediaType: "image/png",
        url: "https://images.example/map.png",
        filename: "map.png",
      }),
    ],
  },
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open chart.png");
    await userEvent.keyboard("{ArrowRight}");
    await dialog.findByRole("button", { name: "Show image from images.example" });
  },
};

/** Its first image is two thousand messages away from its last. */
export const LongConversation: Story = {
  args: {
    defaultMessages: [
      message("first", "user", harbour),
      ...longConversation(2000),
      message("last", "user", chart),
    ],
  },
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open chart.png");
    await userEvent.keyboard("{Home}");
    await dialog.findByText("harbour-in-the-morning.png");
  },
};

function OwnLightbox({ images, index, onClose }: LightboxProps) {
  return (
    <dialog open aria-label="Mine">
      <p>{images[index]?.filename}</p>
      <button type="button" onClick={onClose}>
        Done
      </button>
    </dialog>
  );
}

/** One of yours. */
export const Replaced: Story = {
  args: { components: { Lightbox: OwnLightbox } },
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, "Open tower.png");
    await userEvent.click(dialog.getByRole("button", { name: "Done" }));
    await waitFor(() =>
      expect(within(canvasElement).getByRole("button", { name: "Open tower.png" })).toHaveFocus(),
    );
  },
};

/** None: images are just images. */
export const SwitchedOff: Story = {
  args: { components: { Lightbox: null } },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole("img", { name: "tower.png" }),
    ).toBeVisible();
    await expect(within(canvasElement).queryByRole("button", { name: /tower/ })).toBeNull();
  },
};
