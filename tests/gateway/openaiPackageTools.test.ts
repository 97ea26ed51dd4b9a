import OpenAI from "openai";
import { describe, expect, test } from "vitest";
import { createGateway } from "../../src/gateway/index.js";
import { said, type Writer, writers } from "../client/historyStreams.js";
import { type Piece, readers } from "../client/sentTurns.js";
import { serve } from "./serve.js";

const key = "sk-test-0123456789";

/** The official package in front of a gateway whose provider answers as `writer` does, and what that provider was sent. */
async function connect({ call, answer }: Writer): Promise<{ openai: OpenAI; sent: unknown[] }> {
  const sent: unknown[] = [];
  const providers = ["openai", "deepseek", "anthropic", "gemini", "bedrock", "cohere"];
  const gateway = createGateway({
    keys: Object.fromEntries(providers.map((id) => [id, key])),
    providers: { ollama_chat: {}, bedrock: { region: "us-east-1" } },
    env: {},
    fetch: async (url, init) => {
      sent.push(await new Request(url, init).json());
      return new Response((sent.length === 1 ? call : answer) as BodyInit);
    },
  });
  const baseURL = `${await serve(gateway)}/api/polylogue/v1`;
  return { openai: new OpenAI({ baseURL, apiKey: "none", maxRetries: 0 }), sent };
}

function nameOf(id: string, { target }: Writer): string {
  const protocol = id === "openai-responses" ? "responses/" : "";
  return `${target.provider}/${protocol}${target.model}`;
}

const tools: OpenAI.ChatCompletionTool[] = [
  {
    type: "function",
    function: {
      name: "weather",
      description: "The weather of a city",
      parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
      strict: true,
    },
  },
];
const question: OpenAI.ChatCompletionMessageParam = { role: "user", content: "Is it cold?" };

function resultOf({ id }: { id: string }): OpenAI.ChatCompletionMessageParam {
  return { role: "tool", tool_call_id: id, content: [{ type: "text", text: '{"celsius":4}' }] };
}

/** The call and its result, as the provider was told of them. */
function callIn(pieces: readonly Piece[]): unknown[] {
  return pieces.flatMap((piece) => {
    if ("call" in piece) return [[piece.call, piece.input]];
    return "result" in piece ? [piece.result] : [];
  });
}

describe.each(Object.entries(writers))(
  "the official package calls a tool through %s",
  (id, writer) => {
    const asked = { model: nameOf(id, writer), tools, tool_choice: "auto" as const };
    const called = [["weather", said.input], { celsius: 4 }];

    test("streamed, and answers from its result", async () => {
      const { openai, sent } = await connect(writer);
      const first = openai.chat.completions.stream({ ...asked, messages: [question] });
      const deltas: string[] = [];
      first.on("tool_calls.function.arguments.delta", ({ arguments_delta }) => {
        deltas.push(arguments_delta);
      });
      const { content, tool_calls: calls = [] } = await first.finalMessage();
      expect(await first.finalChatCompletion()).toMatchObject({
        choices: [{ finish_reason: "tool_calls" }],
      });
      expect(JSON.stringify(sent[0])).toContain('"The weather of a city"');
      expect(content).toBe(said.texts[0]);
      expect(calls).toMatchObject([{ type: "function", function: { name: "weather" } }]);
      expect(
        JSON.parse((calls[0] as { function: { arguments: string } }).function.arguments),
      ).toEqual(said.input);
      expect(deltas.join("")).toBe(
        (calls[0] as { function: { arguments: string } }).function.arguments,
      );

      const assistant = { role: "assistant" as const, content, tool_calls: calls };
      const second = openai.chat.completions.stream({
        ...asked,
        messages: [question, assistant, resultOf(calls[0]!)],
      });
      expect(await second.finalContent()).toBe(said.texts[1]);
      expect(callIn(readers[id]!(sent[1] as Record<string, unknown>))).toEqual(called);
    });

    test("whole, and a message sent back as it came takes the thinking along", async () => {
      const { openai, sent } = await connect(writer);
      const first = await openai.chat.completions.create({ ...asked, messages: [question] });
      const { message, finish_reason } = first.choices[0]!;
      expect(finish_reason).toBe("tool_calls");
      const second = await openai.chat.completions.create({
        ...asked,
        messages: [question, message, resultOf(message.tool_calls![0]!)],
      });
      expect(second.choices[0]!.message.content).toBe(said.texts[1]);
      const pieces = readers[id]!(sent[1] as Record<string, unknown>);
      expect(callIn(pieces)).toEqual(called);
      expect(JSON.stringify(pieces)).toMatch(/sig-|They want the weather/);
    });
  },
);
