import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openaiChat, streamChat, type StreamPart } from "../../src/client/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, chunkOf, json, scriptedFetch, type ScriptedFetch } from "./scriptedFetch.js";
import { startChat, target } from "./startChat.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a good answer is one request and exactly one finish, last", async () => {
  const { fetch, requests } = scriptedFetch(chatStream("Hel", "lo"));
  const answer = await readAnswer(startChat(fetch));
  expect(answer).toMatchObject({ text: "Hello", finishReason: "stop", error: undefined });
  expect(answer.parts.filter(({ type }) => type === "finish")).toHaveLength(1);
  expect(answer.parts.at(-1)?.type).toBe("finish");
  expect(requests).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

describe("stopping", () => {
  test("closes the request before another delta is shown, though more was read already", async () => {
    const controller = new AbortController();
    let cancelled = false;
    const body = bodyOf(
      [
        utf8(
          'data: {"choices":[{"delta":{"content":"a"}}]}\n\ndata: {"choices":[{"delta":{"content":"b"}}]}\n\n',
        ),
      ],
      "hang",
      () => (cancelled = true),
    );
    const { fetch, requests } = scriptedFetch(new Response(body));
    const parts: StreamPart[] = [];
    const reading = (async () => {
      for await (const part of startChat(fetch, { signal: controller.signal })) {
        parts.push(part);
        if (part.type === "text-delta") controller.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: "aborted" });
    expect(parts.map(({ type }) => type)).toEqual(["text-start", "text-delta"]);
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(cancelled).toBe(true);
  });

  test("shows nothing more of a delta that holds both a thought and text", async () => {
    const controller = new AbortController();
    const { fetch } = scriptedFetch(chatStream("<think>a</think>b"));
    const parts: StreamPart[] = [];
    const reading = (async () => {
      for await (const part of startChat(fetch, { signal: controller.signal })) {
        parts.push(part);
        if (part.type === "reasoning-delta") controller.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: "aborted" });
    expect(parts.map(({ type }) => type)).toEqual(["reasoning-start", "reasoning-delta"]);
  });

  test("ends a wait for data at once, even if fetch pays no attention to its signal", async () => {
    const controller = new AbortController();
    let cancelled = false;
    const { fetch } = scriptedFetch(
      new Response(bodyOf([chunkOf("a")], "hang", () => (cancelled = true))),
    );
    const reading = readAnswer(startChat(fetch, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await reading).toMatchObject({ text: "a", error: { code: "aborted" } });
    expect(cancelled).toBe(true);
  });

  test("before the start sends nothing", async () => {
    const { fetch, requests } = scriptedFetch(chatStream("a"));
    const answer = await readAnswer(startChat(fetch, { signal: AbortSignal.abort() }));
    expect(answer.error?.code).toBe("aborted");
    expect(requests).toHaveLength(0);
  });

  test("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await readAnswer(startChat(scriptedFetch(chatStream("a")).fetch, { signal }));
    await readAnswer(startChat(scriptedFetch(() => json({}, 400)).fetch, { signal }));
    expect(added).toHaveBeenCalled();
    for (const [type, listener] of added.mock.calls) {
      expect(removed).toHaveBeenCalledWith(type, listener);
    }
  });

  test("by leaving the loop closes the request too", async () => {
    let cancelled = false;
    const { fetch, requests }: ScriptedFetch = scriptedFetch(
      new Response(bodyOf([chunkOf("a"), chunkOf("b")], "hang", () => (cancelled = true))),
    );
    for await (const part of startChat(fetch)) if (part.type === "text-delta") break;
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(cancelled).toBe(true);
  });
});

describe("what goes wrong on the way", () => {
  test("no answer at all is explained as far as it can be", async () => {
    const answer = await readAnswer(
      startChat(scriptedFetch(new TypeError("Load failed")).fetch, { maxRetries: 0 }),
    );
    expect(answer.error).toMatchObject({ code: "network", provider: "openai" });
    expect(answer.error?.message).toContain("Could not reach api.openai.com");
    expect(answer.error?.message).toContain("CORS");
  });

  test("a bad key is found before anything is sent", async () => {
    const { fetch, requests } = scriptedFetch(chatStream("a"));
    const bad = { ...target, apiKey: "sk-with\nnewline" };
    const answer = await readAnswer(
      streamChat(openaiChat, { model: "m", messages: [] }, bad, {
        signal: new AbortController().signal,
        fetch,
      }),
    );
    expect(answer.error?.code).toBe("authentication");
    expect(requests).toHaveLength(0);
  });

  test("a fetch that throws the key does not tell it", async () => {
    const { fetch } = scriptedFetch(() => {
      throw new TypeError(`Invalid header Bearer ${target.apiKey}`);
    });
    const { error } = await readAnswer(startChat(fetch, { maxRetries: 0 }));
    expect(error?.message).not.toContain(target.apiKey);
  });

  test("the default fetch is the one of the moment of sending", async () => {
    const stream = startChat(undefined);
    const { fetch } = scriptedFetch(chatStream("patched"));
    vi.stubGlobal("fetch", fetch);
    expect((await readAnswer(stream)).text).toBe("patched");
    vi.unstubAllGlobals();
  });
});

describe("an answer is told by its bytes, whatever is said of it", () => {
  const stream = 'data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}\n\n';
  const whole = '{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}';
  const error = '{"error":{"message":"Busy.","code":"rate_limit_exceeded"}}';

  test.each([
    [stream, "text/plain"],
    [stream, "application/json"],
    [whole, "text/event-stream"],
    [whole, "application/octet-stream"],
  ])("%j as %s", async (body, type) => {
    const { fetch } = scriptedFetch(new Response(body, { headers: { "content-type": type } }));
    expect(await readAnswer(startChat(fetch))).toMatchObject({ text: "a", finishReason: "stop" });
  });

  test("an error that says 200, and a web page", async () => {
    const refused = await readAnswer(startChat(scriptedFetch(new Response(error)).fetch));
    expect(refused.error).toMatchObject({ code: "rate_limit", details: "Busy." });
    const page = await readAnswer(startChat(scriptedFetch(new Response("<html>Sign in")).fetch));
    expect(page.error).toMatchObject({ code: "bad_request" });
    expect(page.error?.message).toContain("base URL");
  });

  test("and where the platform gives no stream of them", async () => {
    const response = { ok: true, status: 200, headers: new Headers(), body: null };
    const bodyless = { ...response, arrayBuffer: async () => utf8(stream).buffer } as Response;
    expect((await readAnswer(startChat(async () => bodyless))).text).toBe("a");
  });
});
