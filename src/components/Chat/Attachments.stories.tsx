import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo, type ReactElement } from "react";
import { expect, waitFor, within } from "storybook/test";
import type { ModelInfo } from "../../client/index.js";
import type { Attachment } from "../../hooks/useAttachments.js";
import { createMockClient } from "../../testing/index.js";
import { Chat } from "./Chat.js";
import { DraftContext, useDraftContext } from "./ChatContext.js";
import { Composer } from "./Composer.js";
import { chartImage } from "./storyConversations.js";

const models: ModelInfo[] = [
  {
    id: "anthropic/claude-haiku-4-5",
    name: "Claude Haiku 4.5",
    provider: "anthropic",
    vision: true,
    maxInputTokens: 200_000,
  },
];

const ready: Attachment = {
  id: "ready",
  name: "quarterly-numbers.png",
  size: 2_000,
  state: "ready",
  progress: 1,
  part: {
    type: "file",
    mediaType: "image/png",
    url: chartImage,
    filename: "quarterly-numbers.png",
  },
  preview: chartImage,
  width: 296,
  height: 208,
  isFirstFrame: false,
  pastedText: undefined,
  refusal: undefined,
};

const nothing = { part: undefined, preview: undefined, width: undefined, height: undefined };

const document = { ...ready, preview: undefined, width: undefined, height: undefined };

/** One attachment in each state, some of which pass too quickly to be seen. */
const everyState: readonly Attachment[] = [
  ready,
  {
    ...document,
    id: "pdf",
    name: "annual-report.pdf",
    size: 1_240_000,
    part: {
      type: "file",
      mediaType: "application/pdf",
      url: "data:application/pdf;base64,JVBERi0=",
    },
  },
  {
    ...document,
    id: "paste",
    name: "Pasted text.txt",
    size: 8_400,
    part: { type: "file", mediaType: "text/plain", url: "data:text/plain;base64,YQ==" },
    pastedText: "A long text.",
  },
  { ...ready, ...nothing, id: "reading", name: "whiteboard.jpg", state: "reading", progress: 0 },
  { ...ready, ...nothing, id: "made", name: "harbour.jpg", state: "processing", progress: 0.6 },
  {
    ...ready,
    part: undefined,
    id: "stored",
    name: "harbour-at-dawn.jpg",
    state: "uploading",
    progress: 0.3,
  },
  { ...ready, id: "moving", name: "dance.gif", isFirstFrame: true },
  {
    ...ready,
    ...nothing,
    id: "refused",
    name: "IMG_2041.HEIC",
    state: "rejected",
    refusal: { reason: "unsupported_type", mediaType: "image/heic" },
  },
  {
    ...ready,
    ...nothing,
    id: "failed",
    name: "minutes.docx",
    state: "rejected",
    refusal: { reason: "upload_failed", message: "The server did not answer." },
  },
];

const hostileNames: readonly Attachment[] = [
  "photo\u202egnp.exe",
  "<img src=x onerror=alert(1)>.png",
  `${"very-long-".repeat(30)}name.png`,
  "\u200f\u0639\u0631\u0628\u0649.png",
].flatMap((name) => [
  { ...ready, id: name, name },
  { ...ready, ...nothing, id: `no ${name}`, name, state: "rejected", refusal: { reason: "empty" } },
]);

/** A composer whose attachments are given. */
function composerWith(attachments: readonly Attachment[]) {
  return function GivenComposer(): ReactElement {
    const draft = useDraftContext();
    const given = useMemo(
      () => ({ ...draft, attachments: { ...draft.attachments, attachments } }),
      [draft],
    );
    return (
      <DraftContext.Provider value={given}>
        <Composer />
      </DraftContext.Provider>
    );
  };
}

const meta = {
  title: "Attachments",
  component: Chat,
  args: {
    client: createMockClient({ models }),
    models,
    defaultModel: "anthropic/claude-haiku-4-5",
    labels: { title: "Quarterly numbers" },
  },
  parameters: { layout: "fullscreen" },
  decorators: [
    (Story, { parameters }) => (
      <div
        style={{ blockSize: 640, inlineSize: parameters["width"] ?? "100%", marginInline: "auto" }}
      >
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Chat>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Ready, waiting, being made, being stored, of a file that moves, refused, and failed. */
export const EveryState: Story = {
  args: { components: { Composer: composerWith(everyState) } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/^296×208, −\d\d %, ≈ 83 tokens$/)).toBeVisible();
    const [refused, failed] = canvas.getAllByRole("alert");
    await expect(refused).toHaveTextContent("IMG_2041.HEIC is a HEIC photo");
    await expect(failed).toHaveTextContent("The upload of minutes.docx failed.");
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(canvas.getByText("PDF, 1.2 MB")).toBeVisible();
    await expect(canvas.getByRole("progressbar", { name: /^Uploading/ })).toBeVisible();
    await expect(canvas.getByRole("progressbar", { name: "Preparing harbour.jpg" })).toBeVisible();
  },
};

export const EveryStateDark: Story = { ...EveryState, globals: { theme: "dark" } };

export const EveryStateNarrow: Story = { ...EveryState, parameters: { width: 320 } };

/** What can be done with an attachment: describe it, move it, put a pasted text back. */
export const Options: Story = {
  args: { components: { Composer: composerWith(everyState.slice(0, 3)) } },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const menu = await canvas.findByRole("button", { name: "Options for quarterly-numbers.png" });
    await userEvent.click(menu);
    const body = within(canvasElement.ownerDocument.body);
    await expect(await body.findByLabelText("Alternative text")).toHaveFocus();
    // It comes out of nothing, and how long that takes is the browser's affair.
    await waitFor(() => expect(body.getByRole("button", { name: "Move later" })).toBeVisible());
  },
};

export const OptionsDark: Story = { ...Options, globals: { theme: "dark" } };

/** In the words of what is allowed here. */
export const Limits: Story = {
  args: { allowAttachments: { accept: ["image/*", ".pdf"], maxFiles: 1 } },
  play: async ({ canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    const chooser = canvasElement.querySelector<HTMLInputElement>("input[type=file]")!;
    chooser.removeAttribute("accept");
    const files = [new File(["%PDF-1.4"], "a.pdf"), new File(["%PDF-1.4"], "b.pdf")];
    await userEvent.upload(chooser, files);
    await expect(await canvas.findByText(/is one too many/)).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Remove a.pdf" }));
    await userEvent.upload(chooser, new File(["a,b"], "table.csv"));
    await expect(await canvas.findByText(/Attach images or \.pdf\./)).toBeVisible();
  },
};

/** Names that would turn the text round, run a script or push everything else aside. */
export const HostileNames: Story = {
  args: { components: { Composer: composerWith(hostileNames) } },
  parameters: { width: 360 },
  play: async ({ canvasElement }) => {
    const names = [...canvasElement.querySelectorAll("[data-pl-tray] bdi")];
    await expect(names).toHaveLength(hostileNames.length);
    for (const name of names) await expect(getComputedStyle(name).unicodeBidi).toBe("isolate");
    const { scrollWidth, clientWidth } = canvasElement.querySelector("[data-pl-tray]")!;
    await expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  },
};

async function paintPhoto(): Promise<File> {
  const canvas = new OffscreenCanvas(4000, 3000);
  const context = canvas.getContext("2d")!;
  const sky = context.createLinearGradient(0, 0, 4000, 3000);
  sky.addColorStop(0, "#8fb8de");
  sky.addColorStop(0.6, "#f2c18d");
  sky.addColorStop(1, "#2b4a3f");
  context.fillStyle = sky;
  context.fillRect(0, 0, 4000, 3000);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
  return new File([blob], "harbour.jpg", { type: "image/jpeg" });
}

/** A photo as a phone takes it: what will be sent of it is said before it is sent. */
export const Photo: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    const chooser = canvasElement.querySelector<HTMLInputElement>('input[type="file"]')!;
    await userEvent.upload(chooser, await paintPhoto());
    await waitFor(
      () =>
        expect(canvas.getByText(/^4000×3000 → 1568×1176, −\d\d %, ≈ 1,600 tokens$/)).toBeVisible(),
      { timeout: 20_000 },
    );
  },
};
