import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { button, chooseFiles, input, pngFile, renderChat } from "./setUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const tray = () => page.getByRole("list", { name: "Attachments" });

function transfer(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

describe("an image", () => {
  test("chosen is shown, sent alone, and gone from the composer", async () => {
    const { client } = await renderChat();
    await chooseFiles(await pngFile(20, 10, "chart.png"));
    await expect.element(tray().getByRole("img", { name: "chart.png" })).toBeVisible();
    await button("Send").click();
    const [part] = client.requests[0]!.messages[0]!.parts;
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
    await expect.element(page.getByText("Drop images here")).toBeVisible();
    chat.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    await expect.element(page.getByText("Drop images here")).not.toBeInTheDocument();
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
    await expect.element(page.getByText("Drop images here")).toBeVisible();
    drag("dragleave");
    await expect.element(page.getByText("Drop images here")).not.toBeInTheDocument();
    drag("dragover");
    await expect.element(page.getByText("Drop images here")).toBeVisible();
  });

  test("dropped where the page takes it is awaited no more", async () => {
    await renderChat({ onDrop: (event) => event.preventDefault() });
    const chat = page.getByRole("region", { name: "Chat" }).element();
    const dataTransfer = transfer(await pngFile(9, 9));
    chat.dispatchEvent(new DragEvent("dragenter", { bubbles: true, dataTransfer }));
    await expect.element(page.getByText("Drop images here")).toBeVisible();
    chat.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    await expect.element(page.getByText("Drop images here")).not.toBeInTheDocument();
    await expect.element(tray()).not.toBeInTheDocument();
  });

  test("keeps its true type whatever its name says", async () => {
    const { client } = await renderChat();
    const png = await pngFile(5, 5);
    await chooseFiles(new File([png], "photo.jpg", { type: "image/jpeg" }));
    await expect.element(tray().getByRole("img", { name: "photo.jpg" })).toBeVisible();
    await button("Send").click();
    expect(client.requests[0]!.messages[0]!.parts[0]).toMatchObject({ mediaType: "image/png" });
  });

  test("removed is not sent, its preview is revoked and the focus stays in the composer", async () => {
    const revoke = vi.spyOn(URL, "revokeObjectURL");
    const { client } = await renderChat();
    await chooseFiles(await pngFile(5, 5, "a.png"));
    const preview = tray().getByRole("img", { name: "a.png", exact: true });
    await expect.element(preview).toBeVisible();
    const created = (preview.element() as HTMLImageElement).src;
    await button("Remove a.png").click();
    await expect.element(input()).toHaveFocus();
    expect(revoke).toHaveBeenCalledWith(created);
    await userEvent.keyboard("Text only{Enter}");
    expect(client.requests[0]!.messages[0]!.parts).toHaveLength(1);
  });

  test.each(["removed", "left with the page"])(
    "%s while it is read leaves no preview behind",
    async (how) => {
      const readers: FileReader[] = [];
      const { value: readAsDataURL } = Object.getOwnPropertyDescriptor(
        FileReader.prototype,
        "readAsDataURL",
      ) as { value: (this: FileReader, blob: Blob) => void };
      vi.spyOn(FileReader.prototype, "readAsDataURL").mockImplementation(function (
        this: FileReader,
        blob: Blob,
      ) {
        // The test's own upload reads files; the chat reads a copy.
        if (blob instanceof File) readAsDataURL.call(this, blob);
        else readers.push(this);
      });
      const create = vi.spyOn(URL, "createObjectURL");
      const { screen } = await renderChat();
      await chooseFiles(await pngFile(5, 5, "gone.png"));
      await expect.poll(() => readers.length).toBe(1);
      if (how === "removed") await button("Remove gone.png").click();
      else {
        await screen.unmount();
        await renderChat();
      }
      await chooseFiles(await pngFile(5, 5, "stays.png"));
      await expect.poll(() => readers.length).toBe(2);
      for (const reader of readers) reader.dispatchEvent(new ProgressEvent("load"));
      await expect
        .element(tray().getByRole("img", { name: "stays.png", exact: true }))
        .toHaveAttribute("src");
      expect(create).toHaveBeenCalledTimes(1);
    },
  );

  test("chosen twice is attached twice", async () => {
    await renderChat();
    const file = await pngFile(5, 5, "a.png");
    await chooseFiles(file);
    await chooseFiles(file);
    await expect.poll(() => tray().getByRole("listitem").elements().length).toBe(2);
  });
});

describe("refused with a sentence, without spoiling the rest", () => {
  const wide = () => pngFile(8001, 1, "wide.png");
  const large = async () =>
    new File([await pngFile(5, 5), new Uint8Array(5 * 1024 * 1024)], "large.png");
  const cases: [string, () => Promise<File>, RegExp][] = [
    ["an empty file", async () => new File([], "empty.png"), /empty\.png is empty/],
    [
      "text that calls itself an image",
      async () => new File(["<html>"], "page.png", { type: "image/png" }),
      /not a PNG, JPEG, GIF or WebP/,
    ],
    ["more than 8,000 pixels", wide, /8001 × 1 pixels; images may be at most 8000/],
    ["more than 5 MB", large, /5\.0 MB/],
  ];
  test.each(cases)("%s", async (_, make, words) => {
    const { client } = await renderChat();
    await chooseFiles(await make(), await pngFile(5, 5, "good.png"));
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(tray().getByRole("img", { name: "good.png" })).toBeVisible();
    await button("Send").click();
    expect(client.requests[0]!.messages[0]!.parts).toMatchObject([{ filename: "good.png" }]);
  });
});

test("nothing can be attached where it is not allowed", async () => {
  await renderChat({ allowAttachments: false });
  expect(document.querySelector("input[type=file]")).toBeNull();
  const clipboardData = transfer(await pngFile(5, 5));
  const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
  input().element().dispatchEvent(paste);
  expect(paste.defaultPrevented).toBe(false);
});
