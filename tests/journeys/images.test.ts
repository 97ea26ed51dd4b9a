import { describe } from "vitest";
import { expect, sentence, type ChatPage } from "./chatPage.js";
import { test } from "./journey.js";
import { readImageFacts } from "../../src/client/imageFacts.js";
import { isBare } from "../../src/images/isBare.js";
import { withEXIF } from "../browser/paintImages.js";
import { paintPNG, pngHeader } from "./paintPNG.js";
import { completions, messagesOf } from "./upstreamRequests.js";
import type { ScriptedUpstream } from "../support/scriptedUpstream.mjs";

interface ImageFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const red: ImageFile = file("red.png", paintPNG(40, 20, [200, 30, 30]));
const green: ImageFile = file("green.png", paintPNG(30, 30, [30, 160, 60]));
const blue: ImageFile = file("blue.png", paintPNG(20, 40, [30, 60, 200]));

function file(name: string, buffer: Buffer): ImageFile {
  return { name, mimeType: "image/png", buffer };
}

/** By the paper clip. */
async function attach(chat: ChatPage, ...files: ImageFile[]): Promise<void> {
  const opened = chat.page.waitForEvent("filechooser");
  await chat.button("Attach files").click();
  await (await opened).setFiles(files);
}

/** By the clipboard of the browser, which writes the picture anew. */
async function paste(chat: ChatPage, { buffer, mimeType }: ImageFile): Promise<void> {
  await chat.page.evaluate(
    async ({ base64, type }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      await navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([bytes], { type }) })]);
    },
    { base64: buffer.toString("base64"), type: mimeType },
  );
  await chat.input.press("ControlOrMeta+v");
}

/** The bytes of the images in the last message the upstream was sent. */
function imagesSent(upstream: ScriptedUpstream, type = "image/png"): Buffer[] {
  const content = messagesOf(completions(upstream).at(-1)).at(-1)?.content ?? [];
  return (typeof content === "string" ? [] : content).flatMap((part) => {
    if (part.type !== "image_url") return [];
    const [head, base64 = ""] = part.image_url.url.split(",");
    expect(head).toBe(`data:${type};base64`);
    return [Buffer.from(base64, "base64")];
  });
}

test("images chosen and dropped arrive upstream byte for byte, without the one removed", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await attach(chat, red, green);
  await chat.page.getByRole("region", { name: "Polylogue" }).drop({ files: [blue] });
  for (const { name } of [red, green, blue]) {
    await expect(chat.tray.getByRole("img", { name })).toBeVisible();
  }
  await chat.button("Remove green.png").click();
  await expect(chat.input).toBeFocused();
  await expect(chat.tray.getByRole("listitem")).toHaveCount(2);

  await chat.ask("What are these?");
  await expect(chat.message(2)).toContainText(sentence);
  await expect(chat.tray).toHaveCount(0);
  await expect(chat.message(1).getByRole("img")).toHaveCount(2);
  expect(imagesSent(upstream).map((sent) => sent.toString("hex"))).toEqual(
    [red, blue].map(({ buffer }) => buffer.toString("hex")),
  );
});

test("a photo arrives upright, as large as the model reads, and without the place it was taken", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  const base64 = await chat.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 2000);
    canvas.getContext("2d")!.fillRect(0, 0, 1500, 2000);
    const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
    const bytes = new Uint8Array(await jpeg.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  const photo = await withEXIF(new Blob([Buffer.from(base64, "base64")]), 6);
  const buffer = Buffer.from(await photo.arrayBuffer());
  expect(readImageFacts(buffer)?.hasExif).toBe(true);
  const worker = chat.page.waitForEvent("worker");
  await attach(chat, { name: "photo.jpg", mimeType: "image/jpeg", buffer });
  expect((await worker).url()).toContain("imageWorker");
  await expect(chat.tray).toContainText("2000×3000 → 1365×2048");

  await chat.ask("Where was this?");
  await expect(chat.message(2)).toContainText(sentence);
  const [sent] = imagesSent(upstream, "image/jpeg");
  expect(readImageFacts(sent!)).toMatchObject({ width: 1365, height: 2048 });
  expect(isBare(sent!, "image/jpeg")).toBe(true);
});

test("a pasted image is sent without a word", async ({ openChat, upstream }) => {
  const chat = await openChat({ permissions: ["clipboard-read", "clipboard-write"] });
  await chat.chooseModel("scripted-words");
  await paste(chat, red);
  await expect(chat.tray.getByRole("img")).toBeVisible();
  await chat.button("Send").click();
  await expect(chat.message(2)).toContainText(sentence);
  await expect(chat.message(1).getByRole("img")).toBeVisible();
  const [sent, ...others] = imagesSent(upstream);
  expect(others).toEqual([]);
  expect([sent?.readUInt32BE(16), sent?.readUInt32BE(20)]).toEqual([40, 20]);
  expect(messagesOf(completions(upstream)[0])[0]?.content).toHaveLength(1);
});

test("the guide measures an image, in the browser", async ({ openChat, upstream }) => {
  const chat = await openChat();
  await attach(chat, red);
  await expect(chat.tray.getByRole("img", { name: "red.png" })).toBeVisible();
  await chat.button("Send").click();
  await expect(chat.message(2)).toContainText(/40 × 20/);
  expect(completions(upstream)).toEqual([]);
});

describe("an image that cannot be sent is refused with a sentence", () => {
  const refusals = [
    { what: "no bytes", refused: file("empty.png", Buffer.alloc(0)), says: "empty.png is empty." },
    {
      what: "200 megapixels",
      refused: file("poster.png", pngHeader(20_000, 10_000)),
      says: "poster.png is 20000 × 10000 pixels; images may have at most 100 megapixels.",
    },
    {
      what: "text by the name of an image",
      refused: file("notes.png", Buffer.from("Only words.")),
      says: "notes.png is not an image. Attach a PNG, JPEG, GIF or WebP file.",
    },
    {
      what: "a header without a picture",
      refused: file("broken.png", pngHeader(40, 30)),
      says: "broken.png could not be read. The file may be damaged.",
    },
  ];
  test.for(refusals)("$what", async ({ refused, says }, { openChat, upstream }) => {
    const chat = await openChat();
    await chat.chooseModel("scripted-words");
    await attach(chat, refused, red);
    await expect(chat.tray.getByRole("alert")).toHaveText(says);
    await expect(chat.tray.getByRole("img", { name: "red.png" })).toBeVisible();
    await chat.button(`Remove ${refused.name}`).click();
    await expect(chat.tray.getByRole("alert")).toHaveCount(0);
    await chat.button("Send").click();
    await expect(chat.message(2)).toContainText(sentence);
    expect(imagesSent(upstream)).toEqual([red.buffer]);
  });
});
