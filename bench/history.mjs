// How long a conversation of 2,000 messages with 50 images takes to be saved and to come back, and what it holds in memory.
// node bench/history.mjs [--rounds=5] [--messages=2000] [--images=50] [--kilobytes=400]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { rolldown } from "rolldown";
import { findBrowser, launchArgs } from "../scripts/find-browser.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    messages: { type: "string", default: "2000" },
    images: { type: "string", default: "50" },
    kilobytes: { type: "string", default: "400" },
  },
});
const [rounds, messages, images, kilobytes] = ["rounds", "messages", "images", "kilobytes"].map(
  (name) => Number(values[name]),
);
const HOST = "https://history.test";

const build = await rolldown({
  input: fileURLToPath(new URL("../src/history/indexedDBHistory.ts", import.meta.url)),
  platform: "browser",
  logLevel: "silent",
});
const { output } = await build.generate({ format: "es" });
await build.close();
const files = new Map(output.map((file) => [`/${file.fileName}`, file.code]));
const entry = output.find((file) => file.isEntry).fileName;
files.set(
  "/",
  `<!doctype html><title>History</title>
<script type=module>globalThis.kept = (await import("/${entry}")).indexedDBHistory();</script>`,
);

const { path } = await findBrowser();
const folder = mkdtempSync(join(tmpdir(), "polylogue-history-"));
const context = await chromium.launchPersistentContext(folder, {
  executablePath: path,
  args: launchArgs,
});
await context.route(`${HOST}/**`, (route) => {
  const { pathname } = new URL(route.request().url());
  const body = files.get(pathname);
  const contentType = pathname === "/" ? "text/html" : "text/javascript";
  return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType });
});

async function openPage() {
  const page = await context.newPage();
  await page.goto(HOST);
  await page.waitForFunction(() => "kept" in globalThis);
  // The database and its code are there before anything is measured.
  await page.evaluate(() => globalThis.kept.list());
  const session = await context.newCDPSession(page);
  const heap = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return usedSize;
  };
  return { page, heap };
}

/** Makes the conversation on the page. */
const makeThread = (sizes) => {
  const words = "The first quarter was quiet, the second was not. ";
  const image = () => {
    let letters = "";
    for (let at = 0; at < sizes.kilobytes * 1000; at += 50_000) {
      const bytes = crypto.getRandomValues(new Uint8Array(50_000));
      letters += String.fromCharCode(...bytes);
    }
    return `data:image/jpeg;base64,${btoa(letters)}`;
  };
  const every = Math.floor(sizes.messages / sizes.images);
  globalThis.thread = {
    title: "Quarterly numbers",
    createdAt: 1,
    updatedAt: 1,
    revision: 0,
    messages: Array.from({ length: sizes.messages }, (_, index) => ({
      id: `message-${index}`,
      role: index % 2 ? "assistant" : "user",
      parts: [
        ...(index % every === 0
          ? [{ type: "file", mediaType: "image/jpeg", url: image(), filename: "chart.jpg" }]
          : []),
        { type: "text", text: words.repeat(1 + ((index * 7) % 20)), state: "done" },
      ],
      metadata: { createdAt: index, model: "anthropic/claude-opus-5", status: "complete" },
    })),
  };
};

/** Saves the thread as it stands: with the last message another one, or all of them as they were. */
const save = async (change) => {
  const { thread } = globalThis;
  const all = [...thread.messages];
  if (change === "last") {
    const last = all.at(-1);
    const text = `${last.parts.at(-1).text}more `;
    all[all.length - 1] = { ...last, parts: [{ type: "text", text }] };
  }
  globalThis.thread = { ...thread, messages: all, revision: thread.revision + 1 };
  const start = performance.now();
  await globalThis.kept.save("bench", globalThis.thread);
  return performance.now() - start;
};

const load = async () => {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  const start = performance.now();
  globalThis.thread = await globalThis.kept.load("bench");
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { took, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
};

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const seen = { first: [], last: [], load: [], longest: [], list: [], held: [] };
let stored = 0;
let letters = 0;
let urls = 0;
for (let round = 0; round < rounds; round += 1) {
  const writer = await openPage();
  await writer.page.evaluate(() => globalThis.kept.remove("bench"));
  await writer.page.evaluate(makeThread, { messages, images, kilobytes });
  seen.first.push(await writer.page.evaluate(save, "all"));
  for (let index = 0; index < 10; index += 1)
    seen.last.push(await writer.page.evaluate(save, "last"));
  const text = await writer.page.evaluate(() => JSON.stringify(globalThis.thread));
  letters = text.length;
  urls = await writer.page.evaluate(() =>
    globalThis.thread.messages
      .flatMap(({ parts }) => parts)
      .reduce((sum, { url = "" }) => sum + url.length, 0),
  );
  stored = await writer.page.evaluate(async () => (await navigator.storage.estimate()).usage);
  await writer.page.close();

  const reader = await openPage();
  const before = await reader.heap();
  const { took, longest } = await reader.page.evaluate(load);
  seen.load.push(took);
  seen.longest.push(longest);
  seen.held.push((await reader.heap()) - before);
  seen.list.push(
    await reader.page.evaluate(async () => {
      const start = performance.now();
      await globalThis.kept.list();
      return performance.now() - start;
    }),
  );
  const isSame = await reader.page.evaluate(
    (whole) => JSON.stringify(globalThis.thread) === whole,
    text,
  );
  if (!isSame) throw new Error("What came back is not what was saved.");
  await reader.page.close();
}

const ms = (list) => `${median(list).toFixed(1)} ms`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(
  `${messages} messages, ${images} images of ${kilobytes} kB; medians of ${rounds} rounds`,
);
console.log(`as JSON with base64: ${mb(letters)}; in the storage: ${mb(stored)}`);
console.log(`first save: ${ms(seen.first)}; save after one message changed: ${ms(seen.last)}`);
console.log(`load: ${ms(seen.load)}, longest task ${ms(seen.longest)}; list: ${ms(seen.list)}`);
console.log(
  `held by the loaded conversation: ${mb(median(seen.held))} of the script's heap, beside ${mb(urls)} of text in the images' URLs`,
);
await context.close();
rmSync(folder, { recursive: true, force: true });
