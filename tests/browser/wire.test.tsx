import { http } from "msw";
import { setupWorker } from "msw/browser";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createGatewayClient } from "../../src/index.js";
import { chatCompletionsResponse } from "../../src/testing/index.js";
import { button, input, place } from "./setUp.js";

const worker = setupWorker();
beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: "bypass" }));
afterEach(() => worker.resetHandlers());
afterAll(() => worker.stop());

const log = () => page.getByRole("log");
const client = createGatewayClient({ baseURL: "/api", kind: "openai", maxRetries: 0 });

async function ask(): Promise<void> {
  await render(place({ client }));
  await input().fill("Hi");
  await userEvent.keyboard("{Enter}");
}

/** Holds a producer back until each of its deltas has been seen. */
function gate() {
  const seen: (() => void)[] = [];
  const deltas = [0, 1, 2].map(() => new Promise<void>((resolve) => seen.push(resolve)));
  return { pace: (index: number) => deltas[index]!, open: (index: number) => seen[index]!() };
}

test("deltas reach the screen one by one, from the composer over the wire and back", async () => {
  const { pace, open } = gate();
  let body: unknown;
  worker.use(
    http.post("/api/chat/completions", async ({ request }) => {
      body = await request.json();
      return chatCompletionsResponse(["Hel", "lo **wor", "ld**"], { pace });
    }),
  );
  await ask();
  for (const [index, word] of ["Hel", "Hello", "world"].entries()) {
    await expect.element(log().getByText(word, { exact: false }).last()).toBeVisible();
    open(index);
  }
  await expect.element(button("Send")).toBeVisible();
  expect(body).toMatchObject({
    model: "openai/gpt-5",
    stream: true,
    messages: [{ role: "user", content: "Hi" }],
  });
});

test("a stream that merely ends is an error with the text kept", async () => {
  worker.use(
    http.post("/api/chat/completions", () =>
      chatCompletionsResponse(["Half an ans"], { finishReason: null }),
    ),
  );
  await ask();
  await expect.element(page.getByRole("alert")).toBeVisible();
  await expect.element(log().getByText("Half an ans")).toBeVisible();
  await expect.element(button("Continue")).toBeVisible();
});

test("a web page in place of an answer is explained", async () => {
  worker.use(
    http.post(
      "/api/chat/completions",
      () =>
        new Response("<!doctype html><title>Hi</title>", {
          headers: { "content-type": "text/html" },
        }),
    ),
  );
  await ask();
  await expect.element(page.getByRole("alert")).toHaveTextContent(/base URL is probably wrong/);
});
