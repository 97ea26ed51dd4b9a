import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createRef } from "react";
import { readImageFacts } from "../../src/client/imageFacts.js";
import { Chat, originalOf, useChat, type ChatHandle, type FilePart } from "../../src/index.js";
import { createMockClient, type MockClient } from "../../src/testing/index.js";
import { png } from "../guide/tinyImages.js";
import { animatedGIF, noise, withEXIF } from "./paintImages.js";
import { button, chooseFiles, input, place, pngFile, renderChat } from "./setUp.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const tray = () => page.getByRole("list", { name: "Attachments" });

/** The first message that was sent, once it was: its images are made ready before. */
async function sentParts(client: MockClient) {
  await expect.poll(() => client.requests.length).toBe(1);
  return client.requests[0]!.messages[0]!.parts;
}

function transfer(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

function pasteFiles(...files: File[]): void {
  const clipboardData = transfer(...files);
  const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
  input().element().dispatchEvent(paste);
}

async function bytesOf(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

describe("an image", () => {
  test("chosen is shown, sent alone, and gone from the composer", async () => {
    const { client } = await renderChat();
    await chooseFiles(await pngFile(20, 10, "chart.png"));
    await expect.element(tray().getByRole("img", { name: "chart.png" })).toBeVisible();
    await button("Send").click();
    const [part] = await sentParts(client);
    expect(part).toMatchObject({ type: "file", mediaType: "image/png", filename: "chart.png" });
    expect((part as { url: string }).url).toMatch(/^data:image\/png;base64,iVBOR/);
    await expect.element(tray()).not.toBeInTheDocument();
    await expect
      .element(page.getByRole("log").getByRole("img", { name: "chart.png" }))
      .toBeVisible();
  });

  test("pasted or dropped anywhere on the chat is attached", async () => {
    await renderChat();
    const paste = new ClipboardEvent("paste", {
      bubbles: true,
      cancelable: true,
      clipboardData: transfer(await pngFile(9, 9, "pasted.png")),
    });
    input().element().dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(true);
    const chat = page.getByRole("region", { name: "Chat" }).element();
    const dataTransfer = transfer(await pngFile(9, 9, "dropped.png"));
    chat.dispatchEvent(new DragEvent("dragenter", { bubbles: true, dataTransfer }));
    await expect.element(page.getByText("Drop files here")).toBeVisible();
    chat.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    await expect.element(page.getByText("Drop files here")).not.toBeInTheDocument();
    await expect.element(tray().getByRole("img", { name: "pasted.png" })).toBeVisible();
    await expect.element(tray().getByRole("img", { name: "dropped.png" })).toBeVisible();
  });

  test("pasted beside its text is left out for the text", async () => {
    await renderChat();
    const clipboardData = transfer(await pngFile(9, 9));
    clipboardData.setData("text/plain", "1\t2");
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
    input().element().dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(false);
    await expect.element(tray()).not.toBeInTheDocument();
  });

  test("dragged across the chat is awaited until it leaves, however often it entered", async () => {
    await renderChat();
    const chat = page.getByRole("region", { name: "Chat" }).element();
    const dataTransfer = transfer(await pngFile(9, 9));
    const drag = (type: string, relatedTarget: EventTarget | null = null) =>
      chat.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer, relatedTarget }));
    drag("dragenter");
    drag("dragenter");
    drag("dragleave", input().element());
    await expect.element(page.getByText("Drop files here")).toBeVisible();
    drag("dragleave");
    await expect.element(page.getByText("Drop files here")).not.toBeInTheDocument();
    drag("dragover");
    await expect.element(page.getByText("Drop files here")).toBeVisible();
  });

  test("dropped where the page takes it is awaited no more", async () => {
    await renderChat({ onDrop: (event) => event.preventDefault() });
    const chat = page.getByRole("region", { name: "Chat" }).element();
    const dataTransfer = transfer(await pngFile(9, 9));
    chat.dispatchEvent(new DragEvent("dragenter", { bubbles: true, dataTransfer }));
    await expect.element(page.getByText("Drop files here")).toBeVisible();
    chat.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    await expect.element(page.getByText("Drop files here")).not.toBeInTheDocument();
    await expect.element(tray()).not.toBeInTheDocument();
  });

  test("keeps its true type whatever its name says", async () => {
    const { client } = await renderChat();
    const image = await pngFile(5, 5);
    await chooseFiles(new File([image], "photo.jpg", { type: "image/jpeg" }));
    await expect.element(tray().getByRole("img", { name: "photo.jpg" })).toBeVisible();
    await button("Send").click();
    expect((await sentParts(client))[0]).toMatchObject({ mediaType: "image/png" });
  });

  test("removed is not sent, and the focus stays in the composer", async () => {
    const { client } = await renderChat();
    await chooseFiles(await pngFile(5, 5, "a.png"));
    await expect.element(tray().getByRole("img", { name: "a.png", exact: true })).toBeVisible();
    await button("Remove a.png").click();
    await expect.element(input()).toHaveFocus();
    await userEvent.keyboard("Text only{Enter}");
    expect(client.requests[0]!.messages[0]!.parts).toHaveLength(1);
  });

  test("removed while it is made is made no longer, and the next one is", async () => {
    await renderChat();
    pasteFiles(new File([await noise(3000, 3000, "image/png")], "gone.png"));
    await expect.element(page.getByRole("progressbar", { name: /gone\.png/ })).toBeVisible();
    await button("Remove gone.png").click();
    await chooseFiles(await pngFile(5, 5, "stays.png"));
    await expect.element(tray().getByRole("img", { name: "stays.png", exact: true })).toBeVisible();
    expect(tray().getByRole("listitem").elements()).toHaveLength(1);
  });

  test("chosen twice is attached twice", async () => {
    await renderChat();
    const file = await pngFile(5, 5, "a.png");
    await chooseFiles(file);
    await chooseFiles(file);
    await expect.poll(() => tray().getByRole("listitem").elements().length).toBe(2);
  });
});

describe("refused with a sentence, without spoiling the rest", () => {
  const large = async () =>
    new File([await pngFile(5, 5), new Uint8Array(50 * 1024 * 1024)], "large.png");
  const cases: [string, () => Promise<File>, RegExp][] = [
    ["an empty file", async () => new File([], "empty.png"), /empty\.png is empty/],
    [
      "text that calls itself an image",
      async () => new File(["<html>"], "page.png", { type: "image/png" }),
      /page\.png is not an image/,
    ],
    [
      "a drawing",
      async () => new File(["<svg xmlns='http://www.w3.org/2000/svg'/>"], "logo.svg"),
      /logo\.svg is an SVG drawing, which can't be read here/,
    ],
    [
      "more pixels than can be held",
      async () => new File([new Uint8Array(png(30_000, 30_000))], "bomb.png"),
      /30000 × 30000 pixels; images may have at most 100 megapixels/,
    ],
    [
      "a strip",
      async () => new File([new Uint8Array(png(65_535, 1))], "wide.png"),
      /one side may be at most 100 times the other/,
    ],
    ["more than 50 MB", large, /50\.1 MB; files may be at most 50\.0 MB/],
  ];
  test.each(cases)("%s", async (_, make, words) => {
    const { client } = await renderChat();
    pasteFiles(await make(), await pngFile(5, 5, "good.png"));
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(tray().getByRole("img", { name: "good.png" })).toBeVisible();
    await button("Send").click();
    expect(await sentParts(client)).toMatchObject([{ filename: "good.png" }]);
  });
});

test("an image is refused as such where the browser cannot do the work, and can go as it is where it may", async () => {
  vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, "getImageData").mockImplementation(
    (_x, _y, width, height) => new ImageData(width, height),
  );
  vi.stubGlobal("Worker", undefined);
  await renderChat({ workerUrl: "/a/worker/that/is/not/there.js" });
  const plain = await noise(90, 60, "image/jpeg");
  pasteFiles(new File([await withEXIF(plain)], "tagged.jpg"), new File([plain], "plain.jpg"));
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("tagged.jpg could not be made ready by this browser");
  await expect.element(tray().getByRole("img", { name: "plain.jpg" })).toBeVisible();
});

test("nothing can be attached where it is not allowed", async () => {
  await renderChat({ allowAttachments: false });
  expect(document.querySelector("input[type=file]")).toBeNull();
  const clipboardData = transfer(await pngFile(5, 5));
  const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
  input().element().dispatchEvent(paste);
  expect(paste.defaultPrevented).toBe(false);
});

test("the untouched file of an image stays here, for a full view", async () => {
  const { client } = await renderChat();
  const tagged = await withEXIF(await noise(90, 60, "image/jpeg"), 6);
  pasteFiles(new File([tagged], "a.jpg"));
  await expect.element(tray().getByRole("img", { name: "a.jpg" })).toBeVisible();
  await button("Send").click();
  const [part] = (await sentParts(client)) as [FilePart];
  const original = await originalOf(part)!.arrayBuffer();
  expect(new Uint8Array(original)).toEqual(new Uint8Array(await tagged.arrayBuffer()));
  expect(await bytesOf(part.url)).not.toEqual(new Uint8Array(original));
});

describe("what will be sent of an image", () => {
  const photo = async (): Promise<File> =>
    new File([await withEXIF(await noise(3000, 2000, "image/jpeg"), 6)], "photo.jpg");

  test("is said, and changes with the model; what is sent is that, without EXIF", async () => {
    const models = [
      { id: "anthropic/claude-3-5-haiku", provider: "anthropic", vision: true },
      { id: "openai/gpt-4o", provider: "openai", vision: true },
    ];
    const { client, screen } = await renderChat({ models, model: models[0]!.id });
    pasteFiles(await photo());
    const words = tray().getByRole("listitem");
    await expect.element(words).toHaveTextContent("2000×3000 → 1045×1568");
    await expect.element(words).toHaveTextContent(/−\d\d %, ≈ 1,600 tokens/);
    await screen.rerender(place({ client, models, model: models[1]!.id }));
    await expect.element(words).toHaveTextContent("2000×3000 → 1365×2048");
    await button("Send").click();
    const [part] = (await sentParts(client)) as [FilePart];
    const { width, height, hasExif } = readImageFacts(await bytesOf(part.url))!;
    expect({ width, height, hasExif }).toEqual({ width: 1365, height: 2048, hasExif: false });
    // The conversation keeps more than this model reads.
    const shown = page.getByRole("log").getByRole("img").element() as HTMLImageElement;
    await expect.poll(() => shown.naturalHeight).toBe(2576);
  });

  test("that moves is its first picture, and that is said", async () => {
    await renderChat();
    await chooseFiles(new File([animatedGIF()], "dance.gif"));
    await expect.element(tray().getByRole("listitem")).toHaveTextContent(/, first frame only$/);
  });
});

test("a name that turns the text round does so to itself alone", async () => {
  const name = "photo\u202egnp.exe";
  await renderChat();
  pasteFiles(await pngFile(5, 5, name), new File([], name));
  await expect.element(page.getByRole("alert")).toHaveTextContent("is empty");
  await expect.element(tray().getByRole("img")).toBeVisible();
  const isolated = [...document.querySelectorAll("[data-pl-tray] bdi")];
  // The name alone, without the sentence around it.
  expect(isolated.map(({ textContent }) => textContent)).toEqual([name, name]);
  for (const one of isolated) expect(getComputedStyle(one).unicodeBidi).toBe("isolate");
});

test("files of an input that are sent through the hook lose their EXIF too", async () => {
  const client = createMockClient();
  function Form() {
    const { sendMessage } = useChat({ client, model: "openai/gpt-4o" });
    return (
      <input
        type="file"
        aria-label="Files"
        onChange={({ currentTarget }) => void sendMessage({ files: currentTarget.files! })}
      />
    );
  }
  await render(<Form />);
  await chooseFiles(new File([await withEXIF(await noise(90, 60, "image/jpeg"), 6)], "a.jpg"));
  const [part] = (await sentParts(client)) as [FilePart];
  const { width, hasExif } = readImageFacts(await bytesOf(part.url))!;
  expect({ width, hasExif }).toEqual({ width: 60, hasExif: false });
});

test("an image that cannot be sent is an error once, and is left out of later turns", async () => {
  const damaged: FilePart = {
    type: "file",
    mediaType: "image/png",
    filename: "broken.png",
    url: `data:image/png;base64,${btoa(String.fromCharCode(...png(40, 30)))}`,
  };
  const chat = createRef<ChatHandle>();
  const client = createMockClient();
  await render(<Chat ref={chat} client={client} model="openai/gpt-5" />);
  void chat.current!.send({ text: "What is this?", files: [damaged] });
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("broken.png could not be read. The file may be damaged.");
  expect(client.requests).toHaveLength(0);
  await chat.current!.send("And without it?");
  const [first] = await sentParts(client);
  expect(first).toEqual({
    type: "text",
    text: "[An image was left out. broken.png could not be read. The file may be damaged.]",
  });
});

test("200 images attached and removed leave no address behind", async () => {
  const create = vi.spyOn(URL, "createObjectURL");
  const revoke = vi.spyOn(URL, "revokeObjectURL");
  await renderChat();
  const file = await pngFile(20, 10, "a.png");
  const inTray = (selector: string) =>
    document.querySelector<HTMLElement>(`[data-pl-composer] ${selector}`);
  const until = (holds: () => boolean) =>
    vi.waitFor(() => holds() || Promise.reject(new Error("not yet")), {
      interval: 1,
      timeout: 15_000,
    });
  for (let round = 0; round < 200; round += 1) {
    pasteFiles(file);
    // Half of them once they are ready, half of them at once.
    await until(() => inTray(round % 2 === 0 ? "img" : "[data-pl-remove]") !== null);
    inTray("[data-pl-remove]")!.click();
    await until(() => inTray("[data-pl-tray]") === null);
  }
  expect(create.mock.calls.length).toBe(revoke.mock.calls.length);
});
