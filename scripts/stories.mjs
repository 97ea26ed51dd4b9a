// The built Storybook in the pinned browser, with fonts of its own, for pictures that are the same on every machine.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright";
import { preview } from "vite";
import { launchArgs, pinnedBrowser } from "./find-browser.mjs";

const require = createRequire(import.meta.url);
const FAMILIES = [
  ["Picture Sans", "@fontsource/inter/files/inter-latin-", [400, 500, 600]],
  ["Picture Mono", "@fontsource/jetbrains-mono/files/jetbrains-mono-latin-", [400]],
];

function fontFace(family, prefix, weight) {
  const file = readFileSync(require.resolve(`${prefix}${weight}-normal.woff2`));
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(data:font/woff2;base64,${file.toString("base64")}); }`;
}

const SHEET = [
  ...FAMILIES.flatMap(([family, prefix, weights]) =>
    weights.map((weight) => fontFace(family, prefix, weight)),
  ),
  `:root { font-family: "Picture Sans" !important; --pl-font-mono: "Picture Mono"; }`,
  `*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; }`,
].join("\n");

/** Why there can be no pictures here; `undefined` where there can. */
export async function whyNoPictures() {
  if (await pinnedBrowser()) return undefined;
  return "The browser that pictures are compared in exists for Linux on x64 alone.";
}

/** Serves `dist-storybook`: its `url`, with a slash at the end, and `close()`. */
export async function serveStories() {
  const server = await preview({
    configFile: false,
    logLevel: "error",
    build: { outDir: "dist-storybook" },
    preview: { port: 0, host: "127.0.0.1", open: false },
  });
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}

/**
 * Serves `dist-storybook` and launches the browser. `shoot(id, { width, theme })` gives the PNG of a story that has come
 * to rest; whoever opens it closes it.
 */
export async function openStories() {
  const { url, close } = await serveStories();
  const browser = await chromium.launch({
    executablePath: await pinnedBrowser(),
    args: [...launchArgs, "--font-render-hinting=none", "--force-color-profile=srgb"],
  });

  async function shoot(id, { width, height = 720, theme }) {
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "UTC",
    });
    try {
      const page = await context.newPage();
      // Times are shown, such as how long an answer took.
      await page.clock.setFixedTime(new Date("2026-01-15T12:00:00Z"));
      await page.goto(`${url}iframe.html?id=${id}&viewMode=story&globals=theme:${theme}`);
      await page.addStyleTag({ content: SHEET });
      await page.waitForFunction(hasPlayed, undefined, { timeout: 30_000 });
      await page.evaluate(() => document.fonts.ready);
      return await atRest(page);
    } finally {
      await context.close();
    }
  }

  return {
    shoot,
    async close() {
      await browser.close();
      await close();
    },
  };
}

// Runs in the page: the name is Storybook's own.
function hasPlayed() {
  const phase = globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase;
  return phase === "finished" || phase === "completed" || phase === "errored";
}

/** The picture of a page that has not changed between two of them. */
async function atRest(page) {
  let before = await page.screenshot({ animations: "disabled" });
  for (let tries = 0; tries < 30; tries += 1) {
    await page.waitForTimeout(100);
    const now = await page.screenshot({ animations: "disabled" });
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}
