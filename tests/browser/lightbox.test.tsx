import { describe, expect, onTestFinished, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Chat, type FilePart, type LightboxProps, type UIMessage } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { keepOriginal } from "../../src/client/originals.js";
import { conversationOf } from "./longConversation.js";
import { button, renderChat } from "./setUp.js";

function picture(filename: string | undefined, width = 300, height = 200): FilePart {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const named = filename === undefined ? {} : { filename };
  return { type: "file", mediaType: "image/png", url: canvas.toDataURL("image/png"), ...named };
}

function said(id: string, role: "user" | "assistant", ...parts: UIMessage["parts"]): UIMessage {
  return { id, role, parts };
}

const call: UIMessage["parts"][number] = {
  type: "tool-draw",
  toolCallId: "c",
  state: "output-available",
  input: {},
  output: { content: [{ type: "image", mimeType: "image/png", data: picture("").url.slice(22) }] },
};

const dialog = () => page.getByRole("dialog");
const shown = () => dialog().getByRole("img");
const place = () => dialog().getByRole("status");
const level = () => document.querySelector("[data-pl-zoom-level]")!.textContent;
const transform = () => document.querySelector<HTMLElement>("[data-pl-stage] img")!.style.transform;

const three = [
  said("q", "user", picture("one.png"), { type: "text", text: "Draw more." }),
  said("a", "assistant", picture("two.png"), call),
];

async function openFirst(): Promise<void> {
  await button("Open one.png").click();
  await expect.element(place()).toHaveTextContent("one.png1 of 3");
}

/** Where a press on the stage lands: `x` and `y` from 0 to 1. */
function pointIn(selector: string, x = 0.5, y = 0.5): { clientX: number; clientY: number } {
  const box = document.querySelector(selector)!.getBoundingClientRect();
  return { clientX: box.left + box.width * x, clientY: box.top + box.height * y };
}

describe("by keyboard alone", () => {
  test("an image opens, turns through all of the conversation, and gives the focus back", async () => {
    await renderChat({ defaultMessages: three });
    const opener = button("Open one.png");
    opener.element().focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(dialog()).toHaveFocus();
    await expect.element(dialog()).toHaveAccessibleName("one.png");
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(place()).toHaveTextContent("two.png2 of 3");
    await userEvent.keyboard("{End}");
    await expect.element(place()).toHaveTextContent("Image3 of 3");
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(place()).toHaveTextContent("Image3 of 3");
    await userEvent.keyboard("{Home}");
    await expect.element(shown()).toHaveAccessibleName("one.png");
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });

  test("it zooms, and arrows then go over the image", async () => {
    await renderChat({ defaultMessages: three });
    await openFirst();
    await userEvent.keyboard("+=");
    await expect.poll(level).toBe("225\u00a0%");
    const before = transform();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}");
    await expect.poll(transform).not.toBe(before);
    await expect.element(place()).toHaveTextContent("1 of 3");
    await userEvent.keyboard("-");
    await expect.poll(level).toBe("150\u00a0%");
    await userEvent.keyboard("0");
    await expect.poll(level).toBe("100\u00a0%");
    expect(transform()).toBe("translate(0px, 0px) scale(1)");
    await userEvent.keyboard("+{PageDown}");
    await expect.element(place()).toHaveTextContent("two.png2 of 3");
    expect(level()).toBe("100\u00a0%");
  });

  test("the focus stays inside and reaches every button, also the last image's", async () => {
    await renderChat({ defaultMessages: three });
    await openFirst();
    const reached = new Set<string | null>();
    for (let at = 0; at < 10; at += 1) {
      await userEvent.keyboard("{Tab}");
      reached.add(document.activeElement!.getAttribute("aria-label"));
    }
    expect([...reached]).toEqual([
      "Zoom out",
      "100\u00a0%, fit to window",
      "Zoom in",
      "Download one.png",
      "Close",
      "Previous image",
      "Next image",
    ]);
    button("Next image").element().focus();
    await userEvent.keyboard("{Enter}{Enter}{Enter}");
    await expect.element(place()).toHaveTextContent("3 of 3");
    await expect.element(button("Next image")).toHaveFocus();
  });

  test("from right to left the arrows are mirrored", async () => {
    await renderChat({ defaultMessages: three, dir: "rtl" });
    await openFirst();
    await userEvent.keyboard("{ArrowLeft}");
    await expect.element(place()).toHaveTextContent("2 of 3");
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(place()).toHaveTextContent("1 of 3");
  });
});

describe("by pointer", () => {
  test("buttons turn and zoom; the last press beside the image closes", async () => {
    await renderChat({ defaultMessages: three });
    await openFirst();
    await button("Next image").click();
    await expect.element(place()).toHaveTextContent("2 of 3");
    await button("Zoom in").click();
    await expect.poll(level).toBe("150\u00a0%");
    await page.getByRole("button", { name: /^150/ }).click();
    await expect.poll(level).toBe("100\u00a0%");
    await shown().click();
    await expect.element(dialog()).toBeVisible();
    await userEvent.click(document.querySelector("[data-pl-stage]")!, { position: { x: 8, y: 8 } });
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(button("Open one.png")).toHaveFocus();
  });

  test("the wheel and a double click zoom where they are", async () => {
    await renderChat({ defaultMessages: three });
    await openFirst();
    const stage = document.querySelector("[data-pl-stage]")!;
    const at = pointIn("[data-pl-stage] img", 0.25, 0.5);
    const wheel = new WheelEvent("wheel", {
      deltaY: -400,
      cancelable: true,
      bubbles: true,
      ...at,
    });
    stage.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(true);
    await expect.poll(level).toBe("223\u00a0%");
    await userEvent.dblClick(stage);
    await expect.poll(level).toBe("100\u00a0%");
    await userEvent.dblClick(shown());
    await expect.poll(level).toBe("250\u00a0%");
  });

  test("two fingers pinch and one drags, which closes nothing", async () => {
    await renderChat({ defaultMessages: [said("q", "user", picture("wide.png", 4000, 3000))] });
    await button("Open wide.png").click();
    await expect.element(shown()).toBeVisible();
    const { clientX: x, clientY: y } = pointIn("[data-pl-stage] img");
    const touch = (type: string, ...touchPoints: { x: number; y: number; id: number }[]) =>
      cdp().send("Input.dispatchTouchEvent", { type, touchPoints } as never);
    await touch("touchStart", { x: x - 20, y, id: 0 });
    await touch("touchStart", { x: x - 20, y, id: 0 }, { x: x + 20, y, id: 1 });
    await touch("touchMove", { x: x - 40, y, id: 0 }, { x: x + 40, y, id: 1 });
    await touch("touchEnd");
    await expect.poll(level).toBe("200\u00a0%");
    const before = transform();
    await touch("touchStart", { x, y, id: 0 });
    await touch("touchMove", { x: x + 30, y, id: 0 });
    await touch("touchEnd");
    await expect.poll(transform).not.toBe(before);
    await expect.element(dialog()).toBeVisible();
  });
});

test("a drag that begins beside the image, and the second half of a double click, close nothing", async () => {
  await renderChat({ defaultMessages: [said("q", "user", picture("tiny.png", 30, 20))] });
  await button("Open tiny.png").click();
  await expect.element(shown()).toBeVisible();
  const { clientX: x, clientY: y } = pointIn("[data-pl-stage]", 0.1, 0.1);
  const mouse = (type: string, toX: number, clickCount = 1) =>
    cdp().send("Input.dispatchMouseEvent", {
      type,
      x: toX,
      y,
      button: "left",
      clickCount,
    } as never);
  await mouse("mousePressed", x);
  await mouse("mouseMoved", x + 40);
  await mouse("mouseReleased", x + 40);
  await expect.element(dialog()).toBeVisible();
  await mouse("mousePressed", x, 2);
  await mouse("mouseReleased", x, 2);
  await expect.element(dialog()).toBeVisible();
  await mouse("mousePressed", x);
  await mouse("mouseReleased", x);
  await expect.element(dialog()).not.toBeInTheDocument();
});

describe("what is saved", () => {
  function savedFiles(): { name: string; url: string; blob: Promise<Blob> }[] {
    const saved: { name: string; url: string; blob: Promise<Blob> }[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      const blob = fetch(this.href).then((answer) => answer.blob());
      saved.push({ name: this.download, url: this.href, blob });
    });
    onTestFinished(() => click.mockRestore());
    return saved;
  }

  test("is the untouched original under its own name, where the session has it", async () => {
    const saved = savedFiles();
    const part = picture("holiday.jpg.png");
    const original = new File(["untouched"], "holiday.jpg", { type: "image/jpeg" });
    keepOriginal(part, original);
    await renderChat({ defaultMessages: [said("q", "user", part)] });
    await button("Open holiday.jpg.png").click();
    await button("Download holiday.jpg.png").click();
    expect(saved[0]?.name).toBe("holiday.jpg");
    expect(await (await saved[0]!.blob).text()).toBe("untouched");
  });

  test("is else the copy the message keeps, under a name that is no trap", async () => {
    const saved = savedFiles();
    const name = "photo\u202egnp.exe";
    await renderChat({ defaultMessages: [said("a", "assistant", picture(name))] });
    await page.getByRole("button", { name: /^Open photo/ }).click();
    const title = dialog().getByRole("status");
    await expect.element(title).toBeVisible();
    expect(title.element().querySelector("bdi")!.textContent).toBe(name);
    await page.getByRole("button", { name: /^Download photo/ }).click();
    expect(saved[0]?.name).toBe("photognp.exe.png");
    expect((await saved[0]!.blob).type).toBe("image/png");
  });

  test("is not offered for what would have to be fetched", async () => {
    const remote = { type: "file", mediaType: "image/png", url: "https://images.example/a.png" };
    await renderChat({
      defaultMessages: [said("q", "user", picture("one.png"), remote as FilePart)],
    });
    await button("Open one.png").click();
    await userEvent.keyboard("{End}");
    await expect.element(dialog().getByText("Show image from images.example")).toBeVisible();
    expect(document.querySelector("img[src*='images.example']")).toBeNull();
    expect(page.getByRole("button", { name: /^Download/ }).elements()).toHaveLength(0);
  });
});

test("in a long conversation it finds images of messages that are not in the page", async () => {
  const middle = conversationOf(2_000);
  const messages = [
    said("first", "user", picture("first.png")),
    ...middle.slice(0, 1_000),
    said("mid", "assistant", picture("middle.png")),
    ...middle.slice(1_000),
    said("last", "user", picture("last.png")),
  ];
  await renderChat({ defaultMessages: messages });
  await button("Open last.png").click();
  await expect.element(place()).toHaveTextContent("last.png3 of 3");
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(place()).toHaveTextContent("middle.png2 of 3");
  await userEvent.keyboard("{Home}");
  await expect.element(shown()).toHaveAccessibleName("first.png");
  expect(document.querySelectorAll("article").length).toBeLessThan(40);
  await userEvent.keyboard("{Escape}");
  await expect.element(button("Open last.png")).toHaveFocus();
});

test("an image whose message is gone meanwhile stays, and the focus goes to the input", async () => {
  const { screen } = await renderChat({ defaultMessages: three });
  await openFirst();
  const remove = document.querySelector<HTMLElement>("article [aria-label='Delete message']")!;
  remove.click();
  await expect.poll(() => document.querySelectorAll("article").length).toBe(1);
  await expect.element(shown()).toHaveAccessibleName("one.png");
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("textbox", { name: "Message" })).toHaveFocus();
});

test("inside a shadow root it opens, turns and gives the focus back there", async () => {
  const host = document.createElement("div");
  document.body.append(host);
  onTestFinished(() => host.remove());
  const shadow = host.attachShadow({ mode: "open" });
  const [container, portal] = [document.createElement("div"), document.createElement("div")];
  shadow.append(container, portal);
  const chat = (
    <Chat
      client={createMockClient()}
      model="m"
      defaultMessages={three}
      portalContainer={portal}
      data-theme="dark"
    />
  );
  await render(chat, { container });
  await button("Open one.png").click();
  await expect.element(place()).toHaveTextContent("1 of 3");
  expect(portal.querySelector("[data-pl-lightbox]")!.getAttribute("data-theme")).toBe("dark");
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(place()).toHaveTextContent("2 of 3");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => shadow.activeElement?.getAttribute("aria-label")).toBe("Open one.png");
});

test("an image on a server that was loaded in its message is shown at once", async () => {
  const url = "https://images.example/a.png";
  const remote: FilePart = { type: "file", mediaType: "image/png", url, filename: "a.png" };
  await renderChat({ defaultMessages: [said("a", "assistant", remote)] });
  await page.getByRole("button", { name: "Show image from images.example" }).click();
  await button("Open a.png").click();
  await expect.element(shown()).toHaveAttribute("src", url);
  await expect.element(shown()).toHaveAttribute("referrerpolicy", "no-referrer");
});

test("it writes no style tag, and none of it is in the page before it is opened", async () => {
  await renderChat({ defaultMessages: three });
  const before = document.querySelectorAll("style").length;
  expect(document.querySelector("[data-pl-lightbox]")).toBeNull();
  await openFirst();
  expect(document.querySelectorAll("style").length).toBe(before);
});

test("a part of yours stands in its place, and none leaves images as they are", async () => {
  function Own({ images, index, onIndexChange, onClose }: LightboxProps) {
    return (
      <div role="dialog" aria-label="Mine">
        <p>{`${images[index]!.filename} ${index}/${images.length}`}</p>
        <button onClick={() => onIndexChange(index + 1)}>On</button>
        <button onClick={onClose}>Done</button>
      </div>
    );
  }
  const { screen } = await renderChat({ defaultMessages: three, components: { Lightbox: Own } });
  await button("Open one.png").click();
  await button("On").click();
  await expect.element(dialog()).toHaveTextContent("two.png 1/3");
  await button("Done").click();
  await expect.element(button("Open one.png")).toHaveFocus();
  await screen.unmount();
  await renderChat({ defaultMessages: three, components: { Lightbox: null } });
  await expect.element(page.getByRole("img", { name: "one.png" })).toBeVisible();
  expect(page.getByRole("button", { name: /one\.png/ }).elements()).toHaveLength(0);
});
