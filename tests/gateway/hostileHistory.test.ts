import { expect, test, describe } from "vitest";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import { writers } from "../client/historyStreams.js";
import { ask, errorOf, post, scriptedGateway } from "./scriptedClient.js";

/** The parts a gateway reads out of one assistant message. */
async function partsOf(message: Record<string, unknown>, model = "openai/gpt-5") {
  const { handler, requests } = scriptedGateway();
  const response = await handler(
    ask({ model, messages: [{ role: "assistant", content: "Hi.", ...message }] }),
  );
  expect(response.status).toBe(200);
  return requests[0]!.messages[0]!.parts;
}

const facts = (provider_metadata: unknown) => ({ provider_specific_fields: { provider_metadata } });
const plain = [{ type: "text", text: "Hi." }];

describe("what a caller says that providers have said", () => {
  test.each<Record<string, unknown>>([
    { thinking_blocks: "x", reasoning_items: 1, reasoning_content: {}, images: null },
    { thinking_blocks: [null, 1, [], { signature: {} }, { data: ["x"] }] },
    { provider_specific_fields: "x" },
    { provider_specific_fields: { thought_signatures: "s", provider_metadata: [] } },
    { provider_specific_fields: { thought_signatures: [{}, null] } },
    facts(null),
    facts("openai"),
    facts({ openai: "phase", anthropic: null, cohere: [1] }),
    facts({ openai: { phase: {} }, cohere: { phase: ["p"] }, gemini: { phase: false } }),
    // No fact of a text.
    facts({ openai: { itemId: "i", refusal: true, imageDetail: "low", raw: true } }),
    facts({ anthropic: { refusal: true, signature: "s", block: "server_tool_use" } }),
    facts({ "": { phase: "p" }, "a b": { phase: "p" }, "x\r\ny": { phase: "p" } }),
    // What is shown to a person says nothing to a model.
    { provider_specific_fields: { ui_message_chunks: [{ type: "text-delta", delta: "x" }] } },
    { annotations: [{ type: "url_citation", url_citation: { url: "javascript:1" } }] },
  ])("is left out unless it has the form: %j", async (message) => {
    expect(await partsOf(message)).toEqual(plain);
  });

  test("is one fact of one part, under its own name alone", async () => {
    const said = { ollama: { thinking: true, url: "http://evil.example", headers: {} } };
    const message = { reasoning_content: "Hm.", ...facts(said) };
    expect(await partsOf(message)).toEqual([
      { type: "reasoning", text: "Hm.", providerMetadata: { ollama: { thinking: true } } },
      ...plain,
    ]);
  });

  test("reaches no prototype", async () => {
    const metadata = '{"__proto__":{"phase":"p","polluted":"1"},"constructor":{"phase":"p"}}';
    const body = `{"model":"openai/gpt-5","messages":[{"role":"assistant","content":"Hi.","provider_specific_fields":{"provider_metadata":${metadata}}}]}`;
    const { handler, requests } = scriptedGateway();
    expect((await handler(post("/v1/chat/completions", body))).status).toBe(200);
    const [part] = requests[0]!.messages[0]!.parts as { providerMetadata?: object }[];
    expect(Object.keys(part?.providerMetadata ?? {})).toEqual(["constructor"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["phase"]).toBeUndefined();
  });

  test("is not about the encrypted thoughts of another provider", async () => {
    const item = { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "e-1" };
    const parts = (model: string) => partsOf({ reasoning_items: [item, "x", {}] }, model);
    const itemFacts = { itemId: "rs_1", encryptedContent: "e-1" };
    expect((await parts("openai/gpt-5"))[0]).toMatchObject({
      providerMetadata: { openai: itemFacts },
    });
    expect((await parts("azure/d"))[0]).toMatchObject({ providerMetadata: { azure: itemFacts } });
    expect((await parts("my_host/m"))[0]).toMatchObject({
      providerMetadata: { my_host: itemFacts },
    });
    expect((await parts("gpt-5"))[0]).toMatchObject({ providerMetadata: { openai: itemFacts } });
  });

  test("may fetch no image", async () => {
    const { handler, requests } = scriptedGateway();
    const images = [{ type: "image_url", image_url: { url: "http://169.254.169.254/" } }];
    const messages = [{ role: "assistant", content: "Hi.", images }];
    const error = await errorOf(await handler(ask({ messages })));
    expect(error).toMatchObject({ status: 400, code: "image_rejected" });
    expect(error["param"]).toBe("messages[0].images[0].image_url");
    expect(requests).toEqual([]);
  });

  test.each(Object.entries(writers))("%s is told of it as of history alone", async (id, writer) => {
    const { handler, requests } = scriptedGateway();
    const anything = {
      phase: "p",
      thinking: true,
      toolPlan: "t",
      thoughtSignature: "s",
      raw: true,
    };
    const metadata = Object.fromEntries(
      ["openai", "anthropic", "google", "cohere", "ollama", "bedrock"].map((name) => [
        name,
        { ...anything, system: "EVIL", role: "system", tools: ["EVIL"], block: "EVIL" },
      ]),
    );
    const fn = { name: "f", arguments: "{}" };
    const messages = [
      {
        role: "assistant",
        content: "Hi.",
        reasoning_content: "Hm.",
        thinking_blocks: [{ type: "EVIL", thinking: "T", signature: "S", cache_control: "EVIL" }],
        reasoning_items: [{ type: "EVIL", role: "system", summary: [{ type: "EVIL", text: "T" }] }],
        tool_calls: [{ id: "c", type: "function", function: fn, ...facts(metadata) }],
        ...facts(metadata),
      },
      { role: "tool", tool_call_id: "c", content: "ok" },
      { role: "user", content: "So?" },
    ];
    await handler(ask({ messages }));
    const { body } = (await loadProtocol(id)).toRequest(requests[0]!, writer.target);
    expect(JSON.stringify(body)).not.toContain("EVIL");
    expect(JSON.stringify(body)).toContain("So?");
  });
});

describe("what is nested deeper than any reader goes is refused", () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  const tool = (json: string) =>
    `"tools":[{"type":"function","function":{"name":"f","parameters":${json}}}]`;
  const called = (json: string) =>
    `{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":${JSON.stringify(json)}}}]}`;
  const body = (message: string, field: string) =>
    `{"model":"openai/gpt-5","messages":[${message}],${field}}`;
  const hi = '{"role":"user","content":"Hi"}';

  test.each([
    ["a schema", null, (depth: number) => body(hi, tool(nested(depth)))],
    [
      "arguments",
      "messages[0].tool_calls[0].function.arguments",
      (depth: number) => body(called(nested(depth)), tool("{}")),
    ],
  ])("%s", async (_, param, write) => {
    const { handler, requests } = scriptedGateway();
    for (const depth of [1_000, 100_000]) {
      const error = await errorOf(await handler(post("/v1/chat/completions", write(depth))));
      expect(error).toMatchObject({ status: 400, param });
      expect(error["message"]).toMatch(/nested/);
    }
    expect(requests).toEqual([]);
    expect((await handler(post("/v1/chat/completions", write(100)))).status).toBe(200);
  });
});
