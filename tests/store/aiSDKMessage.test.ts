import { readUIMessageStream as read6, type UIMessageChunk as Chunk6 } from "ai";
import { readUIMessageStream as read7, type UIMessageChunk as Chunk7 } from "ai-7";
import { expect, test } from "vitest";
import { fromTransport } from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";

const own = { openai: { itemId: "i" } };
const call = { toolCallId: "c", toolName: "f" };

/** What a backend of version 6 and newer sends of calls, with all that it wants to see again. */
const calls: Chunk6[] = [
  { type: "start" },
  { type: "start-step" },
  { type: "tool-input-start", ...call, providerMetadata: own, toolMetadata: { app: 1 } },
  { type: "tool-input-delta", toolCallId: "c", inputTextDelta: "{}" },
  { type: "tool-input-available", ...call, input: {}, providerMetadata: own },
  {
    type: "tool-output-available",
    toolCallId: "c",
    output: 1,
    providerExecuted: true,
    providerMetadata: { openai: { itemId: "result" } },
  },
  { type: "tool-input-available", toolCallId: "d", toolName: "g", input: {}, dynamic: true },
  { type: "tool-output-available", toolCallId: "d", output: "Half", preliminary: true },
  { type: "tool-output-error", toolCallId: "d", errorText: "No.", toolMetadata: { app: 2 } },
  {
    type: "tool-input-error",
    toolCallId: "e",
    toolName: "f",
    input: {},
    errorText: "Odd.",
    providerMetadata: own,
    toolMetadata: { app: 3 },
  },
  { type: "tool-input-available", toolCallId: "h", toolName: "f", input: {} },
  {
    type: "tool-approval-request",
    toolCallId: "h",
    approvalId: "p",
    signature: "s",
    inputSchemaInput: { a: "1" },
    approvalDescriptor: { risk: "high" },
  },
  { type: "finish" },
];

const citations = [
  {
    source: {
      type: "source" as const,
      sourceType: "url" as const,
      id: "1",
      url: "https://a.example/",
    },
  },
];

/** What version 7 has besides. */
const others: Chunk7[] = [
  { type: "start" },
  { type: "start-step" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "As the page says." },
  { type: "text-end", id: "t", citations },
  { type: "finish-step" },
  { type: "start-step" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "A try." },
  { type: "reset-step" },
  { type: "custom", kind: "openai.compaction", providerMetadata: own },
  { type: "reasoning-file", url: "data:image/png;base64,AA==", mediaType: "image/png" },
  { type: "tool-input-available", ...call, input: {} },
  {
    type: "tool-approval-request",
    toolCallId: "c",
    approvalId: "p",
    isAutomatic: true,
    reason: "A rule asks.",
  },
  { type: "tool-approval-response", approvalId: "p", approved: false, reason: "A rule says so." },
  { type: "tool-output-denied", toolCallId: "c" },
  { type: "finish" },
];

function streamOf<T>(chunks: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function lastParts(messages: AsyncIterable<{ parts: object[] }>): Promise<unknown> {
  let last: object[] = [];
  for await (const { parts } of messages) last = parts;
  return plain(last);
}

/** The parts as they are sent, without what is only shown. */
function plain(parts: readonly object[]): unknown {
  return JSON.parse(
    JSON.stringify(parts, (key, value) => (key === "rawInput" ? undefined : value)),
  );
}

async function storeAfter(chunks: readonly object[]) {
  const client = fromTransport({ sendMessages: async () => streamOf(chunks) });
  const store = createChatStore({ backend: () => ({ client }) });
  await store.sendMessage({ text: "Hi" });
  return { store, parts: () => plain(store.getMessages().at(-1)!.parts) };
}

test("calls are kept with all that the AI SDK keeps of them", async () => {
  const { parts } = await storeAfter(calls);
  expect(parts()).toEqual(await lastParts(read6({ stream: streamOf(calls) })));
});

test("what version 7 alone has is kept as it came, and so are the decisions of the backend", async () => {
  const { parts } = await storeAfter(others);
  expect(parts()).toEqual(await lastParts(read7({ stream: streamOf(others) })));
});

test("what a person decides goes back with all that the question came with", async () => {
  const { store, parts } = await storeAfter(calls);
  await store.addToolApprovalResponse({ id: "p", approved: true });
  expect(parts()).toContainEqual(
    expect.objectContaining({
      state: "approval-responded",
      approval: {
        id: "p",
        approved: true,
        signature: "s",
        inputSchemaInput: { a: "1" },
        descriptor: { risk: "high" },
      },
    }),
  );
});
