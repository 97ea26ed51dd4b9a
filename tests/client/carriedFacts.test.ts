import { describe, expect, test } from "vitest";
import type { UIMessagePart } from "../../src/client/messages.js";
import type { Target } from "../../src/client/protocol.js";
import { openaiChat } from "../../src/client/protocols/openaiChat.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import { readMessages } from "../../src/gateway/readMessages.js";
import { toChunks } from "../../src/gateway/toChunks.js";
import { createChatStore } from "../../src/hooks/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";

const target: Target = { provider: "gateway", model: "m", baseURL: "https://gateway.example/v1" };

/** An answer in OpenAI's form, streamed. */
function streamOf(deltas: readonly object[]): AsyncGenerator<StreamPart, void, undefined> {
  const events = deltas.map((delta) => `data: ${JSON.stringify({ choices: [{ delta }] })}\n\n`);
  return openaiChat.readStream(bodyOf([utf8(`${events.join("")}data: [DONE]\n\n`)]), target);
}

/** The parts of a message that an answer becomes in the store. */
async function storedOf(parts: AsyncIterable<StreamPart>): Promise<UIMessagePart[]> {
  const client = { id: "scripted", stream: () => parts };
  const store = createChatStore({ backend: () => ({ model: "openai/m", client }) });
  await store.sendMessage({ text: "Hi" });
  expect(store.state.getState().error).toBeUndefined();
  return store.getMessages().at(-1)!.parts.map(untimed);
}

/** The same through a gateway. */
async function throughGateway(parts: readonly StreamPart[]): Promise<UIMessagePart[]> {
  async function* stream() {
    yield* parts;
    yield { type: "finish", finishReason: "stop" } as const;
  }
  const head = { id: "chatcmpl-1", created: 1, model: "m" };
  const deltas: object[] = [];
  for await (const { choices } of toChunks(stream(), head, { includeUsage: false })) {
    deltas.push(choices[0]!.delta);
  }
  return storedOf(streamOf(deltas));
}

/** The messages that a client sends of an answer. */
function sentOf(parts: UIMessagePart[], model = "openai/m"): Record<string, unknown>[] {
  const message = { id: "1", role: "assistant" as const, parts, metadata: { model: "openai/m" } };
  const { body } = openaiChat.toRequest({ model, messages: [message] }, target);
  return JSON.parse(JSON.stringify((body as { messages: unknown }).messages)) as never;
}

/** The parts a gateway reads out of them. */
function readOf(parts: UIMessagePart[]): UIMessagePart[] {
  return readMessages(sentOf(parts), "openai/m").messages.flatMap((message) => message.parts);
}

/** A part without the time it took, which no provider is told. */
function untimed(part: UIMessagePart): UIMessagePart {
  if (part.type !== "reasoning") return part;
  const { polylogue: _time, ...facts } = part.providerMetadata ?? {};
  const { providerMetadata: _facts, ...rest } = part;
  return Object.keys(facts).length > 0 ? { ...rest, providerMetadata: facts } : rest;
}

function reasoning(text: string, openai: Record<string, string | true>): StreamPart[] {
  return [
    { type: "reasoning-start", id: text },
    { type: "reasoning-delta", id: text, delta: text },
    { type: "reasoning-end", id: text, providerMetadata: { openai } },
  ];
}

function spoken(delta: string, openai: Record<string, string>): StreamPart[] {
  return [
    { type: "text-start", id: delta },
    { type: "text-delta", id: delta, delta },
    { type: "text-end", id: delta, providerMetadata: { openai } },
  ];
}

const done = { state: "done" } as const;
const own = (openai: Record<string, string | true>) => ({ providerMetadata: { openai } });

describe("what OpenAI Responses says of its parts goes through a gateway and back", () => {
  test("an item in several pieces, and the phases of what is said", async () => {
    const parts = await throughGateway([
      ...reasoning("One.", { itemId: "rs_1" }),
      ...reasoning("Two.", { itemId: "rs_1", encryptedContent: "e-1" }),
      ...spoken("Looking.", { phase: "commentary" }),
      ...spoken("Found.", { phase: "final_answer" }),
    ]);
    const said = [
      { type: "reasoning", text: "One.", ...own({ itemId: "rs_1" }) },
      { type: "reasoning", text: "Two.", ...own({ itemId: "rs_1", encryptedContent: "e-1" }) },
      { type: "text", text: "Looking.", ...own({ phase: "commentary" }) },
      { type: "text", text: "Found.", ...own({ phase: "final_answer" }) },
    ];
    expect(parts).toEqual(said.map((part) => ({ ...part, ...done })));
    expect(sentOf(parts)[0]).toMatchObject({
      reasoning_items: [
        {
          type: "reasoning",
          id: "rs_1",
          summary: [
            { type: "summary_text", text: "One." },
            { type: "summary_text", text: "Two." },
          ],
          encrypted_content: "e-1",
        },
      ],
    });
    expect(readOf(parts)).toEqual(said);
  });

  test("thoughts without a word, and thoughts in full", async () => {
    const parts = await throughGateway([
      { type: "reasoning-start", id: "r" },
      { type: "reasoning-end", id: "r", ...own({ itemId: "rs_1", encryptedContent: "e-1" }) },
      ...reasoning("All of it.", { itemId: "rs_2", raw: true }),
      ...spoken("Done.", {}),
    ]);
    const said = [
      { type: "reasoning", text: "", ...own({ itemId: "rs_1", encryptedContent: "e-1" }) },
      { type: "reasoning", text: "All of it.", ...own({ itemId: "rs_2", raw: true }) },
      { type: "text", text: "Done." },
    ];
    expect(parts).toEqual(said.map((part) => ({ ...part, ...done })));
    expect(readOf(parts)).toEqual(said);
  });

  test("nothing of it goes along with another model", () => {
    const parts = [
      { type: "reasoning" as const, text: "Hm.", ...own({ itemId: "rs", encryptedContent: "e" }) },
      { type: "text" as const, text: "Hi.", ...own({ phase: "final_answer" }) },
      { type: "file" as const, mediaType: "image/png", url: "data:image/png;base64,AA==" },
    ];
    expect(sentOf(parts, "openai/other")).toEqual([{ role: "assistant", content: "Hi." }]);
  });
});

test("an image that the model made goes back to it with what was signed of it", async () => {
  const google = { thoughtSignature: "s-1" };
  const file = {
    type: "file" as const,
    mediaType: "image/png",
    url: "data:image/png;base64,AA==",
    providerMetadata: { google },
  };
  const parts = await throughGateway([
    { type: "text-delta", delta: "Before." },
    file,
    { type: "text-delta", delta: "After." },
  ]);
  expect(parts).toMatchObject([{ text: "Before." }, file, { text: "After." }]);
  expect(readOf([file])).toEqual([file]);
  expect(sentOf([{ ...file, url: "https://images.example/a.png" }])).toEqual([]);
});

test("a tool of the provider's own keeps its place between what was said", async () => {
  const parts = await throughGateway([
    { type: "text-delta", delta: "Before." },
    { type: "tool-input-start", toolCallId: "s", toolName: "search", providerExecuted: true },
    {
      type: "tool-input-available",
      toolCallId: "s",
      toolName: "search",
      input: { q: "x" },
      providerExecuted: true,
    },
    { type: "tool-output-available", toolCallId: "s", output: ["hit"], providerExecuted: true },
    { type: "text-delta", delta: "After." },
  ]);
  expect(parts).toMatchObject([
    { type: "text", text: "Before." },
    { type: "tool-search", input: { q: "x" }, output: ["hit"], providerExecuted: true },
    { type: "text", text: "After." },
  ]);
});

describe("the items that a LiteLLM proxy tells of at the end of a stream", () => {
  const item = { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "e-1" };
  const last = { content: "", reasoning_items: [item, { ...item, encrypted_content: null }] };
  const call = { index: 0, id: "c", function: { name: "look", arguments: "{}" } };

  test.each([
    ["an answer", { content: "Hi." }],
    ["a call", { tool_calls: [call] }],
  ])("go back with %s, and are not shown as one more thought", async (_, delta) => {
    const [thought, said, ...others] = await storedOf(
      streamOf([{ reasoning_content: "Hm." }, delta, last]),
    );
    expect(others).toEqual([]);
    expect(thought).toEqual({ type: "reasoning", text: "Hm.", ...done });
    const settled = { ...said, state: "output-available", output: "ok" } as UIMessagePart;
    const sent = sentOf([thought!, settled])[0];
    expect(sent).toMatchObject({ role: "assistant", reasoning_items: [item] });
    expect(sent).not.toHaveProperty("reasoning_content");
  });
});

test("a client takes no part from a gateway that it could not show", async () => {
  const chunks = [
    null,
    "finish",
    { type: "finish" },
    { type: "data-node", data: 1 },
    { type: "file", url: 1, mediaType: "audio/wav" },
    { type: "source-document", sourceId: "s" },
    { type: "tool-input-delta", toolCallId: "t" },
    { type: "text-delta", delta: "injected" },
  ];
  const fields = {
    ui_message_chunks: chunks,
    provider_metadata: { openai: [1], "": { phase: "p" } },
  };
  const parts = await storedOf(streamOf([{ content: "Hi.", provider_specific_fields: fields }]));
  expect(parts).toEqual([{ type: "text", text: "Hi.", ...done }]);
});
