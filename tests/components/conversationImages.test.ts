import { expect, test } from "vitest";
import type { FilePart } from "../../src/client/messages.js";
import { ConversationImages } from "../../src/components/Lightbox/conversationImages.js";
import { createAppendLog } from "../../src/store/appendLog.js";
import { endPart, type StoredMessage, type StoredPart } from "../../src/store/storedMessage.js";

const data = (name: string): string => `data:image/png;base64,${name}`;
const image = (name: string): string => `![${name}](${data(name)})`;
const file = (name: string): FilePart => ({
  type: "file",
  mediaType: "image/png",
  url: data(name),
  filename: name,
});
const text = (words: string): StoredPart => ({ type: "text", text: words });

function said(role: StoredMessage["role"], ...parts: StoredPart[]): StoredMessage {
  return { id: `${role}${parts.length}`, role, parts };
}

function conversation(...messages: StoredMessage[]) {
  const byId = new Map(messages.map((message, at) => [`m${at}`, message]));
  return { order: [...byId.keys()], byId };
}

const nobody: ReadonlySet<string> = new Set();
const names = (images: readonly FilePart[]): unknown[] => images.map(({ filename }) => filename);

test("the images of a text stand where they are read, among those of the other parts", () => {
  const answer = [
    `> ${image("quoted")}`,
    `- one\n- **${image("listed")}** and ${image("beside")}`,
    `| a | b |\n|---|---|\n| x[^n] | ${image("cell")} |`,
    `[^n]: ${image("noted")}`,
    "![by reference][r]\n\n[r]: " + data("late"),
    `\`${image("code")}\``,
  ].join("\n\n");
  const found = new ConversationImages().in(
    conversation(
      said("user", file("asked"), text(image("typed"))),
      said("assistant", file("drawn"), text(answer), file("last")),
      said("assistant", text(image("after"))),
    ),
    nobody,
  );
  expect(names(found)).toEqual([
    "asked",
    "drawn",
    "quoted",
    "listed",
    "beside",
    "cell",
    "noted",
    "by reference",
    "last",
    "after",
  ]);
});

test("an image in a link is the link's, and one on a server is found once it was asked for", () => {
  const [a, b] = ["https://images.example/a.png", "https://images.example/b.png"];
  const words = `[${image("linked")}](https://x.example) ![a](${a}) ![b](${b}) ![](/of-the-page.png)`;
  const chat = conversation(said("assistant", text(words)));
  expect(new ConversationImages().in(chat, nobody)).toEqual([]);
  expect(names(new ConversationImages().in(chat, new Set([b])))).toEqual(["b"]);
});

test("equal images are told apart, and each stays the same while its text goes on and ends", () => {
  const log = createAppendLog(
    { request: () => {}, flush: () => {} },
    `${image("x")} ${image("x")}`,
  );
  const running: StoredPart = { type: "text", state: "streaming", log, id: undefined };
  const found = new ConversationImages();
  const chat = conversation(said("assistant", text(image("x")), running));
  const second = found.at(chat, { text: running, index: 1 }, file("x"));
  const before = found.in(chat, nobody);
  expect(before.indexOf(second)).toBe(2);
  log.append(` ${image("y")}`);
  const after = found.in(
    conversation(said("assistant", text(image("x")), endPart(running))),
    nobody,
  );
  expect(names(after)).toEqual(["x", "x", "x", "y"]);
  for (const [at, one] of before.entries()) expect(after[at]).toBe(one);
});

test("an image whose place says another is the first like it in that text, or stands alone", () => {
  const part = text(`${image("x")} ${image("y")}`);
  const found = new ConversationImages();
  const chat = conversation(said("assistant", part));
  const [x, y] = found.in(chat, nobody);
  expect(found.at(chat, { text: part, index: 0 }, y!)).toBe(y);
  expect(found.at(chat, { text: part, index: -1 }, x!)).toBe(x);
  const other = file("z");
  expect(found.at(chat, { text: part, index: 0 }, other)).toBe(other);
  expect(found.at(chat, { text: text(""), index: 0 }, x!)).toBe(x);
});
