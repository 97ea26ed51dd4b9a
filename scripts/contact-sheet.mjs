// Writes dist-pictures/contact-sheet.png: the key stories in light and dark at three widths, on one sheet, to be looked at.
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright";
import { launchArgs, pinnedBrowser } from "./find-browser.mjs";
import { keyStories } from "../tests/visual/keyStories.mjs";
import { openStories, whyNoPictures } from "./stories.mjs";

const VIEWS = ["light", "dark"].flatMap((theme) =>
  [320, 768, 1440].map((width) => ({ theme, width })),
);
const SCALE = 0.3;

const reason = await whyNoPictures();
if (reason) {
  console.error(reason);
  process.exit(1);
}
const stories = await openStories();
const rows = [];
for (const id of keyStories) {
  const cells = [];
  for (const view of VIEWS) {
    const shot = await stories.shoot(id, view);
    const source = `data:image/png;base64,${shot.toString("base64")}`;
    cells.push(`<img width="${Math.round(view.width * SCALE)}" src="${source}">`);
  }
  rows.push(`<h2>${id}</h2><div>${cells.join("")}</div>`);
}
await stories.close();

const browser = await chromium.launch({
  executablePath: await pinnedBrowser(),
  args: launchArgs,
});
const page = await browser.newPage({ viewport: { width: 1640, height: 900 } });
await page.setContent(
  `<style>body{margin:16px;background:#888;font:14px sans-serif}h2{margin:12px 0 4px;font-size:14px}div{display:flex;gap:8px}img{display:block;align-self:start}</style>${rows.join("")}`,
);
mkdirSync("dist-pictures", { recursive: true });
writeFileSync("dist-pictures/contact-sheet.png", await page.screenshot({ fullPage: true }));
await browser.close();
console.log(
  `dist-pictures/contact-sheet.png: ${keyStories.length} stories, ${VIEWS.length} views.`,
);
