import { afterEach, describe, expect, test, vi } from "vitest";
import { createDirectClient, createGatewayClient, findProvider } from "../../src/client/index.js";
import { readAnswer } from "./readAnswer.js";
import { json, scriptedFetch } from "./scriptedFetch.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is said of a provider that cannot be reached from the page at `address`. */
async function saidOn(address: string, provider: string, baseURL?: string): Promise<string> {
  vi.stubGlobal("location", new URL(address));
  const { fetch } = scriptedFetch(new TypeError("Failed to fetch"));
  const client = createDirectClient({
    fetch,
    maxRetries: 0,
    keys: { [provider]: "k" },
    providers: { [provider]: { baseURL } },
  });
  const stream = client.stream({ model: `${provider}/m`, messages: [] }, new AbortController());
  return (await readAnswer(stream)).error!.message;
}

const mixed = /A page on https may not call an address on http/;
const asked = /The browser may ask first whether this page may reach this machine/;

describe("a server that cannot be reached from a page", () => {
  test.each<[string, string, string | undefined, RegExp, boolean]>([
    ["https://app.test", "openai", "http://10.0.0.5:8000/v1", mixed, true],
    ["https://app.test", "ollama", "http://box.lan:11434", mixed, true],
    ["http://app.test", "openai", "http://10.0.0.5:8000/v1", mixed, false],
    ["https://app.test", "openai", undefined, mixed, false],
    ["https://app.test", "ollama", undefined, mixed, false],
    ["https://app.test", "ollama", undefined, asked, true],
    ["https://app.test", "ollama", undefined, /OLLAMA_ORIGINS/, true],
    ["https://app.test", "lm_studio", "http://127.0.0.1:1234/v1", asked, true],
    ["https://app.test", "hosted_vllm", "http://[::1]:8000/v1", asked, true],
    ["http://localhost:5173", "ollama", undefined, asked, false],
    ["https://app.test", "openai", undefined, asked, false],
  ])("on %s, %s at %s: %s, %s", async (address, provider, baseURL, pattern, isSaid) => {
    const said = await saidOn(address, provider, baseURL);
    expect(said).toMatch(/^Could not reach [^ ]+\. /);
    expect(pattern.test(said)).toBe(isSaid);
  });

  test("also of a gateway", async () => {
    vi.stubGlobal("location", new URL("https://app.test"));
    const { fetch } = scriptedFetch(new TypeError("Failed to fetch"));
    const client = createGatewayClient({ baseURL: "http://gw.test/v1", fetch, maxRetries: 0 });
    const stream = client.stream({ model: "m", messages: [] }, new AbortController());
    expect((await readAnswer(stream)).error!.message).toMatch(mixed);
  });
});

test("an account that its organization keeps from web pages is told apart from a wrong key", async () => {
  const message = "CORS requests are not allowed for this Organization because of its settings.";
  const refused = json({ type: "error", error: { type: "authentication_error", message } }, 401);
  const client = createDirectClient({
    fetch: scriptedFetch(refused).fetch,
    keys: { anthropic: "k" },
  });
  const stream = client.stream(
    { model: "anthropic/claude-opus-5", messages: [] },
    new AbortController(),
  );
  const { error } = await readAnswer(stream);
  expect(error).toMatchObject({ code: "permission", status: 401 });
  expect(error!.message).toMatch(
    /^Anthropic does not let web pages use this account\. .*use a gateway\. Anthropic said: CORS/,
  );
});

test.each([
  [
    "yes",
    "openai anthropic gemini groq mistral deepseek xai together_ai openrouter huggingface cohere litellm_proxy",
  ],
  ["no", "bedrock"],
  ["unknown", "azure perplexity cerebras zai fireworks_ai"],
  ["local", "ollama ollama_chat lm_studio hosted_vllm llamafile"],
])("the table says what web pages may do: %s", (access, ids) => {
  for (const id of ids.split(" ")) expect([id, findProvider(id)?.browser]).toEqual([id, access]);
});
