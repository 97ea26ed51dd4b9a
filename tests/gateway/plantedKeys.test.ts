import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ChatError } from "../../src/client/errors.js";
import { createGateway, type GatewayHandler } from "../../src/gateway/index.js";
import { ask, get, post, scriptedGateway } from "./scriptedClient.js";

/** Keys of every usual shape, and some of none. */
const planted = {
  OPENAI_API_KEY: "sk-proj-PLANTED0openai0key0aaaa",
  ANTHROPIC_API_KEY: "sk-ant-api03-PLANTED0anthropic0bbbb",
  GEMINI_API_KEY: "AIzaPLANTED0gemini0key0cccccccccccccc",
  GROQ_API_KEY: "gsk_PLANTED0groq0key0dddddddd",
  OPENROUTER_API_KEY: "sk-or-v1-PLANTED0openrouter0eeee",
  AZURE_API_KEY: "PLANTED0azure0plain0ffff",
  MISTRAL_API_KEY: "PLANTED0mistral0plain0gggg",
  DEEPSEEK_API_KEY: "sk-PLANTED0deepseek0hhhh",
  XAI_API_KEY: "xai-PLANTED0xai0key0iiii",
  TOGETHER_API_KEY: "PLANTED0together0plain0jjjj",
  AWS_BEARER_TOKEN_BEDROCK: "ABSKPLANTED0bedrock0kkkkkkkk",
  HF_TOKEN: "hf_PLANTED0huggingface0llll",
} as const;
const secrets = Object.values(planted);
const echo = `You sent ${secrets.join(", ")}; Authorization: Bearer ${planted.MISTRAL_API_KEY}; https://x.example/?key=${planted.GEMINI_API_KEY}`;

/** Everything a program may print. */
const printers = ["log", "info", "warn", "error", "debug", "trace"] as const;
let printed: string[];
beforeEach(() => {
  printed = [];
  for (const name of printers) {
    vi.spyOn(console, name).mockImplementation(
      (...words) => void printed.push(words.map(String).join(" ")),
    );
  }
});
afterEach(() => vi.restoreAllMocks());

/** What of the keys stands in a text, also in part: providers echo the first or last characters. */
function leaks(text: string): string[] {
  return text.match(/\S*PLANTED0\S*/g) ?? [];
}

/** Everything a gateway says on every route and every kind of refusal, and everything it prints. */
async function everyRoute(handler: GatewayHandler): Promise<string> {
  const model = "openai/gpt-5";
  const requests = [
    ...[false, true].map((stream) => ask({ stream })),
    ...["mistral/x", "azure/x", "anthropic/x", "nobody/x"].map((name) => ask({ model: name })),
    ask({ api_key: planted.OPENAI_API_KEY }),
    ask({ model: `openai/${planted.OPENAI_API_KEY}` }),
    ask({ [planted.XAI_API_KEY]: 1 }),
    ask({ messages: [] }),
    ...["/v1/models", "/models", "/providers", `/${planted.GROQ_API_KEY}`].map((path) => get(path)),
    get("/v1/chat/completions"),
    post("/test-connection", { model }),
    post("/test-connection", { model: "groq/x" }),
    post("/test-connection", {}),
    ask({}, { host: "evil.example" }),
    ask({}, { "content-type": "text/plain" }),
  ];
  const said: string[] = [];
  for (const request of requests) {
    const response = await handler(request);
    said.push(JSON.stringify([...response.headers]), await response.text());
  }
  expect(printed, "the gateway prints nothing").toEqual([]);
  expect(said).toHaveLength(2 * requests.length);
  return said.join("\n");
}

describe("twelve planted keys appear in no answer and in no log", () => {
  const answers: Record<string, () => Response | Promise<Response>> = {
    "the provider echoes them in a 401": () =>
      json(401, { error: { message: echo, type: echo, code: echo, param: echo } }),
    "in a 400 of another shape": () => json(400, { detail: [{ msg: echo }] }),
    "as plain text": () =>
      new Response(`You sent ${planted.AZURE_API_KEY}`, {
        status: 500,
        statusText: "echo",
        headers: { "x-echo": echo },
      }),
    "as a 429": () => json(429, { error: { message: `${echo} try again in 2s` } }),
    "as a web page": () => new Response(`<html>${echo}</html>`, { status: 502 }),
    "as a web page with status 200": () => new Response(`<html>${echo}</html>`),
    "in an error inside the stream": () =>
      sse([{ choices: [{ delta: { content: "Hi" } }] }, { error: { message: echo, code: echo } }]),
    "in an error at the start of the stream": () => sse([{ error: { message: echo, code: echo } }]),
    "the connection fails with them": () => Promise.reject(new TypeError(`fetch failed: ${echo}`)),
    "as JSON that does not parse": () =>
      new Response(`{"echo": ${echo}`, { headers: { "content-type": "application/json" } }),
  };
  test.each(Object.entries(answers))("%s", async (_name, answer) => {
    expect(
      leaks(await everyRoute(createGateway({ env: planted, fetch: async () => answer() }))),
    ).toEqual([]);
    const keys = Object.fromEntries(
      Object.entries(planted).map(([name, key]) => [name.split("_")[0]!.toLowerCase(), key]),
    );
    expect(
      leaks(await everyRoute(createGateway({ env: {}, keys, fetch: async () => answer() }))),
    ).toEqual([]);
  });

  test("a key that a function fetches", async () => {
    const key = "PLANTED0fetched0plain0mmmm";
    const gateway = createGateway({
      env: {},
      keys: { openai: () => Promise.resolve(key) },
      fetch: async () => json(401, { error: { message: `Wrong key ${key}` } }),
    });
    expect(leaks(await everyRoute(gateway))).toEqual([]);
    expect(
      leaks(await (await gateway(post("/test-connection", { model: "openai/gpt-5" }))).text()),
    ).toEqual([]);
  });

  test("a fault of a client that redacts nothing", async () => {
    const faults = [
      new ChatError("server", echo, { details: echo, param: echo }),
      new Error(echo),
      echo,
      { echo },
    ];
    for (const fault of faults)
      expect(leaks(await everyRoute(scriptedGateway({ fault }, { secrets }).handler))).toEqual([]);
  });

  test("a fault of authorize", async () => {
    expect(
      leaks(
        await everyRoute(
          scriptedGateway({}, { secrets, authorize: () => Promise.reject(new Error(echo)) })
            .handler,
        ),
      ),
    ).toEqual([]);
  });

  test("in a failed connection test that a client did not redact", async () => {
    const { handler } = scriptedGateway(
      { fault: new ChatError("not_found", echo, { details: echo }) },
      { secrets },
    );
    expect(
      leaks(await (await handler(post("/test-connection", { model: "openai/gpt-5" }))).text()),
    ).toEqual([]);
  });
});

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function sse(chunks: unknown[]): Response {
  return new Response(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(""));
}
