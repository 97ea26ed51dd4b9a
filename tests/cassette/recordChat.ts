import {
  createDirectClient,
  createUIMessageStreamClient,
  type ChatClient,
  type Fetch,
  type UIMessage,
} from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";
import { bodyOf, inPieces, utf8 } from "../client/byteStreams.js";
import { writers } from "../client/historyStreams.js";
import { scriptedFetch } from "../client/scriptedFetch.js";

/** Keys of every kind, none of them of a shape that gives it away. */
export const keys = {
  key: "planted.key.0123456789",
  accessKeyId: "PLANTEDACCESSID",
  secretAccessKey: "planted/secret/access+key",
  sessionToken: "planted.session.token==",
};

/** What a model is called whose answers are those of a protocol's writer. */
const models: Readonly<Record<string, string>> = {
  "openai-chat": "deepseek/deepseek-chat",
  "openai-responses": "openai/responses/gpt-5",
  "anthropic-messages": "anthropic/claude-sonnet-4-5",
  "gemini-generate": "gemini/gemini-3-pro-preview",
  "bedrock-converse": "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0",
  "ollama-chat": "ollama_chat/qwen3",
  "cohere-chat": "cohere/command-a-reasoning-08-2025",
};

/** Every protocol a client speaks. */
export const protocolIds = [...Object.keys(models), "ui-message-stream"];

/** A client for one protocol, with the planted keys. */
export function clientOf(id: string, fetch: Fetch): ChatClient {
  if (id === "ui-message-stream") {
    return createUIMessageStreamClient({
      api: "https://app.example/api/chat",
      headers: { authorization: `Bearer ${keys.key}` },
      fetch,
    });
  }
  const providers = ["deepseek", "openai", "anthropic", "gemini", "cohere"];
  return createDirectClient({
    keys: Object.fromEntries(providers.map((name) => [name, keys.key])),
    providers: { bedrock: { region: "eu-west-1", credentials: async () => keys } },
    maxRetries: 0,
    fetch,
  });
}

/** A server that speaks one protocol: it calls the tool `weather` first, and then answers. */
export function serverOf(id: string): Fetch {
  const texts = id === "ui-message-stream" ? uiMessages : undefined;
  const answers = texts ?? [writers[id]!.call, writers[id]!.answer];
  const headers: HeadersInit = texts ? { "x-vercel-ai-ui-message-stream": "v1" } : {};
  return scriptedFetch(
    ...answers.map((bytes) => () => new Response(bodyOf(inPieces(bytes, 11)), { headers })),
  ).fetch;
}

const events = (...chunks: object[]): Uint8Array =>
  utf8(
    [...chunks.map((chunk) => JSON.stringify(chunk)), "[DONE]"]
      .map((data) => `data: ${data}\n\n`)
      .join(""),
  );

const call = { toolCallId: "call_1", toolName: "weather" };
const uiMessages = [
  events(
    { type: "start" },
    { type: "tool-input-start", ...call },
    { type: "tool-input-available", ...call, input: { city: "Oslo" } },
    { type: "finish" },
  ),
  events(
    { type: "start" },
    { type: "text-start", id: "1" },
    { type: "text-delta", id: "1", delta: "It is cold in Oslo. ❄️" },
    { type: "text-end", id: "1" },
    { type: "finish" },
  ),
];

/** A conversation of one question that needs a tool. Resolves with its messages, without what is made up each time. */
export async function chatWith(id: string, client: ChatClient): Promise<unknown> {
  const store = createChatStore({
    backend: () => ({
      model: models[id] ?? "app",
      client,
      tools: {
        weather: {
          description: "The weather",
          inputSchema: { type: "object", properties: { city: { type: "string" } } },
          execute: () => "4 °C",
        },
      },
    }),
  });
  await store.sendMessage({ text: "Is it cold in Oslo?" });
  return store.getMessages().map(withoutTimes);
}

function withoutTimes({ role, parts, metadata }: UIMessage): unknown {
  const { createdAt, durationMs, firstTokenMs, parentId, ...facts } = metadata ?? {};
  const made = [createdAt, durationMs, firstTokenMs, parentId];
  const timeless = (key: string, value: unknown): unknown =>
    key === "durationMs" ? typeof value : value;
  const same: unknown = JSON.parse(JSON.stringify(parts, timeless));
  return { role, parts: same, facts, made: made.map((value) => typeof value) };
}
