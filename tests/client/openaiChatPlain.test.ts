import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ChatRequest,
  openaiChat,
  parameterRules,
  type Target,
  type UIMessage,
} from "../../src/client/index.js";
import { gatewayParameters } from "../../src/client/limits/parameters.js";
import { openaiChatFor } from "../../src/client/protocols/openaiChatProtocol.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { readAnswer } from "./readAnswer.js";

const text = fc.constantFrom("", "a", "two\nlines", " ");
const plain = fc.oneof(
  fc.record({ type: fc.constant("text"), text }),
  fc.record({ type: fc.constant("reasoning"), text }),
  fc.constantFrom(
    { type: "step-start" },
    { type: "reasoning", text: "t", providerMetadata: { polylogue: { durationMs: 5 } } },
    { type: "source-url", sourceId: "1", url: "https://a.test/" },
    { type: "data-note", data: 1 },
  ),
);
const more = fc.constantFrom(
  { type: "reasoning", text: "t", providerMetadata: { anthropic: { signature: "s" } } },
  { type: "file", mediaType: "image/png", url: "data:image/png;base64,AA==" },
  { type: "tool-look", toolCallId: "c", state: "output-available", input: {}, output: "o" },
);
const part = fc.oneof({ weight: 15, arbitrary: plain }, { weight: 1, arbitrary: more });
const message = fc.record({
  id: fc.constant("m"),
  role: fc.constantFrom("system", "user", "assistant"),
  parts: fc.array(part, { maxLength: 4 }),
});
const request = fc.record(
  {
    model: fc.constant("m"),
    system: text,
    messages: fc.array(message as fc.Arbitrary<UIMessage>, { maxLength: 4 }),
    config: fc.constant({ maxTokens: 5, topK: 3, reasoningEffort: "low" as const }),
    tools: fc.constantFrom([], [{ name: "look", inputSchema: {} }]),
  },
  { requiredKeys: ["model", "messages"] },
);
const targets: Target[] = ["gateway", "openai", "groq", "perplexity", "mistral"].map(
  (provider) => ({ provider, model: "m", baseURL: "https://a.test/v1", apiKey: "k" }),
);

test("what is at hand writes what the whole protocol writes, for every conversation", async () => {
  await fc.assert(
    fc.asyncProperty(request, fc.constantFrom(...targets), async (asked: ChatRequest, target) => {
      const rules = parameterRules(target.provider, target.model);
      const protocol = await openaiChatFor(asked, rules);
      expect(protocol.toRequest(asked, target)).toEqual(openaiChat.toRequest(asked, target));
    }),
    { numRuns: 500 },
  );
});

test("a gateway is sent every parameter, since it knows itself what its models refuse", async () => {
  const config = {
    maxTokens: 5,
    topK: 3,
    topP: 0.5,
    temperature: 0,
    reasoningEffort: "low",
  } as const;
  const asked = { model: "m", messages: [], config };
  const protocol = await openaiChatFor(asked, gatewayParameters);
  expect(protocol.toRequest(asked, targets[0]!).body).toEqual({
    model: "m",
    messages: [],
    max_tokens: 5,
    top_k: 3,
    top_p: 0.5,
    temperature: 0,
    reasoning_effort: "low",
    stream: true,
    stream_options: { include_usage: true },
  });
});

test("a call of a tool that comes into plain text is read, with the text around it", async () => {
  const chunks = [
    { choices: [{ delta: { reasoning: "hm" } }] },
    { choices: [{ delta: { content: "one ", tool_calls: [] } }] },
    { choices: [{ delta: { content: "two" } }] },
    {
      id: "x",
      choices: [
        {
          delta: {
            tool_calls: [{ index: 0, id: "c", function: { name: "look", arguments: "{}" } }],
          },
        },
      ],
    },
    { choices: [{ delta: {}, finish_reason: "stop" }], citations: ["https://a.test/"] },
  ];
  const bytes = (): ReadableStream<Uint8Array> =>
    bodyOf(chunks.map((chunk) => utf8(`data: ${JSON.stringify(chunk)}\n\n`)));
  const protocol = await openaiChatFor({ model: "m", messages: [] }, gatewayParameters);
  const target = targets[0]!;
  const answer = await readAnswer(protocol.readStream(bytes(), target));
  expect(answer).toEqual(await readAnswer(openaiChat.readStream(bytes(), target)));
  expect(answer).toMatchObject({ text: "one two", reasoning: "hm", finishReason: "tool-calls" });
  expect(answer.parts.map(({ type }) => type)).toEqual([
    "reasoning-start",
    "reasoning-delta",
    "reasoning-end",
    "text-start",
    "text-delta",
    "text-delta",
    "text-end",
    "tool-input-start",
    "tool-input-delta",
    "source-url",
    "tool-input-available",
    "finish",
  ]);
});
