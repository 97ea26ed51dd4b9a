import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { readImageFacts } from "../../src/client/imageFacts.js";
import { ChatError, type FilePart, type UploadOptions } from "../../src/index.js";
import type { MockClient } from "../../src/testing/index.js";
import { noise, withEXIF } from "./paintImages.js";
import { button, chooseFiles, input, pngFile, renderChat } from "./setUp.js";

const tray = () => page.getByRole("list", { name: "Attachments" });
const names = () =>
  [...document.querySelectorAll("[data-pl-caption] bdi")].map((one) => one.textContent);
const models = [{ id: "openai/gpt-5", provider: "openai", vision: true }];

async function sentParts(client: MockClient): Promise<FilePart[]> {
  await expect.poll(() => client.requests.length).toBe(1);
  return client.requests[0]!.messages[0]!.parts as FilePart[];
}

function paste(words: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", words);
  const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
  input().element().dispatchEvent(event);
  return event;
}

describe("what does not fit is refused in the tray with the reason", () => {
  test("its type, in the words of what is allowed", async () => {
    await renderChat({ allowAttachments: ["image/*", ".pdf"] });
    await chooseFiles(new File(["a,b"], "table.csv"), new File(["%PDF-1.4"], "a.PDF"));
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("table.csv can't be attached here. Attach images or .pdf.");
    await expect.element(tray().getByText("a.PDF")).toBeVisible();
    const chooser = document.querySelector<HTMLInputElement>("input[type=file]")!;
    expect(chooser.accept).toMatch(/^image\/png,.*,\.pdf$/);
  });

  test("their number", async () => {
    await renderChat({ allowAttachments: { maxFiles: 2 } });
    await chooseFiles(...["a.txt", "b.txt", "c.txt"].map((name) => new File(["x"], name)));
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("c.txt is one too many: a message may have at most 2 files.");
    await button("Remove a.txt").click();
    await chooseFiles(new File(["x"], "d.txt"));
    await expect.element(tray().getByText("d.txt")).toBeVisible();
  });

  test("its size, and what is no text, image or PDF", async () => {
    await renderChat({ allowAttachments: { maxFileSize: 1024 * 1024 } });
    await chooseFiles(
      new File([new Uint8Array(2 * 1024 * 1024).fill(97)], "large.txt"),
      new File([new Uint8Array(9)], "program.bin"),
    );
    await expect.element(page.getByText(/files may be at most 1\.0 MB/)).toBeVisible();
    await expect.element(page.getByText(/Attach images, PDFs, text files or JSON\./)).toBeVisible();
  });

  test("and anything is taken where that is said, as far as the model takes it", async () => {
    const { client } = await renderChat({ allowAttachments: ["*"] });
    await chooseFiles(new File([new Uint8Array(9)], "program.bin"));
    await expect.element(tray().getByText("program.bin")).toBeVisible();
    await expect
      .element(page.getByText(/can't read program\.bin \(application\/octet-stream\)/))
      .toBeVisible();
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    await button("Remove file").click();
    await expect.element(tray()).not.toBeInTheDocument();
    await button("Send").click();
    expect(await sentParts(client)).toMatchObject([{ type: "text" }]);
  });
});

describe("a text file", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode("Grüße")],
    [
      "UTF-16",
      new Uint8Array([0xff, 0xfe, ...Array.from("Grüße", (one) => [one.charCodeAt(0), 0]).flat()]),
    ],
    ["Windows-1252", new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65])],
  ])("in %s is sent as the text it is", async (_, bytes) => {
    const { client } = await renderChat();
    await chooseFiles(new File([bytes], "greeting.csv", { type: "text/csv" }));
    await expect.element(tray().getByText("CSV, 1\u00a0kB")).toBeVisible();
    await button("Send").click();
    const [part] = await sentParts(client);
    expect(part).toMatchObject({ mediaType: "text/csv", filename: "greeting.csv" });
    expect(await (await fetch(part!.url)).text()).toBe("Grüße");
  });

  test("of a kind the system takes for a video is text", async () => {
    const { client } = await renderChat();
    await chooseFiles(new File(["let a = 1;"], "a.ts", { type: "video/mp2t" }));
    await expect.element(tray().getByText("a.ts")).toBeVisible();
    await button("Send").click();
    expect((await sentParts(client))[0]).toMatchObject({ mediaType: "text/plain" });
  });
});

describe("an upload", () => {
  interface Upload {
    file: File;
    options: UploadOptions;
    resolve: (url: string) => void;
    reject: (error: Error) => void;
  }

  /** A host whose uploads wait until they are told how they end. */
  function hostUploads() {
    const all: Upload[] = [];
    const upload = (file: File, options: UploadOptions) =>
      new Promise<string>((resolve, reject) => all.push({ file, options, resolve, reject }));
    return { all, upload };
  }

  test("shows how far it is, holds sending up, and its address is sent for the prepared copy", async () => {
    const { all, upload } = hostUploads();
    const { client } = await renderChat({ allowAttachments: { upload } });
    await chooseFiles(new File([await withEXIF(await noise(90, 60, "image/jpeg"), 6)], "a.jpg"));
    const bar = page.getByRole("progressbar", { name: "Uploading a.jpg" });
    await expect.element(bar).toBeVisible();
    await expect.poll(() => all.length).toBe(1);
    all[0]!.options.onProgress(0.4);
    await expect.element(bar).toHaveAttribute("value", "0.4");
    await input().fill("What is it?");
    await userEvent.keyboard("{Enter}");
    expect(client.requests).toHaveLength(0);
    const copy = readImageFacts(new Uint8Array(await all[0]!.file.arrayBuffer()))!;
    expect(copy).toMatchObject({ width: 60, height: 90, hasExif: false });
    all[0]!.resolve("https://files.example.com/a.jpg");
    await expect.element(tray().getByRole("img", { name: "a.jpg" })).toBeVisible();
    await button("Send").click();
    expect((await sentParts(client))[0]).toMatchObject({ url: "https://files.example.com/a.jpg" });
    // What was attached here is seen here, without a request.
    const shown = page.getByRole("log").getByRole("img", { name: "a.jpg" });
    await expect.element(shown).toHaveAttribute("src", expect.stringMatching(/^data:/));
  });

  test("that fails says why and can be tried again", async () => {
    const { all, upload } = hostUploads();
    await renderChat({ allowAttachments: { upload } });
    await chooseFiles(new File(["x"], "a.txt"));
    await expect.poll(() => all.length).toBe(1);
    all[0]!.reject(new Error("The disk is full."));
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("The upload of a.txt failed. The disk is full. Try again.");
    await button("Try again").click();
    await expect.poll(() => all.length).toBe(2);
    all[1]!.resolve("https://files.example.com/a.txt");
    await expect.element(tray().getByText("Text, 1\u00a0kB")).toBeVisible();
  });

  test("ends when its file is removed, or the chat goes away", async () => {
    const { all, upload } = hostUploads();
    const { screen } = await renderChat({ allowAttachments: { upload } });
    await chooseFiles(new File(["x"], "a.txt"), new File(["x"], "b.txt"));
    await expect.poll(() => all.length).toBe(2);
    await button("Remove a.txt").click();
    expect(all.map(({ options }) => options.signal.aborted)).toEqual([true, false]);
    await screen.unmount();
    expect(all[1]!.options.signal.aborted).toBe(true);
  });
});

describe("a long text that is pasted", () => {
  const long = "A line of a log.\n".repeat(60);

  test("becomes a file, and goes back into the input, where undo takes it out", async () => {
    await renderChat({ models, model: models[0]!.id });
    await input().fill("Look: ");
    expect(paste(long).defaultPrevented).toBe(true);
    await expect.element(tray().getByText("Pasted text.txt")).toBeVisible();
    await expect.element(input()).toHaveValue("Look: ");
    await button("Options for Pasted text.txt").click();
    await button("Insert as text").click();
    await expect.element(input()).toHaveValue(`Look: ${long}`);
    await expect.element(tray()).not.toBeInTheDocument();
    await expect.element(input()).toHaveFocus();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.element(input()).toHaveValue("Look: ");
  });

  test.each([
    ["it is short", {}, "x".repeat(4000)],
    ["that is switched off", { allowAttachments: { longPastes: false } }, long],
    ["text cannot be attached", { allowAttachments: ["image/*"] }, long],
    ["nothing can be attached", { allowAttachments: false }, long],
    ["there is no room", { allowAttachments: { maxFileSize: 10 } }, long],
    ["a function answers, which may read no files", { model: () => "Hi" }, long],
  ] as const)("stays text where %s", async (_, props, words) => {
    await renderChat({ models, model: models[0]!.id, ...props });
    expect(paste(words).defaultPrevented).toBe(false);
  });
});

describe("the order", () => {
  const three = ["a.txt", "b.txt", "c.txt"];
  async function withThree() {
    const rendered = await renderChat();
    await chooseFiles(...three.map((name) => new File(["x"], name)));
    await expect.poll(names).toEqual(three);
    await expect.element(button("Options for c.txt")).toBeVisible();
    return rendered;
  }

  test("is changed with Alt and the arrows, said, and the focus goes along", async () => {
    const { client } = await withThree();
    (button("Remove c.txt").element() as HTMLElement).focus();
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(names()).toEqual(["a.txt", "c.txt", "b.txt"]);
    await expect.element(page.getByText("c.txt, 2 of 3")).toBeInTheDocument();
    await expect.element(button("Remove c.txt")).toHaveFocus();
    await userEvent.keyboard("{Alt>}{ArrowLeft}{ArrowLeft}{/Alt}");
    expect(names()).toEqual(["c.txt", "a.txt", "b.txt"]);
    await userEvent.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(names()).toEqual(["a.txt", "c.txt", "b.txt"]);
    await expect.element(button("Remove c.txt")).toHaveFocus();
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    await button("Send").click();
    const sent = await sentParts(client);
    expect(sent.map(({ filename }) => filename)).toEqual(["c.txt", "a.txt", "b.txt"]);
  });

  test("is changed in the menu", async () => {
    await withThree();
    await button("Options for a.txt").click();
    await expect.element(button("Move earlier")).toHaveAttribute("aria-disabled", "true");
    await button("Move later").click();
    await button("Move later").click();
    expect(names()).toEqual(["b.txt", "c.txt", "a.txt"]);
  });

  test("is changed by dragging", async () => {
    await withThree();
    await userEvent.dragAndDrop(tray().getByText("c.txt"), tray().getByText("a.txt"));
    await expect.poll(names).toEqual(["c.txt", "a.txt", "b.txt"]);
    expect(document.querySelector("[data-dragged]")).toBeNull();
  });
});

test("an image that the provider refused says so, and later turns go without it", async () => {
  const { client, steps, ask } = await renderChat();
  await chooseFiles(await pngFile(20, 10, "a.png"));
  await expect.element(tray().getByRole("img")).toBeVisible();
  await button("Send").click();
  await sentParts(client);
  steps[0]!.fail(
    new ChatError("image_rejected", "OpenAI could not read an image.", { status: 400 }),
  );
  await expect
    .element(page.getByText("openai/gpt-5 did not take this image. Later turns go without it."))
    .toBeVisible();
  await ask("And without it?");
  await expect.poll(() => client.requests.length).toBe(2);
  const [first] = client.requests[1]!.messages;
  expect(first!.parts).toEqual([
    { type: "text", text: "[An image was left out. openai/gpt-5 did not take it.]" },
  ]);
});

test("an image gets the alternative text that is written for it", async () => {
  const { client } = await renderChat();
  await chooseFiles(await pngFile(20, 10, "IMG_0001.png"));
  await button("Options for IMG_0001.png").click();
  await userEvent.keyboard("Sales by region{Enter}");
  await expect.element(tray().getByRole("img", { name: "Sales by region" })).toBeVisible();
  await expect.element(button("Options for IMG_0001.png")).toHaveFocus();
  await button("Send").click();
  const [part] = await sentParts(client);
  expect(part!.providerMetadata).toEqual({ polylogue: { alt: "Sales by region" } });
  await expect
    .element(page.getByRole("log").getByRole("img", { name: "Sales by region" }))
    .toBeVisible();
});
