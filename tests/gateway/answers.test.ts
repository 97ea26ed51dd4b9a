import { afterEach, describe, expect, test, vi } from "vitest";
import { type ChatErrorCode, ChatError, liteLLMClass } from "../../src/client/errors.js";
import { createGatewayClient } from "../../src/client/gatewayClient.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import { paper, passed, rich, richUsage, search, wav } from "./richAnswer.js";
import { ask, errorOf, scriptedGateway, untilAborted } from "./scriptedClient.js";

afterEach(() => void vi.useRealTimers());

/** The `data:` lines of an answer. */
async function eventsOf(response: Response): Promise<unknown[]> {
  const lines = (await response.text()).split("\n\n").filter((line) => line !== "");
  return lines.map((line) => {
    expect(line).toMatch(/^data: /);
    const data = line.slice("data: ".length);
    return data === "[DONE]" ? data : (JSON.parse(data) as unknown);
  });
}

describe("an answer in OpenAI's form", () => {
  test("streamed", async () => {
    const { handler } = scriptedGateway({ parts: () => rich });
    const response = await handler(ask({ stream: true, stream_options: { include_usage: true } }));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    const events = await eventsOf(response);
    expect(events.at(-1)).toBe("[DONE]");
    const chunks = events.slice(0, -1) as {
      id: string;
      choices: { delta: unknown; finish_reason: unknown }[];
    }[];
    expect(chunks.map(({ choices }) => choices[0]?.delta)).toEqual([
      { role: "assistant", reasoning_content: "Hm" },
      { content: "Hé" },
      { content: "llo\n\u2028😀" },
      {
        annotations: [
          { type: "url_citation", url_citation: { url: "https://example.com", title: "Example" } },
        ],
      },
      {
        annotations: [
          {
            type: "url_citation",
            url_citation: { url: "https://example.org", title: "https://example.org" },
          },
        ],
      },
      { images: [{ type: "image_url", image_url: { url: "data:image/png;base64,AA==" } }] },
      passed(wav),
      passed(paper),
      {
        tool_calls: [
          { index: 0, id: "a", type: "function", function: { name: "look", arguments: "" } },
        ],
      },
      { tool_calls: [{ index: 0, function: { arguments: '{"at"' } }] },
      {
        tool_calls: [
          { index: 1, id: "b", type: "function", function: { name: "wait", arguments: "" } },
        ],
      },
      { tool_calls: [{ index: 0, function: { arguments: ":1}" } }] },
      { tool_calls: [{ index: 1, function: { arguments: "{}" } }] },
      {
        tool_calls: [
          { index: 2, id: "c", type: "function", function: { name: "go", arguments: '{"to":2}' } },
        ],
      },
      {
        tool_calls: [
          { index: 3, id: "d", type: "function", function: { name: "bad", arguments: '{"x":' } },
        ],
      },
      ...search.map(passed),
      {},
      undefined,
    ]);
    expect(chunks.map(({ choices }) => choices[0]?.finish_reason).filter(Boolean)).toEqual([
      "tool_calls",
    ]);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: richUsage });
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks[0]).toMatchObject({
      object: "chat.completion.chunk",
      model: "openai/gpt-5",
      created: expect.any(Number) as number,
    });
  });

  test("whole", async () => {
    const { handler } = scriptedGateway({ parts: () => rich });
    expect(await (await handler(ask())).json()).toMatchObject({
      object: "chat.completion",
      model: "openai/gpt-5",
      usage: richUsage,
      choices: [
        {
          index: 0,
          finish_reason: "tool_calls",
          message: {
            role: "assistant",
            content: "Héllo\n\u2028😀",
            refusal: null,
            reasoning_content: "Hm",
            annotations: [{}, { url_citation: { url: "https://example.org" } }],
            images: [{}],
            provider_specific_fields: { ui_message_chunks: [wav, paper, ...search] },
            tool_calls: [
              { id: "a", type: "function", function: { name: "look", arguments: '{"at":1}' } },
              { id: "b", type: "function", function: { name: "wait", arguments: "{}" } },
              { id: "c", type: "function", function: { name: "go", arguments: '{"to":2}' } },
              { id: "d", type: "function", function: { name: "bad", arguments: '{"x":' } },
            ],
          },
        },
      ],
    });
  });

  test("a refusal is kept apart from text", async () => {
    const parts: StreamPart[] = [
      { type: "text-start", id: "x", providerMetadata: { openai: { refusal: true } } },
      { type: "text-delta", id: "x", delta: "No." },
      { type: "text-end", id: "x" },
      { type: "text-delta", id: "x", delta: "Yes." },
      { type: "finish", finishReason: "stop" },
    ];
    const { handler } = scriptedGateway({ parts: () => parts });
    const { choices } = (await (await handler(ask())).json()) as {
      choices: { message: unknown }[];
    };
    expect(choices[0]?.message).toEqual({ role: "assistant", content: "Yes.", refusal: "No." });
  });

  test.each([
    ["stop", "stop"],
    ["length", "length"],
    ["content-filter", "content_filter"],
    ["tool-calls", "tool_calls"],
    ["error", "error"],
    ["other", "stop"],
    ["unknown", "stop"],
    [undefined, "stop"],
  ] as const)("ends with %s as %s", async (finishReason, expected) => {
    const { handler } = scriptedGateway({ parts: () => [{ type: "finish", finishReason }] });
    expect(await (await handler(ask())).json()).toMatchObject({
      choices: [{ finish_reason: expected, message: { content: null } }],
    });
  });

  test("is the same to our own client as without the gateway", async () => {
    const { handler } = scriptedGateway({ parts: () => rich });
    const client = createGatewayClient({
      baseURL: "http://localhost/v1",
      fetch: (url, init) => handler(new Request(url, init)),
    });
    const request = {
      model: "openai/gpt-5",
      messages: [
        { id: "1", role: "user" as const, parts: [{ type: "text" as const, text: "Hi" }] },
      ],
    };
    const parts: StreamPart[] = [];
    for await (const part of client.stream(request, { signal: new AbortController().signal }))
      parts.push(part);
    const text = parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("");
    expect(text).toBe("Héllo\n\u2028😀");
    const others = parts.filter(({ type }) => /^(?:reasoning-delta|source|file)/.test(type));
    expect(others).toMatchObject([{ delta: "Hm" }, {}, {}, { mediaType: "image/png" }, wav, paper]);
    const ofSearch = parts.filter((part) => "toolCallId" in part && part.toolCallId === "e");
    expect(ofSearch).toEqual(search);
    expect(
      parts.filter(({ type }) => type === "tool-input-available" || type === "tool-input-error"),
    ).toHaveLength(5);
    expect(parts.at(-1)).toMatchObject({
      type: "finish",
      finishReason: "tool-calls",
      messageMetadata: {
        usage: { inputTokens: 9, outputTokens: 5, cachedInputTokens: 4, reasoningTokens: 2 },
        cost: 0.25,
      },
    });
  });
});

describe("faults", () => {
  const codes = Object.keys(liteLLMClass).filter((code) => code !== "aborted") as ChatErrorCode[];

  test.each(codes)(
    "%s reaches our own client unchanged, before and after the first word",
    async (code) => {
      for (const isLate of [false, true]) {
        const fault = new ChatError(code, "What happened and what to do.", { param: "p" });
        const { handler } = scriptedGateway({
          async *parts() {
            if (isLate) yield { type: "text-delta", delta: "Hi" };
            throw fault;
          },
        });
        const client = createGatewayClient({
          baseURL: "http://localhost/v1",
          maxRetries: 0,
          fetch: (url, init) => handler(new Request(url, init)),
        });
        const read = async () => {
          const request = {
            model: "m",
            messages: [
              { id: "1", role: "user" as const, parts: [{ type: "text" as const, text: "Hi" }] },
            ],
          };
          for await (const _part of client.stream(request, {
            signal: new AbortController().signal,
          }));
        };
        await expect(read()).rejects.toMatchObject({
          name: "ChatError",
          code,
          message: fault.message,
          param: "p",
        });
      }
    },
  );

  test.each([
    [
      new ChatError("rate_limit", "x", { status: 429, retryAfterMs: 1500 }),
      429,
      { "retry-after": "2", "retry-after-ms": "1500" },
    ],
    [new ChatError("authentication", "x", { status: 400 }), 401, {}],
    [new ChatError("not_found", "x", { status: 200 }), 404, {}],
    [
      new ChatError("insufficient_credit", "x", { status: 429, shouldRetry: false }),
      429,
      { "x-should-retry": "false" },
    ],
    [new ChatError("timeout", "x"), 504, { "x-should-retry": "false" }],
    [new ChatError("stalled", "x"), 504, { "x-should-retry": "false" }],
    [new ChatError("overloaded", "x", { status: 529 }), 529, {}],
    [new Error("internal detail"), 500, {}],
  ] as const)("%s is answered with %i", async (fault, status, headers) => {
    for (const stream of [true, false]) {
      const response = await scriptedGateway({ fault }).handler(ask({ stream }));
      expect(response.status).toBe(status);
      expect(Object.fromEntries(response.headers)).toMatchObject(headers);
      expect(response.headers.has("x-should-retry")).toBe("x-should-retry" in headers);
      const error = await errorOf(response);
      expect(error).toMatchObject({
        status,
        message: expect.any(String),
        type: expect.any(String),
        param: null,
      });
      expect(error["message"]).not.toContain("internal detail");
    }
  });

  test("parts that only frame an answer do not commit it", async () => {
    const { handler } = scriptedGateway({
      async *parts() {
        yield { type: "start" };
        yield { type: "text-start" };
        throw new ChatError("rate_limit", "Wait.", { status: 429 });
      },
    });
    expect((await handler(ask({ stream: true }))).status).toBe(429);
  });

  test("after the first word an event says what happened, and the stream ends", async () => {
    const { handler } = scriptedGateway({
      async *parts() {
        yield { type: "text-delta", delta: "Hi" };
        throw new ChatError("overloaded", "Too busy. Try again.", {
          status: 529,
          retryAfterMs: 3000,
        });
      },
    });
    const response = await handler(ask({ stream: true }));
    expect(response.status).toBe(200);
    const [first, second, third] = await eventsOf(response);
    expect(first).toMatchObject({ choices: [{ delta: { content: "Hi" } }] });
    expect(second).toEqual({
      error: {
        message: "Too busy. Try again.",
        type: "server_error",
        param: null,
        code: "overloaded",
        status: 529,
        retry_after_ms: 3000,
      },
    });
    expect(third).toBe("[DONE]");
  });

  test("an answer without an end is not passed off as complete", async () => {
    const { handler } = scriptedGateway({ parts: () => [{ type: "text-delta", delta: "Hi" }] });
    expect((await eventsOf(await handler(ask({ stream: true })))).slice(1)).toMatchObject([
      { error: { code: "truncated" } },
      "[DONE]",
    ]);
    expect((await handler(ask())).status).toBe(502);
  });
});

describe("time", () => {
  test("a comment every 15 s keeps a waiting stream open, and none is sent after its end", async () => {
    vi.useFakeTimers();
    let goOn = () => {};
    const { handler } = scriptedGateway({
      async *parts() {
        yield { type: "text-delta", delta: "Hi" };
        await new Promise<void>((resolve) => (goOn = resolve));
        yield { type: "finish" };
      },
    });
    const reader = (await handler(ask({ stream: true }))).body!.getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toContain("Hi");
    for (let times = 0; times < 3; times += 1) {
      const comment = next();
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await comment).toBe(": keep-alive\n\n");
    }
    goOn();
    expect(await next()).toContain('"finish_reason":"stop"');
    expect(await next()).toBe("data: [DONE]\n\n");
    expect((await reader.read()).done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("comments do not pile up before a reader who does not read", async () => {
    vi.useFakeTimers();
    const { handler } = scriptedGateway({
      async *parts(signal) {
        yield { type: "text-delta", delta: "Hi" };
        await untilAborted(signal);
      },
    });
    const body = (await handler(ask({ stream: true }))).body!;
    await vi.advanceTimersByTimeAsync(600_000);
    const reader = body.getReader();
    const read = [(await reader.read()).value];
    let isWaiting = true;
    const second = reader.read().finally(() => (isWaiting = false));
    await vi.advanceTimersByTimeAsync(0);
    expect(isWaiting).toBe(true);
    await vi.advanceTimersByTimeAsync(15_000);
    read.push((await second).value);
    expect(read.map((bytes) => new TextDecoder().decode(bytes).slice(0, 6))).toEqual([
      "data: ",
      ": keep",
    ]);
    await reader.cancel();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a slow reader slows the provider down", async () => {
    let made = 0;
    const { handler } = scriptedGateway({
      async *parts() {
        for (; made < 1000; made += 1) yield { type: "text-delta", delta: "x" };
        yield { type: "finish" };
      },
    });
    const reader = (await handler(ask({ stream: true }))).body!.getReader();
    for (let times = 0; times < 5; times += 1) await reader.read();
    expect(made).toBeLessThan(10);
    await reader.cancel();
  });
});

describe("a caller who leaves", () => {
  /** An answer that never ends, and whether the client behind the gateway was told to stop. */
  function endless(words: number) {
    const seen = { started: false, aborted: false, closed: false };
    const gateway = scriptedGateway({
      async *parts(signal) {
        seen.started = true;
        signal.addEventListener("abort", () => (seen.aborted = true));
        try {
          for (let word = 0; word < words; word += 1) yield { type: "text-delta", delta: "x" };
          await untilAborted(signal);
        } finally {
          seen.closed = true;
        }
      },
    });
    return { ...gateway, seen };
  }

  const gone = { started: true, aborted: true, closed: true };

  test.each([true, false])("before the first word (stream: %s)", async (stream) => {
    const { handler, seen } = endless(0);
    const leave = new AbortController();
    const answer = handler(new Request(ask({ stream }), { signal: leave.signal }));
    await vi.waitFor(() => expect(seen.started).toBe(true));
    leave.abort();
    expect((await answer).status).toBe(499);
    expect(seen).toEqual(gone);
  });

  test("in the middle, by the signal", async () => {
    const { handler, seen } = endless(1);
    const leave = new AbortController();
    const response = await handler(new Request(ask({ stream: true }), { signal: leave.signal }));
    leave.abort();
    await response.text();
    expect(seen).toEqual(gone);
  });

  test.each([1, 1000])("in the middle, by the body (%i words)", async (words) => {
    const { handler, seen } = endless(words);
    const response = await handler(ask({ stream: true }));
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    await vi.waitFor(() => expect(seen).toEqual(gone));
  });

  test("while the request is read", async () => {
    const { handler, seen } = endless(0);
    const leave = new AbortController();
    const answer = handler(new Request(ask(), { signal: leave.signal }));
    leave.abort();
    expect((await answer).ok).toBe(false);
    expect(seen.closed).toBe(seen.started);
  });
});
