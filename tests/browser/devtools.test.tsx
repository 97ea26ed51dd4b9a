import { StrictMode, Suspense, lazy } from "react";
import { expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createRecorder, replayCassette } from "../../src/cassette/index.js";
import { Chat, createDirectClient } from "../../src/index.js";
import { chatCompletionsResponse } from "../../src/testing/index.js";
import "../../src/styles/index.css";
import { button, input } from "./setUp.js";

const key = "planted.0123456789.key";
const ChatDevtools = lazy(async () => {
  const { ChatDevtools: panel } = await import("../../src/devtools/index.js");
  return { default: panel };
});

/** A chat with a panel beside it, 360 pixels wide, whose provider answers as told. */
async function renderBoth(answer: () => Response) {
  const recorder = createRecorder({ fetch: async () => answer() });
  const client = createDirectClient({
    keys: { openai: key },
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    fetch: recorder.fetch,
  });
  await render(
    <StrictMode>
      <div style={{ inlineSize: 360 }}>
        <div style={{ blockSize: 400 }}>
          <Chat model="openai/gpt-5" client={client} />
        </div>
        <Suspense fallback={null}>
          <ChatDevtools recorder={recorder} />
        </Suspense>
      </div>
    </StrictMode>,
  );
  return recorder;
}

async function ask(words: string): Promise<void> {
  await input().fill(words);
  await userEvent.keyboard("{Enter}");
}

const panel = () => page.getByRole("region", { name: "Requests" });
const rows = () => panel().getByRole("button", { name: /^POST api\.openai\.com/ });

test("each request is there with its status, and opens by keyboard to the raw request and answer", async () => {
  await renderBoth(() => chatCompletionsResponse(["Hel", "lo"]));
  await expect.element(panel()).toHaveTextContent("Nothing has been sent yet.");
  await expect.element(button("Save cassette")).toBeDisabled();
  await ask("Hi there");
  await expect.element(rows()).toHaveTextContent("200");
  await expect.element(panel()).toHaveTextContent(/first token [\d,]+ ms/);
  rows().element().focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(rows()).toHaveAttribute("aria-expanded", "true");
  await expect.element(panel()).toHaveTextContent("authorization: Bearer [redacted]");
  await expect.element(panel()).toHaveTextContent('"content": "Hi there"');
  await expect.element(panel()).toHaveTextContent('"delta":{"content":"Hel"}');
  expect(document.documentElement.outerHTML).not.toContain(key);
  const place = panel().element();
  expect(place.scrollWidth).toBeLessThanOrEqual(place.clientWidth);
});

test("tokens, pace and cost are those of the provider and the catalogue", async () => {
  const usage = { prompt_tokens: 1000, completion_tokens: 10, total_tokens: 1010 };
  const events = [
    { choices: [{ index: 0, delta: { content: "Hi" } }] },
    { choices: [{ index: 0, delta: {}, finish_reason: "stop" }], usage },
  ];
  await renderBoth(
    () => new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("")),
  );
  await ask("Hi");
  await expect.element(panel()).toHaveTextContent(/1,000 → 10 tokens · \$0\.00\d+/);
});

test("a refusal is said in a sentence", async () => {
  await renderBoth(() => Response.json({ error: { message: `No, ${key}.` } }, { status: 401 }));
  await ask("Hi");
  await expect.element(rows()).toHaveTextContent("401");
  await rows().click();
  await expect.element(panel()).toHaveTextContent("OpenAI did not accept the API key");
  expect(panel().element().outerHTML).not.toContain(key);
});

test("a request is copied as a command without its key", async () => {
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  onTestFinished(() => copied.mockRestore());
  await renderBoth(() => chatCompletionsResponse(["Hello"]));
  await ask("It's me");
  await rows().click();
  await panel().getByRole("button", { name: "Copy as curl" }).click();
  await expect.element(panel().getByRole("button", { name: "Copied" })).toBeVisible();
  const [command = ""] = copied.mock.calls[0] ?? [];
  expect(command).toContain(`--header 'authorization: Bearer '"$OPENAI_API_KEY"`);
  expect(command).toContain(String.raw`"content":"It'\''s me"`);
  expect(command).not.toContain(key);
});

test("what is saved is a cassette that replays, and clearing forgets it", async () => {
  const saved: Blob[] = [];
  const create = vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    saved.push(blob as Blob);
    return "blob:saved";
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  onTestFinished(() => {
    create.mockRestore();
    click.mockRestore();
  });
  const recorder = await renderBoth(() => chatCompletionsResponse(["Hello"]));
  await ask("Hi");
  await expect.element(rows()).toHaveTextContent("200");
  await expect.poll(() => recorder.exchanges[0]?.end).not.toBe("open");
  await button("Save cassette").click();
  expect(click).toHaveBeenCalledOnce();
  const file = await saved[0]!.text();
  expect(file).not.toContain(key);
  const { url, method, body = "" } = recorder.exchanges[0]!.request;
  const replayed = await replayCassette(file)(url, { method, body });
  expect(await replayed.text()).toContain('"content":"Hello"');
  await button("Clear").click();
  await expect.element(panel()).toHaveTextContent("Nothing has been sent yet.");
});
