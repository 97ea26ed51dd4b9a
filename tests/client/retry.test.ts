import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bodyOf } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, json, type Reply, scriptedFetch } from "./scriptedFetch.js";
import { notices, settle, startChat } from "./startChat.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a refused request is sent again", () => {
  const refused =
    (status: number, headers: Record<string, string> = {}) =>
    (): Response =>
      json({ error: { message: "no" } }, status, headers);

  test.each([408, 409, 429, 500, 502, 503, 529])("after %i", async (status) => {
    const { fetch, requests } = scriptedFetch(refused(status), chatStream("ok"));
    expect(await settle(readAnswer(startChat(fetch)))).toMatchObject({
      text: "ok",
      finishReason: "stop",
    });
    expect(requests).toHaveLength(2);
  });

  test("after any refusal where the server says so", async () => {
    const { fetch, requests } = scriptedFetch(
      refused(400, { "x-should-retry": "true" }),
      chatStream("ok"),
    );
    expect((await settle(readAnswer(startChat(fetch)))).text).toBe("ok");
    expect(requests).toHaveLength(2);
  });

  test("after a connection that failed", async () => {
    const { fetch, requests } = scriptedFetch(new TypeError("Failed to fetch"), chatStream("ok"));
    expect((await settle(readAnswer(startChat(fetch)))).text).toBe("ok");
    expect(requests).toHaveLength(2);
  });

  test.each<[string, Reply]>([
    ["400", refused(400)],
    ["401", refused(401)],
    ["402", refused(402)],
    ["404", refused(404)],
    [
      "an exhausted quota",
      () => json({ error: { code: "insufficient_quota", message: "quota" } }, 429),
    ],
    ["a server that says no", refused(504, { "x-should-retry": "false" })],
    ["a wait of more than a minute", refused(429, { "retry-after": "61" })],
    [
      "an error inside an accepted answer",
      () => json({ error: { code: 429, message: "slow down" } }),
    ],
    ["an answer that ends before its first word", () => new Response(bodyOf([], "error"))],
  ])("but not after %s", async (_name, reply) => {
    const { fetch, requests } = scriptedFetch(reply);
    expect((await settle(readAnswer(startChat(fetch)))).error).toBeDefined();
    expect(requests).toHaveLength(1);
  });

  test("at most twice by default, never with maxRetries 0", async () => {
    const twice = scriptedFetch(refused(503));
    expect((await settle(readAnswer(startChat(twice.fetch)))).error?.code).toBe("overloaded");
    expect(twice.requests).toHaveLength(3);
    const never = scriptedFetch(refused(503));
    await settle(readAnswer(startChat(never.fetch, { maxRetries: 0 })));
    expect(never.requests).toHaveLength(1);
  });

  test("after half a second, then a second, up to a quarter less, and the person is told", async () => {
    vi.spyOn(Math, "random").mockReturnValueOnce(0).mockReturnValueOnce(1);
    const answer = await settle(readAnswer(startChat(scriptedFetch(refused(503)).fetch)));
    expect(notices(answer)).toEqual([
      { attempt: 1, delayMs: 500, code: "overloaded", message: answer.error?.message },
      { attempt: 2, delayMs: 750, code: "overloaded", message: answer.error?.message },
    ]);
    expect(answer.parts[0]).toMatchObject({ type: "data-retry", transient: true });
  });

  test("never waiting more than eight seconds of its own", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const answer = await settle(
      readAnswer(startChat(scriptedFetch(refused(503)).fetch, { maxRetries: 6 })),
    );
    expect(notices(answer).map(({ delayMs }) => delayMs)).toEqual([
      500, 1000, 2000, 4000, 8000, 8000,
    ]);
  });

  test("when the server said, up to a minute", async () => {
    const { fetch, requests } = scriptedFetch(
      refused(429, { "retry-after": "60" }),
      chatStream("ok"),
    );
    const reading = readAnswer(startChat(fetch));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await reading).text).toBe("ok");
    expect(requests).toHaveLength(2);
  });

  test("unless the person stops: the wait ends at once, and nothing more is sent", async () => {
    const controller = new AbortController();
    const { fetch, requests } = scriptedFetch(refused(429, { "retry-after": "30" }));
    const reading = readAnswer(startChat(fetch, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect((await reading).error?.code).toBe("aborted");
    expect(vi.getTimerCount()).toBe(0);
    expect(requests).toHaveLength(1);
  });
});
