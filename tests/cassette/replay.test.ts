import { describe, expect, test, vi } from "vitest";
import { createRecorder, replayCassette } from "../../src/cassette/index.js";
import { createGatewayClient, type ChatError } from "../../src/client/index.js";
import { bodyOf, utf8 } from "../client/byteStreams.js";
import { readAnswer } from "../client/readAnswer.js";
import { chatStream, chunkOf, json, scriptedFetch } from "../client/scriptedFetch.js";
import { chatWith, clientOf, protocolIds, serverOf } from "./recordChat.js";

const signal = new AbortController().signal;

async function record(id: string) {
  const recorder = createRecorder({ fetch: serverOf(id) });
  const messages = await chatWith(id, clientOf(id, recorder.fetch));
  return { messages, file: JSON.stringify(recorder.cassette()) };
}

/** A cassette of one question to a gateway, and how to ask it again. */
async function recordGateway(...replies: Parameters<typeof scriptedFetch>) {
  const recorder = createRecorder(scriptedFetch(...replies));
  const options = { baseURL: "https://g.example", apiKey: "k", maxRetries: 0 } as const;
  const ask = (fetch: typeof recorder.fetch, text = "Hi") =>
    readAnswer(
      createGatewayClient({ ...options, fetch }).stream(
        { model: "m", messages: [{ id: text, role: "user", parts: [{ type: "text", text }] }] },
        { signal },
      ),
    );
  const answer = await ask(recorder.fetch);
  return { ask, answer, cassette: recorder.cassette() };
}

describe("a chat replays to the same messages", () => {
  test.each(protocolIds)("%s", async (id) => {
    const { messages, file } = await record(id);
    expect(JSON.stringify(messages)).toContain(`{"role":"assistant"`);
    expect(JSON.stringify(messages)).toContain("It is cold in Oslo.");
    const replayed = await chatWith(id, clientOf(id, replayCassette(file)));
    expect(replayed).toEqual(messages);
  });
});

test("what is no UTF-8 by itself is kept as bytes", async () => {
  const { file } = await record("bedrock-converse");
  expect(file).toContain('"base64":"');
  expect((await record("openai-chat")).file).not.toContain('"base64":"');
});

describe("a refusal, a broken connection and one that was never made", () => {
  test.each([
    ["a refusal", () => json({ error: { message: "Too much." } }, 429, { "retry-after": "7" })],
    ["a broken connection", () => new Response(bodyOf([chunkOf("Hel")], "error"))],
    ["no connection", new TypeError("Failed to fetch")],
  ] as const)("%s", async (_what, reply) => {
    const { ask, answer, cassette } = await recordGateway(reply);
    const again = await ask(replayCassette(cassette));
    expect(again.text).toBe(answer.text);
    const facts = ({ code, message, retryAfterMs }: ChatError) => ({ code, message, retryAfterMs });
    expect(facts(again.error!)).toEqual(facts(answer.error!));
  });
});

describe("what was not recorded is refused, and the place is named", () => {
  test("another question", async () => {
    const { ask, cassette } = await recordGateway(() => chatStream("Hello"));
    const fetch = replayCassette(cassette);
    const { error } = await ask(fetch, "Bye");
    expect(error?.code).toBe("bad_request");
    expect(error?.message).toContain(
      'POST https://g.example/v1/chat/completions is not the request recorded at this place: the body.messages[0].content is "Bye", recorded was "Hi".',
    );
    expect((await ask(fetch)).text).toBe("Hello");
    const { error: last } = await ask(fetch);
    expect(last?.message).toMatch(/^The cassette holds no further request like POST/);
  });

  test("a GET may be repeated", async () => {
    const recorder = createRecorder(scriptedFetch(() => json({ data: [] })));
    await (await recorder.fetch("https://g.example/models")).text();
    const fetch = replayCassette(recorder.cassette());
    const ask = async () => (await fetch("https://g.example/models")).json();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([
      { data: [] },
      { data: [] },
      { data: [] },
    ]);
  });

  test.each([
    ["no JSON", "{", "not valid JSON"],
    ["another thing", [], "not a cassette"],
    ["null", null, "not a cassette"],
    ["a later version", { version: 2, exchanges: [] }, "has version 2"],
  ])("%s is no cassette", (_what, value, words) => {
    expect(() => replayCassette(value)).toThrow(words);
  });

  test("broken exchanges are left out", async () => {
    const fetch = replayCassette({
      version: 1,
      exchanges: [
        null,
        1,
        {},
        { request: { method: "GET", url: 1 } },
        { request: {}, response: 1 },
      ],
    });
    await expect(fetch("https://g.example")).rejects.toThrow("no further request");
  });
});

test("a replay takes the time it was recorded with, divided by its speed, and ends at once when it is stopped", async () => {
  vi.useFakeTimers();
  try {
    const exchanges = [
      {
        request: { method: "GET", url: "https://g.example/", headers: {} },
        response: {
          status: 200,
          headers: {},
          afterMs: 100,
          chunks: [
            { atMs: 200, text: "a" },
            { atMs: 1000, text: "b" },
          ],
        },
        startedAt: 0,
        end: "complete",
      },
    ];
    const fetch = replayCassette({ version: 1, exchanges }, { speed: 2 });
    const seen: string[] = [];
    const controller = new AbortController();
    const reading = (async () => {
      const response = await fetch("https://g.example/", { signal: controller.signal });
      seen.push("head");
      const reader = response.body!.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        seen.push(new TextDecoder().decode(value));
      }
    })();
    reading.catch((error: unknown) => seen.push(String(error)));
    await vi.advanceTimersByTimeAsync(49);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toEqual(["head"]);
    await vi.advanceTimersByTimeAsync(50);
    expect(seen).toEqual(["head", "a"]);
    await vi.advanceTimersByTimeAsync(399);
    expect(seen).toEqual(["head", "a"]);
    controller.abort(new Error("stopped"));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(["head", "a", "Error: stopped"]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

describe("a recorder is not felt", () => {
  test("it reads nothing ahead, and passes on that its reader has left", async () => {
    const onCancel = vi.fn();
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      { pull: (controller) => controller.enqueue(utf8(`${(pulled += 1)}`)), cancel: onCancel },
      { highWaterMark: 0 },
    );
    const recorder = createRecorder(scriptedFetch(() => new Response(body)));
    const response = await recorder.fetch("https://g.example/");
    expect(pulled).toBe(0);
    const reader = response.body!.getReader();
    await reader.read();
    expect(pulled).toBe(1);
    expect(recorder.exchanges[0]).toMatchObject({
      end: "open",
      response: { chunks: [{ text: "1" }] },
    });
    await reader.cancel("enough");
    expect(onCancel).toHaveBeenCalledExactlyOnceWith("enough");
    expect(recorder.exchanges[0]).toMatchObject({ end: "cancelled" });
  });

  test("its list is the same until something happens, and every change is told", async () => {
    const recorder = createRecorder(scriptedFetch(() => json({})));
    const listener = vi.fn();
    const stop = recorder.subscribe(listener);
    const empty = recorder.exchanges;
    expect(recorder.exchanges).toBe(empty);
    await (await recorder.fetch("https://g.example/")).text();
    // It left, its head came, a piece came, and it ended.
    expect(listener).toHaveBeenCalledTimes(4);
    expect(recorder.exchanges).not.toBe(empty);
    expect(recorder.exchanges).toBe(recorder.exchanges);
    stop();
    recorder.clear();
    expect(recorder.exchanges).toEqual([]);
    expect(listener).toHaveBeenCalledTimes(4);
  });

  test("a stop before the answer is no fault", async () => {
    const controller = new AbortController();
    const recorder = createRecorder({
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          init!.signal!.addEventListener("abort", () => reject(new Error("AbortError")));
        }),
    });
    const asking = recorder.fetch("https://g.example/", { signal: controller.signal });
    asking.catch(() => {});
    await vi.waitFor(() => expect(recorder.exchanges).toHaveLength(1));
    controller.abort();
    await expect(asking).rejects.toThrow("AbortError");
    expect(recorder.exchanges[0]).toMatchObject({ end: "cancelled" });
    expect(recorder.exchanges[0]).not.toHaveProperty("error");
  });
});
