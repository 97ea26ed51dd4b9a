import { afterEach, expect, test, vi } from "vitest";
import { openaiChat, type Protocol, streamChat } from "../../src/client/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { chunkOf, json, scriptedFetch } from "./scriptedFetch.js";

// What explains failures never gets there.
vi.mock("../../src/client/failureWords.js", () => {
  const never = (): Promise<never> => new Promise(() => {});
  return {
    errorFromObject: never,
    errorFromRefusal: never,
    errorFromUnknown: never,
    unreachable: never,
  };
});

const target = { provider: "openai", name: "OpenAI", model: "m", baseURL: "https://a.test/v1" };
const fault = utf8('data: {"error":{"message":"no"}}\n\n');
const replies = [
  ["a refusal", () => json({}, 500), ""],
  ["a server out of reach", new TypeError("Failed to fetch"), ""],
  ["an error in an answer", () => new Response(bodyOf([chunkOf("half"), fault], "hang")), "half"],
] as const;

afterEach(() => {
  vi.useRealTimers();
});

test.each(replies)("stopping does not wait for the words for %s", async (_name, reply, text) => {
  vi.useFakeTimers();
  const controller = new AbortController();
  const { fetch } = scriptedFetch(reply);
  const options = { signal: controller.signal, fetch };
  const reading = readAnswer(streamChat(openaiChat, { model: "m", messages: [] }, target, options));
  await vi.advanceTimersByTimeAsync(10);
  controller.abort();
  expect(await reading).toMatchObject({ text, error: { code: "aborted" } });
  expect(vi.getTimerCount()).toBe(0);
});

test.each(replies)(
  "the watchdog does not wait for the words for %s",
  async (_name, reply, text) => {
    vi.useFakeTimers();
    const { fetch, requests } = scriptedFetch(reply);
    const request = { model: "m", messages: [] };
    const options = { signal: new AbortController().signal, fetch };
    const reading = readAnswer(streamChat(openaiChat, request, target, options));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests[0]?.signal.aborted).toBe(true);
    // The answer itself is given a second to say that it was complete.
    await vi.advanceTimersByTimeAsync(1000);
    expect(await reading).toMatchObject({ text, error: { code: text ? "stalled" : "timeout" } });
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("stopping does not wait for the words for a fault nobody expected", async () => {
  const controller = new AbortController();
  const { fetch } = scriptedFetch(new Response("x"));
  const faulty: Protocol = {
    ...openaiChat,
    async *readStream() {
      yield { type: "text-delta", delta: "half" };
      throw new RangeError("bug");
    },
  };
  const options = { signal: controller.signal, fetch };
  const stream = streamChat(faulty, { model: "m", messages: [] }, target, options);
  expect((await stream.next()).value).toMatchObject({ delta: "half" });
  const failing = stream.next();
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  await expect(failing).rejects.toMatchObject({ code: "aborted" });
});
