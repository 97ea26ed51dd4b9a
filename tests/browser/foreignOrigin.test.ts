import { beforeAll, describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import {
  ChatError,
  createDirectClient,
  type DirectClientOptions,
  type StreamPart,
} from "../../src/client/index.js";

declare module "vitest/browser" {
  interface BrowserCommands {
    openForeignServer: () => Promise<string>;
  }
}

let origin = "";
beforeAll(async () => {
  origin = await commands.openForeignServer();
});

/** Asks a server of another origin, as a page does with a key that a person has typed in. */
function ask(provider: string, baseURL: string, options: DirectClientOptions = {}) {
  const client = createDirectClient({
    providers: { [provider]: { baseURL } },
    maxRetries: 0,
    ...options,
  });
  client.setKey(provider, "sk-typed-0123456789", { keep: "memory" });
  const controller = new AbortController();
  const request = {
    model: `${provider}/m`,
    messages: [{ id: "1", role: "user" as const, parts: [{ type: "text" as const, text: "Hi" }] }],
  };
  return { controller, stream: client.stream(request, controller) };
}

async function answerOf(stream: AsyncIterable<StreamPart>) {
  let text = "";
  try {
    for await (const part of stream) if (part.type === "text-delta") text += part.delta;
    return { text, error: undefined };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    return { text, error };
  }
}

test.each(["open", "wildcard"])("a server that lets pages in answers: %s", async (path) => {
  expect(await answerOf(ask("openai", `${origin}/${path}/v1`).stream)).toEqual({
    text: "Hello",
    error: undefined,
  });
});

describe("what a browser does not explain says what it may be", () => {
  test.each([
    ["no CORS headers", "silent"],
    ["no preflight", "missing"],
    ["a header that is not allowed", "headerless"],
    ["a refusal without CORS headers", "unauthorized"],
    ["a server that wants nobody", "forbidden"],
  ])("%s", async (_name, path) => {
    const { error } = await answerOf(ask("openai", `${origin}/${path}/v1`).stream);
    expect(error!.code).toBe("network");
    expect(error!.message).toBe(
      `Could not reach ${new URL(origin).host}. Either you are offline, the address is wrong, or the server does not allow calls from web pages (CORS).`,
    );
  });

  test.each([
    ["nobody there", "http://127.0.0.1:1/v1", "127.0.0.1:1"],
    ["no such host", "http://no-such-host.invalid/v1", "no-such-host.invalid"],
  ])("%s", async (_name, baseURL, host) => {
    const { error } = await answerOf(ask("openai", baseURL).stream);
    expect(error).toMatchObject({ code: "network" });
    expect(error!.message).toContain(`Could not reach ${host}.`);
  });

  test.each([
    ["anthropic", /keep web pages out in its settings at Anthropic/],
    ["bedrock", /never allows calls from web pages: use a gateway/],
    ["azure", /may not allow calls from web pages: a gateway helps/],
    ["cerebras", /may not allow calls from web pages: a gateway helps/],
    ["ollama", /OLLAMA_ORIGINS set to the address of the page/],
    ["ollama_chat", /OLLAMA_ORIGINS set to the address of the page/],
    ["lm_studio", /lms server start --cors/],
    ["hosted_vllm", /does it allow this page\?/],
  ])("%s says what to do", async (provider, hint) => {
    const { error } = await answerOf(ask(provider, `${origin}/forbidden/v1`).stream);
    expect(error!.code).toBe("network");
    expect(error!.message).toMatch(hint);
  });
});

test("a wait that the headers hide from the page is read from the body", async () => {
  const { error } = await answerOf(ask("openai", `${origin}/limited/v1`).stream);
  expect(error).toMatchObject({ code: "rate_limit", status: 429, retryAfterMs: 90_000 });
});

test("an answer that is cut keeps its text and is not complete", async () => {
  const { stream } = ask("openai", `${origin}/cut/v1`);
  const reading = answerOf(
    (async function* () {
      for await (const part of stream) {
        yield part;
        if (part.type === "text-delta") await fetch(`${origin}/scissors/`);
      }
    })(),
  );
  expect(await reading).toMatchObject({
    text: "Half an ans",
    error: { code: "truncated" },
  });
});

test.each(["mute", "hanging"])("a stop is a stop: %s", async (path) => {
  const { controller, stream } = ask("openai", `${origin}/${path}/v1`);
  const reading = answerOf(
    (async function* () {
      if (path === "mute") setTimeout(() => controller.abort());
      for await (const part of stream) {
        yield part;
        if (part.type === "text-delta") controller.abort();
      }
    })(),
  );
  expect((await reading).error).toMatchObject({ code: "aborted" });
});

test("a silent server is told from a stop", async () => {
  const mute = ask("openai", `${origin}/mute/v1`, { timeouts: { firstContentMs: 200 } });
  expect((await answerOf(mute.stream)).error).toMatchObject({ code: "timeout" });
  const hanging = ask("openai", `${origin}/hanging/v1`, { timeouts: { idleMs: 200 } });
  expect(await answerOf(hanging.stream)).toMatchObject({
    text: "Half an ans",
    error: { code: "stalled" },
  });
});

test.each(["sk-with\nbreak", "sk-wïth-umlaut", "sk with space"])(
  "a key that no header takes never leaves: %j",
  async (key) => {
    const options = { keys: { openai: key }, dangerouslyAllowBrowser: true, maxRetries: 0 };
    const client = createDirectClient({
      ...options,
      providers: { openai: { baseURL: `${origin}/open/v1` } },
    });
    const stream = client.stream({ model: "openai/m", messages: [] }, new AbortController());
    expect((await answerOf(stream)).error).toMatchObject({ code: "authentication" });
  },
);

test("white space around a key is taken off", async () => {
  const options = { keys: { openai: " sk-copied-0123 \n" }, dangerouslyAllowBrowser: true };
  const client = createDirectClient({
    ...options,
    providers: { openai: { baseURL: `${origin}/open/v1` } },
  });
  const stream = client.stream({ model: "openai/m", messages: [] }, new AbortController());
  expect(await answerOf(stream)).toMatchObject({ text: "Hello" });
});

test("a page tells Anthropic that it knows what it does", async () => {
  const sent: Headers[] = [];
  const client = createDirectClient({
    fetch: async (_url, init) => {
      sent.push(new Headers(init!.headers));
      return Response.json({ data: [] });
    },
  });
  client.setKey("anthropic", "sk-ant-0123456789", { keep: "memory" });
  const { signal } = new AbortController();
  await answerOf(client.stream({ model: "anthropic/claude-opus-5", messages: [] }, { signal }));
  await client.listModels({ provider: "anthropic" });
  expect(sent.map((headers) => headers.get("anthropic-dangerous-direct-browser-access"))).toEqual([
    "true",
    "true",
  ]);
});
