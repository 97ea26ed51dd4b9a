import { expect, sentence } from "./chatPage.js";
import { test } from "./journey.js";
import { plantedKey } from "./startDemo.js";
import { completions } from "./upstreamRequests.js";

test("the key of the gateway is nowhere in the browser", async ({ openChat, upstream }) => {
  const chat = await openChat();
  const { page } = chat;
  const context = page.context();
  const seen: string[] = [];
  const bodies: Promise<unknown>[] = [];
  context.on("request", (request) => {
    seen.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? "");
  });
  context.on("response", (response) => {
    seen.push(JSON.stringify(response.headers()));
    // What the reload below leaves behind cannot be read any more; the new page asks for it again.
    bodies.push(
      response.text().then(
        (body) => seen.push(body),
        () => {},
      ),
    );
  });
  context.on("console", (message) => seen.push(message.text()));

  // Routing switches the cache off, so that every file of the page is seen whole.
  await context.route("**", (route) => route.continue());
  await page.reload();
  await chat.chooseModel("scripted-words");
  await chat.ask("Hello");
  await expect(chat.message(2)).toContainText(sentence);
  chat.expectError(/status of 400 .*chat\/completions/);
  await chat.ask("Say what you were called with #leak");
  await expect(chat.failure).toContainText("Called with");

  await Promise.all(bodies);
  seen.push(
    await page.content(),
    page.url(),
    JSON.stringify(await context.storageState({ indexedDB: true })),
  );
  seen.push(await page.evaluate(() => JSON.stringify([sessionStorage, history.state])));
  expect(completions(upstream).map(({ headers }) => headers["authorization"])).toEqual([
    `Bearer ${plantedKey}`,
    `Bearer ${plantedKey}`,
  ]);
  // The answers of the gateway are among what is searched.
  expect(seen.some((text) => text.includes('"scripted"') || text.includes("upstream"))).toBe(true);
  expect(seen.filter((text) => text.includes(plantedKey))).toEqual([]);
});
