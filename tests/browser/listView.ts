import { expect } from "vitest";
import { render, renderHook } from "vitest-browser-react";
import { useChat, type UIMessage, type UseChatResult } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { place } from "./setUp.js";

/** The element that scrolls. */
export const view = (): HTMLElement => document.querySelector<HTMLElement>("[data-pl-messages]")!;
/** The messages in the page. */
export const rows = (): HTMLElement[] => [...view().querySelectorAll<HTMLElement>("[data-pl-row]")];
/** One of them. */
export const row = (id: string): HTMLElement | null =>
  view().querySelector(`[data-pl-row="${id}"]`);
/** How far the end is below the view, in CSS pixels. */
export const distance = (): number => view().scrollHeight - view().clientHeight - view().scrollTop;
const edge = (): number => view().getBoundingClientRect().top;
/** Resolves when the next frame has been laid out and measured. */
export const frame = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** The message at the top of the view, and how far its top is from the view's. */
export function topmost(): { id: string; top: number } {
  const found = rows().find((one) => one.getBoundingClientRect().bottom > edge())!;
  return { id: found.dataset["plRow"]!, top: found.getBoundingClientRect().top - edge() };
}

/** How far the top of a message is below that of the view. */
export const topOf = (id: string): number => row(id)!.getBoundingClientRect().top - edge();

/** Waits until two frames show the same: heights are measured after they are laid out, and Markdown is loaded. */
export async function settled(): Promise<void> {
  await expect.poll(() => view().querySelector("[data-pl-plain]")).toBeNull();
  await expect
    .poll(async () => {
      const before = [view().scrollTop, view().scrollHeight, rows().length].join();
      await frame();
      await frame();
      return before === [view().scrollTop, view().scrollHeight, rows().length].join();
    })
    .toBe(true);
}

export async function scrollBy(pixels: number): Promise<void> {
  view().scrollBy({ top: pixels, behavior: "instant" });
  await frame();
  await settled();
}

/** A chat whose conversation the page holds, and what `useChat` gave the page. */
export async function renderOwned(messages: UIMessage[]): Promise<UseChatResult> {
  const client = createMockClient();
  const { result } = await renderHook(() => useChat({ model: "openai/gpt-5", client, messages }));
  await render(place({ chat: result.current }));
  return result.current;
}
