// What a megabyte pasted into the composer costs, and each key after it, beside a bare field, in Chromium. Needs dist/.
// npm run bench:composer -- [--rounds=5] [--keys=20] [--size=1000000]
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { rolldown } from "rolldown";
import { findBrowser, launchArgs } from "../scripts/find-browser.mjs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    keys: { type: "string", default: "20" },
    size: { type: "string", default: "1000000" },
  },
});
const [rounds, keys, size] = [options.rounds, options.keys, options.size].map(Number);
const dist = (file) => fileURLToPath(new URL(`../dist/${file}`, import.meta.url));

const source = `
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Chat } from ${JSON.stringify(dist("index.js"))};
const place = document.querySelector("#place");
globalThis.mount = (kind) => createRoot(place).render(
  kind === "bare"
    ? createElement("textarea", { style: { fieldSizing: "content", maxBlockSize: 240, inlineSize: 600 } })
    : createElement(Chat, { model: () => "Yes", allowAttachments: false }),
);`;
const build = await rolldown({
  input: "entry",
  platform: "browser",
  logLevel: "silent",
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
  plugins: [
    {
      name: "entry",
      resolveId: (id) =>
        id === "entry" ? fileURLToPath(new URL("entry.js", import.meta.url)) : undefined,
      load: (id) => (id.endsWith("entry.js") && id.includes("bench") ? source : undefined),
    },
  ],
});
const { output } = await build.generate({ format: "es" });
const files = new Map(output.map((file) => [`/${file.fileName}`, file.code]));
const styles = await readFile(dist("styles.css"), "utf8");
const html = `<!doctype html><meta charset=utf-8><style>${styles}</style><div id=place style="block-size:600px"></div><script type=module src=${[...files.keys()][0]}></script>`;

const { path } = await findBrowser();
const browser = await chromium.launch({ executablePath: path, args: launchArgs });

/** One fresh page: a paste, then keys at its end. Milliseconds until the frame that shows them is done. */
async function measure(kind) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(String(error)));
  await page.route("http://composer.test/**", (route) => {
    const { pathname } = new URL(route.request().url());
    const body = pathname === "/" ? html : files.get(pathname);
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, contentType: pathname === "/" ? "text/html" : "text/javascript" });
  });
  await page.goto("http://composer.test/");
  await page.waitForFunction(() => "mount" in globalThis);
  await page.evaluate((it) => globalThis.mount(it), kind);
  await page.locator("textarea").click();
  // Copied and pasted by the browser itself: a script's own insertion is not announced by beforeinput.
  await page.evaluate((length) => {
    const words = "The quick brown fox jumps over the lazy dog, and then some. ";
    const origin = document.createElement("textarea");
    origin.value = words.repeat(Math.ceil(length / words.length)).slice(0, length);
    document.body.append(origin);
    origin.select();
    document.execCommand("copy");
    origin.remove();
    document.querySelector("textarea").focus();
    addEventListener(
      "keydown",
      ({ key }) => {
        if (key !== "v") return;
        const start = performance.now();
        addEventListener(
          "input",
          () =>
            requestAnimationFrame(() =>
              setTimeout(() => {
                globalThis.paste = performance.now() - start;
              }),
            ),
          { capture: true, once: true },
        );
      },
      { capture: true },
    );
  }, size);
  await page.keyboard.press("Control+v");
  const paste = await page.waitForFunction(() => globalThis.paste).then((it) => it.jsonValue());
  // What follows from a paste once nobody types any more belongs to no key.
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    globalThis.times = [];
    addEventListener(
      "keydown",
      () => {
        const start = performance.now();
        requestAnimationFrame(() =>
          setTimeout(() => globalThis.times.push(performance.now() - start)),
        );
      },
      { capture: true },
    );
  });
  for (let pressed = 0; pressed < keys; pressed += 1) {
    await page.keyboard.press("a");
    await page.waitForFunction((count) => globalThis.times.length > count, pressed);
  }
  const times = await page.evaluate(() => globalThis.times);
  const length = await page.locator("textarea").evaluate((field) => field.value.length);
  if (length !== size + keys)
    console.error(`${kind}: ${length} characters instead of ${size + keys}`);
  await page.close();
  return { paste, key: median(times) };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

for (const kind of ["bare", "chat"]) {
  const seen = [];
  for (let round = 0; round < rounds; round += 1) seen.push(await measure(kind));
  const of = (name) => median(seen.map((one) => one[name])).toFixed(1);
  console.log(
    `${kind === "bare" ? "a bare field" : "<Chat>"}, ${size / 1e6} MB: paste ${of("paste")} ms, a key after it ${of("key")} ms; medians of ${rounds}`,
  );
}
await browser.close();
