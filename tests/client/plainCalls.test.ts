import { expect, test } from "vitest";
import type { ChatRequest } from "../../src/client/index.js";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import { assistant, call, text, user } from "./conversation.js";

const target = { provider: "p", model: "m", baseURL: "https://api.example/v1" };

/** A call that the model made up, and one of a tool that the app has. */
const request: ChatRequest = {
  model: "m",
  messages: [
    user(text("Hi")),
    assistant(
      call("1", { type: "tool-multi_tool_use.parallel", state: "output-error", errorText: "No." }),
      call("2", {
        type: "dynamic-tool",
        toolName: `json<|channel|>${"x".repeat(80)}`,
        state: "output-available",
        output: "ok",
      }),
      call("3", { type: "tool-my.tool", state: "output-available", output: "ok" }),
    ),
    user(text("Go on")),
  ],
  tools: [{ name: "my.tool", inputSchema: { type: "object" } }],
};

const protocols = ["openai-chat", "openai-responses", "anthropic-messages", "bedrock-converse"];

test.each(protocols)(
  "%s: a call of a tool that does not exist goes back under a name that is taken",
  async (id) => {
    const { body } = (await loadProtocol(id)).toRequest(request, target);
    const names = [...JSON.stringify(body).matchAll(/"name":"([^"]*)"/g)].map(([, name]) => name);
    const made = [
      "multi_tool_use_parallel",
      `json__channel__${"x".repeat(80)}`.slice(0, 64),
      "my.tool",
    ];
    expect(names).toEqual([...made, "my.tool"]);
    expect(JSON.stringify(request.messages)).toContain("multi_tool_use.parallel");
  },
);

test.each(protocols)("%s: calls of several answers do not share an id", async (id) => {
  const messages = ["one", "two", "three"].flatMap((output) => [
    user(text("Hi")),
    assistant(call("call_0", { state: "output-available", input: {}, output })),
  ]);
  const { body } = (await loadProtocol(id)).toRequest({ model: "m", messages }, target);
  const own = ["call_0", "call_0-2", "call_0-3"];
  expect(idsIn(body)).toEqual(own.flatMap((one) => [one, one]));
});

const long = `fc_${"a".repeat(60)}`;
const odd = "functions.f:0";
const all = [`${long}1`, odd, `${long}1-2`];
const short = [`${long}1`, odd, `${long.slice(2)}1-2`];
const plain = [`${long}1`, "functions_f_0", `${long.slice(2)}1-2`];

test.each<[string, string, string[]]>([
  ["openai-chat", "openai/gpt-5", [`${"a".repeat(39)}1`, odd, `${"a".repeat(37)}1-2`]],
  ["openai-chat", "openrouter/openai/gpt-5", [`${"a".repeat(39)}1`, odd, `${"a".repeat(37)}1-2`]],
  ["openai-chat", "openrouter/google/gemini-3-pro", all],
  ["openai-chat", "mistral/mistral-large-latest", ["aaaaaaaa1", "nctionsf0", "aaaaaaa12"]],
  ["openai-chat", "moonshot/kimi-k2", all],
  ["openai-chat", "gateway/m", all],
  ["openai-chat", "openai/gemini-3-pro at http://litellm.example:4000", all],
  ["openai-responses", "openai/gpt-5", short],
  ["anthropic-messages", "anthropic/claude-opus-5", plain],
  ["bedrock-converse", "bedrock/amazon.nova-lite-v1:0", plain],
  ["bedrock-converse", "bedrock/moonshot.kimi-k2-thinking", all],
])("%s to %s: ids are as they are taken there, and still apart", async (id, name, own) => {
  const [, provider = "", model = "", baseURL = "https://api.openai.com/v1"] =
    /^(\w+)\/(\S+)(?: at (.*))?$/.exec(name) ?? [];
  const messages = [`${long}1`, odd, `${long}1`].flatMap((one) => [
    user(text("Hi")),
    assistant(call(one, { state: "output-available", input: {}, output: 1 })),
  ]);
  const to = { provider, model, baseURL: provider === "openai" ? baseURL : target.baseURL };
  const { body } = (await loadProtocol(id)).toRequest({ model: name, messages }, to);
  expect(idsIn(body)).toEqual(own.flatMap((one) => [one, one]));
});

/** The ids in a body: of each call, and right behind it of its result. */
function idsIn(body: unknown): string[] {
  const told = /"(?:id|call_id|toolUseId|tool_call_id|tool_use_id)":"([^"]*)"/g;
  return [...JSON.stringify(body).matchAll(told)].map(([, one]) => one!);
}
