import { expect, test } from "vitest";
import { createDirectClient, createGatewayClient } from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";
import { chatChunks, messagesEvents } from "./historyBytes.js";

const hits = [{ type: "web_search_result", url: "https://a.test", encrypted_content: "E1" }];
const found = { type: "web_search_tool_result", tool_use_id: "srvtoolu_1", content: hits };
const ran = {
  type: "bash_code_execution_tool_result",
  tool_use_id: "srvtoolu_2",
  content: { type: "bash_code_execution_result", stdout: "4" },
};
const call = (index: number, id: string, name: string, json: string) => ({
  tool_calls: [{ index, id, type: "function", function: { name, arguments: json } }],
});

/** An answer of Claude's as a LiteLLM proxy streams it: the tools that Anthropic ran stand among the calls. */
const answer = chatChunks(
  "stop",
  { reasoning_content: "Hm.", thinking_blocks: [{ type: "thinking", thinking: "Hm." }] },
  { thinking_blocks: [{ type: "thinking", thinking: "", signature: "sig-1" }] },
  call(0, "srvtoolu_1", "web_search", ""),
  { tool_calls: [{ index: 0, function: { arguments: '{"query":"Oslo"}' } }] },
  { provider_specific_fields: { web_search_results: [found] } },
  call(1, "srvtoolu_2", "bash_code_execution", '{"command":"echo 4"}'),
  { provider_specific_fields: { web_search_results: [found], tool_results: [ran] } },
  { content: "It is cold." },
);

/** The blocks as Anthropic wrote them, before the proxy. */
const blocks = [
  { type: "thinking", thinking: "Hm.", signature: "sig-1" },
  { type: "server_tool_use", id: "srvtoolu_1", name: "web_search", input: { query: "Oslo" } },
  found,
  {
    type: "server_tool_use",
    id: "srvtoolu_2",
    name: "bash_code_execution",
    input: { command: "echo 4" },
  },
  ran,
  { type: "text", text: "It is cold." },
];

function setUp(model = "claude-sonnet-4-5") {
  const sent: { messages: Record<string, unknown>[] }[] = [];
  const reply = (bytes: Uint8Array) => async (_url: unknown, init?: RequestInit) => {
    sent.push(JSON.parse(init!.body as string) as (typeof sent)[0]);
    return new Response(bytes as BodyInit);
  };
  const proxy = createGatewayClient({ baseURL: "https://litellm.test/v1", fetch: reply(answer) });
  const anthropic = createDirectClient({
    keys: { anthropic: "sk-ant-0123456789" },
    fetch: reply(
      messagesEvents("end_turn", {
        start: { type: "text", text: "" },
        deltas: [{ type: "text_delta", text: "Done." }],
      }),
    ),
  });
  const reasons: unknown[] = [];
  let backend = { model, client: proxy as typeof proxy | typeof anthropic };
  const store = createChatStore({
    backend: () => backend,
    onFinish: ({ finishReason }) => reasons.push(finishReason),
  });
  return {
    sent,
    store,
    reasons,
    goDirect: (name: string) => (backend = { model: name, client: anthropic }),
  };
}

test("what Anthropic ran is nothing for the app to run, and keeps its place", async () => {
  const { store, reasons } = setUp();
  await store.sendMessage({ text: "Is it cold?" });
  expect(reasons).toEqual(["stop"]);
  expect(store.getMessages()[1]!.parts).toMatchObject([
    { type: "reasoning", text: "Hm." },
    {
      type: "tool-web_search",
      state: "output-available",
      providerExecuted: true,
      input: { query: "Oslo" },
      output: hits,
    },
    { type: "tool-bash_code_execution", state: "output-available", providerExecuted: true },
    { type: "text", text: "It is cold." },
  ]);
});

test("it goes back to the proxy in the proxy's words", async () => {
  const { sent, store } = setUp();
  await store.sendMessage({ text: "Is it cold?" });
  await store.sendMessage({ text: "And tomorrow?" });
  expect(sent[1]!.messages.slice(1, 3)).toEqual([
    {
      role: "assistant",
      content: null,
      reasoning_content: "Hm.",
      thinking_blocks: [blocks[0]],
      tool_calls: [
        {
          id: "srvtoolu_1",
          type: "function",
          function: { name: "web_search", arguments: '{"query":"Oslo"}' },
        },
        {
          id: "srvtoolu_2",
          type: "function",
          function: { name: "bash_code_execution", arguments: '{"command":"echo 4"}' },
        },
      ],
      provider_specific_fields: { web_search_results: [found], tool_results: [ran] },
    },
    { role: "assistant", content: "It is cold." },
  ]);
});

test.each(["claude-sonnet-4-5", "anthropic/claude-sonnet-4-5"])(
  "it goes on with Anthropic itself as Claude wrote it: %s",
  async (name) => {
    const { sent, store, goDirect } = setUp();
    await store.sendMessage({ text: "Is it cold?" });
    goDirect(name);
    await store.sendMessage({ text: "And tomorrow?" });
    expect(store.state.getState().error).toBeUndefined();
    expect(sent[1]!.messages[1]!["content"]).toEqual(blocks);
  },
);

test("what the proxy calls by a name that is not Claude's takes no signature to Anthropic", async () => {
  const { sent, store, goDirect } = setUp("smart");
  await store.sendMessage({ text: "Is it cold?" });
  goDirect("anthropic/claude-sonnet-4-5");
  await store.sendMessage({ text: "And tomorrow?" });
  expect(JSON.stringify(sent[1])).not.toContain("sig-1");
});

test("a history written with Anthropic itself takes its signatures to a proxy that knows the bare name", async () => {
  const { sent, store } = setUp("claude-sonnet-4-5");
  const parts = [
    {
      type: "reasoning",
      text: "Hm.",
      providerMetadata: { anthropic: { signature: "sig-1" } },
    },
    { type: "text", text: "It is cold." },
  ];
  const metadata = { model: "anthropic/claude-sonnet-4-5" };
  store.setMessages([{ id: "a", role: "assistant", parts, metadata }]);
  await store.sendMessage({ text: "And tomorrow?" });
  expect(sent[0]!.messages[0]).toMatchObject({ thinking_blocks: [blocks[0]] });
});
