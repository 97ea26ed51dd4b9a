// Uses the chat of a running app as a person would and says what was seen.
const STEP_MS = 30_000;
/** What the scripted upstream says to everything. */
const ANSWER = "These words come from the scripted upstream in order.";

/** Every message of the page that a host would notice: console errors and warnings, and errors nobody caught. */
function collectComplaints(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A route the gateway does not have is how the client learns which kind it is; the browser notes each on the console.
    const isProbe =
      message.text().startsWith("Failed to load resource") &&
      message.location().url.includes("/api/polylogue/");
    if (["error", "warning"].includes(message.type()) && !isProbe) complaints.push(message.text());
  });
  return complaints;
}

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

/**
 * Asks in lockstep with the upstream: the first word has to be on the screen before the second one is sent, which only a
 * chat that streams can do. Resolves to a list of `{ title, problem }`, problem undefined where all is well.
 */
export async function tryChat(browser, url, upstream) {
  upstream.reset();
  const page = await browser.newPage();
  page.setDefaultTimeout(STEP_MS);
  const complaints = collectComplaints(page);
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

  const asked = await check("the chat is there and takes a question", async () => {
    await page.goto(url);
    await page.getByRole("textbox").first().fill("Hello #slow");
    await page.getByRole("button", { name: /^send/i }).click();
    await log.getByText("Hello #slow").waitFor();
  });
  if (asked)
    await check("the answer streams in", async () => {
      await log.getByText(/^These\b/).waitFor();
      const sent = upstream.requests().at(-1).deltas;
      if (sent !== 1) throw new Error(`The upstream had sent ${sent} words, not only the first.`);
      upstream.release("all");
      await log.getByText(ANSWER).waitFor();
    });
  if (asked)
    await check("an image is made small by the package's own worker", async () => {
      // A bundler may call the file something else, so what counts is that there is one, and that the page did not draw.
      const started = page.waitForEvent("worker");
      await page.locator("input[type=file][multiple]").setInputFiles(await paintPhoto(page));
      await page.getByText(/^3000×2000 → 2048×1365, /).waitFor();
      await started;
      const drawn = await page.evaluate(() => globalThis.canvases);
      if (drawn !== 0) throw new Error(`The page itself has drawn ${drawn} canvases.`);
      await page.getByRole("button", { name: /^send/i }).click();
      await page.getByRole("list", { name: "Attachments" }).waitFor({ state: "detached" });
      await log.getByRole("img", { name: "photo.jpg" }).waitFor();
    });
  results.push({
    title: "no error, warning or mismatch on the console",
    problem: complaints.length > 0 ? complaints.join("\n") : undefined,
  });
  await page.close();
  return results;
}
