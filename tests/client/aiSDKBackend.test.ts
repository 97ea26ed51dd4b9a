import {
  convertToModelMessages,
  createUIMessageStream,
  createUIMessageStreamResponse,
  DefaultChatTransport,
  jsonSchema,
  streamText,
  tool,
  type UIMessage as AISDKMessage,
} from "ai";
import { MockLanguageModelV3, simulateReadableStream } from "ai/test";
import { describe, expect, test, vi } from "vitest";
import {
  createUIMessageStreamClient,
  fromTransport,
  type ChatClient,
  type StreamPart,
} from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";

type Chunk =
  Awaited<ReturnType<MockLanguageModelV3["doStream"]>>["stream"] extends ReadableStream<infer Part>
    ? Part
    : never;

const usage = {
  inputTokens: { total: 3, noCache: 3, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 2, text: 2, reasoning: undefined },
};

const answer: Chunk[] = [
  { type: "stream-start", warnings: [] },
  { type: "reasoning-start", id: "r" },
  { type: "reasoning-delta", id: "r", delta: "Hm." },
  { type: "reasoning-end", id: "r" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Hello" },
  { type: "text-delta", id: "t", delta: " there" },
  { type: "text-end", id: "t" },
  { type: "finish", finishReason: { unified: "stop", raw: "stop" }, usage },
];

/** A backend as an AI SDK app has it, and what it was sent. */
function backend(chunks: Chunk[]) {
  const bodies: Record<string, unknown>[] = [];
  const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(init!.body as string) as { messages: AISDKMessage[] };
    bodies.push(body);
    const model = new MockLanguageModelV3({
      doStream: async () => ({ stream: simulateReadableStream({ chunks }) }),
    });
    const messages = await convertToModelMessages(body.messages);
    const result = streamText({ model, messages, onError: () => {} });
    return result.toUIMessageStreamResponse({
      sendReasoning: true,
      onError: () => "The model is tired.",
    });
  };
  return { bodies, fetch };
}

const clients: [string, (fetch: typeof globalThis.fetch) => ChatClient][] = [
  [
    "createUIMessageStreamClient",
    (fetch) => createUIMessageStreamClient({ fetch, body: { tenant: 7 } }),
  ],
  [
    "fromTransport",
    (fetch) => fromTransport(new DefaultChatTransport({ fetch, body: { tenant: 7 } })),
  ],
];

describe.each(clients)("%s and a real AI SDK backend", (_name, create) => {
  test("carries a conversation both ways, and its history is the SDK's own", async () => {
    const { bodies, fetch } = backend(answer);
    const client = create(fetch);
    const store = createChatStore({ id: "chat-1", backend: () => ({ client }) });
    await store.sendMessage({ text: "Hi" });
    await store.sendMessage({ text: "Again" });
    expect(store.state.getState()).toMatchObject({ status: "ready", error: undefined });
    const parts = store
      .getMessages()
      .at(-1)!
      .parts.filter(({ type }) => type !== "step-start");
    expect(parts).toMatchObject([
      { type: "reasoning", text: "Hm.", state: "done" },
      { type: "text", text: "Hello there", state: "done" },
    ]);
    expect(bodies[1]).toMatchObject({ id: "chat-1", trigger: "submit-message", tenant: 7 });
    expect(bodies[1]!["messages"]).toHaveLength(3);
  });

  test("has what the app adds to an answer when the model has finished", async () => {
    const model = new MockLanguageModelV3({
      doStream: async () => ({ stream: simulateReadableStream({ chunks: answer }) }),
    });
    const stream = createUIMessageStream({
      execute({ writer }) {
        const onFinish = (): void => writer.write({ type: "data-weather", data: "sunny" });
        writer.merge(streamText({ model, prompt: "Hi", onFinish }).toUIMessageStream());
      },
    });
    const client = create(async () => createUIMessageStreamResponse({ stream }));
    const store = createChatStore({ backend: () => ({ client }) });
    await store.sendMessage({ text: "Hi" });
    expect(store.getMessages().at(-1)!.parts).toContainEqual({
      type: "data-weather",
      data: "sunny",
    });
    expect(store.state.getState().error).toBeUndefined();
  });

  test.each([true, false])(
    "goes on in the same message with a call that a person has decided on: %s",
    async (approved) => {
      const asks: Chunk[] = [
        { type: "tool-call", toolCallId: "c", toolName: "drop", input: "{}" },
        { type: "finish", finishReason: { unified: "tool-calls", raw: "tool_calls" }, usage },
      ];
      const answers = [asks, answer.slice(4)];
      const model = new MockLanguageModelV3({
        doStream: async () => ({ stream: simulateReadableStream({ chunks: answers.shift()! }) }),
      });
      const drop = tool({
        inputSchema: jsonSchema({ type: "object" }),
        needsApproval: true,
        execute: () => "dropped",
      });
      const sent: AISDKMessage[][] = [];
      const client = create(async (_url, init) => {
        const { messages } = JSON.parse(init!.body as string) as { messages: AISDKMessage[] };
        sent.push(messages);
        const result = streamText({
          model,
          tools: { drop },
          messages: await convertToModelMessages(messages),
          experimental_toolApprovalSecret: "secret",
        });
        return result.toUIMessageStreamResponse({ originalMessages: messages });
      });
      const store = createChatStore({ backend: () => ({ client }) });
      await store.sendMessage({ text: "Hi" });
      const asked = store.getMessages().at(-1)!.parts.at(-1) as { approval: { id: string } };
      await store.addToolApprovalResponse({ id: asked.approval.id, approved });
      await vi.waitFor(() => expect(store.state.getState().status).toBe("ready"));
      expect(sent).toHaveLength(2);
      expect(store.state.getState()).toMatchObject({ status: "ready", error: undefined });
      expect(store.getMessages()).toHaveLength(2);
      expect(store.getMessages()[1]!.parts).toMatchObject([
        { type: "step-start" },
        approved ? { state: "output-available", output: "dropped" } : { state: "output-denied" },
        { type: "step-start" },
        { type: "text", text: "Hello there" },
      ]);
      expect(sent[1]).toHaveLength(2);
    },
  );

  test("says which answer is asked for anew", async () => {
    const { bodies, fetch } = backend(answer);
    const store = createChatStore({
      backend: () => ({ client: create(fetch) }),
    });
    await store.sendMessage({ text: "Hi" });
    const messageId = store.getMessages()[1]!.id;
    await store.regenerate();
    expect(bodies[1]).toMatchObject({ trigger: "regenerate-message", messageId });
    expect(bodies[1]!["messages"]).toHaveLength(1);
  });

  test("an error of the backend keeps the text and is an error", async () => {
    const chunks: Chunk[] = [...answer.slice(0, 6), { type: "error", error: new Error("secret") }];
    const { fetch } = backend(chunks);
    const store = createChatStore({
      backend: () => ({ client: create(fetch) }),
    });
    await store.sendMessage({ text: "Hi" });
    expect(store.state.getState().error).toMatchObject({
      code: "server",
      message: "The model is tired.",
    });
    expect(store.getMessages().at(-1)!.parts).toContainEqual({
      type: "text",
      text: "Hello",
      state: "done",
    });
  });

  test("an aborted request ends as aborted", async () => {
    const controller = new AbortController();
    const fetch = (_url: unknown, init?: RequestInit): Promise<Response> =>
      new Promise((_, reject) => {
        init!.signal!.addEventListener("abort", () => reject(init!.signal!.reason));
        controller.abort();
      });
    const client = create(fetch);
    const parts: StreamPart[] = [];
    const read = async (): Promise<void> => {
      for await (const part of client.stream({ model: "", messages: [] }, controller))
        parts.push(part);
    };
    await expect(read()).rejects.toMatchObject({ code: "aborted" });
    expect(parts).toEqual([]);
  });
});

test("a backend of AI SDK 4 is read as well", async () => {
  const lines = ['f:{"messageId":"m"}', '0:"Hel"', '0:"lo"', 'd:{"finishReason":"stop"}', ""].join(
    "\n",
  );
  const client = createUIMessageStreamClient({ fetch: async () => new Response(lines) });
  const store = createChatStore({ backend: () => ({ client }) });
  await store.sendMessage({ text: "Hi" });
  expect(store.state.getState().error).toBeUndefined();
  expect(store.getMessages().at(-1)!.parts).toContainEqual({
    type: "text",
    text: "Hello",
    state: "done",
  });
});

describe("what goes wrong in a transport", () => {
  const endOf = async (sendMessages: () => Promise<ReadableStream<unknown>>): Promise<unknown> => {
    const client = fromTransport({ sendMessages });
    try {
      for await (const _part of client.stream({ model: "", messages: [] }, new AbortController()));
    } catch (error) {
      return error;
    }
  };

  test("a refusal, in the words of the server with keys masked", async () => {
    const error = new Error('{"error":"Incorrect API key provided: sk-abcdefghijklmnop1234"}');
    expect(await endOf(() => Promise.reject(error))).toMatchObject({
      code: "server",
      message: '{"error":"Incorrect API key provided: [redacted]"}',
      cause: error,
    });
  });

  test("a refusal without words still says something", async () => {
    const error = await endOf(() => Promise.reject(new Error("")));
    expect((error as Error).message).toMatch(/did not say why/);
  });

  test("a server out of reach", async () => {
    expect(await endOf(() => Promise.reject(new TypeError("Failed to fetch")))).toMatchObject({
      code: "network",
    });
  });

  test("a connection that breaks", async () => {
    const broken = new ReadableStream({ pull: (it) => it.error(new TypeError("network error")) });
    expect(await endOf(async () => broken)).toMatchObject({ code: "truncated" });
  });

  test("an error in the middle, with keys masked", async () => {
    const failing = new ReadableStream({
      pull: (it) => it.error(new Error("Bearer abc123def456 is not valid")),
    });
    expect(await endOf(async () => failing)).toMatchObject({
      code: "server",
      message: "Bearer [redacted] is not valid",
    });
  });
});

test("a connection to the app's own backend that breaks before the first word is told as such", async () => {
  const body = new ReadableStream({ pull: (it) => it.error(new TypeError("network error")) });
  const client = createUIMessageStreamClient({ fetch: async () => new Response(body) });
  const store = createChatStore({ backend: () => ({ client }) });
  await store.sendMessage({ text: "Hi" });
  expect(store.state.getState().error).toMatchObject({ code: "truncated" });
});
