import { expect, sentence } from "./chatPage.js";
import { test } from "./journey.js";
import { completions, messagesOf } from "./upstreamRequests.js";

const hostile = [
  "#echo <script>window.hacked = 1</script>",
  '<img src="https://elsewhere.example/a.png" onerror="window.hacked = 2">',
  "[a script](javascript:window.hacked=3) [a page](data:text/html,hacked) [a site](https://elsewhere.example/)",
  "![a picture](https://elsewhere.example/pixel.png?what=was-said)",
  "right to left \u202Eand back\u202C, a family \u{1F469}\u200D\u{1F469}\u200D\u{1F467}, half a pair \uFFFD",
  "</textarea></article>{{constructor}}${1}",
].join("\n\n");

test("hostile text is text, in the question and in the answer", async ({ openChat, upstream }) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.ask(hostile);
  const answer = chat.message(2);
  await expect(answer).toContainText("{{constructor}}");
  await chat.settled();
  expect(messagesOf(completions(upstream)[0])[0]?.content).toBe(hostile);
  await expect(chat.message(1)).toContainText(hostile);

  await expect(answer).toContainText("<script>window.hacked = 1</script>");
  await expect(answer.getByRole("button", { name: /image from elsewhere\.example/ })).toBeVisible();
  const addresses = await answer
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect(addresses.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
  await answer.getByText("a script").click();
  await expect(answer.getByRole("img")).toHaveCount(0);
  expect(await chat.page.evaluate(() => "hacked" in globalThis)).toBe(false);
});

test("a megabyte is sent whole and the chat goes on", async ({ openChat, upstream }) => {
  const megabyte = "Words & <tags> \u00E9 ".repeat(60_000).slice(0, 1_000_000).trim();
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.ask(megabyte);
  await expect(chat.message(2).getByText(sentence, { exact: true })).toBeVisible();
  expect(messagesOf(completions(upstream)[0])[0]?.content === megabyte).toBe(true);
  await chat.ask("Shorter");
  await expect(chat.message(4).getByText(sentence, { exact: true })).toBeVisible();
});

test("the guide answers a megabyte without a space, and goes on", async ({ openChat }) => {
  const chat = await openChat();
  await chat.ask("x".repeat(1_000_000));
  await expect(chat.message(2)).toContainText("I found nothing about that");
  await expect(chat.button("Send")).toBeVisible();
  await chat.ask("Hello");
  await expect(chat.message(4)).toContainText("Hello.");
});

test("nothing is sent for nothing", async ({ openChat, upstream }) => {
  const chat = await openChat();
  await chat.chooseModel("scripted-words");
  await chat.ask(" \n\t ");
  await expect(chat.button("Send")).toBeDisabled();
  await expect(chat.log.getByRole("article")).toHaveCount(0);
  expect(completions(upstream)).toEqual([]);
});
