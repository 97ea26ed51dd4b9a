// Plays every story of the built Storybook in the Firefox and the WebKit of this machine, axe included.
import { readFileSync } from "node:fs";
import { serveStories } from "../stories.mjs";
import { openFirefox } from "./firefox.mjs";
import { openWebKit } from "./webkit.mjs";

const LIMIT_MS = 30_000;

// Run in the page: JSON of how the story ended, `null` before that. The names are Storybook's own.
const OUTCOME = `(() => {
  const channel = globalThis.__STORYBOOK_PREVIEW__?.channel;
  const [finished] = channel?.last("storyFinished") ?? [];
  const [thrown] =
    channel?.last("playFunctionThrewException") ?? channel?.last("storyThrewException") ?? [];
  if (!finished && !thrown) return null;
  const failed = finished?.reporters.filter(({ status }) => status === "failed") ?? [];
  return JSON.stringify({
    passed: !thrown && finished.status === "success",
    why: thrown?.message.split("\\n")[0] ?? failed.map(({ type }) => type).join(", "),
  });
})()`;

async function play(page, url) {
  await page.visit(url);
  const limit = Date.now() + LIMIT_MS;
  while (Date.now() < limit) {
    const outcome = await page.evaluate(OUTCOME);
    if (outcome) return JSON.parse(outcome);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { passed: false, why: `It had not ended after ${LIMIT_MS / 1000} s.` };
}

const { entries } = JSON.parse(readFileSync("dist-storybook/index.json", "utf8"));
const stories = Object.values(entries).filter(({ type }) => type === "story");
const server = await serveStories();
let failures = 0;
for (const { engine, open } of [
  { engine: "Firefox", open: openFirefox },
  { engine: "WebKit", open: openWebKit },
]) {
  const page = await open();
  if (!page) {
    console.log(`${engine}: not on this machine.`);
    continue;
  }
  let passed = 0;
  for (const { id } of stories) {
    const url = `${server.url}iframe.html?id=${id}&viewMode=story`;
    let outcome = await play(page, url);
    // A story may wait in vain on a busy machine, not twice.
    if (!outcome.passed) outcome = await play(page, url);
    if (outcome.passed) passed += 1;
    else console.log(`${engine}: ${id}: ${outcome.why}`);
  }
  failures += stories.length - passed;
  console.log(`${page.name}: ${passed} of ${stories.length} stories passed.`);
  await page.close();
}
await server.close();
process.exitCode = failures ? 1 : 0;
