import {
  convertToModelMessages,
  DefaultChatTransport,
  streamText,
  type UIMessage as AISDKMessage,
} from "ai";
import { DefaultChatTransport as Transport5 } from "ai-5";
import { DefaultChatTransport as Transport7 } from "ai-7";
import { MockLanguageModelV3, simulateReadableStream } from "ai/test";
import { describe, expect, test } from "vitest";
import {
  createUIMessageStreamClient,
  fromTransport,
  type ChatClient,
  type StreamPart,
} from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";
import { texts } from "../store/setUp.js";

const usage = {
  inputTokens: { total: 3, noCache: 3, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 2, text: 2, reasoning: undefined },
};

/**
 * A backend of the AI SDK that keeps its streams, as its guide to resuming has it. The connection of the first request
 * breaks in the middle of the answer.
 */
function backend({ named = true } = {}) {
  const kept: Promise<string>[] = [];
  const requests: { method: string; url: string; headers: Headers }[] = [];
  const fetch = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const method = init?.method ?? "GET";
    requests.push({ method, url: String(input), headers: new Headers(init?.headers) });
    if (method === "GET") {
      const last = kept.at(-1);
      return last ? new Response(await last) : new Response(null, { status: 204 });
    }
    const { messages } = JSON.parse(init!.body as string) as { messages: AISDKMessage[] };
    const model = new MockLanguageModelV3({
      doStream: async () => ({
        stream: simulateReadableStream({
          chunks: [
            { type: "stream-start", warnings: [] },
            { type: "text-start", id: "t" },
            { type: "text-delta", id: "t", delta: "Hello" },
            { type: "text-delta", id: "t", delta: " there" },
            { type: "text-end", id: "t" },
            { type: "finish", finishReason: { unified: "stop", raw: "stop" }, usage },
          ],
        }),
      }),
    });
    const result = streamText({ model, messages: await convertToModelMessages(messages) });
    const response = result.toUIMessageStreamResponse({
      ...(named && { originalMessages: messages, generateMessageId: () => "answer-1" }),
      consumeSseStream: ({ stream }) => {
        kept.push(new Response(stream.pipeThrough(new TextEncoderStream())).text());
      },
    });
    return new Response(brokenAfter(" there", response.body!));
  };
  return { requests, fetch };
}

/** The same bytes up to an event that holds `word`; there the connection breaks. */
function brokenAfter(word: string, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { value } = await reader.read();
      if (value && !new TextDecoder().decode(value).includes(word))
        return controller.enqueue(value);
      controller.error(new TypeError("network error"));
    },
  });
}

type Options = { api: string; headers: Record<string, string>; fetch: typeof globalThis.fetch };

const clients: [string, (options: Options) => ChatClient][] = [
  [
    "createUIMessageStreamClient",
    (options) => createUIMessageStreamClient({ ...options, maxRetries: 0 }),
  ],
  ["fromTransport, ai 5", (options) => fromTransport(new Transport5(options))],
  ["fromTransport, ai 6", (options) => fromTransport(new DefaultChatTransport(options))],
  ["fromTransport, ai 7", (options) => fromTransport(new Transport7(options))],
];

describe.each(clients)("resuming a stream of a real AI SDK backend: %s", (_name, create) => {
  const open = (options?: Parameters<typeof backend>[0]) => {
    const { requests, fetch } = backend(options);
    const client = create({ api: "/api/chat?tenant=7", headers: { "x-app": "demo" }, fetch });
    const onFinish: { isDisconnect: boolean }[] = [];
    const store = createChatStore({
      id: "chat 1",
      backend: () => ({ client }),
      onFinish: (event) => onFinish.push(event),
    });
    return { requests, client, store, onFinish };
  };

  test.each([true, false])(
    "the whole answer takes the place of what had arrived (server names it: %s)",
    async (named) => {
      const { requests, store, onFinish } = open({ named });
      await store.sendMessage({ text: "Hi" });
      expect(store.state.getState()).toMatchObject({ status: "error" });
      expect(onFinish).toMatchObject([{ isDisconnect: true }]);
      const [, broken] = store.getMessages();
      expect(broken!.parts).toContainEqual({ type: "text", text: "Hello", state: "done" });
      await store.resumeStream();
      expect(store.state.getState()).toMatchObject({ status: "ready", error: undefined });
      const messages = store.getMessages();
      expect(messages).toHaveLength(2);
      expect(messages[1]!.id).toBe(broken!.id);
      expect(messages[1]!.parts).toContainEqual({
        type: "text",
        text: "Hello there",
        state: "done",
      });
      expect(messages[1]!.metadata).toMatchObject({
        status: "complete",
        parentId: messages[0]!.id,
      });
      const { method, url, headers } = requests.at(-1)!;
      expect([method, url]).toEqual(["GET", "/api/chat/chat%201/stream?tenant=7"]);
      expect(headers.get("x-app")).toBe("demo");
    },
  );

  test("after a reload the answer stands behind the question", async () => {
    const { client, store } = open();
    await store.sendMessage({ text: "Hi" });
    const reloaded = createChatStore({
      id: store.id,
      messages: store.getMessages().slice(0, 1),
      backend: () => ({ client }),
    });
    await reloaded.resumeStream();
    expect(texts(reloaded.getMessages())).toEqual(["Hi", "step-start|Hello there"]);
  });

  test("where there is nothing to resume, nothing changes", async () => {
    const { store, requests, onFinish } = open();
    const states: string[] = [];
    store.state.subscribe(({ status }) => states.push(status));
    await store.resumeStream();
    expect(requests).toHaveLength(1);
    expect(new Set(states)).toEqual(new Set(["ready"]));
    expect(store.state.getState()).toMatchObject({ status: "ready", run: undefined });
    expect(store.getMessages()).toEqual([]);
    expect(onFinish).toEqual([]);
  });
});

test("a transport whose streams go on where they broke off is not resumed", async () => {
  const { requests, fetch } = backend();
  const client = fromTransport(new DefaultChatTransport({ fetch, resumeStreamIsReplay: false }));
  const store = createChatStore({ backend: () => ({ client }) });
  await store.resumeStream();
  expect(requests).toEqual([]);
});

test("a conversation whose id would leave the route is not resumed", async () => {
  const { requests, fetch } = backend();
  const client = createUIMessageStreamClient({ fetch });
  const store = createChatStore({ id: "..", backend: () => ({ client }) });
  await store.resumeStream();
  expect(store.state.getState().error).toMatchObject({ code: "bad_request" });
  expect(requests).toEqual([]);
});

test("a backend that refuses to resume is an error, and is asked again where it is overloaded", async () => {
  const statuses = [503, 404];
  const fetch = async (): Promise<Response> =>
    new Response("no", { status: statuses.shift()!, headers: { "retry-after-ms": "0" } });
  const client = createUIMessageStreamClient({ fetch, maxRetries: 1 });
  const parts: StreamPart[] = [];
  const read = async (): Promise<void> => {
    for await (const part of client.resume("c", new AbortController())) parts.push(part);
  };
  await expect(read()).rejects.toMatchObject({ code: "not_found", status: 404 });
  expect(parts).toMatchObject([{ type: "data-retry" }]);
});
