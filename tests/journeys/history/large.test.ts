import type { ChatPersistence, Thread, UIMessage } from "../../../src/index.js";
import { expect } from "../chatPage.js";
import { test } from "./historyJourney.js";

const count = 2000;
const images = 50;

test(`${count} messages with ${images} images are back after a reload`, async ({ openTab }) => {
  const tab = await openTab("indexedDB");
  const { page, row, log } = tab;
  const bytes = await page.evaluate(
    async ([messageCount, every]) => {
      const canvas = new OffscreenCanvas(400, 300);
      const context = canvas.getContext("2d")!;
      const paint = async (): Promise<string> => {
        const noise = context.createImageData(400, 300);
        for (let at = 0; at < noise.data.length; at += 60_000)
          crypto.getRandomValues(noise.data.subarray(at, at + 60_000));
        context.putImageData(noise, 0, 0);
        const letters = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
        const url = new FileReader();
        url.readAsDataURL(letters);
        await new Promise((resolve) => url.addEventListener("load", resolve));
        return url.result as string;
      };
      const messages: UIMessage[] = [];
      for (let at = 0; at < messageCount; at += 1) {
        const text = `Message ${at}. `.repeat(1 + ((at * 7) % 20));
        messages.push({
          id: `m${at}`,
          role: at % 2 ? "assistant" : "user",
          parts: [
            ...(at % every === 0
              ? [{ type: "file" as const, mediaType: "image/jpeg", url: await paint() }]
              : []),
            { type: "text", text },
          ],
          metadata: { createdAt: at, ...(at % 2 && { status: "complete" as const }) },
        });
      }
      const now = Date.now();
      const thread: Thread = {
        title: "A long one",
        createdAt: now,
        updatedAt: now,
        revision: 1,
        messages,
      };
      const { kept } = globalThis as unknown as { kept: ChatPersistence };
      await kept.save("long", thread);
      return JSON.stringify(thread).length;
    },
    [count, count / images] as const,
  );
  await page.reload();
  await row("A long one").click();
  const last = log.getByText(new RegExp(`^Message ${count - 1}\\.`));
  await expect(last).toBeVisible();

  await page.reload();
  await expect(last).toBeVisible();
  const figures = await page.evaluate(() => ({
    sinceReload: Math.round(performance.now()),
    elements: document.querySelectorAll("*").length,
  }));
  console.info(
    `${count} messages, ${images} images, ${(bytes / 1e6).toFixed(1)} MB of JSON: the last message was there ${figures.sinceReload} ms after the reload, in ${figures.elements} elements.`,
  );

  // Every image is there, letter by letter: the first is looked at, all are counted.
  await expect(async () => {
    await log.press("Home");
    await expect(log.getByText("Message 0.", { exact: true })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 15_000 });
  const first = log.getByRole("img").first();
  await expect
    .poll(() => first.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(400);
  const back = await page.evaluate(async () => {
    const { kept } = globalThis as unknown as { kept: ChatPersistence };
    const { messages } = (await kept.load("long"))!;
    return messages.flatMap(({ parts }) => parts.filter(({ type }) => type === "file")).length;
  });
  expect(back).toBe(images);
});
