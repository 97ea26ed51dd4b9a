import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, chunkOf, scriptedFetch } from "./scriptedFetch.js";
import { startChat } from "./startChat.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("silence", () => {
  /** A body fed by hand. */
  function fed(): {
    response: Response;
    push: (bytes: Uint8Array) => void;
    cancelled: () => boolean;
  } {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (given) => void (controller = given),
      cancel: () => void (isCancelled = true),
    });
    return {
      response: new Response(body),
      push: (bytes) => controller?.enqueue(bytes),
      cancelled: () => isCancelled,
    };
  }

  test("before the first content ends the request after 60 s", async () => {
    const { fetch, requests } = scriptedFetch(() => new Promise<Response>(() => {}));
    const reading = readAnswer(startChat(fetch));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reading).toMatchObject({ error: { code: "timeout" }, parts: [] });
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(requests).toHaveLength(1);
  });

  test("in the middle of an error's body ends the request too", async () => {
    const { response, push } = fed();
    push(utf8("Internal "));
    const refused = new Response(response.body, { status: 400 });
    const reading = readAnswer(startChat(scriptedFetch(refused).fetch));
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await reading).error?.code).toBe("timeout");
  });

  test("is counted from the request on, not from its headers", async () => {
    const { response } = fed();
    const { fetch } = scriptedFetch(
      () => new Promise<Response>((resolve) => setTimeout(resolve, 40_000, response)),
    );
    const reading = readAnswer(startChat(fetch));
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await reading).error?.code).toBe("timeout");
  });

  test("after some content is a stall, and what came is kept", async () => {
    const { response, push, cancelled } = fed();
    const reading = readAnswer(startChat(scriptedFetch(response).fetch));
    push(chunkOf("half"));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(cancelled()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reading).toMatchObject({ text: "half", error: { code: "stalled" } });
    expect(cancelled()).toBe(true);
  });

  test("after the provider has said that the answer is complete takes nothing from it", async () => {
    const { response, push, cancelled } = fed();
    const reading = readAnswer(startChat(scriptedFetch(response).fetch));
    push(chunkOf("all"));
    push(utf8('data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await reading).toMatchObject({ text: "all", finishReason: "stop", error: undefined });
    expect(cancelled()).toBe(true);
  });

  test("is not broken by keep-alives or by chunks without content", async () => {
    const { response, push } = fed();
    const reading = readAnswer(
      startChat(scriptedFetch(response).fetch, { timeouts: { idleMs: 20_000 } }),
    );
    push(chunkOf("half"));
    for (let at = 0; at < 3; at += 1) {
      await vi.advanceTimersByTimeAsync(5000);
      push(at % 2 ? utf8(": keep-alive\n\n") : chunkOf(""));
    }
    await vi.advanceTimersByTimeAsync(5000);
    expect((await reading).error?.code).toBe("stalled");
  });

  test("is broken by content, time and again", async () => {
    const { response, push } = fed();
    const reading = readAnswer(startChat(scriptedFetch(response).fetch));
    for (let at = 0; at < 5; at += 1) {
      push(chunkOf("x"));
      await vi.advanceTimersByTimeAsync(50_000);
    }
    push(utf8("data: [DONE]\n\n"));
    expect(await reading).toMatchObject({ text: "xxxxx", finishReason: "unknown" });
  });

  test("while the reader takes its time is not the server's", async () => {
    const stream = startChat(scriptedFetch(chatStream("a", "b")).fetch);
    await stream.next();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await readAnswer(stream)).toMatchObject({ finishReason: "stop", error: undefined });
  });

  test("while the machine slept does not count: data that waits gets in first", async () => {
    const { response, push } = fed();
    const reading = readAnswer(startChat(scriptedFetch(response).fetch));
    push(chunkOf("a"));
    await vi.advanceTimersByTimeAsync(30_000);
    vi.setSystemTime(Date.now() + 600_000);
    // The timer due in 29 s fires now, late; the data is read a moment after it.
    await vi.advanceTimersByTimeAsync(29_000);
    push(chunkOf("b"));
    push(utf8("data: [DONE]\n\n"));
    expect(await reading).toMatchObject({ text: "ab", finishReason: "unknown" });
  });

  test("in the last second before a verdict is given another second after a sleep", async () => {
    const { response, push } = fed();
    const reading = readAnswer(startChat(scriptedFetch(response).fetch));
    push(chunkOf("a"));
    await vi.advanceTimersByTimeAsync(59_500);
    vi.setSystemTime(Date.now() + 600_000);
    await vi.advanceTimersByTimeAsync(600);
    push(utf8("data: [DONE]\n\n"));
    expect(await reading).toMatchObject({ text: "a", finishReason: "unknown" });
  });

  test("is borne for ever where the limits are 0", async () => {
    const { response, push } = fed();
    const reading = readAnswer(
      startChat(scriptedFetch(response).fetch, { timeouts: { firstContentMs: 0, idleMs: 0 } }),
    );
    await vi.advanceTimersByTimeAsync(3_600_000);
    push(chunkOf("late"));
    await vi.advanceTimersByTimeAsync(3_600_000);
    push(utf8("data: [DONE]\n\n"));
    expect((await reading).text).toBe("late");
  });
});
