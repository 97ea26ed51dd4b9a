import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { FilePartProps, UIMessage } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import {
  distance,
  frame,
  renderOwned,
  row,
  rows,
  scrollBy,
  settled,
  topmost,
  topOf,
  view,
} from "./listView.js";
import { conversationOf } from "./longConversation.js";
import { button, finish, place, renderChat, text } from "./setUp.js";

const lines = (count: number): string => "A line of text.\n\n".repeat(count);

async function toTop(): Promise<void> {
  view().scrollTop = 0;
  await expect.poll(() => row("m0")).not.toBeNull();
  await settled();
}

describe("a windowed conversation", () => {
  test("holds only what is around the view, and says how much there is", async () => {
    await renderChat({ defaultMessages: conversationOf(2000) });
    await settled();
    expect(rows().length).toBeLessThan(40);
    const article = page.getByRole("article", { name: "You, message 1999" });
    await expect.element(article).toHaveAttribute("aria-posinset", "1999");
    await expect.element(article).toHaveAttribute("aria-setsize", "2000");
    await toTop();
    await expect
      .element(page.getByRole("article", { name: "You, message 1", exact: true }))
      .toBeVisible();
    expect(rows().length).toBeLessThan(40);
    // In the order of the conversation, for those who read by ear.
    const ids = rows().map((one) => Number(one.dataset["plRow"]!.slice(1)));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });

  test("of a hundred messages or fewer is all there, and says no numbers", async () => {
    await renderChat({ defaultMessages: conversationOf(100) });
    expect(rows()).toHaveLength(100);
    const article = page.getByRole("article", { name: "You, message 1", exact: true });
    await expect.element(article).not.toHaveAttribute("aria-setsize");
  });

  test("keeps a message with the focus", async () => {
    await renderChat({ defaultMessages: conversationOf(2000) });
    await settled();
    await scrollBy(-2000);
    const { id } = topmost();
    const focused = row(id)!.querySelector("button")!;
    focused.focus({ preventScroll: true });
    await toTop();
    expect(document.activeElement).toBe(focused);
    expect(focused.isConnected).toBe(true);
    focused.blur();
    await expect.poll(() => row(id)).toBeNull();
  });

  test("keeps both ends of a selection", async () => {
    await renderChat({ defaultMessages: conversationOf(2000) });
    await settled();
    await scrollBy(-2000);
    const { id } = topmost();
    const last = `m${Number(id.slice(1)) + 2}`;
    const selection = getSelection()!;
    selection.setBaseAndExtent(row(id)!, 0, row(last)!, 1);
    onTestFinished(() => selection.removeAllRanges());
    const words = selection.toString();
    await frame();
    await toTop();
    expect(selection.anchorNode!.isConnected && selection.focusNode!.isConnected).toBe(true);
    expect(row(id)).not.toBeNull();
    view().scrollTop = view().scrollHeight;
    await settled();
    await scrollBy(-2000);
    expect(selection.toString()).toBe(words);
    selection.removeAllRanges();
    await toTop();
    await expect.poll(() => row(id)).toBeNull();
  });

  test("lets older messages be clicked while an answer arrives", async () => {
    const { ask, steps } = await renderChat({ defaultMessages: conversationOf(300) });
    await settled();
    await ask("Next");
    for (let i = 0; i < 3; i += 1) {
      await steps[0]!.push(text(`Line ${i}\n\n`));
      await frame();
      const box = row("m299")!.getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + 40, box.bottom - 60);
      expect(row("m299")!.contains(hit)).toBe(true);
    }
  });

  test("shows every turn in its place when the next begins, the hundredth too", async () => {
    const { ask, steps } = await renderChat({ defaultMessages: conversationOf(96) });
    await settled();
    for (let turn = 0; turn < 4; turn += 1) {
      await ask(`Turn ${turn}`);
      await steps[turn]!.push(text(lines(turn === 2 ? 40 : 2)));
      await steps[turn]!.push(finish);
      for (let i = 0; i < 6; i += 1) {
        await frame();
        expect(distance()).toBeLessThan(2);
        await expectNoGaps();
      }
    }
    expect(view().querySelector("[data-pl-older]")).not.toBeNull();
  });

  test("shows the same when its place has no size at first", async () => {
    const { screen } = await renderChat({ defaultMessages: conversationOf(500) });
    const box = screen.container.querySelector<HTMLElement>("[data-pl-chat]")!.parentElement!;
    box.style.display = "none";
    await frame();
    box.style.display = "";
    await settled();
    expect(distance()).toBeLessThan(2);
    await scrollBy(-3000);
    const seen = topmost();
    box.style.display = "none";
    await frame();
    await frame();
    box.style.display = "";
    await settled();
    expect(topmost().id).toBe(seen.id);
    expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
  });

  test("is rendered by a server, and comes alive without a mismatch", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => errors.mockRestore());
    const onRecoverableError = vi.fn();
    const chat = place({ client: createMockClient(), defaultMessages: conversationOf(2000) });
    const host = document.createElement("div");
    host.innerHTML = renderToString(chat);
    expect(host.querySelectorAll("[data-pl-row]").length).toBeLessThan(20);
    expect(host.textContent).toContain("Question 0");
    expect(host.textContent).toContain("Answer 1999");
    document.body.append(host);
    const root = hydrateRoot(host, chat, { onRecoverableError });
    onTestFinished(() => {
      root.unmount();
      host.remove();
    });
    await expect.poll(() => host.querySelector("[data-pl-plain]")).toBeNull();
    await settled();
    expect(distance()).toBeLessThan(2);
    await expect.poll(() => row("m1991")).not.toBeNull();
    expect(onRecoverableError).not.toHaveBeenCalled();
    // React 18 warns of layout effects wherever a server's code runs; here it runs in a page.
    const said = errors.mock.calls.filter(([words]) => !String(words).includes("useLayoutEffect"));
    expect(said).toEqual([]);
  });

  test("scrolls and holds inside a shadow root, from right to left", async () => {
    const host = document.createElement("div");
    document.body.append(host);
    onTestFinished(() => host.remove());
    const shadow = host.attachShadow({ mode: "open" });
    for (const sheet of document.querySelectorAll("style")) shadow.append(sheet.cloneNode(true));
    const container = document.createElement("div");
    shadow.append(container);
    await render(
      place({ client: createMockClient(), defaultMessages: conversationOf(500), dir: "rtl" }),
      {
        container,
      },
    );
    const list = shadow.querySelector<HTMLElement>("[data-pl-messages]")!;
    const within = (id: string) => list.querySelector(`[data-pl-row="${id}"]`);
    const away = () => list.scrollHeight - list.clientHeight - list.scrollTop;
    await expect.poll(away).toBeLessThan(2);
    await expect.poll(() => within("m491")).not.toBeNull();
    within("m494")!.querySelector("button")!.focus({ preventScroll: true });
    list.scrollTop = 0;
    await expect.poll(() => within("m0")).not.toBeNull();
    expect(within("m494")).not.toBeNull();
    expect(within("m491")).toBeNull();
    const box = within("m0")!.getBoundingClientRect();
    expect(box.width).toBeGreaterThan(500);
  });
});

/** Each message begins where the one before it ends, wherever both are in view. */
async function expectNoGaps(): Promise<void> {
  const boxes = rows().map((one) => one.getBoundingClientRect());
  const { top } = view().getBoundingClientRect();
  for (const [index, box] of boxes.entries()) {
    const next = boxes[index + 1];
    if (!next || next.top < top) continue;
    const gap = next.top - box.bottom;
    expect(gap === 0 || gap === 22, `${rows()[index]!.dataset["plRow"]}: ${gap}`).toBe(true);
  }
}

describe.each([
  ["whole", 60],
  ["windowed", 600],
])("a %s conversation", (_name, count) => {
  test("keeps what is read in place when an image above it is loaded", async () => {
    const messages: UIMessage[] = conversationOf(count);
    const early = count - 16;
    messages[early]!.parts.unshift({ type: "file", mediaType: "image/png", url: "blob:late" });
    await renderChat({ defaultMessages: messages, components: { File: LateImage } });
    await settled();
    for (let tries = 0; tries < 20 && !row(`m${early + 2}`); tries += 1) await scrollBy(-300);
    await scrollBy(topOf(`m${early + 2}`) + 10);
    const seen = topmost();
    expect(seen.id).toBe(`m${early + 2}`);
    const image = row(`m${early}`)!.querySelector("img")!;
    const height = view().scrollHeight;
    image.src = URL.createObjectURL(await picture(200, 150));
    await image.decode();
    await frame();
    expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
    expect(view().scrollHeight - height).toBeGreaterThan(100);
    await settled();
    expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
  });

  test("says how many answers came while its reader was elsewhere", async () => {
    const chat = await renderOwned(conversationOf(count));
    await settled();
    await scrollBy(-600);
    await expect.element(button("Jump to latest")).toBeVisible();
    chat.setMessages((messages) => [...messages, ...conversationOf(2, count)]);
    await expect.element(button("Jump to latest, 1 new answer")).toHaveTextContent("1 new answer");
    chat.setMessages((messages) => [...messages, ...conversationOf(2, count + 2)]);
    await expect
      .element(button("Jump to latest, 2 new answers"))
      .toHaveTextContent("2 new answers");
    await button("Jump to latest, 2 new answers").click();
    await expect.poll(distance).toBeLessThan(2);
    expect(document.querySelector("[data-pl-jump]")).toBeNull();
    await scrollBy(-600);
    await expect.element(button("Jump to latest")).toBeVisible();
  });

  test("does not touch the button while text arrives", async () => {
    const { ask, steps } = await renderChat({ defaultMessages: conversationOf(count) });
    await settled();
    await ask("Next");
    await steps[0]!.push(text(lines(20)));
    await settled();
    await scrollBy(-300);
    const jump = button("Jump to latest").element();
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(jump.parentElement!, { subtree: false, childList: true });
    observer.observe(jump, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    for (let i = 0; i < 5; i += 1) {
      await steps[0]!.push(text(lines(2)));
      await frame();
    }
    expect([...changes, ...observer.takeRecords()]).toEqual([]);
    await steps[0]!.push(finish);
    await expect.element(button("Jump to latest, 1 new answer")).toBeVisible();
    expect(jump.closest("[aria-live]:not([aria-live=off]), [role=status]")).toBeNull();
    await userEvent.click(jump);
    await expect.element(page.getByRole("textbox")).toHaveFocus();
  });

  test("stays in place when a message above is deleted", async () => {
    const chat = await renderOwned(conversationOf(count));
    await settled();
    await scrollBy(-900);
    const seen = topmost();
    const before = `m${Number(seen.id.slice(1)) - 2}`;
    chat.deleteMessage(before);
    await expect.poll(() => row(before)).toBeNull();
    await settled();
    expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
  });
});

function LateImage({ part }: FilePartProps) {
  return <img data-pl-image="" alt={part.mediaType} />;
}

async function picture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")!.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: "image/png" });
}
