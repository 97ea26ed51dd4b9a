import OpenAI from "openai";
import { describe, expect, test } from "vitest";
import {
  createDirectClient,
  createGatewayClient,
  type ChatClient,
  type UIMessage,
} from "../../src/client/index.js";
import { createGateway } from "../../src/gateway/index.js";
import { createChatStore } from "../../src/hooks/index.js";
import { type Event, messagesEvents } from "../client/historyBytes.js";

const model = "anthropic/claude-sonnet-4-5";
const key = "sk-ant-0123456789";

const json = (name: string, value: unknown) => ({ [name]: JSON.stringify(value) });
const thought = (text: string, signature: string) => ({
  start: { type: "thinking", thinking: "", signature: "" },
  deltas: [
    { type: "thinking_delta", thinking: text },
    { type: "signature_delta", signature },
  ],
});
const text = (words: string) => ({
  start: { type: "text", text: "" },
  deltas: [{ type: "text_delta", text: words }],
});
const calls = (type: string, id: string, name: string, input: unknown, more: Event = {}) => ({
  start: { type, id, name, input: {}, ...more },
  deltas: [{ type: "input_json_delta", ...json("partial_json", input) }],
});
const result = (type: string, tool_use_id: string, content: unknown) => ({
  start: { type, tool_use_id, content },
  deltas: [],
});

const hits = [
  { type: "web_search_result", url: "https://a.test", title: "A", encrypted_content: "E1" },
];
const ran = { type: "bash_code_execution_result", stdout: "4", stderr: "", return_code: 0 };
const failure = { type: "web_fetch_tool_result_error", error_code: "url_not_accessible" };
const caller = { type: "code_execution_20250825", tool_id: "srvtoolu_2" };

/** What Claude answers: thoughts and words between the tools that Anthropic runs, one of which fails, and a call of the app's. */
const answer = messagesEvents(
  "tool_use",
  thought("I should look.", "sig-1"),
  text("Let me look. "),
  calls("server_tool_use", "srvtoolu_1", "web_search", { query: "Oslo" }),
  result("web_search_tool_result", "srvtoolu_1", hits),
  thought("Now the sum.", "sig-2"),
  calls("server_tool_use", "srvtoolu_2", "bash_code_execution", { command: "echo 4" }),
  result("bash_code_execution_tool_result", "srvtoolu_2", ran),
  calls("server_tool_use", "srvtoolu_3", "web_fetch", { url: "https://b.test" }),
  result("web_fetch_tool_result", "srvtoolu_3", failure),
  calls("mcp_tool_use", "mcptoolu_4", "find", { q: "x" }, { server_name: "files" }),
  result("mcp_tool_result", "mcptoolu_4", [{ type: "text", text: "none" }]),
  text("It is cold."),
  calls("tool_use", "toolu_5", "warm", { up: true }, { caller }),
);

/** The blocks that have to go back, in their order. */
const blocks = [
  { type: "thinking", thinking: "I should look.", signature: "sig-1" },
  { type: "text", text: "Let me look. " },
  { type: "server_tool_use", id: "srvtoolu_1", name: "web_search", input: { query: "Oslo" } },
  { type: "web_search_tool_result", tool_use_id: "srvtoolu_1", content: hits },
  { type: "thinking", thinking: "Now the sum.", signature: "sig-2" },
  {
    type: "server_tool_use",
    id: "srvtoolu_2",
    name: "bash_code_execution",
    input: { command: "echo 4" },
  },
  { type: "bash_code_execution_tool_result", tool_use_id: "srvtoolu_2", content: ran },
  {
    type: "server_tool_use",
    id: "srvtoolu_3",
    name: "web_fetch",
    input: { url: "https://b.test" },
  },
  { type: "web_fetch_tool_result", tool_use_id: "srvtoolu_3", content: failure },
  { type: "mcp_tool_use", id: "mcptoolu_4", name: "find", input: { q: "x" }, server_name: "files" },
  {
    type: "mcp_tool_result",
    tool_use_id: "mcptoolu_4",
    content: [{ type: "text", text: "none" }],
  },
  { type: "text", text: "It is cold." },
  { type: "tool_use", id: "toolu_5", name: "warm", input: { up: true }, caller },
];
const failed = {
  type: "tool_result",
  tool_use_id: "toolu_5",
  content: "No heating.",
  is_error: true,
};

/** Anthropic, directly and behind a gateway: what it was sent through either. */
function setUp() {
  const sent: { messages: { role: string; content: Event[] }[] }[] = [];
  const anthropic = async (url: unknown, init?: RequestInit): Promise<Response> => {
    sent.push((await new Request(url as string, init).json()) as (typeof sent)[0]);
    return new Response(
      (sent.length === 1 ? answer : messagesEvents("end_turn", text("Done."))) as BodyInit,
    );
  };
  const handle = createGateway({
    keys: { anthropic: key },
    env: {},
    fetch: anthropic,
    authorize: () => true,
  });
  const throughGateway = async (url: unknown, init?: RequestInit): Promise<Response> =>
    handle(new Request(url as string, init));
  const clients: Record<string, ChatClient> = {
    directly: createDirectClient({ keys: { anthropic: key }, fetch: anthropic }),
    "through a gateway": createGatewayClient({
      baseURL: "https://gw.test/api/polylogue/v1",
      fetch: throughGateway,
    }),
  };
  return { sent, clients, throughGateway };
}

const failCall = (messages: UIMessage[]): UIMessage[] =>
  messages.map((message) => ({
    ...message,
    parts: message.parts.map((part) =>
      "toolCallId" in part && part.toolCallId === "toolu_5"
        ? ({ ...part, state: "output-error", errorText: "No heating." } as typeof part)
        : part,
    ),
  }));

const ways = ["directly", "through a gateway"];

describe("what Anthropic ran and what the app failed at come back to it", () => {
  test.each(ways.flatMap((from) => ways.map((to) => [from, to])))(
    "written %s, sent %s",
    async (from, to) => {
      const { sent, clients } = setUp();
      let client = clients[from]!;
      const store = createChatStore({ backend: () => ({ model, client }) });
      await store.sendMessage({ text: "Is it cold?" });
      expect(store.state.getState().error).toBeUndefined();
      store.setMessages(failCall);
      client = clients[to]!;
      await store.sendMessage();
      expect(store.state.getState().error).toBeUndefined();
      expect(sent[1]!.messages.slice(1)).toEqual([
        { role: "assistant", content: blocks },
        { role: "user", content: [failed] },
      ]);
    },
  );
});

describe("the official OpenAI package brings back what a gateway told it", () => {
  test("a message as it came, with the error flag of this gateway", async () => {
    const { sent, throughGateway } = setUp();
    const baseURL = "https://gw.test/api/polylogue/v1";
    const openai = new OpenAI({ baseURL, apiKey: "none", fetch: throughGateway, maxRetries: 0 });
    const question = { role: "user" as const, content: "Is it cold?" };
    const { choices } = await openai.chat.completions.create({ model, messages: [question] });
    const { message } = choices[0]!;
    // A caller that met them here would try to run them.
    expect(message.tool_calls?.map(({ id }) => id)).toEqual(["toolu_5"]);
    const told = {
      role: "tool" as const,
      tool_call_id: "toolu_5",
      content: "No heating.",
      provider_specific_fields: { is_error: true },
    };
    await openai.chat.completions.create({ model, messages: [question, message, told] });
    const { content } = sent[1]!.messages[1]!;
    // One JSON text has no place for the order of words and tools.
    const order = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(content).toEqual([
      ...order.map((index) => blocks[index]),
      { type: "text", text: "Let me look. It is cold." },
      blocks.at(-1),
    ]);
    expect(sent[1]!.messages[2]!.content).toEqual([failed]);
  });

  test("a message in LiteLLM's words", async () => {
    const { sent, throughGateway } = setUp();
    const messages = [
      { role: "user", content: "Is it cold?" },
      {
        role: "assistant",
        content: "It is cold.",
        tool_calls: [
          ["srvtoolu_1", "web_search", { query: "Oslo" }],
          ["srvtoolu_2", "bash_code_execution", { command: "echo 4" }],
          ["srvtoolu_9", "web_search", {}],
        ].map(([id, name, args]) => ({
          id,
          type: "function",
          function: { name, arguments: JSON.stringify(args) },
        })),
        thinking_blocks: [blocks[0]],
        provider_specific_fields: { web_search_results: [blocks[3]], tool_results: [blocks[6]] },
      },
      { role: "user", content: "And tomorrow?" },
    ];
    await throughGateway("https://gw.test/api/polylogue/v1/chat/completions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model, messages }),
    });
    expect(sent[0]!.messages[1]!.content).toEqual([
      ...[0, 2, 3, 5, 6].map((index) => blocks[index]),
      { type: "text", text: "It is cold." },
    ]);
  });

  test.each<[string, Event]>([
    ["a call without its result", { type: "tool-input-available" }],
    ["a kind that Anthropic does not run", { providerMetadata: { anthropic: { block: "x" } } }],
    ["one of another provider", { providerMetadata: { openai: { block: "server_tool_use" } } }],
    ["no kind", {}],
    ["an id that is none", { toolCallId: 5 }],
  ])("%s is left out", async (name, change) => {
    const { sent, throughGateway } = setUp();
    const call = {
      type: "tool-input-available",
      toolCallId: "srvtoolu_1",
      toolName: "web_search",
      input: {},
      ...(name.includes("result") && {
        providerMetadata: { anthropic: { block: "server_tool_use" } },
      }),
      ...change,
    };
    const end = { type: "tool-output-available", toolCallId: "srvtoolu_1", output: hits };
    const ui_message_chunks = name.includes("result") ? [call] : [call, end];
    const messages = [
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello", provider_specific_fields: { ui_message_chunks } },
      { role: "user", content: "Again" },
    ];
    await throughGateway("https://gw.test/api/polylogue/v1/chat/completions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model, messages }),
    });
    expect(sent[0]!.messages[1]!.content).toEqual([{ type: "text", text: "Hello" }]);
  });
});
