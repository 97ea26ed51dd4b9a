import { describe, expect, test } from "vitest";
import {
  type ChatRequest,
  openaiChat,
  type ProviderMetadata,
  type StreamPart,
  type Target,
  type UIMessage,
} from "../../src/client/index.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";
import { text, user } from "./conversation.js";
import { atGateway, throughGateway } from "./historyRoutes.js";
import type { Writer } from "./historyStreams.js";

const target: Target = {
  provider: "openrouter",
  model: "google/gemini-3-pro",
  baseURL: "https://openrouter.ai/api/v1",
};

const call = { index: 0, id: "tool_f", function: { name: "f", arguments: "{}" } };
const proof = { type: "reasoning.encrypted", data: "sealed", id: "tool_f", index: 0 };
const thought = (said: string, rest: object = {}): object => ({
  type: "reasoning.text",
  text: said,
  index: 0,
  format: "google-gemini-v1",
  ...rest,
});

/** Details as metadata holds them. */
function asTold(details: readonly object[]): { reasoningDetails: string } {
  return { reasoningDetails: JSON.stringify(details) };
}

function bytesOf(deltas: object[]): Uint8Array {
  const chunks = [...deltas.map((delta) => ({ delta })), { finish_reason: "tool_calls" }];
  const lines = chunks.map((choice) => `data: ${JSON.stringify({ choices: [choice] })}\n\n`);
  return utf8(lines.join(""));
}

async function read(deltas: object[], to: Target = target): Promise<StreamPart[]> {
  return (await readAnswer(openaiChat.readStream(bodyOf([bytesOf(deltas)]), to))).parts;
}

/** What the call says that its provider wants to see again. */
async function kept(deltas: object[], to?: Target): Promise<unknown> {
  const parts = await read(deltas, to);
  const end = parts.find((part) => part.type === "tool-input-available");
  return end && "providerMetadata" in end ? end.providerMetadata : undefined;
}

describe("OpenRouter wants what was thought before a call back in its details", () => {
  const streamed = [
    { reasoning: "Let ", reasoning_details: [thought("Let ", { signature: null })] },
    { reasoning: "me see.", reasoning_details: [thought("me see.", { signature: "s" })] },
    { tool_calls: [call], reasoning_details: [proof] },
  ];
  const whole = [thought("Let me see.", { signature: "s" }), proof];

  test("which are put together from their deltas", async () => {
    expect(await kept(streamed)).toEqual({ openrouter: asTold(whole) });
    // As a gateway's own address.
    expect(await kept(streamed, { ...target, provider: "gateway" })).toEqual({
      gateway: asTold(whole),
    });
  });

  test("thoughts apart stay apart, and so do proofs", async () => {
    const details = [thought("a"), thought("b", { index: 1 }), proof, { ...proof, id: "tool_g" }];
    expect(await kept([{ reasoning_details: details }, { tool_calls: [call] }])).toEqual({
      openrouter: asTold(details),
    });
  });

  test("and are kept for nobody else, nor without a call", async () => {
    expect(await kept(streamed, { ...target, provider: "groq" })).toBeUndefined();
    const parts = await read([{ content: "Hi", reasoning_details: [thought("a")] }]);
    expect(JSON.stringify(parts)).not.toContain("reasoningDetails");
  });

  const made = (facts: ProviderMetadata, model = "openrouter/google/gemini-3-pro"): UIMessage => ({
    id: "a",
    role: "assistant",
    metadata: { model },
    parts: [
      {
        type: "tool-f",
        toolCallId: "tool_f",
        state: "output-available",
        input: {},
        output: "ok",
        callProviderMetadata: facts,
      },
    ],
  });
  const sent = (request: ChatRequest, to: Partial<Target> = {}): unknown => {
    const { body } = openaiChat.toRequest(request, { ...target, ...to });
    return (body as { messages: object[] }).messages[1];
  };
  const history = (facts: ProviderMetadata): UIMessage[] => [user(text("a")), made(facts)];
  const model = "google/gemini-3-pro";

  test("they go back to the same model with the call, and to no other", () => {
    const messages = history({ openrouter: asTold(whole) });
    expect(sent({ model, messages })).toMatchObject({ reasoning_details: whole });
    const others = [
      sent({ model: "x/other", messages }),
      sent({ model, messages }, { provider: "groq" }),
      sent({ model, messages: history({ openrouter: { reasoningDetails: "{broken" } }) }),
    ];
    for (const other of others) expect(other).not.toHaveProperty("reasoning_details");
  });

  test("also through a gateway", async () => {
    let facts: ProviderMetadata = {};
    const writer = { target } as Writer;
    for await (const part of throughGateway(openaiChat, bytesOf(streamed), writer))
      if (part.type === "tool-input-available") facts = part.providerMetadata!;
    expect(facts["openrouter"]).toEqual(asTold(whole));
    const request = atGateway({ model: `openrouter/${model}`, messages: history(facts) });
    expect(sent(request)).toMatchObject({ reasoning_details: whole });
  });
});
