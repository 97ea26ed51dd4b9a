import { expect, test, vi } from "vitest";
import { errorFromResponse } from "../../src/client/failures.js";
import { createGatewayClient } from "../../src/client/gatewayClient.js";
import type { Fetch } from "../../src/client/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, chunkOf, json, scriptedFetch } from "./scriptedFetch.js";

// What is loaded on need cannot be: the page is offline, or a deploy has replaced the files.
vi.mock("../../src/client/failureWords.js", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});
vi.mock("../../src/client/protocols/openaiChatMore.js", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});

const key = "sk-planted-0123456789";

function ask(fetch: Fetch | undefined, maxRetries = 0, parts: object[] = []) {
  const client = createGatewayClient({
    baseURL: "https://gw.test/v1",
    apiKey: key,
    fetch,
    maxRetries,
  });
  const text = { type: "text", text: "Hi" } as const;
  const request = {
    model: "m",
    messages: [{ id: "1", role: "user" as const, parts: [text, ...(parts as (typeof text)[])] }],
  };
  return readAnswer(client.stream(request, { signal: new AbortController().signal }));
}

test("a conversation of text needs none of it", async () => {
  const { fetch, requests } = scriptedFetch(chatStream("Hel", "lo"));
  expect(await ask(fetch)).toMatchObject({ text: "Hello", finishReason: "stop" });
  expect(requests[0]?.body).toMatchObject({ messages: [{ role: "user", content: "Hi" }] });
});

test.each([
  [400, "bad_request"],
  [401, "authentication"],
  [404, "not_found"],
  [429, "rate_limit"],
  [500, "server"],
  [529, "overloaded"],
])("a refusal with status %i is still %s, and quotes nobody", async (status, code) => {
  const { fetch } = scriptedFetch(() => json({ error: { message: `Wrong key ${key}` } }, status));
  const { error } = await ask(fetch);
  expect(error).toMatchObject({ code, status, provider: "gateway", model: "m" });
  expect(error?.message).toMatch(/^gw\.test .*\.$/);
  expect(JSON.stringify([error, error?.message])).not.toContain(key);
});

test("the wait a refusal asks for is kept", async () => {
  const { fetch, requests } = scriptedFetch(
    () => json({}, 429, { "retry-after": "0" }),
    chatStream("ok"),
  );
  const answer = await ask(fetch, 2);
  expect(answer.text).toBe("ok");
  expect(answer.parts[0]).toMatchObject({ type: "data-retry", data: { delayMs: 0 } });
  expect(requests).toHaveLength(2);
});

test("the body of a refusal is let go", async () => {
  let cancelled = false;
  const body = bodyOf([utf8("no")], "hang", () => (cancelled = true));
  const target = { provider: "openai", model: "m", baseURL: "https://a.test/v1" };
  await errorFromResponse(new Response(body, { status: 500 }), target);
  expect(cancelled).toBe(true);
});

test("a server that cannot be reached, and an answer that is none, keep their codes", async () => {
  expect((await ask(scriptedFetch(new TypeError("x")).fetch)).error?.code).toBe("network");
  expect((await ask(scriptedFetch(new Response("<html>")).fetch)).error?.code).toBe("bad_request");
  const client = createGatewayClient({ apiKey: "two words" });
  const stream = client.stream(
    { model: "m", messages: [] },
    { signal: new AbortController().signal },
  );
  expect((await readAnswer(stream)).error?.code).toBe("authentication");
});

test("an error inside an answer keeps the text before it", async () => {
  const fault = utf8('data: {"error":{"message":"slow down","code":429}}\n\n');
  const { fetch } = scriptedFetch(new Response(bodyOf([chunkOf("half"), fault])));
  expect(await ask(fetch)).toMatchObject({ text: "half", error: { code: "server" } });
});

test("what is more than text is refused before it is sent", async () => {
  const { fetch, requests } = scriptedFetch(chatStream("a"));
  const file = { type: "file", mediaType: "image/png", url: "data:image/png;base64,AA==" };
  expect((await ask(fetch, 0, [file])).error).toMatchObject({ code: "network" });
  expect(requests).toHaveLength(0);
});
