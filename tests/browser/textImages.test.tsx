import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Markdown, type FilePart, type UIMessage } from "../../src/index.js";
import { conversationOf } from "./longConversation.js";
import { show, shown as textShown } from "./markdownSetUp.js";
import { row, settled, view } from "./listView.js";
import { button, finish, input, renderChat, text } from "./setUp.js";

/** The address of a picture in a colour of its own. */
function painted(hue: number, width = 120, height = 80): string {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const paint = canvas.getContext("2d")!;
  paint.fillStyle = `hsl(${hue} 50% 50%)`;
  paint.fillRect(0, 0, width, height);
  return canvas.toDataURL("image/png");
}

const picture = (name: string, hue = 0): string => `![${name}](${painted(hue)})`;
const file = (filename: string): FilePart => ({
  type: "file",
  mediaType: "image/png",
  url: painted(300),
  filename,
});

function answer(...parts: (string | UIMessage["parts"][number])[]): UIMessage {
  const id = `a${JSON.stringify(parts).length}`;
  return {
    id,
    role: "assistant",
    parts: parts.map((part) => (typeof part === "string" ? { type: "text", text: part } : part)),
  };
}

const question = (words: string, ...files: FilePart[]): UIMessage => ({
  id: `q${words.length}`,
  role: "user",
  parts: [...files, { type: "text", text: words }],
});

const dialog = () => page.getByRole("dialog");
const place = () => dialog().getByRole("status");
const openers = () =>
  [...document.querySelectorAll("[data-pl-open]")].map((one) => one.getAttribute("aria-label"));
/** How often an address was asked for so far. */
const requests = (url: string): number => performance.getEntriesByName(url).length;

test("by keyboard an image in an answer opens under its words, and gives the focus back", async () => {
  await renderChat({ defaultMessages: [answer(`Here: ${picture("a blue chart", 220)}`)] });
  const opener = button("Open a blue chart");
  await expect.element(opener).toBeVisible();
  (opener.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(dialog()).toHaveAccessibleName("a blue chart");
  await expect.element(dialog().getByRole("img")).toHaveAttribute("src", painted(220));
  expect(page.getByRole("button", { name: "Next image" }).elements()).toHaveLength(0);
  await userEvent.keyboard("+");
  await expect.element(page.getByRole("button", { name: /^150/ })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test("it is saved under its words", async () => {
  const saved: string[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  onTestFinished(() => click.mockRestore());
  await renderChat({ defaultMessages: [answer(picture("sales / profit"))] });
  await button("Open sales / profit").click();
  await button("Download sales / profit").click();
  expect(saved).toEqual(["sales _ profit.png"]);
});

test("arrows go through texts, files and results in the order they are read in", async () => {
  const call: UIMessage["parts"][number] = {
    type: "tool-draw",
    toolCallId: "c",
    state: "output-available",
    input: {},
    output: {
      content: [{ type: "image", mimeType: "image/png", data: painted(9).split(",")[1]! }],
    },
  };
  await renderChat({
    defaultMessages: [
      question(picture("typed by a person"), file("asked.png")),
      answer(
        `${picture("one")}\n\n- ${picture("two")}\n\n| a |\n|---|\n| ${picture("three")} |`,
        file("drawn.png"),
        call,
        picture("one"),
      ),
    ],
  });
  await page.getByRole("button", { name: "Open one" }).last().click();
  await expect.element(place()).toHaveTextContent("one7 of 7");
  const way: (string | null)[] = [];
  for (let at = 7; at > 0; at -= 1) {
    await expect.element(place()).toHaveTextContent(`${at} of 7`);
    way.push(place().element().querySelector("bdi")!.textContent);
    await userEvent.keyboard("{ArrowLeft}");
  }
  expect(way).toEqual(["one", "Image", "drawn.png", "three", "two", "one", "asked.png"]);
});

test("in a link it is the link's: no button is in it, and nobody turns to it", async () => {
  await renderChat({
    defaultMessages: [
      answer(`[${picture("badge")}](https://docs.example) ${picture("one")} ${picture("two")}`),
    ],
  });
  await button("Open one").click();
  await expect.element(place()).toHaveTextContent("one1 of 2");
  expect(openers()).toEqual(["Open one", "Open two"]);
  expect(document.querySelector("a button")).toBeNull();
  expect(document.querySelector("a img")!.getAttribute("alt")).toBe("badge");
});

describe("an image on a server", () => {
  // The modules of this page fill the buffer by themselves.
  beforeEach(() => performance.clearResourceTimings());
  const url = new URL("/no-such-image.png", location.href).href;
  const messages = [answer(`${picture("one")} ![remote](${url}) ${picture("two")}`)];

  test("that nobody asked for is neither loaded nor turned to", async () => {
    await renderChat({ defaultMessages: messages });
    await button("Open one").click();
    await expect.element(place()).toHaveTextContent("one1 of 2");
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(place()).toHaveTextContent("two2 of 2");
    expect(requests(url)).toBe(0);
  });

  test("opens once it is shown, from where the focus went, and is turned to", async () => {
    await renderChat({ defaultMessages: messages });
    await page.getByRole("button", { name: /Show image from/ }).click();
    await expect.element(button("Open remote")).toHaveFocus();
    await expect.poll(() => requests(url)).toBeGreaterThan(0);
    await userEvent.keyboard("{Enter}");
    await expect.element(place()).toHaveTextContent("remote2 of 3");
    await expect.element(dialog().getByRole("img")).toHaveAttribute("src", url);
    await expect
      .element(dialog().getByRole("img"))
      .toHaveAttribute("referrerpolicy", "no-referrer");
    expect(page.getByRole("button", { name: /^Download/ }).elements()).toHaveLength(0);
  });

  test("stays asked for when its message leaves the page and comes back, and takes no focus", async () => {
    await renderChat({
      defaultMessages: [{ ...answer(`![remote](${url})`), id: "remote" }, ...conversationOf(300)],
    });
    await settled();
    view().scrollTop = 0;
    await page.getByRole("button", { name: /Show image from/ }).click();
    await expect.element(button("Open remote")).toHaveFocus();
    await input().click();
    view().scrollTop = view().scrollHeight;
    await expect.poll(() => row("remote")).toBeNull();
    view().scrollTop = 0;
    await expect.element(button("Open remote")).toBeInTheDocument();
    await expect.element(input()).toHaveFocus();
  });
});

test("an image of a text that is still arriving opens, and keeps its place when the text has ended", async () => {
  const { ask, steps } = await renderChat();
  await ask("Draw");
  await expect.poll(() => steps.length).toBe(1);
  await steps[0]!.push(text(`${picture("one", 10)} and ${picture("one", 10)} and`));
  await page.getByRole("button", { name: "Open one" }).last().click();
  await expect.element(place()).toHaveTextContent("one2 of 2");
  const image = dialog().getByRole("img").element();
  await userEvent.keyboard("+");
  await steps[0]!.push(text(` ${picture("two", 90)}.`));
  await steps[0]!.push(finish);
  steps[0]!.end();
  await expect.element(place()).toHaveTextContent("one2 of 3");
  expect(dialog().getByRole("img").element()).toBe(image);
  await expect.element(page.getByRole("button", { name: /^150/ })).toBeVisible();
  await userEvent.keyboard("{PageDown}");
  await expect.element(place()).toHaveTextContent("two3 of 3");
});

test("those of messages that are not in the page are turned to as well", async () => {
  const middle = conversationOf(2_000);
  await renderChat({
    defaultMessages: [
      answer(`The first ${picture("first")}`),
      ...middle.slice(0, 1_000),
      answer(`In between ${picture("middle")}`),
      ...middle.slice(1_000),
      answer(`At last ${picture("last")}`),
    ],
  });
  await button("Open last").click();
  await expect.element(place()).toHaveTextContent("last3 of 3");
  await userEvent.keyboard("{Home}");
  await expect.element(place()).toHaveTextContent("first1 of 3");
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(place()).toHaveTextContent("middle2 of 3");
});

test("a text of a part of yours opens them too, whatever it makes of the text", async () => {
  await renderChat({
    defaultMessages: [answer(`${picture("one", 10)} ${picture("two", 20)}`)],
    components: {
      Text: ({ part }) => (
        <Markdown>{`${picture("mine", 30)} ${"text" in part ? part.text : ""}`}</Markdown>
      ),
    },
  });
  await button("Open two").click();
  await expect.element(place()).toHaveTextContent("two2 of 2");
  await userEvent.keyboard("{Escape}");
  await button("Open mine").click();
  await expect.element(dialog()).toHaveAccessibleName("mine");
  expect(page.getByRole("button", { name: "Next image" }).elements()).toHaveLength(0);
});

test("where images do not open they are images, in a chat and outside one", async () => {
  const { screen } = await renderChat({
    defaultMessages: [answer(picture("one"))],
    components: { Lightbox: null },
  });
  await expect.element(page.getByRole("img", { name: "one" })).toBeVisible();
  expect(openers()).toEqual([]);
  await screen.unmount();
  await show(`${picture("one")} ![remote](https://images.example/b.png)`);
  await expect.element(page.getByRole("img", { name: "one" })).toBeVisible();
  await page.getByRole("button", { name: /Show image from/ }).click();
  await expect.element(page.getByRole("img", { name: "remote" })).toHaveFocus();
  expect(textShown().querySelector("button")).toBeNull();
});
