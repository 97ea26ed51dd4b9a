import { expect, test } from "vitest";
import type { Target } from "../../src/client/protocol.js";
import { openaiChat } from "../../src/client/protocols/openaiChat.js";
import type { StreamPart } from "../../src/client/streamParts.js";
import { toChunks } from "../../src/gateway/toChunks.js";
import { toCompletion } from "../../src/gateway/wholeAnswer.js";
import { bodyOf, utf8 } from "./byteStreams.js";

const target: Target = { provider: "gateway", model: "m", baseURL: "https://gateway.example/v1" };

test("thoughts as a LiteLLM proxy streams them keep their signatures", async () => {
  const block = (fields: object) => ({ thinking_blocks: [{ type: "thinking", ...fields }] });
  const deltas = [
    { reasoning_content: "Let me ", ...block({ thinking: "Let me ", signature: null }) },
    { reasoning_content: "think.", ...block({ thinking: "think.", signature: null }) },
    { reasoning_content: "", ...block({ thinking: "", signature: "s-1" }) },
    { reasoning_content: "Hm." },
    { thinking_blocks: [{ type: "redacted_thinking", data: "d-2" }] },
    { content: "42", provider_specific_fields: { thought_signatures: ["s-3"] } },
    { content: "." },
    {
      tool_calls: [
        {
          index: 0,
          id: "call_1",
          function: { name: "now", arguments: "{}" },
          provider_specific_fields: { thought_signature: "s-4" },
        },
      ],
    },
  ];
  const events = deltas.map((delta) => `data: ${JSON.stringify({ choices: [{ delta }] })}\n\n`);
  const parts: StreamPart[] = [];
  const bytes = bodyOf([utf8(`${events.join("")}data: [DONE]\n\n`)]);
  for await (const part of openaiChat.readStream(bytes, target)) parts.push(part);
  expect(parts.filter(({ type }) => /delta$|end$|available$/.test(type))).toEqual([
    { type: "reasoning-delta", id: "part-1", delta: "Let me " },
    { type: "reasoning-delta", id: "part-1", delta: "think." },
    { type: "reasoning-end", id: "part-1", providerMetadata: { gateway: { signature: "s-1" } } },
    { type: "reasoning-delta", id: "part-2", delta: "Hm." },
    { type: "reasoning-end", id: "part-2" },
    { type: "reasoning-end", id: "part-3", providerMetadata: { gateway: { redactedData: "d-2" } } },
    { type: "text-delta", id: "part-4", delta: "42" },
    { type: "text-delta", id: "part-4", delta: "." },
    { type: "text-end", id: "part-4", providerMetadata: { google: { thoughtSignature: "s-3" } } },
    { type: "tool-input-delta", toolCallId: "call_1", inputTextDelta: "{}" },
    {
      type: "tool-input-available",
      toolCallId: "call_1",
      toolName: "now",
      input: {},
      providerMetadata: { google: { thoughtSignature: "s-4" } },
    },
  ]);
});

test("a gateway repeats each thought apart, also where parts have no names", async () => {
  async function* parts(): AsyncGenerator<StreamPart, void, undefined> {
    for (const step of [0, 1] as const) {
      yield { type: "reasoning-start" };
      yield { type: "reasoning-delta", delta: `Thought ${step}.` };
      const signature = `s-${step}`;
      yield { type: "reasoning-end", providerMetadata: { anthropic: { signature } } };
    }
    yield { type: "finish", finishReason: "stop" };
  }
  const head = { id: "chatcmpl-1", created: 1, model: "m" };
  const { choices } = await toCompletion(toChunks(parts(), head, { includeUsage: false }), head);
  expect(choices[0]?.message.thinking_blocks).toEqual([
    { type: "thinking", thinking: "Thought 0.", signature: "s-0" },
    { type: "thinking", thinking: "Thought 1.", signature: "s-1" },
  ]);
});
