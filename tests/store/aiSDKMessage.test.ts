import { readUIMessageStream as read6, type UIMessageChunk as Chunk6 } from "ai";
import { readUIMessageStream as read7, type UIMessageChunk as Chunk7 } from "ai-7";
import fc from "fast-check";
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

const flag = fc.constantFrom(true, undefined);
const text = fc.record({
  kind: fc.constantFrom("text" as const, "reasoning" as const),
  deltas: fc.array(fc.constantFrom("Hello", " there", "世界"), { minLength: 1, maxLength: 3 }),
  providerMetadata: fc.constantFrom(own, undefined),
});
const invocation = fc.record({
  facts: fc.record({
    dynamic: flag,
    providerExecuted: flag,
    title: fc.constantFrom("T", undefined),
  }),
  isStreamed: fc.boolean(),
  providerMetadata: fc.constantFrom(own, undefined),
  // What comes of it, one after the other.
  results: fc.constantFrom<object[][]>(
    [],
    [{ type: "tool-output-available", output: { a: 1 } }],
    [
      { type: "tool-output-available", output: 1, preliminary: true },
      { type: "tool-output-available", output: 2 },
    ],
    [
      { type: "tool-output-available", output: 1, preliminary: true },
      { type: "tool-output-error", errorText: "No." },
    ],
    [
      { type: "tool-approval-request", approvalId: "p", signature: "s" },
      { type: "tool-output-denied" },
    ],
  ),
});
const other = fc.constantFrom<object>(
  { type: "data-x", id: "d", data: 1 },
  { type: "data-x", id: "d", data: 2 },
  { type: "data-x", data: 3, transient: true },
  { type: "source-url", sourceId: "s", url: "https://a.example/", title: "A" },
  { type: "file", url: "data:image/png;base64,AA==", mediaType: "image/png" },
);
const line = fc.oneof(text, invocation, other);

/** The chunks of one part, in their order. */
function chunksOf(one: object, id: string): object[] {
  if ("deltas" in one) {
    const { kind, deltas, providerMetadata } = one as {
      kind: string;
      deltas: string[];
      providerMetadata: object;
    };
    const middle = deltas.map((delta) => ({ type: `${kind}-delta`, id, delta }));
    return [
      { type: `${kind}-start`, id },
      ...middle,
      { type: `${kind}-end`, id, providerMetadata },
    ];
  }
  if (!("results" in one)) return [one];
  const { facts, isStreamed, providerMetadata, results } = one as {
    facts: object;
    isStreamed: boolean;
    providerMetadata: object;
    results: object[];
  };
  const named = { toolCallId: id, toolName: "f", ...facts };
  const begin = [
    { type: "tool-input-start", ...named },
    { type: "tool-input-delta", toolCallId: id, inputTextDelta: '{"a"' },
  ];
  return [
    ...(isStreamed ? begin : []),
    { type: "tool-input-available", ...named, input: { a: 1 }, providerMetadata },
    ...results.map((result) => ({ ...result, toolCallId: id })),
  ];
}

/** A step whose parts run side by side: `order` says whose chunk is next. */
function step(parts: object[], order: number[], at: number): object[] {
  const rest = parts
    .map((part, index) => chunksOf(part, `${at}-${index}`))
    .filter(({ length }) => length);
  const chunks: object[] = [{ type: "start-step" }];
  for (let turn = 0; rest.length > 0; turn += 1) {
    const next = (order[turn] ?? 0) % rest.length;
    chunks.push(rest[next]!.shift()!);
    if (rest[next]!.length === 0) rest.splice(next, 1);
  }
  return [...chunks, { type: "finish-step" }];
}

const steps = fc.array(
  fc.tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(5), { maxLength: 40 })),
  { minLength: 1, maxLength: 3 },
);

test.each([
  [6, (chunks: object[]) => read6({ stream: streamOf(chunks as Chunk6[]) })],
  [7, (chunks: object[]) => read7({ stream: streamOf(chunks as Chunk7[]) })],
] as const)("any stream gives the message that version %s makes of it", async (_version, read) => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const inner = all.flatMap(([parts, order], at) => step(parts, order, at));
      // An answer of nothing at all leaves no message.
      const some = { type: "data-some", data: 0 };
      const stream = plain([{ type: "start" }, some, ...inner, { type: "finish" }]) as object[];
      const { parts } = await storeAfter(stream);
      expect(withoutFrames(parts())).toEqual(
        withoutFrames(await lastParts(read(structuredClone(stream)))),
      );
    }),
    { numRuns: 200 },
  );
});

/** Without what only frames it, and what either knows for itself of a thought. */
function withoutFrames(parts: unknown): object[] {
  return (parts as { type: string; id?: string; providerMetadata?: object }[])
    .filter(({ type }) => type !== "step-start")
    .map(({ id, ...part }) => {
      if (part.type !== "reasoning") return { id, ...part };
      const { polylogue: _timing, ...providerMetadata } = {
        polylogue: 0,
        ...part.providerMetadata,
      };
      return { ...part, providerMetadata };
    });
}
