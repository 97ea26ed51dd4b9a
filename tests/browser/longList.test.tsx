import { describe, expect, onTestFinished, test } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import type { StreamPart } from "../../src/index.js";
import type { Lockstep } from "../../src/testing/index.js";
import {
  distance,
  frame,
  renderOwned,
  rows,
  scrollBy,
  settled,
  topmost,
  topOf,
  view,
} from "./listView.js";
import { conversationOf } from "./longConversation.js";
import { button, renderChat, text } from "./setUp.js";

const lines = (count: number): string => "A line of text.\n\n".repeat(count);
const sizes: [string, number][] = [
  ["whole", 60],
  ["windowed", 2000],
];

describe.each(sizes)("a %s conversation", (_name, count) => {
  test("opens at its end", async () => {
    await renderChat({ defaultMessages: conversationOf(count) });
    expect(distance()).toBeLessThan(2);
    await settled();
    expect(distance()).toBeLessThan(2);
    await expect.element(page.getByText(`Question ${count - 2}`)).toBeVisible();
    expect(rows().length).toBeLessThanOrEqual(60);
  });

  test("keeps its end in view while an answer arrives", async () => {
    const { ask, steps } = await renderChat({ defaultMessages: conversationOf(count) });
    await settled();
    await ask("Next");
    for (let i = 0; i < 10; i += 1) {
      await steps[0]!.push(text(lines(4)));
      await frame();
      expect(distance()).toBeLessThan(2);
    }
  });

  test("leaves alone a reader who turns the wheel while an answer arrives", async () => {
    const { step } = await streaming(count);
    const { x, y } = onScreen(view().getBoundingClientRect());
    const turn = { type: "mouseWheel" as const, x, y, deltaX: 0, deltaY: -30 };
    let last = view().scrollTop;
    for (let i = 0; i < 6; i += 1) {
      await cdp().send("Input.dispatchMouseEvent", turn);
      await step.push(text(lines(4)));
      await frame();
      expect(view().scrollTop).toBeLessThanOrEqual(last);
      last = view().scrollTop;
    }
    await settled();
    await staysWhile(step);
  });

  test("leaves alone a reader who drags it with a finger while an answer arrives", async () => {
    const { step } = await streaming(count);
    const { x, y } = onScreen(view().getBoundingClientRect());
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", down = 0) =>
      cdp().send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x, y: y + down }],
      });
    const top = view().scrollTop;
    await touch("touchStart");
    await step.push(text(lines(4)));
    await frame();
    // A finger that only rests there holds the text under it.
    expect(view().scrollTop).toBe(top);
    let last = top;
    for (let i = 1; i <= 6; i += 1) {
      await Promise.all([touch("touchMove", i * 15), step.push(text(lines(4)))]);
      await frame();
      expect(view().scrollTop).toBeLessThanOrEqual(last);
      last = view().scrollTop;
    }
    await touch("touchEnd");
    expect(last).toBeLessThan(top);
    await settled();
    await staysWhile(step);
  });

  test.each(["{PageUp}", "{Home}", "{ArrowUp}"])(
    "leaves alone a reader who pressed %s",
    async (key) => {
      const { step } = await streaming(count);
      view().focus();
      await userEvent.keyboard(key);
      await expect.poll(distance).toBeGreaterThan(10);
      await settled();
      await staysWhile(step);
    },
  );

  test("does not pull away text that is being selected", async () => {
    const { step } = await streaming(count);
    const paragraph = view().querySelector<HTMLElement>(
      "[data-pl-recent] [data-pl-row]:last-child p:last-of-type",
    )!;
    const top = paragraph.getBoundingClientRect().top;
    const release = await dragAcross(paragraph);
    onTestFinished(() => getSelection()!.removeAllRanges());
    expect(getSelection()!.toString()).not.toBe("");
    for (let i = 0; i < 3; i += 1) {
      await step.push(text(lines(4)));
      await frame();
      expect(paragraph.getBoundingClientRect().top).toBeCloseTo(top, 0);
    }
    await release();
    await step.push(text(lines(4)));
    await frame();
    expect(paragraph.getBoundingClientRect().top).toBeCloseTo(top, 0);
    await expect.element(button("Jump to latest")).toBeVisible();
  });

  test("keeps what is read in place when older messages are put before it", async () => {
    const chat = await renderOwned(conversationOf(count, 200));
    await settled();
    await scrollBy(-700);
    const seen = topmost();
    chat.setMessages((messages) => [...conversationOf(30, 170), ...messages]);
    await frame();
    expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
    await settled();
    expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
  });

  test("keeps what is read in place at the very top too, and while it loads more and more", async () => {
    const chat = await renderOwned(conversationOf(count, 200));
    await settled();
    view().scrollTop = 0;
    await frame();
    await settled();
    for (let first = 170; first >= 20; first -= 30) {
      const seen = topmost();
      chat.setMessages((messages) => [...conversationOf(30, first), ...messages]);
      await frame();
      await settled();
      expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
    }
  });

  test("keeps what is read in place when the window changes its size", async () => {
    const { screen } = await renderChat({ defaultMessages: conversationOf(count) });
    await settled();
    await scrollBy(-900);
    const box = screen.container.querySelector<HTMLElement>("[data-pl-chat]")!.parentElement!;
    for (const width of [420, 700, 340]) {
      const seen = topmost();
      box.style.inlineSize = `${width}px`;
      await frame();
      await settled();
      expect(topmost().id).toBe(seen.id);
      // The text of the message itself wraps elsewhere; what follows it is what can be held.
    }
    box.style.blockSize = "300px";
    const seen = topmost();
    await settled();
    expect(topmost().id).toBe(seen.id);
  });

  test("stays at its end when the window changes its size", async () => {
    const { screen } = await renderChat({ defaultMessages: conversationOf(count) });
    await settled();
    const box = screen.container.querySelector<HTMLElement>("[data-pl-chat]")!.parentElement!;
    for (const width of [420, 700, 340]) {
      box.style.inlineSize = `${width}px`;
      await frame();
      await settled();
      expect(distance()).toBeLessThan(2);
    }
  });
});

/** A conversation with an answer on its way that fills the view. */
async function streaming(count: number) {
  const chat = await renderChat({ defaultMessages: conversationOf(count) });
  await settled();
  await chat.ask("Next");
  const step = chat.steps[0]!;
  await step.push(text(lines(40)));
  await settled();
  expect(distance()).toBeLessThan(2);
  return { ...chat, step };
}

/** What is at the top of the view stays there while more arrives, and there is a way back. */
async function staysWhile(step: Lockstep<StreamPart>): Promise<void> {
  const seen = topmost();
  const height = view().scrollHeight;
  expect(distance()).toBeGreaterThan(2);
  for (let i = 0; i < 5; i += 1) {
    await step.push(text(lines(4)));
    await frame();
    expect(topOf(seen.id)).toBeCloseTo(seen.top, 0);
  }
  await expect.poll(() => view().scrollHeight).toBeGreaterThan(height);
  await expect.element(button("Jump to latest")).toBeVisible();
}

/** The middle of a box, in the coordinates of the whole browser window: tests run inside a frame. */
function onScreen(box: DOMRect): { x: number; y: number } {
  const outer = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
  const scale = outer.width ? outer.width / innerWidth : 1;
  return {
    x: outer.x + (box.x + box.width / 2) * scale,
    y: outer.y + (box.y + box.height / 2) * scale,
  };
}

/** Presses the mouse on an element and moves it on without letting go; call the result to let go. */
async function dragAcross(element: HTMLElement): Promise<() => Promise<void>> {
  const words = document.createRange();
  words.selectNodeContents(element);
  const { x, y } = onScreen(words.getBoundingClientRect());
  const mouse = (type: "mousePressed" | "mouseMoved" | "mouseReleased", at: number) =>
    cdp().send("Input.dispatchMouseEvent", {
      type,
      x: at,
      y,
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      clickCount: 1,
    });
  const left = x - 20;
  await mouse("mousePressed", left);
  await mouse("mouseMoved", left + 10);
  await mouse("mouseMoved", left + 40);
  return async () => void (await mouse("mouseReleased", left + 40));
}
