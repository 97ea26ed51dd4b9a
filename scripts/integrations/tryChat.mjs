// Uses the chat of a running app as a person would and says what was seen.
import { setTimeout as pause } from "node:timers/promises";
import { openPage, STEP_MS } from "./openPage.mjs";

/** What the scripted upstream says to everything. */
const ANSWER = "These words come from the scripted upstream in order.";

/** A photo of 3000 × 2000 pixels, as a file to choose. From here on the page counts the canvases it makes. */
async function paintPhoto(page) {
  const base64 = await page.evaluate(async () => {
    const Real = OffscreenCanvas;
    const canvas = new Real(3000, 2000);
    const context = canvas.getContext("2d");
    const sky = context.createLinearGradient(0, 0, 3000, 2000);
    sky.addColorStop(0, "#8fb8de");
    sky.addColorStop(1, "#2b4a3f");
    context.fillStyle = sky;
    context.fillRect(0, 0, 3000, 2000);
    globalThis.canvases = 0;
    globalThis.OffscreenCanvas = class extends Real {
      constructor(width, height) {
        super(width, height);
        globalThis.canvases += 1;
      }
    };
    const photo = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
    const bytes = new Uint8Array(await photo.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  return { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from(base64, "base64") };
}

/** What the upstream saw of the newest question. */
const lastAnswer = (upstream) =>
  upstream.requests().findLast(({ path }) => path === "/v1/chat/completions");

async function leftEarly(upstream) {
  const deadline = Date.now() + STEP_MS;
  while (!lastAnswer(upstream).closedEarly) {
    if (Date.now() > deadline) throw new Error("The upstream never saw its caller leave.");
    await pause(20);
  }
}

/**
 * Asks in lockstep with the upstream: the first word has to be on the screen before the second one is sent, which only a
 * chat that streams can do. What is `further` (an image, a stop) is the same on every page of an app and left to one of
 * them. Resolves to a list of `{ title, problem }`, problem undefined where all is well.
 */
export async function tryChat(browser, url, { upstream, further, drawsInPage = false }) {
  upstream.reset();
  const { page, complaints } = await openPage(browser, url);
  const results = [];
  const check = async (title, see) => {
    const problem = await see().then(
      () => undefined,
      (error) => error.message,
    );
    results.push({ title, problem });
    return problem === undefined;
  };
  const log = page.getByRole("log");
  const field = page.getByRole("textbox").first();
  const ask = async (question) => {
    await field.fill(question);
    await page.getByRole("button", { name: /^send/i }).click();
    await log.getByText(question).waitFor();
  };

  const asked = await check(
    "the chat is there, with its styles, and takes a question",
    async () => {
      await page.goto(url);
      await ask("Hello #slow");
      const width = await field.evaluate((element) => getComputedStyle(element).borderTopWidth);
      if (width !== "0px") throw new Error("The chat has no styles: its field has a border.");
    },
  );
  if (asked)
    await check("the answer streams in", async () => {
      await log.getByText(/^These\b/).waitFor();
      const sent = lastAnswer(upstream).deltas;
      if (sent !== 1) throw new Error(`The upstream had sent ${sent} words, not only the first.`);
      upstream.release("all");
      await log.getByText(ANSWER).waitFor();
    });
  if (asked && further)
    await check(
      `an image is made small by the ${drawsInPage ? "page" : "package's own worker"}`,
      async () => {
        // A bundler may call the file something else, so what counts is that there is one, and that the page did not draw.
        const started = drawsInPage ? undefined : page.waitForEvent("worker");
        await page.locator("input[type=file][multiple]").setInputFiles(await paintPhoto(page));
        await page.getByText(/^3000×2000 → 2048×1365, /).waitFor();
        await started;
        const drawn = await page.evaluate(() => globalThis.canvases);
        if (drawn > 0 !== drawsInPage)
          throw new Error(`The page itself has drawn ${drawn} canvases.`);
        await page.getByRole("button", { name: /^send/i }).click();
        await page.getByRole("list", { name: "Attachments" }).waitFor({ state: "detached" });
        await log.getByRole("img", { name: "photo.jpg" }).waitFor();
        await log.getByText(ANSWER).nth(1).waitFor();
      },
    );
  if (asked && further)
    await check("stopping reaches the provider", async () => {
      upstream.reset();
      await ask("Stop this #slow-long");
      await log.getByText(/^word0\b/).waitFor();
      await field.press("Escape");
      await log.getByText("Stopped").waitFor();
      await leftEarly(upstream);
    });
  results.push({
    title: "no error, warning or mismatch on the console",
    problem: complaints.length > 0 ? complaints.join("\n") : undefined,
  });
  await page.close();
  return results;
}
