// How long an image of 50 megapixels takes to be made ready, and what of that the page feels, in Chromium.
// node bench/images.mjs [--rounds=7]
import { parseArgs } from "node:util";
import { openImagePage } from "../tests/support/imagePage.mjs";

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
const rounds = Number(options.rounds);

const { page, problems, close } = await openImagePage();

/** What the page keeps for the rounds: a photo as a phone takes it, and a drawing. */
await page.evaluate(async () => {
  const [width, height] = [8660, 5774];
  const tile = new OffscreenCanvas(512, 512);
  const noise = new ImageData(512, 512);
  for (let at = 0; at < noise.data.length; at += 1)
    noise.data[at] = at % 4 === 3 ? 40 : Math.random() * 255;
  tile.getContext("2d").putImageData(noise, 0, 0);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  const sky = context.createLinearGradient(0, 0, width, height);
  for (const [at, colour] of [
    [0, "#8ab"],
    [0.5, "#c96"],
    [1, "#243"],
  ])
    sky.addColorStop(at, colour);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  globalThis.drawing = await canvas.convertToBlob({ type: "image/png" });
  context.fillStyle = context.createPattern(tile, "repeat");
  context.fillRect(0, 0, width, height);
  globalThis.photo = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
});

/** One image, by a worker that is there already, while the page counts its frames and long tasks. */
const measure = (kind, place) =>
  page.evaluate(
    async ({ name, where }) => {
      const { engine } = globalThis;
      const job = { source: globalThis[name], target: engine.preparedTarget };
      const tasks = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
      observer.observe({ type: "longtask" });
      let widest = 0;
      let last = performance.now();
      let running = true;
      const tick = () => {
        const now = performance.now();
        widest = Math.max(widest, now - last);
        last = now;
        if (running) setTimeout(tick, 0);
      };
      tick();
      const start = performance.now();
      const { image } = await (where === "worker"
        ? engine.workshop.work(job)
        : engine.processImage(job));
      const took = performance.now() - start;
      running = false;
      await new Promise((resolve) => setTimeout(resolve, 100));
      observer.disconnect();
      const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
      return { took, longest, widest, bytes: job.source.size, image: { ...image, url: "" } };
    },
    { name: kind, where: place },
  );

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [name, where] of [
  ["photo", "worker"],
  ["drawing", "worker"],
  ["photo", "page"],
]) {
  await measure(name, where);
  const seen = [];
  for (let round = 0; round < rounds; round += 1) seen.push(await measure(name, where));
  const [{ image, bytes }] = seen;
  const of = (key) => Math.round(median(seen.map((one) => one[key])));
  console.log(
    `${name} (${(bytes / 1e6).toFixed(1)} MB) → ${image.width}×${image.height} ${image.mediaType} (${(image.bytes / 1e6).toFixed(2)} MB), by the ${where}: ` +
      `${of("took")} ms in all, longest task ${of("longest")} ms, longest gap between timers ${of("widest")} ms; medians of ${rounds}`,
  );
}
if (problems.length > 0) console.error(problems.join("\n"));
await close();
