import type { Page } from "playwright";
import { expect } from "./chatPage.js";
import { test } from "./journey.js";

/** What the browser says of a shift; TypeScript does not know it, because only Chromium does. */
interface LayoutShift extends PerformanceEntry {
  sources: { node?: Element }[];
}

/** Returns how to read what has moved since the last reading though nobody scrolled, from the beginning of the page on. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  const observer = await page.evaluateHandle(() => {
    const moved: PerformanceEntry[] = [];
    const watching = new PerformanceObserver((list) => moved.push(...list.getEntries()));
    watching.observe({ type: "layout-shift", buffered: true });
    return { watching, moved };
  });
  return () =>
    observer.evaluate(async ({ watching, moved }) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      moved.push(...watching.takeRecords());
      // The dot that shows where an answer is being written goes along with it: it is no node, or one named "::after".
      return (moved.splice(0) as LayoutShift[]).flatMap(({ sources }) =>
        sources.flatMap(({ node }) =>
          node && !node.localName.startsWith("::") ? [node.outerHTML.slice(0, 90)] : [],
        ),
      );
    });
}

test("the page says what it is, in which language, and can be zoomed", async ({
  demo,
  openChat,
}) => {
  const { page } = await openChat();
  const head = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    ...Object.fromEntries(
      [...document.querySelectorAll("meta[name]")].map((meta) => [
        meta.getAttribute("name")!,
        meta.getAttribute("content")!,
      ]),
    ),
  }));
  expect(head).toEqual({
    lang: "en",
    title: "Polylogue",
    description: expect.stringMatching(/^.{50,160}$/),
    viewport: "width=device-width, initial-scale=1",
    "color-scheme": "light dark",
  });
  const robots = await page.request.get(`${demo.url}robots.txt`);
  expect(await robots.text()).toMatch(/^User-agent/);
});

test.for([360, 1280])(
  "%i pixels wide, nothing moves while the page loads or an answer arrives",
  async (width, { openChat }) => {
    const chat = await openChat({ viewport: { width, height: 720 } });
    const shifts = await watchShifts(chat.page);
    await expect(chat.page.getByText("OpenAI", { exact: true })).toBeAttached();
    expect(await shifts()).toEqual([]);

    // The first question takes the place of the greeting, which is no shift to complain of.
    await chat.ask("Hello");
    await chat.settled();
    await shifts();
    for (const question of ["How do I keep my API keys on the server?", "Tell me more"]) {
      await chat.ask(question);
      await chat.settled();
      expect(await shifts()).toEqual([]);
    }
  },
);
