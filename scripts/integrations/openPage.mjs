// Opens a page as somebody with a session and listens to its console.
/** How long a step of a person may take before it has failed, in milliseconds. */
export const STEP_MS = 30_000;

/** Every message of the page that a host would notice: console errors and warnings, and errors nobody caught. */
function collectComplaints(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const { url } = message.location();
    // A route the gateway does not have is how the client learns which kind it is; the browser notes each on the console.
    const isProbe =
      message.text().startsWith("Failed to load resource") && url.includes("/api/polylogue/");
    if (["error", "warning"].includes(message.type()) && !isProbe)
      complaints.push(`${message.text()} (${url})`);
  });
  return complaints;
}

/** A blank page whose requests to `url` carry the cookie the guides ask for, and its complaints so far. */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  page.setDefaultTimeout(STEP_MS);
  await page
    .context()
    .addCookies([{ name: "session", value: "somebody", url: new URL(url).origin }]);
  return { page, complaints: collectComplaints(page) };
}
