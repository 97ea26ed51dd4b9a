import { expect, sentence, type ChatPage } from "./chatPage.js";
import { test } from "./journey.js";
import { paintPNG } from "./paintPNG.js";
import { completions, messagesOf } from "./upstreamRequests.js";
import type { ScriptedUpstream } from "../support/scriptedUpstream.mjs";

interface AttachedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

function file(name: string, content: string | Buffer, mimeType = ""): AttachedFile {
  return { name, mimeType, buffer: Buffer.from(content) };
}

const red = file("red.png", paintPNG(40, 20, [200, 30, 30]), "image/png");
const notes = file("notes.py", "print('hello')\n", "text/x-python");
const log = "A line of a log.\n".repeat(80);

async function attach(chat: ChatPage, ...files: AttachedFile[]): Promise<void> {
  const opened = chat.page.waitForEvent("filechooser");
  await chat.button("Attach files").click();
  await (await opened).setFiles(files);
}

/** The last message that the upstream was sent, as one text. */
function lastSent(upstream: ScriptedUpstream): string {
  const content = messagesOf(completions(upstream).at(-1)).at(-1)?.content ?? "";
  if (typeof content === "string") return content;
  return content.map((part) => (part.type === "text" ? part.text : `[${part.type}]`)).join("\n");
}

test("a text file and an image, chosen and dropped, arrive upstream: the text under its name", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await attach(chat, notes);
  await chat.page.getByRole("region", { name: "Polylogue" }).drop({ files: [red] });
  await expect(chat.tray.getByText("notes.py")).toBeVisible();
  await expect(chat.tray.getByRole("img", { name: "red.png" })).toBeVisible();
  await chat.ask("What do they do?");
  await expect(chat.message(2)).toContainText(sentence);
  expect(lastSent(upstream)).toBe(
    `<document name="notes.py">\nprint('hello')\n\n</document>\n[image_url]\nWhat do they do?`,
  );
  await expect(chat.message(1).getByText("notes.py")).toBeVisible();
});

test("many files are sent in the order they were put into, the refused ones not at all", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  const names = Array.from({ length: 8 }, (_, index) => `part-${index + 1}.txt`);
  await attach(
    chat,
    ...names.map((name) => file(name, `Text of ${name}`, "text/plain")),
    file("program.bin", Buffer.from([0, 1, 2, 3])),
    file("empty.txt", ""),
  );
  await expect(chat.tray.getByText("program.bin can't be attached here.")).toBeVisible();
  await expect(chat.tray.getByText("empty.txt is empty.")).toBeVisible();
  await chat.button("Remove part-8.txt").focus();
  await chat.page.keyboard.press("Alt+ArrowLeft");
  await expect(chat.button("Remove part-8.txt")).toBeFocused();
  await chat.ask("Sum them up.");
  await expect(chat.message(2)).toContainText(sentence);
  const order = [...lastSent(upstream).matchAll(/<document name="part-(\d)\.txt">/g)];
  expect(order.map(([, number]) => number).join("")).toBe("12345687");
  // What was refused is still there to be read.
  await expect(chat.tray.getByRole("listitem")).toHaveCount(2);
});

test("a long text that is pasted is a file, and can be text again", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat({ permissions: ["clipboard-read", "clipboard-write"] });
  await chat.chooseModel("scripted-words");
  await chat.page.evaluate((text) => navigator.clipboard.writeText(text), log);
  await chat.input.press("ControlOrMeta+v");
  await expect(chat.tray.getByText("Pasted text.txt")).toBeVisible();
  await expect(chat.input).toHaveValue("");
  await chat.button("Options for Pasted text.txt").click();
  await chat.button("Insert as text").click();
  await expect(chat.input).toHaveValue(log);
  await chat.input.press("ControlOrMeta+z");
  await expect(chat.input).toHaveValue("");
  await chat.input.press("ControlOrMeta+v");
  await expect(chat.tray.getByText("Pasted text.txt")).toBeVisible();
  await chat.ask("What is wrong?");
  await expect(chat.message(2)).toContainText(sentence);
  expect(lastSent(upstream)).toMatch(/^<document name="Pasted text\.txt">\nA line of a log\./);
});

test("a model that reads no images is not sent one: it is said, and the text can go alone", async ({
  openChat,
  upstream,
}) => {
  const chat = await openChat();
  await chat.page.route(/\/models(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    // The model as a list would describe it that knows what it reads.
    const json = body.replace(/"id":"openai\/scripted-words"/g, '$&,"vision":false');
    await route.fulfill({ response, body: json });
  });
  await chat.page.reload();
  await chat.page.getByRole("button", { name: /^Choose a model/ }).press("Enter");
  await chat.page.getByRole("tab", { name: /^OpenAI/ }).click();
  await chat.page.getByRole("switch", { name: /^Show models without vision/ }).click();
  await chat.page.getByRole("combobox", { name: /^Search/ }).fill("scripted-words");
  await chat.page
    .getByRole("option", { name: /scripted[- ]words/i })
    .first()
    .click();
  await attach(chat, red);
  await expect(chat.tray.getByRole("img", { name: "red.png" })).toBeVisible();
  await expect(chat.page.getByText(/can't read images\./)).toBeVisible();
  await chat.ask("What is this?");
  expect(completions(upstream)).toEqual([]);
  await chat.button("Remove image").click();
  await expect(chat.tray).toHaveCount(0);
  await chat.button("Send").click();
  await expect(chat.message(2)).toContainText(sentence);
  expect(lastSent(upstream)).toBe("What is this?");
});

test("a photo is taken with the camera where the pointer is a finger", async ({ openChat }) => {
  const phone = await openChat({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  await expect(phone.button("Take a photo")).toBeVisible();
  const opened = phone.page.waitForEvent("filechooser");
  await phone.button("Take a photo").click();
  const chooser = await opened;
  expect(await chooser.element().getAttribute("capture")).toBe("environment");
  await chooser.setFiles(red);
  await expect(phone.tray.getByRole("img", { name: "red.png" })).toBeVisible();
  const desk = await openChat();
  await expect(desk.button("Attach files")).toBeVisible();
  await expect(desk.button("Take a photo")).toBeHidden();
});
